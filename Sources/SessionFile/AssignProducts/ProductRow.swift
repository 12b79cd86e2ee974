import Migration

/// A row of the product table.
struct ProductRow: Equatable {
  var id: Int64
  var isShelved = false
  var details: ProductDetails
  var seatsSince: Int?
  var glanceOn: Int?
  var isGlanceRight = false

  static let columns = """
    id, shelved, name, offering, seats, seat_source, network_seats, seats_since, glance_on, \
    glance_right
    """

  init(_ statement: SQLStatement) {
    id = statement.integer(0)
    isShelved = statement.int(1) != 0
    details = ProductDetails(
      name: statement.text(2), offering: statement.text(3), seats: statement.intOrNil(4),
      source: SeatSource(rawValue: statement.int(5)) ?? .typed,
      networkSeats: statement.intOrNil(6))
    seatsSince = statement.intOrNil(7)
    glanceOn = statement.intOrNil(8)
    isGlanceRight = statement.int(9) != 0
  }

  init(id: Int64, details: ProductDetails) {
    self.id = id
    self.details = details
  }

  /// Writes the row as it is, new or over what is there.
  func write(_ connection: Connection) throws {
    let writing = try connection.statement(
      """
      INSERT INTO product
        (id, shelved, name, product_key, offering, seats, seat_source, network_seats, seats_since,
         glance_on, glance_right)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET shelved = excluded.shelved, name = excluded.name,
        product_key = excluded.product_key, offering = excluded.offering, seats = excluded.seats,
        seat_source = excluded.seat_source, network_seats = excluded.network_seats,
        seats_since = excluded.seats_since, glance_on = excluded.glance_on,
        glance_right = excluded.glance_right
      """)
    writing.bind(1, id)
    writing.bind(2, isShelved ? 1 : 0)
    writing.bind(3, details.name)
    writing.bind(4, details.key)
    writing.bind(5, details.offering)
    writing.bind(6, details.seats)
    writing.bind(7, details.source.rawValue)
    writing.bind(8, details.networkSeats)
    writing.bind(9, seatsSince)
    writing.bind(10, glanceOn)
    writing.bind(11, glanceOn == nil ? nil : isGlanceRight ? 1 : 0)
    try writing.run()
  }

  // MARK: In records

  func write(_ writer: inout RecordWriter) {
    writer.number(id)
    writer.number(isShelved ? 1 : 0)
    writer.text(details.name)
    writer.text(details.offering)
    writer.value(RecordValue(details.seats))
    writer.number(details.source.rawValue)
    writer.value(RecordValue(details.networkSeats))
    writer.value(RecordValue(seatsSince))
    writer.value(RecordValue(glanceOn))
    writer.number(isGlanceRight ? 1 : 0)
  }

  init(_ reader: inout RecordReader) throws {
    id = try reader.number()
    isShelved = try reader.int() != 0
    details = ProductDetails(name: try reader.text(), offering: try reader.text())
    details.seats = try reader.value().int
    details.source = SeatSource(rawValue: try reader.int()) ?? .typed
    details.networkSeats = try reader.value().int
    seatsSince = try reader.value().int
    glanceOn = try reader.value().int
    isGlanceRight = try reader.int() != 0
  }

  /// The product as the screens see it.
  func product(_ counts: SeatCounts) -> Product {
    Product(
      id: ProductID(id), details: details, seatsSince: seatsSince.map { Day(number: $0) },
      glance: glanceOn.map { SeatGlance(day: Day(number: $0), isRight: isGlanceRight) },
      counts: counts)
  }
}
