import Migration

/// What a change does to products and assignments, while it is being made.
struct SeatDraft {
  var ledger = SeatLedger()
  /// Products at which a look at the portal was kept by this very change.
  var lookedAt: Set<Int64> = []
  /// Whether anybody has an assignment; nil while nobody asked.
  var hasAny: Bool?

  /// The number of the last assignment and the last place; nil while this change made none.
  private var lastAssignment: Int64?
  private var lastPlace: Int64?

  /// A number for a new assignment.
  mutating func nextAssignment(_ connection: Connection) throws -> Int64 {
    let number = try (lastAssignment ?? Tally.lastAssignment.read(connection)) + 1
    lastAssignment = number
    return number
  }

  /// A place behind all others.
  mutating func nextPlace(_ connection: Connection) throws -> Int64 {
    let place = try (lastPlace ?? Tally.lastPlace.read(connection)) + 1
    lastPlace = place
    return place
  }

  /// Keeps the numbers that were given.
  func keepNumbers(_ connection: Connection) throws {
    if let lastAssignment { try Tally.lastAssignment.set(lastAssignment, connection) }
    if let lastPlace { try Tally.lastPlace.set(lastPlace, connection) }
  }
}

extension ChangeDraft {
  // MARK: Rows

  /// The live row of a product.
  func product(_ id: ProductID) throws -> ProductRow {
    let statement = try connection.statement(
      "SELECT \(ProductRow.columns) FROM product WHERE id = ? AND shelved = 0")
    statement.bind(1, id.number)
    defer { statement.reset() }
    guard try statement.step() else { throw ChangeRefusal.assignProducts(.productGone(id)) }
    return ProductRow(statement)
  }

  /// The live product with a key; nil for none.
  func product(key: String) throws -> ProductRow? {
    let statement = try connection.statement(
      "SELECT \(ProductRow.columns) FROM product WHERE product_key = ? AND shelved = 0")
    statement.bind(1, key)
    defer { statement.reset() }
    return try statement.step() ? ProductRow(statement) : nil
  }

  /// Gives a product other values, or makes it.
  mutating func change(_ before: ProductRow?, to after: ProductRow) throws {
    try put(.product, after.id, before: before?.values, after: after.values)
  }

  /// The live assignment of a user and a product; nil for none.
  func assignment(_ user: Int64, _ product: Int64) throws -> AssignmentRow? {
    let statement = try connection.statement(
      """
      SELECT \(AssignmentRow.columns) FROM assignment
      WHERE product = ? AND user = ? AND shelved = 0
      """)
    statement.bind(1, product)
    statement.bind(2, user)
    defer { statement.reset() }
    return try statement.step() ? AssignmentRow(statement) : nil
  }

  /// The live assignments that a condition with one number finds.
  func assignments(_ condition: String, _ number: Int64) throws -> [AssignmentRow] {
    let statement = try connection.statement(
      "SELECT \(AssignmentRow.columns) FROM assignment WHERE \(condition) AND shelved = 0")
    statement.bind(1, number)
    defer { statement.reset() }
    var rows: [AssignmentRow] = []
    while try statement.step() { rows.append(AssignmentRow(statement)) }
    return rows
  }

  /// Gives an assignment other values.
  mutating func change(_ before: AssignmentRow, to after: AssignmentRow) throws {
    guard try !set(before, to: after, among: .all(of: AssignmentRow.self)).isEmpty else { return }
    seats.ledger.count(before, -1)
    seats.ledger.count(after, 1)
  }

  // MARK: What follows from other changes

  /// What becomes of somebody's seats when the user's row is another one: they go with the user; with
  /// another address nothing that was said of them holds; with another name a row that is written and
  /// not stated is written anew.
  mutating func followUser(_ before: UserRow, _ after: UserRow, _ columns: ColumnSet) throws {
    let telling = ColumnSet(UserRow.Column.shelved, .addressKey, .address, .firstName, .lastName)
    guard !columns.isDisjoint(with: telling) else { return }
    if seats.hasAny == nil { seats.hasAny = try Self.hasAssignments(connection) }
    guard seats.hasAny == true else { return }
    for row in try assignments("user = ?", before.id) {
      var changed = row
      if after.isShelved {
        changed.isShelved = true
      } else if columns.contains(ColumnSet(UserRow.Column.addressKey)) {
        changed.fallBack()
        // The portal knows nothing of the new address: the seat is there under the old one.
        if row.assignment.isTaken { changed.oldAddress = before.details.address }
        if changed.oldAddress.map({ UserKeys.address($0) })
          == UserKeys.address(after.details.address)
        {
          changed.oldAddress = nil
        }
      } else if row.standing == .planned {
        changed.handOver = nil
      }
      try change(row, to: changed)
    }
  }

  private static func hasAssignments(_ connection: Connection) throws -> Bool {
    let counter = try connection.statement(
      "SELECT 1 FROM counter WHERE kind = 'people' AND name = 'planned' AND value > 0")
    defer { counter.reset() }
    return try counter.step()
  }

  /// Brings the counters up to date; a look at the portal says nothing any more about a product whose
  /// taken seats are others now.
  mutating func finishAssignProducts() throws {
    for id in seats.ledger.productsWithOtherTaken where !seats.lookedAt.contains(id) {
      guard let row = try? product(ProductID(id)), row.glanceOn != nil else { continue }
      var changed = row
      changed.glanceOn = nil
      changed.isGlanceRight = false
      try change(row, to: changed)
    }
    try seats.keepNumbers(connection)
  }

  /// Adds what the change does to the counters of step 2.
  func countAssignProducts(into counters: inout Counters) throws {
    try seats.ledger.count(into: &counters, connection)
  }
}

extension Tally {
  /// The number of the last product that was ever made.
  static let lastProduct = Tally(name: "last-product")
  /// The number of the last assignment that was ever made.
  static let lastAssignment = Tally(name: "last-assignment")
  /// The last place that was given at the end of an order of seats.
  static let lastPlace = Tally(name: "last-place")
  /// How many places were given before the first of an order of seats.
  static let firstPlace = Tally(name: "first-place")
}
