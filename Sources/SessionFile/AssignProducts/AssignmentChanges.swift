import Migration

extension ChangeDraft {
  /// Makes a change of step 2.
  mutating func make(_ change: AssignProductsChange, _ progress: ((Int) -> Bool)?) throws {
    step = .assignProducts
    switch change {
    case .addProduct(let details): try addProduct(details)
    case .editProduct(let id, let details): try editProduct(id, details)
    case .removeProducts(let ids): try removeProducts(ids)
    case .takeOverProducts(let products): try takeOver(products)
    case .assign(let users, let products, let source): try assign(users, products, source, progress)
    case .unassign(let users, let products): try unassign(users, products)
    case .addAndAssign(let details, let product): try addAndAssign(details, product)
    case .importAssignments(let batch, let source, let existing, let product, let seats):
      try BatchImport(batch, source, existing, progress).make(&self)
      try assign(seats ?? batch, product)
    case .moveInQueue(let users, let product, let move): try self.move(users, product, move)
    case .planAgain(let users, let products): try planAgain(users, products)
    case .handOverSeats(let written, let seats, _): try handOverSeats(written, seats)
    case .glance(let product, let isRight): try glance(product, isRight)
    case .mapOffering(let name, let product): try mapOffering(name, to: product)
    }
  }

  // MARK: Assigning

  private mutating func assign(
    _ users: [UserID], _ products: [ProductID], _ source: AssignmentSource,
    _ progress: ((Int) -> Bool)?
  ) throws {
    guard source == .buyer else { return try plan(users, products, source, progress) }
    for user in users { try refuseGone(user) }
    for id in products {
      let product = try product(id)
      for user in users {
        if try assign(user.number, id.number, source) {
          outcome.count += 1
        } else {
          outcome.unchanged += 1
        }
      }
      subject = products.count == 1 ? product.details.name : ""
      outcome.product = products.count == 1 ? id : nil
    }
    outcome.user = users.count == 1 ? users.first : nil
  }

  /// Plans seats for many people: one statement for each question, no reading back.
  private mutating func plan(
    _ users: [UserID], _ products: [ProductID], _ source: AssignmentSource,
    _ progress: ((Int) -> Bool)?
  ) throws {
    let asking = try connection.statement(
      """
      SELECT
        (SELECT 1 FROM assignment WHERE product = ?2 AND user = ?1 AND shelved = 0),
        (SELECT 1 FROM assignment WHERE user = ?1 AND shelved = 0 LIMIT 1)
      FROM user WHERE id = ?1 AND shelved = 0
      """)
    defer { asking.reset() }
    let adding = try connection.statement(
      """
      INSERT INTO assignment (\(AssignmentRow.columns))
      VALUES (?, ?, ?, 0, 0, ?, ?, NULL, NULL, NULL, NULL, NULL)
      """)
    for id in products {
      let product = try product(id)
      var first = 0
      let before = outcome.count
      for (place, user) in users.enumerated() {
        if let progress, place % 500 == 499, !progress(place) { throw ChangeRefusal.cancelled }
        asking.reset()
        asking.bind(1, user.number)
        asking.bind(2, id.number)
        guard try asking.step() else { throw ChangeRefusal.createUsers(.userGone(user)) }
        guard asking.isNull(0) else {
          outcome.unchanged += 1
          continue
        }
        if asking.isNull(1) { first += 1 }
        asking.reset()
        let number = try seats.nextAssignment(connection)
        adding.bind(1, number)
        adding.bind(2, user.number)
        adding.bind(3, id.number)
        adding.bind(4, source.rawValue)
        adding.bind(5, try seats.nextPlace(connection))
        try adding.run()
        keepBrought(.assignment, number...number)
        outcome.count += 1
      }
      seats.ledger.countPlanned(id.number, outcome.count - before, first: first)
      subject = products.count == 1 ? product.details.name : ""
      outcome.product = products.count == 1 ? id : nil
    }
    if outcome.count > 0 { seats.hasAny = true }
    outcome.user = users.count == 1 ? users.first : nil
  }

  private func refuseGone(_ user: UserID) throws {
    let asking = try connection.statement("SELECT 1 FROM user WHERE id = ? AND shelved = 0")
    asking.bind(1, user.number)
    defer { asking.reset() }
    guard try asking.step() else { throw ChangeRefusal.createUsers(.userGone(user)) }
  }

  /// Gives a seat; false where it is there already. The buyer's is stated at once, since the portal
  /// gives it by itself.
  mutating func assign(_ user: Int64, _ product: Int64, _ source: AssignmentSource) throws -> Bool {
    if let before = try assignment(user, product) {
      guard source == .buyer, !before.assignment.isTaken || before.source != .buyer else {
        return false
      }
      var after = before
      after.source = .buyer
      if !before.assignment.isTaken { state(&after) }
      try change(before, to: after)
      return true
    }
    var row = AssignmentRow(
      id: try seats.nextAssignment(connection), user: user, product: product, source: source,
      place: try seats.nextPlace(connection))
    if source == .buyer { state(&row) }
    try insert(row)
    return true
  }

  private func state(_ row: inout AssignmentRow) {
    row.standing = .stated
    row.since = moment.day.number
    row.proof = nil
    row.evidence = nil
  }

  /// Makes an assignment; all that one change makes follow each other.
  mutating func insert(_ row: AssignmentRow) throws {
    let adding = try connection.statement(
      """
      INSERT INTO assignment (\(AssignmentRow.columns)) VALUES (?, ?, ?, 0, ?, ?, ?, NULL, ?, ?, ?, NULL)
      """)
    adding.bind(1, row.id)
    adding.bind(2, row.user)
    adding.bind(3, row.product)
    adding.bind(4, row.standing.rawValue)
    adding.bind(5, row.source.rawValue)
    adding.bind(6, row.place)
    adding.bind(7, row.since)
    adding.bind(8, row.proof)
    adding.bind(9, row.evidence)
    try adding.run()
    keepBrought(.assignment, row.id...row.id)
    seats.ledger.count(row, 1)
    seats.hasAny = true
  }

  private mutating func addAndAssign(_ details: UserDetails, _ product: ProductID) throws {
    let user: UserID
    do {
      try add(details, .typed)
      guard let added = outcome.user else { return }
      user = added
    } catch ChangeRefusal.createUsers(.addressTaken(let known)) {
      user = known
    }
    outcome.count = try assign(user.number, product.number, .chosen) ? 1 : 0
    outcome.user = user
    outcome.product = product
    isPersonal = false
    subject = try self.product(product).details.name
  }

  /// A seat for everyone that an import took, new or known.
  private mutating func assign(_ batch: PeopleBatch, _ id: ProductID) throws {
    let product = try product(id)
    let users = try batch.bytes.withUnsafeBufferPointer { arena in
      try KnownUsers(batch, arena, connection).users
    }
    outcome.updated = outcome.count
    outcome.count = 0
    outcome.unchanged = 0
    for user in users where user > 0 {
      if try assign(user, id.number, .imported) {
        outcome.count += 1
      } else {
        outcome.unchanged += 1
      }
    }
    subject = product.details.name
    outcome.product = id
  }

  private mutating func unassign(_ users: [UserID], _ products: [ProductID]) throws {
    for id in products {
      let product = try product(id)
      for user in users {
        guard let before = try assignment(user.number, id.number) else { continue }
        var after = before
        after.isShelved = true
        try change(before, to: after)
        outcome.count += 1
      }
      subject = products.count == 1 ? product.details.name : ""
      outcome.product = products.count == 1 ? id : nil
    }
    outcome.user = users.count == 1 ? users.first : nil
  }

  private mutating func planAgain(_ users: [UserID], _ products: [ProductID]) throws {
    for id in products {
      subject = try product(id).details.name
      for user in users {
        guard let before = try assignment(user.number, id.number),
          before.standing == .failed || before.oldAddress != nil
        else { continue }
        var after = before
        // Who says so has unassigned the seat of the old address too.
        after.oldAddress = nil
        if before.standing == .failed { after.fallBack() }
        try change(before, to: after)
        outcome.count += 1
      }
      outcome.product = id
    }
  }

  // MARK: The order of seats

  private mutating func move(_ users: [UserID], _ id: ProductID, _ move: QueueMove) throws {
    let product = try product(id)
    let rows = try users.compactMap { try assignment($0.number, id.number) }
      .filter { $0.standing == .planned && $0.handOver == nil }
      .sorted { $0.place < $1.place }
    switch move {
    case .first:
      for row in rows.reversed() {
        let count = try Tally.firstPlace.read(connection) + 1
        try Tally.firstPlace.set(count, connection)
        try give(row, -count)
        outcome.count += 1
      }
    case .last:
      for row in rows { try give(row, try seats.nextPlace(connection)) }
      outcome.count = rows.count
    case .earlier, .later:
      let moved = Set(rows.map(\.id))
      for row in move == .earlier ? rows : rows.reversed() {
        // Those that were moved keep their order at the end of the queue.
        guard let row = try assignment(row.user, row.product),
          let other = try neighbour(of: row, before: move == .earlier), !moved.contains(other.id)
        else { continue }
        try give(row, other.place)
        try give(other, row.place)
        outcome.count += 1
      }
    }
    outcome.product = id
    subject = product.details.name
  }

  private mutating func give(_ row: AssignmentRow, _ place: Int64) throws {
    var after = row
    after.place = place
    try change(row, to: after)
  }

  private func neighbour(of row: AssignmentRow, before: Bool) throws -> AssignmentRow? {
    let statement = try connection.statement(
      """
      SELECT \(AssignmentRow.columns) FROM assignment
      WHERE product = ? AND place \(before ? "<" : ">") ?
        AND shelved = 0 AND standing = 0 AND hand_over IS NULL
      ORDER BY place \(before ? "DESC" : "ASC") LIMIT 1
      """)
    statement.bind(1, row.product)
    statement.bind(2, row.place)
    defer { statement.reset() }
    return try statement.step() ? AssignmentRow(statement) : nil
  }
}
