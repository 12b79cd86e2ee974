import Migration

/// What a change does to products and assignments, while it is being made.
struct SeatDraft {
  var record = SeatRecord()
  var ledger = SeatLedger()
  /// Products at which a look at the portal was kept by this very change.
  var lookedAt: Set<Int64> = []
  /// Whether anybody has an assignment; nil while nobody asked.
  var hasAny: Bool?

  /// The number of the last assignment and the last place; nil while this change made none.
  private var lastAssignment: Int64?
  private var lastPlace: Int64?

  /// Whether it does nothing.
  var isEmpty: Bool { record.isEmpty }

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

  /// Keeps what it did beside the journal's entry.
  mutating func keep(_ number: Int64, _ connection: Connection) throws {
    guard !record.isEmpty else { return }
    let keeping = try connection.statement(
      "INSERT INTO journal_seat (number, record) VALUES (?, ?)")
    keeping.bind(1, number)
    keeping.bind(2, blob: record.bytes())
    try keeping.run()
  }

  /// Removes for good what can not be brought back any more: the records of changes that were undone,
  /// and the assignments that they had made.
  static func purge(_ connection: Connection) throws {
    let undone = try connection.statement(
      """
      SELECT number, record FROM journal_seat
      WHERE number IN (SELECT number FROM journal WHERE stage = 1)
      """)
    defer { undone.reset() }
    var numbers: [Int64] = []
    var made: [(first: Int64, count: Int)] = []
    while try undone.step() {
      var reader = RecordReader(Array(undone.bytes(1)))
      numbers.append(undone.integer(0))
      made.append(try SeatRecord(&reader).added)
    }
    undone.reset()
    for (number, added) in zip(numbers, made) {
      if added.count > 0 {
        let removing = try connection.statement(
          "DELETE FROM assignment WHERE id BETWEEN ? AND ? AND shelved = 1")
        removing.bind(1, added.first)
        removing.bind(2, added.first + Int64(added.count) - 1)
        try removing.run()
      }
      let forgetting = try connection.statement("DELETE FROM journal_seat WHERE number = ?")
      forgetting.bind(1, number)
      try forgetting.run()
    }
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
    guard try statement.step() else { throw ChangeRefusal.productGone(id) }
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

  /// Gives a product other values, makes it, or takes it out.
  mutating func change(_ before: ProductRow?, to after: ProductRow) throws {
    guard before != after else { return }
    try after.write(connection)
    seats.record.products.append(SeatRecord.ProductTurn(before: before, after: after))
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
    let columns = before.differences(from: after)
    guard !columns.isEmpty else { return }
    let statement = try connection.statement(columns.update)
    var place: Int32 = 1
    for bit in columns.places {
      statement.bind(place, after.value(bit))
      place += 1
    }
    statement.bind(place, before.id)
    try statement.run()
    seats.record.edit(before, to: after, columns)
    seats.ledger.count(before, -1)
    seats.ledger.count(after, 1)
  }

  // MARK: What follows from other changes

  /// What becomes of somebody's seats when the user's row is another one: they go with the user; with
  /// another address nothing that was said of them holds; with another name a row that is written and
  /// not stated is written anew.
  mutating func followUser(_ before: UserRow, _ after: UserRow, _ columns: RowColumns) throws {
    let telling: RowColumns = [.shelved, .addressKey, .address, .firstName, .lastName]
    guard !columns.isDisjoint(with: telling) else { return }
    if seats.hasAny == nil { seats.hasAny = try Self.hasAssignments(connection) }
    guard seats.hasAny == true else { return }
    for row in try assignments("user = ?", before.id) {
      var changed = row
      if after.isShelved {
        changed.isShelved = true
      } else if columns.contains(.addressKey) {
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
  mutating func finishSeats() throws {
    guard !seats.record.isEmpty else { return }
    for id in seats.ledger.productsWithOtherTaken where !seats.lookedAt.contains(id) {
      guard let row = try? product(ProductID(id)), row.glanceOn != nil else { continue }
      var changed = row
      changed.glanceOn = nil
      changed.isGlanceRight = false
      try change(row, to: changed)
    }
    try seats.ledger.apply(connection)
    try seats.keepNumbers(connection)
  }
}

/// Products and assignments while a change is taken back or brought back.
struct SeatTurn {
  private let direction: ChangeRecord.Direction
  private let connection: Connection
  private var ledger = SeatLedger()

  init(_ direction: ChangeRecord.Direction, _ connection: Connection) {
    self.direction = direction
    self.connection = connection
  }

  /// Follows the record of a change, where it has one.
  func make(_ number: Int64) throws {
    let reading = try connection.statement("SELECT record FROM journal_seat WHERE number = ?")
    reading.bind(1, number)
    defer { reading.reset() }
    guard try reading.step() else { return }
    let bytes = Array(reading.bytes(0))
    reading.reset()
    var turn = self
    try turn.follow(RecordReader(bytes))
  }

  private mutating func follow(_ start: RecordReader) throws {
    var reader = start
    let record = try SeatRecord(&reader)
    // Backward the last turn of a product comes first, so that it ends as it was.
    for turn in direction == .back ? record.products.reversed() : record.products {
      try follow(turn)
    }
    for mapping in record.mappings {
      try (direction == .back ? mapping.before : mapping.after).write(mapping.key, connection)
    }
    if record.added.count > 0 { try shelve(record.added) }
    var edits: [SeatRecord.Edit] = []
    while let edit = try SeatRecord.nextEdit(&reader) { edits.append(edit) }
    for edit in direction == .back ? edits.reversed() : edits { try follow(edit) }
    try ledger.apply(connection)
  }

  private func follow(_ turn: SeatRecord.ProductTurn) throws {
    let wanted = direction == .back ? turn.before : turn.after
    if let wanted {
      try wanted.write(connection)
    } else if var other = direction == .back ? turn.after : turn.before {
      other.isShelved = true
      try other.write(connection)
    }
  }

  /// Takes out, or brings back, the assignments that the change had made.
  private mutating func shelve(_ added: (first: Int64, count: Int)) throws {
    let last = added.first + Int64(added.count) - 1
    let reading = try connection.statement(
      "SELECT \(AssignmentRow.columns) FROM assignment WHERE id BETWEEN ? AND ?")
    reading.bind(1, added.first)
    reading.bind(2, last)
    while try reading.step() {
      var row = AssignmentRow(reading)
      ledger.count(row, -1)
      row.isShelved = direction == .back
      ledger.count(row, 1)
    }
    reading.reset()
    let writing = try connection.statement(
      "UPDATE assignment SET shelved = ? WHERE id BETWEEN ? AND ?")
    writing.bind(1, direction == .back ? 1 : 0)
    writing.bind(2, added.first)
    writing.bind(3, last)
    try writing.run()
  }

  /// Gives assignments the values of one side of an edit.
  private mutating func follow(_ edit: SeatRecord.Edit) throws {
    var reader = RecordReader(direction == .back ? edit.before : edit.after)
    let values = try edit.columns.places.map { (bit: $0, value: try reader.value()) }
    let reading = try connection.statement(
      "SELECT \(AssignmentRow.columns) FROM assignment WHERE id = ?")
    let writing = try connection.statement(edit.columns.update)
    for (index, one) in values.enumerated() { writing.bind(Int32(index + 1), one.value) }
    for id in edit.ids {
      reading.bind(1, id)
      guard try reading.step() else { throw RecordReader.Malformed() }
      var row = AssignmentRow(reading)
      reading.reset()
      ledger.count(row, -1)
      for one in values { row.set(one.bit, one.value) }
      ledger.count(row, 1)
      writing.bind(Int32(values.count + 1), id)
      try writing.run()
    }
  }
}
