import Migration

extension SessionFile {
  /// What the licence logs say about the use of a product in their last 90 days; nil while no log was
  /// added. Logins that were set aside are left out. O(network uses).
  package func use(of id: ProductID) throws(SessionReadError) -> ProductUse? {
    try reading { connection in
      let ends = try Self.servers(connection).compactMap { $0.knownUntil?.day }
      guard let end = ends.max(),
        let product = try Self.products(connection).first(where: { $0.id == id })
      else { return nil }
      _ = try prepareUses(connection)
      guard let uses else { return nil }
      return try uses.use(of: product.details, until: end, connection, id)
    }
  }
}

extension UseIndex {
  fileprivate func use(
    of product: ProductDetails, until end: Day, _ connection: Connection, _ id: ProductID
  ) throws -> ProductUse {
    let related = Self.related(to: product)
    var kinds: [UInt32: (isOwn: Bool, isRelated: Bool)] = [:]
    var own: [Int64: (used: UseDays, end: Day, login: UInt32)] = [:]
    var others: Set<Int64> = []
    for slot in slots where Self.isWithin(slot, NetworkUse.needsSeat) {
      guard logins[Int(slot.login)].setAside.isEmpty else { continue }
      let kind: (isOwn: Bool, isRelated: Bool)
      if let known = kinds[slot.offering] {
        kind = known
      } else {
        let name = offerings.text(slot.offering)
        let key = ProductDetails(named: name).key
        // What was mapped by hand means that product, whatever it is called.
        let meaning = try SeatMatcher.product(named: name, connection)
        kind = (meaning == .product(id.number), related.contains(key))
        kinds[slot.offering] = kind
      }
      let person = person(slot.login)
      if kind.isRelated { others.insert(person) }
      if kind.isOwn {
        var sum = own[person] ?? (UseDays(), Day(number: 0), slot.login)
        sum.used.formUnion(slot.used)
        sum.end = max(sum.end, slot.end ?? sum.end)
        own[person] = sum
      }
    }
    let days = own.values.map { $0.used.count(inLast: NetworkUse.needsSeat, upTo: $0.end) }
    return ProductUse(
      people: own.count, daysUsed: days.reduce(0, +), occasional: days.count { $0 < 3 },
      withBoth: try withBoth(
        own.filter { others.contains($0.key) }.map(\.value.login), id, related, connection),
      withoutSeat: try own.values.count { try !hasSeat($0.login, id, connection) }, logEnd: end)
  }

  /// A collection's titles, or the collections of a title, by what tells products apart.
  private static func related(to product: ProductDetails) -> Set<String> {
    guard let offering = OfferingTable.offering(id: product.offering) else { return [] }
    return offering.isCollection
      ? Set(offering.titles) : Set(OfferingTable.collections(with: offering.id).map(\.id))
  }

  /// How many have a collection and one of its titles: logins that used both, and users who have a
  /// seat of both, each person once.
  private func withBoth(
    _ usedBoth: [UInt32], _ product: ProductID, _ related: Set<String>, _ connection: Connection
  ) throws -> Int {
    let users = usedBoth.map { logins[Int($0)].user?.id.number }
    var holders = Set(users.compactMap { $0 })
    let others = try SessionFile.products(connection).filter { related.contains($0.details.key) }
    let asking = try connection.statement(
      """
      SELECT own.user FROM assignment AS own JOIN assignment AS other ON other.user = own.user
      WHERE own.product = ? AND own.shelved = 0 AND other.product = ? AND other.shelved = 0
      """)
    for other in others {
      asking.bind(1, product.number)
      asking.bind(2, other.id.number)
      while try asking.step() { holders.insert(asking.integer(0)) }
      asking.reset()
    }
    return holders.count + users.count { $0 == nil }
  }

  private func hasSeat(
    _ login: UInt32, _ product: ProductID, _ connection: Connection
  ) throws -> Bool {
    guard let user = logins[Int(login)].user else { return false }
    let asking = try connection.statement(
      "SELECT 1 FROM assignment WHERE product = ? AND user = ? AND shelved = 0")
    asking.bind(1, product.number)
    asking.bind(2, user.id.number)
    defer { asking.reset() }
    return try asking.step()
  }
}
