/// The two indexes of the user table, which cost more to keep row by row than to make anew when most
/// of the rows change.
enum UserIndexes {
  /// Runs a change of so many rows, with the indexes away where that is the cheaper way.
  static func around(changing count: Int, _ connection: Connection, _ body: () throws -> Void)
    throws
  {
    guard count >= 2_000, try count * 2 > Counts.users(connection) else { return try body() }
    let definitions = try self.definitions(connection)
    for definition in definitions { try connection.run("DROP INDEX \(definition.name)") }
    try body()
    for definition in definitions { try connection.run(definition.sql) }
  }

  private static func definitions(
    _ connection: Connection
  ) throws -> [(name: String, sql: String)] {
    let statement = try connection.once(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'user'")
    var definitions: [(name: String, sql: String)] = []
    while try statement.step() { definitions.append((statement.text(0), statement.text(1))) }
    return definitions
  }
}
