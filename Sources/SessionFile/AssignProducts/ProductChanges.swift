import Migration

extension ChangeDraft {
  mutating func addProduct(_ details: ProductDetails) throws {
    try refuseNameless(details)
    if let taken = try product(key: details.key) {
      throw ChangeRefusal.assignProducts(.productTaken(ProductID(taken.id)))
    }
    outcome.product = ProductID(try makeProduct(details).id)
    outcome.count = 1
    subject = details.name
  }

  private mutating func makeProduct(_ details: ProductDetails) throws -> ProductRow {
    let id = try Tally.lastProduct.read(connection) + 1
    try Tally.lastProduct.set(id, connection)
    var row = ProductRow(id: id, details: details)
    row.seatsSince = details.seats == nil ? nil : moment.day.number
    try change(nil, to: row)
    return row
  }

  mutating func editProduct(_ id: ProductID, _ details: ProductDetails) throws {
    try refuseNameless(details)
    let before = try product(id)
    if details.key != before.details.key, let taken = try product(key: details.key) {
      throw ChangeRefusal.assignProducts(.productTaken(ProductID(taken.id)))
    }
    outcome.product = id
    outcome.count = before.details == details ? 0 : 1
    subject = details.name
    try edit(before, details)
    // A name that only files know, such as a licence server's, goes on meaning this product.
    if before.details.offering.isEmpty, details.key != before.details.key {
      try map(before.details.name, to: .product(id.number))
    }
  }

  private mutating func edit(_ before: ProductRow, _ details: ProductDetails) throws {
    var after = before
    after.details = details
    if details.seats != before.details.seats {
      try refuseTooFew(before, details.seats)
      after.seatsSince = details.seats == nil ? nil : moment.day.number
      // Another number of seats is another number that the portal should show.
      after.glanceOn = nil
      after.isGlanceRight = false
    }
    try change(before, to: after)
  }

  /// A number is never lowered below what is in files and in the portal, the buyer's seat too, and never
  /// forgotten while anything is handed over. One that was too low already may come nearer.
  private func refuseTooFew(_ before: ProductRow, _ seats: Int?) throws {
    let counts = try SeatCounts.read(before.id, connection)
    let least = max(try handedOver(before.id), counts.left + counts.old)
    guard let seats else {
      if try handedOver(before.id) > 0 {
        throw ChangeRefusal.assignProducts(.seatsHandedOver(least))
      }
      return
    }
    if let known = before.details.seats, seats < known, seats < least {
      throw ChangeRefusal.assignProducts(.seatsHandedOver(least))
    }
  }

  /// How many seats of a product the plan has handed over.
  private func handedOver(_ product: Int64) throws -> Int {
    let statement = try connection.statement(
      """
      SELECT count(*) FROM assignment
      WHERE product = ? AND shelved = 0 AND hand_over IS NOT NULL
      """)
    statement.bind(1, product)
    defer { statement.reset() }
    return try statement.step() ? statement.int(0) : 0
  }

  mutating func removeProducts(_ ids: [ProductID]) throws {
    for id in ids {
      let before = try product(id)
      for row in try assignments("product = ?", id.number) {
        var after = row
        after.isShelved = true
        try change(row, to: after)
      }
      var after = before
      after.isShelved = true
      try change(before, to: after)
      subject = ids.count == 1 ? before.details.name : ""
    }
    outcome.count = ids.count
  }

  /// New products are added; those that are there get the seats, unless more are handed over.
  mutating func takeOver(_ products: [ProductDetails]) throws {
    for details in products {
      try refuseNameless(details)
      let known: ProductRow?
      switch try SeatMatcher.product(named: details.name, connection) {
      case .product(let id): known = try product(ProductID(id))
      case .none:
        outcome.unchanged += 1
        continue
      case .open: known = try product(key: details.key)
      }
      guard let before = known else {
        _ = try makeProduct(details)
        outcome.count += 1
        continue
      }
      var changed = details
      changed.name = before.details.name
      changed.offering = before.details.offering
      if changed == before.details {
        outcome.unchanged += 1
        continue
      }
      do {
        try edit(before, changed)
        outcome.updated += 1
      } catch ChangeRefusal.assignProducts(.seatsHandedOver) {
        outcome.unchanged += 1
      }
    }
  }

  mutating func mapOffering(_ name: String, to product: ProductID?) throws {
    if let product { _ = try self.product(product) }
    if try map(name, to: product.map { .product($0.number) } ?? .none) { outcome.count = 1 }
    subject = name
  }

  /// Keeps what a name means; false where it meant that already, or is no name.
  @discardableResult
  private mutating func map(
    _ name: String, to after: OfferingMeaning
  ) throws -> Bool {
    let key = Array(OfferingName.key(of: name).utf8)
    guard !key.isEmpty else { return false }
    let before = try OfferingMeaning.read(key, connection)
    guard before != after else { return false }
    let row = try OfferingMeaning.row(key, connection)
    try put(.offeringName, row, after.values(of: key))
    return true
  }

  private func refuseNameless(_ details: ProductDetails) throws {
    if OfferingName.key(of: details.name).isEmpty {
      throw ChangeRefusal.invalid(
        field: ProductFields.name.name, Field.Finding(key: "product-missing"))
    }
    if let seats = details.seats, !(0...ProductFields.mostSeats).contains(seats) {
      throw ChangeRefusal.invalid(
        field: ProductFields.seats.name,
        Field.Finding(key: "seats-no-number", value: String(seats)))
    }
  }
}
