/// The rows of each table that a change made other ones; of many only that they are many.
struct ChangedRows {
  /// More rows of a table than this are read anew rather than one by one.
  static let most = 64

  private var tables: [Int: [Int64]?] = [:]

  /// The numbers of a table's rows; nil when there are too many to name.
  func rows(of table: TrackedTable) -> [Int64]? { tables[table.number] ?? [] }

  /// Notes one.
  mutating func note(_ table: TrackedTable, _ row: Int64) {
    guard var known = rows(of: table) else { return }
    known.append(row)
    tables[table.number] = .some(known.count > Self.most ? nil : known)
  }

  /// Notes some.
  mutating func note(_ table: TrackedTable, _ rows: some Collection<Int64>) {
    if rows.count > Self.most {
      tables[table.number] = .some(nil)
    } else {
      for row in rows { note(table, row) }
    }
  }
}
