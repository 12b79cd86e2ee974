import Migration

/// The rows of what is about to be written: users, or users with a product.
extension SessionFile {
  static func addRows(of outgoing: Outgoing, _ connection: Connection) throws {
    let adding = try connection.statement("INSERT INTO outgoing_row VALUES (?, ?, ?, ?)")
    let users = outgoing.users.map { ($0, ProductID?.none) }
    let seats = outgoing.seats.map { ($0.user, ProductID?.some($0.product)) }
    for (position, row) in (users + seats).enumerated() {
      adding.bind(1, outgoing.number)
      adding.bind(2, position)
      adding.bind(3, row.0.number)
      if let product = row.1 { adding.bind(4, product.number) } else { adding.bindNull(4) }
      try adding.run()
    }
  }

  static func readRows(of outgoing: inout Outgoing, _ connection: Connection) throws {
    let reading = try connection.statement(
      "SELECT user, product FROM outgoing_row WHERE outgoing = ? ORDER BY position")
    defer { reading.reset() }
    reading.bind(1, outgoing.number)
    while try reading.step() {
      let user = UserID(reading.integer(0))
      if reading.isNull(1) {
        outgoing.users.append(user)
      } else {
        outgoing.seats.append(SeatKey(user: user, product: ProductID(reading.integer(1))))
      }
    }
  }
}
