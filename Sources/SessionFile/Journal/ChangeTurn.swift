import CSQLite
import Migration

extension SessionFile {
  /// Takes back the last change that holds; works across restarts.
  ///
  /// The undo of a hand-over frees its rows and keeps the hand-over as withdrawn, since its files
  /// are in the world under that number.
  package func undo(at moment: Moment) throws(ChangeRefusal) -> ChangeOutcome {
    try turn(.back, at: moment)
  }

  /// Brings back the change that was taken back last, until something else is changed.
  package func redo(at moment: Moment) throws(ChangeRefusal) -> ChangeOutcome {
    try turn(.forth, at: moment)
  }

  private func turn(
    _ direction: ChangeRecord.Direction, at moment: Moment
  ) throws(ChangeRefusal) -> ChangeOutcome {
    let (outcome, changed) = try writing { connection in
      var turn = try ChangeTurn(direction, connection)
      try turn.make(at: moment)
      return (turn.outcome, turn.changed)
    }
    follow(changed, revision: outcome.revision)
    followDevices(changed, revision: outcome.revision)
    return outcome
  }
}

/// A change while it is taken back or brought back.
private struct ChangeTurn {
  let direction: ChangeRecord.Direction
  let connection: Connection
  let number: Int64
  let bytes: [UInt8]
  var outcome: ChangeOutcome
  var changed = ChangedRows()

  /// Finds the change whose turn it is.
  init(_ direction: ChangeRecord.Direction, _ connection: Connection) throws {
    self.direction = direction
    self.connection = connection
    let condition =
      direction == .back
      ? "stage = 0 ORDER BY number DESC LIMIT 1" : "stage = 1 ORDER BY number LIMIT 1"
    let statement = try connection.statement(
      "SELECT number, name, user, count, updated, record FROM journal WHERE \(condition)")
    defer { statement.reset() }
    guard try statement.step() else { throw ChangeRefusal.nothingToUndo }
    guard let name = Change.Name(text: statement.text(1)) else { throw RecordReader.Malformed() }
    number = statement.integer(0)
    outcome = ChangeOutcome(
      name: name, user: statement.intOrNil(2).map { UserID(Int64($0)) },
      count: statement.int(3), updated: statement.int(4))
    bytes = Array(statement.bytes(5))
  }

  mutating func make(at moment: Moment) throws {
    let record = try ChangeRecord.Kept(bytes)
    for (number, entries) in record.tables {
      guard let table = TrackedTable.with(number: number) else { throw RecordReader.Malformed() }
      for entry in direction == .back ? entries.reversed() : entries {
        try follow(entry, of: table)
      }
    }
    try record.counters.apply(direction, connection)

    let marking = try connection.statement(
      "UPDATE journal SET stage = ?, turned_day = ?, turned_minute = ? WHERE number = ?")
    marking.bind(1, direction == .back ? 1 : 0)
    marking.bind(2, moment.day.number)
    marking.bind(3, moment.minute)
    marking.bind(4, number)
    try marking.run()
    outcome.revision = try ChangeDraft.raiseRevision(connection, at: moment)
  }

  private mutating func follow(_ entry: ChangeRecord.Entry, of table: TrackedTable) throws {
    switch entry {
    case .brought(let rows):
      try changing(table, table.shelved, rows) {
        try table.shelve(rows, direction == .back, connection)
      }
      changed.note(table, rows)
    case .edited(let edit):
      guard let first = edit.rows.min(), let last = edit.rows.max() else { return }
      let (wanted, present) =
        direction == .back ? (edit.before, edit.after) : (edit.after, edit.before)
      let values = try wanted.map { try self.values($0, edit.columns, of: table) }
      let writer = RowWriter(table, edit.columns, connection)
      try changing(table, edit.columns, first...last, count: edit.rows.count) {
        try writer.write(values, isThere: present != nil, to: edit.rows)
      }
      changed.note(table, edit.rows)
    }
  }

  private func values(
    _ bytes: [UInt8], _ columns: ColumnSet, of table: TrackedTable
  ) throws -> [RecordValue] {
    guard columns.isSubset(of: table.all) else { throw RecordReader.Malformed() }
    var reader = RecordReader(bytes)
    return try columns.places.map { _ in try reader.value() }
  }

  /// Changes rows, and says who stands in the way when the place of one of them is taken.
  private func changing(
    _ table: TrackedTable, _ columns: ColumnSet, _ rows: ClosedRange<Int64>, count: Int? = nil,
    _ body: () throws -> Void
  ) throws {
    do {
      try TableIndexes.around(
        table, changing: count ?? rows.count, columns, connection, body)
    } catch let failure as SQLFailure where failure.code & 0xFF == SQLITE_CONSTRAINT {
      guard let conflict = table.conflict else { throw failure }
      throw try conflict(rows, connection)
    }
  }
}
