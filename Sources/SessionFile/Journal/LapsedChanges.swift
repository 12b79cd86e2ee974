/// Changes that were taken back and can not be brought back any more, since something else was changed.
struct LapsedChanges {
  /// More rows than this are not removed while somebody waits for a key: their record is kept until the
  /// next change that brings many rows itself.
  private static let mostAtOnce = 1_000

  private let connection: Connection

  /// Marks them, and removes for good what they had brought.
  static func lapse(_ connection: Connection, before record: ChangeRecord) throws {
    let lapsed = LapsedChanges(connection: connection)
    try lapsed.clear(stage: 1, removingAll: false)
    try connection.statement("UPDATE journal SET stage = 2 WHERE stage = 1").run()
    if record.broughtCount > mostAtOnce { try lapsed.clear(stage: 2, removingAll: true) }
  }

  private func clear(stage: Int, removingAll: Bool) throws {
    let reading = try connection.statement(
      "SELECT number, record FROM journal WHERE stage = ? AND length(record) > 0")
    reading.bind(1, stage)
    defer { reading.reset() }
    var found: [(number: Int64, record: [UInt8])] = []
    while try reading.step() { found.append((reading.integer(0), Array(reading.bytes(1)))) }
    reading.reset()
    let keeping = try connection.statement("UPDATE journal SET record = ? WHERE number = ?")
    for (number, bytes) in found {
      let brought = try Self.brought(bytes)
      let count = brought.reduce(0) { $0 + $1.rows.count }
      var left = ChangeRecord()
      for (table, rows) in brought {
        if removingAll || count <= Self.mostAtOnce {
          try table.purge(rows, connection)
        } else {
          left.bring(table, rows)
        }
      }
      keeping.bind(1, blob: left.isEmpty ? [] : left.bytes())
      keeping.bind(2, number)
      try keeping.run()
    }
  }

  /// The rows that a change had brought.
  private static func brought(
    _ bytes: [UInt8]
  ) throws -> [(table: TrackedTable, rows: ClosedRange<Int64>)] {
    try ChangeRecord.Kept(bytes).tables.flatMap { number, entries in
      guard let table = TrackedTable.with(number: number) else { throw RecordReader.Malformed() }
      return entries.compactMap { entry in
        switch entry {
        case .brought(let rows): (table, rows)
        case .edited: nil
        }
      }
    }
  }
}
