import GRDB
import GRDBSQLite

/// The session's connection as SQLite's own functions take it, with its compiled statements.
///
/// Used from one thread at a time, always within a block of the queue that owns the connection.
final class Connection {
  private let handle: OpaquePointer
  private var statements: [String: SQLStatement] = [:]

  /// The connection that GRDB has opened.
  init(of database: Database) throws {
    guard let handle = database.sqliteConnection else {
      throw SQLFailure(code: SQLITE_MISUSE, message: "closed")
    }
    self.handle = handle
  }

  /// Ends GRDB's looking at every column of every statement that is compiled: it learns from that what
  /// its own statements touch, and it runs none once the file is open.
  func endAuthorizing() { sqlite3_set_authorizer(handle, nil, nil) }

  /// A compiled statement, kept for the next time and ready to run.
  func statement(_ sql: String) throws -> SQLStatement {
    if let known = statements[sql] {
      known.reset()
      return known
    }
    let made = try SQLStatement(sql, on: handle)
    statements[sql] = made
    return made
  }

  /// Compiles a statement that is not kept.
  func once(_ sql: String) throws -> SQLStatement { try SQLStatement(sql, on: handle) }

  /// Runs SQL without arguments or rows.
  func run(_ sql: String) throws { try once(sql).run() }

  /// Forgets the compiled statements, so that the connection can be closed.
  func forgetStatements() { statements.removeAll() }
}
