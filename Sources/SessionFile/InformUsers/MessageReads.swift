import Migration

extension SessionFile {
  /// Who gets a message of a kind, of a group or of all, and who is left out.
  ///
  /// An announcement goes to everybody with a product in the plan, since it may go before the portal
  /// gives seats; the others to those who have one.
  package func audience(
    of kind: MessageKind, group wanted: String? = nil
  ) throws(SessionReadError) -> MessageAudience {
    try reading { connection in
      let products = try Self.productNames(of: kind, connection)
      let computers = try Self.computerNames(connection)
      var audience = MessageAudience(kind)
      let users = try connection.once(
        "SELECT \(UserRow.columns) FROM user WHERE shelved = 0 ORDER BY name_key, id")
      while try users.step() {
        let user = UserRow(users)
        if let wanted, wanted != user.details.group { continue }
        let id = UserID(user.id)
        if user.standing == .setAside {
          audience.leftOut.append(.init(id: id, name: user.details.fullName, reason: .setAside))
        } else if let names = products[user.id] {
          audience.people.append(
            MessagePerson(
              id: id, details: user.details, products: names, computers: computers[user.id] ?? []))
        } else {
          audience.leftOut.append(.init(id: id, name: user.details.fullName, reason: .noSeat))
        }
      }
      return audience
    }
  }

  /// What makes the session's messages its own.
  package func messageIdentity() throws(SessionReadError) -> MessageIdentity {
    try reading { connection in
      let reading = try connection.statement("SELECT number FROM identity")
      defer { reading.reset() }
      let number = try reading.step() ? reading.integer(0) : 0
      return MessageIdentity(session: UInt64(bitPattern: number))
    }
  }

  /// The products of each user by name, each once.
  private static func productNames(
    of kind: MessageKind, _ connection: Connection
  ) throws -> [Int64: [String]] {
    let standings: [Standing] =
      switch kind {
      case .announcement: [.planned, .stated, .proven]
      case .switchOver, .reminder: [.stated, .proven]
      }
    let list = standings.map { String($0.rawValue) }.joined(separator: ", ")
    let seats = try connection.once(
      """
      SELECT user, product.name FROM assignment JOIN product ON product.id = product
      WHERE assignment.shelved = 0 AND product.shelved = 0 AND standing IN (\(list))
      ORDER BY user, product.product_key
      """)
    var names: [Int64: [String]] = [:]
    while try seats.step() { names[seats.integer(0), default: []].append(seats.text(1)) }
    return names
  }

  /// The computers of each user by name, each once.
  private static func computerNames(_ connection: Connection) throws -> [Int64: [String]] {
    let people = try PeopleByLogin(connection)
    let places = try connection.once(
      """
      SELECT login_key, computer.name FROM computer_person
      JOIN computer ON computer.id = computer ORDER BY computer.name_key
      """)
    var names: [Int64: [String]] = [:]
    while try places.step() {
      guard let person = people.person(Array(places.bytes(0))) else { continue }
      let (id, name) = (person.user.number, places.text(1))
      if names[id]?.contains(name) != true { names[id, default: []].append(name) }
    }
    return names
  }
}
