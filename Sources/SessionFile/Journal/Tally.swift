import Migration

/// A counter that only ever goes up; undo leaves it.
struct Tally {
  /// Its name in the file.
  let name: String

  /// Raised by every change, undo and redo.
  static let revision = Tally(name: "revision")
  /// The day of the last change.
  static let lastDay = Tally(name: "last-day")

  func read(_ connection: Connection) throws -> Int64 {
    let statement = try connection.statement(
      "SELECT value FROM counter WHERE kind = 'file' AND name = ?")
    statement.bind(1, name)
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : 0
  }

  func set(_ value: Int64, _ connection: Connection) throws {
    let statement = try connection.statement(
      """
      INSERT INTO counter (kind, name, value) VALUES ('file', ?, ?)
      ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value
      """)
    statement.bind(1, name)
    statement.bind(2, Int(value))
    try statement.run()
  }
}
