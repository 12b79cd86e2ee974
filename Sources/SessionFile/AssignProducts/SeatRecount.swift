import Migration

/// What is counted of seats.
package struct SeatRecount: Equatable, Sendable {
  /// Live assignments of each live product by how far they are.
  package var seats: [ProductID: SeatCounts] = [:]
  /// Live users with an assignment.
  package var usersWithProduct = 0
  /// Live users with an assignment that is stated or proven.
  package var usersWithSeat = 0

  /// None.
  package init() {}

  /// The counts that a summary shows.
  package init(_ summary: Summary) {
    for product in summary.products { seats[product.id] = product.counts }
    usersWithProduct = summary.usersWithProduct
    usersWithSeat = summary.usersWithSeat
  }

  /// Counts the assignments themselves; O(assignments).
  init(_ connection: Connection) throws {
    let products = try connection.once("SELECT id FROM product WHERE shelved = 0")
    while try products.step() { seats[ProductID(products.integer(0))] = SeatCounts() }
    let states = try connection.once(
      """
      SELECT product, standing, hand_over IS NOT NULL, count(*) FROM assignment
      WHERE shelved = 0 GROUP BY 1, 2, 3
      """)
    while try states.step() {
      var row = AssignmentRow(id: 0, user: 0, product: 0, source: .chosen, place: 0)
      row.standing = Standing(rawValue: states.int(1)) ?? .planned
      row.handOver = states.int(2) != 0 ? 1 : nil
      guard let state = SeatLedger.state(row) else { continue }
      seats[ProductID(states.integer(0)), default: SeatCounts()]
        .add(states.int(3), state: state)
    }
    let old = try connection.once(
      """
      SELECT product, count(*) FROM assignment
      WHERE shelved = 0 AND old_address IS NOT NULL GROUP BY 1
      """)
    while try old.step() {
      seats[ProductID(old.integer(0)), default: SeatCounts()].add(old.int(1), state: 5)
    }
    let people = try connection.once(
      """
      SELECT count(DISTINCT user), count(DISTINCT CASE WHEN standing IN (1, 2) THEN user END)
      FROM assignment WHERE shelved = 0
      """)
    if try people.step() {
      usersWithProduct = people.int(0)
      usersWithSeat = people.int(1)
    }
  }
}
