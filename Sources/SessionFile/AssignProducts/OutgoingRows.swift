import Migration

/// The rows of what is about to be written: users, users with a product, or products on computers.
extension SessionFile {
  static func addRows(of outgoing: Outgoing, _ connection: Connection) throws {
    let adding = try connection.statement("INSERT INTO outgoing_row VALUES (?, ?, ?, ?, ?)")
    typealias Row = (user: Int64, product: Int64?, installation: Int64?)
    let users = outgoing.users.map { Row($0.number, nil, nil) }
    let seats = outgoing.seats.map { Row($0.user.number, $0.product.number, nil) }
    let devices = outgoing.installations.map { Row(0, nil, $0.number) }
    for (position, row) in (users + seats + devices).enumerated() {
      adding.bind(1, outgoing.number)
      adding.bind(2, position)
      adding.bind(3, row.user)
      if let product = row.product { adding.bind(4, product) } else { adding.bindNull(4) }
      if let installed = row.installation { adding.bind(5, installed) } else { adding.bindNull(5) }
      try adding.run()
    }
  }

  static func readRows(of outgoing: inout Outgoing, _ connection: Connection) throws {
    let reading = try connection.statement(
      "SELECT user, product, installation FROM outgoing_row WHERE outgoing = ? ORDER BY position")
    defer { reading.reset() }
    reading.bind(1, outgoing.number)
    while try reading.step() {
      let user = UserID(reading.integer(0))
      if !reading.isNull(2) {
        outgoing.installations.append(InstallationID(reading.integer(2)))
      } else if reading.isNull(1) {
        outgoing.users.append(user)
      } else {
        outgoing.seats.append(SeatKey(user: user, product: ProductID(reading.integer(1))))
      }
    }
  }
}
