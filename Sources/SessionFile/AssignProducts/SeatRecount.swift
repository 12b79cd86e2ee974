import Migration

extension SessionFile {
  /// Counts the assignments themselves; O(assignments).
  static func recountSeats(into counted: inout Recount, _ connection: Connection) throws {
    let products = try connection.once("SELECT id FROM product WHERE shelved = 0")
    while try products.step() { counted.seats[ProductID(products.integer(0))] = SeatCounts() }
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
      counted.seats[ProductID(states.integer(0)), default: SeatCounts()]
        .add(states.int(3), state: state)
    }
    let old = try connection.once(
      """
      SELECT product, count(*) FROM assignment
      WHERE shelved = 0 AND old_address IS NOT NULL GROUP BY 1
      """)
    while try old.step() {
      counted.seats[ProductID(old.integer(0)), default: SeatCounts()].add(old.int(1), state: 5)
    }
    let people = try connection.once(
      """
      SELECT count(DISTINCT user), count(DISTINCT CASE WHEN standing IN (1, 2) THEN user END)
      FROM assignment WHERE shelved = 0
      """)
    if try people.step() {
      counted.usersWithProduct = people.int(0)
      counted.usersWithSeat = people.int(1)
    }
  }
}
