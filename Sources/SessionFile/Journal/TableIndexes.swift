/// The indexes of a table, which cost more to keep row by row than to make anew when most of the rows
/// change.
enum TableIndexes {
  /// Fewer rows than this are not worth a look.
  private static let fewest = 2_000

  /// Runs a change of so many rows in some columns, with the indexes that it touches away where that is
  /// the cheaper way.
  static func around(
    _ table: TrackedTable, changing count: Int, _ columns: ColumnSet, _ connection: Connection,
    _ body: () throws -> Void
  ) throws {
    guard count >= fewest, try count * 2 > size(of: table, connection) else { return try body() }
    let names = columns.places.map { table.columns[$0] }
    let touched = try definitions(table, connection).filter { definition in
      names.contains { definition.mentions($0) }
    }
    for index in touched { try connection.run("DROP INDEX \(index.name)") }
    try body()
    for index in touched { try connection.run(index.sql) }
  }

  /// Rows in the list; an index answers it.
  private static func size(of table: TrackedTable, _ connection: Connection) throws -> Int {
    let counting = try connection.once(
      "SELECT count(*) FROM \(table.name)\(table.shelved.isEmpty ? "" : " WHERE shelved = 0")")
    return try counting.step() ? counting.int(0) : 0
  }

  private struct Definition {
    var name: String
    var sql: String

    /// Whether it has a column in it; what begins or ends with the name counts too.
    func mentions(_ column: String) -> Bool {
      let (text, wanted) = (Array(sql.utf8), Array(column.utf8))
      guard text.count >= wanted.count else { return false }
      return (0...text.count - wanted.count).contains { text[$0...].starts(with: wanted) }
    }
  }

  private static func definitions(
    _ table: TrackedTable, _ connection: Connection
  ) throws -> [Definition] {
    let statement = try connection.once(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
    )
    statement.bind(1, table.name)
    var definitions: [Definition] = []
    while try statement.step() {
      definitions.append(Definition(name: statement.text(0), sql: statement.text(1)))
    }
    return definitions
  }
}
