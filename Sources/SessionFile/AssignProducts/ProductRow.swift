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

  /// The values in the order of `TrackedTable.product`.
  var values: [RecordValue] {
    [
      RecordValue(isShelved ? 1 : 0), RecordValue(details.name), RecordValue(details.key),
      RecordValue(details.offering), RecordValue(details.seats),
      RecordValue(details.source.rawValue), RecordValue(details.networkSeats),
      RecordValue(seatsSince), RecordValue(glanceOn),
      RecordValue(glanceOn == nil ? nil : isGlanceRight ? 1 : 0),
    ]
  }

  /// The product as the screens see it.
  func product(_ counts: SeatCounts) -> Product {
    Product(
      id: ProductID(id), details: details, seatsSince: seatsSince.map { Day(number: $0) },
      glance: glanceOn.map { SeatGlance(day: Day(number: $0), isRight: isGlanceRight) },
      counts: counts)
  }
}
