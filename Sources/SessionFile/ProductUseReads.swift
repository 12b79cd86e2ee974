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
    var days: [UInt32: Int] = [:]
    var others: Set<UInt32> = []
    for slot in slots where slot.isNow || slot.daysAgo < Int32(NetworkUse.needsSeat) {
      guard logins[Int(slot.login)].setAside.isEmpty else { continue }
      let kind: (isOwn: Bool, isRelated: Bool)
      if let known = kinds[slot.offering] {
        kind = known
      } else {
        let name = offerings.text(slot.offering)
        let key = ProductDetails(named: name).key
        // What was mapped by hand means that product, whatever it is called.
        let meaning = try SeatMatching.product(named: name, connection)
        kind = (meaning == .product(id.number), related.contains(key))
        kinds[slot.offering] = kind
      }
      if kind.isRelated { others.insert(slot.login) }
      // On several computers the days may be the same: the most on one is surely used.
      if kind.isOwn { days[slot.login] = max(days[slot.login] ?? 0, Int(slot.days)) }
    }
    return ProductUse(
      people: days.count, daysUsed: days.values.reduce(0, +),
      occasional: days.values.count { $0 < 3 },
      withBoth: try withBoth(days.keys.filter { others.contains($0) }, id, related, connection),
      withoutSeat: try days.keys.count { try !hasSeat($0, id, connection) }, logEnd: end)
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
