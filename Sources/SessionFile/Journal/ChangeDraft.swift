import Migration

/// A change while it is being made: writes the rows and gathers what the journal has to keep.
struct ChangeDraft {
  let connection: Connection
  let moment: Moment
  /// The number that its journal entry gets.
  let number: Int64
  /// What takes it back and brings it back.
  private(set) var record = ChangeRecord()
  var outcome: ChangeOutcome
  /// The step for the journal; nil for the migration as a whole.
  var step: Step? = .createUsers
  var subject = ""
  var isPersonal = false
  /// The rows that are other ones now.
  private(set) var changed = ChangedRows()

  // What the steps that count gather on the way.
  var users = UserDraft()
  var seats = SeatDraft()

  init(_ name: Change.Name, _ connection: Connection, at moment: Moment) throws {
    self.connection = connection
    self.moment = moment
    let last = try connection.statement("SELECT max(number) FROM journal")
    defer { last.reset() }
    number = try last.step() ? last.integer(0) + 1 : 1
    outcome = ChangeOutcome(name: name, count: 0)
  }

  // MARK: Rows

  /// Brings a row of a table to values, nil for none, and keeps what it was; the same values leave no
  /// trace.
  mutating func put(_ table: TrackedTable, _ row: Int64, _ after: [RecordValue]?) throws {
    try put(table, row, before: try table.values(row, connection), after: after)
  }

  /// The same where it is known what the row was.
  mutating func put(
    _ table: TrackedTable, _ row: Int64, before: [RecordValue]?, after: [RecordValue]?
  ) throws {
    guard before != after else { return }
    var columns = table.all
    if let before, let after {
      columns = ColumnSet(table.columns.indices.filter { before[$0] != after[$0] })
    }
    let writer = RowWriter(table, columns, connection)
    let values = after.map { after in columns.places.map { after[$0] } }
    try writer.write(values, isThere: before != nil, to: row)
    keep(table, row, columns, before: before?.bytes(columns), after: after?.bytes(columns))
  }

  /// Gives a row other values in those of some columns in which they are others; returns these columns.
  @discardableResult
  mutating func set<Row: TrackedRow>(
    _ before: Row, to after: Row, among columns: ColumnSet
  ) throws -> ColumnSet {
    let columns = before.differences(from: after, among: columns)
    guard !columns.isEmpty else { return columns }
    let values = columns.places.compactMap { Row.Column(rawValue: $0).map { after.value($0) } }
    try RowWriter(Row.table, columns, connection).write(values, isThere: true, to: before.id)
    keep(
      Row.table, before.id, columns, before: before.bytes(columns), after: after.bytes(columns))
    return columns
  }

  /// Keeps what a row was and became, where the values are written already.
  mutating func keep(
    _ table: TrackedTable, _ row: Int64, _ columns: ColumnSet, before: [UInt8]?, after: [UInt8]?
  ) {
    record.edit(table, row, columns, before: before, after: after)
    changed.note(table, row)
  }

  /// Inserts a row that comes with many others, whose numbers follow each other.
  mutating func bring(_ table: TrackedTable, _ row: Int64, _ values: [RecordValue]) throws {
    try RowWriter(table, table.all, connection).write(values, isThere: false, to: row)
    keepBrought(table, row...row)
  }

  /// Keeps that rows came, where they are written already.
  mutating func keepBrought(_ table: TrackedTable, _ rows: ClosedRange<Int64>) {
    record.bring(table, rows)
    changed.note(table, rows)
  }

  // MARK: The end

  /// Writes the journal entry and the counts; a change that changed nothing leaves no trace.
  mutating func finish() throws {
    try finishAssignProducts()
    var counters = record.counters
    users.counts.add(to: &counters)
    try countAssignProducts(into: &counters)
    record.counters = counters
    guard !record.isEmpty else {
      outcome.revision = try Tally.revision.read(connection)
      return
    }
    try record.counters.apply(.forth, connection)
    try LapsedChanges.lapse(connection, before: record)
    let entry = try connection.statement(
      """
      INSERT INTO journal
        (number, name, day, minute, step, count, updated, user, subject, personal, stage, record)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
      """)
    entry.bind(1, Int(number))
    entry.bind(2, outcome.name.text)
    entry.bind(3, moment.day.number)
    entry.bind(4, moment.minute)
    entry.bind(5, step?.rawValue)
    entry.bind(6, outcome.count)
    entry.bind(7, outcome.updated)
    entry.bind(8, (outcome.user?.number).map { Int($0) })
    entry.bind(9, subject)
    entry.bind(10, isPersonal ? 1 : 0)
    entry.bind(11, blob: record.bytes())
    try entry.run()
    outcome.revision = try Self.raiseRevision(connection, at: moment)
  }

  /// Raises the revision and returns it.
  static func raiseRevision(_ connection: Connection, at moment: Moment) throws -> Int64 {
    let revision = try Tally.revision.read(connection) + 1
    try Tally.revision.set(revision, connection)
    try Tally.lastDay.set(Int64(moment.day.number), connection)
    return revision
  }
}

/// Writes some columns of rows of a table.
struct RowWriter {
  private let table: TrackedTable
  private let columns: ColumnSet
  private let connection: Connection

  init(_ table: TrackedTable, _ columns: ColumnSet, _ connection: Connection) {
    self.table = table
    self.columns = columns
    self.connection = connection
  }

  /// Brings a row to values; nil takes it out.
  func write(_ values: [RecordValue]?, isThere: Bool, to row: Int64) throws {
    try write(values, isThere: isThere, to: CollectionOfOne(row))
  }

  /// Brings rows, which are all there or all not, to the same values; nil takes them out.
  func write(
    _ values: [RecordValue]?, isThere: Bool, to rows: some Collection<Int64>
  ) throws {
    let statement = try connection.statement(of: table, columns, values == nil, isThere)
    var place: Int32 = 1
    for value in values ?? [] {
      statement.bind(place, value)
      place += 1
    }
    for row in rows {
      statement.bind(place, row)
      try statement.run()
    }
  }
}

extension Connection {
  /// The compiled statement of a `RowWriter`, found without putting it together again.
  fileprivate func statement(
    of table: TrackedTable, _ columns: ColumnSet, _ isDeletion: Bool, _ isThere: Bool
  ) throws -> SQLStatement {
    let kind = isDeletion ? 0 : isThere ? 1 : 2
    return try statement(
      WritingKey(table: table.number, columns: isDeletion ? 0 : columns.rawValue, kind: kind)
    ) {
      isDeletion
        ? table.deletion : isThere ? table.update(of: columns) : table.insertion(of: columns)
    }
  }
}

extension [RecordValue] {
  /// The values of some columns as records hold them.
  fileprivate func bytes(_ columns: ColumnSet) -> [UInt8] {
    var writer = RecordWriter()
    for place in columns.places { writer.value(self[place]) }
    return writer.bytes
  }
}
