import CSQLite
import Glibc
import Migration

/// A connection to a file of SQLite's, with its compiled statements; closed when it is let go.
///
/// Used from one thread at a time, which SQLite relies on.
final class Connection {
  /// What a transaction is for, which says when it takes its lock.
  enum Purpose: String {
    case reading = "BEGIN"
    case writing = "BEGIN IMMEDIATE"
  }

  /// The name under which SQLite keeps everything in memory.
  static let inMemory = ":memory:"

  private let handle: OpaquePointer
  private var statements: [String: SQLStatement] = [:]
  private var writings: [WritingKey: SQLStatement] = [:]

  /// Opens a file, and makes it where there is none and it is not only to be read. Who finds it in use
  /// tries again for `patience` milliseconds.
  init(path: String, readOnly: Bool = false, patience: Int32 = 2_000) throws {
    var opened: OpaquePointer?
    let access = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = sqlite3_open_v2(RawName.bytes(path), &opened, access | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let failure = SQLFailure(code: code, connection: opened)
      sqlite3_close_v2(opened)
      throw failure
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, patience)
  }

  /// Opens the bytes of a file, in memory and for reading; what is read of them changes nothing on the
  /// disk.
  convenience init(bytes: [UInt8]) throws {
    try self.init(path: Self.inMemory)
    guard let copy = sqlite3_malloc64(UInt64(max(1, bytes.count))) else {
      throw SQLFailure(code: SQLITE_NOMEM, message: String(cString: sqlite3_errstr(SQLITE_NOMEM)))
    }
    bytes.withUnsafeBytes { all in
      if let start = all.baseAddress { copy.copyMemory(from: start, byteCount: all.count) }
    }
    let count = sqlite3_int64(bytes.count)
    // SQLite frees the copy, also where it refuses it.
    let code = sqlite3_deserialize(
      handle, "main", copy.assumingMemoryBound(to: UInt8.self), count, count,
      UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY))
    guard code == SQLITE_OK else { throw SQLFailure(code: code, connection: handle) }
  }

  deinit {
    statements.removeAll()
    writings.removeAll()
    sqlite3_close_v2(handle)
  }

  // MARK: Statements

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

  /// A compiled statement that writes into a tracked table, kept for the next time; its SQL is put
  /// together the first time only.
  func statement(_ key: WritingKey, _ sql: () -> String) throws -> SQLStatement {
    if let known = writings[key] {
      known.reset()
      return known
    }
    let made = try SQLStatement(sql(), on: handle)
    writings[key] = made
    return made
  }

  /// Compiles a statement that is not kept.
  func once(_ sql: String) throws -> SQLStatement { try SQLStatement(sql, on: handle) }

  /// Runs SQL without arguments, of one statement or of several; rows are passed over.
  func run(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLFailure(code: code, connection: handle) }
  }

  // MARK: The whole file

  /// Runs what belongs together: all of it, or nothing.
  func transaction<Value>(
    for purpose: Purpose, _ body: (Connection) throws -> Value
  ) throws -> Value {
    try statement(purpose.rawValue).run()
    do {
      let value = try body(self)
      try statement("COMMIT").run()
      return value
    } catch {
      // SQLite may have rolled back already, on a full disk for one.
      try? statement("ROLLBACK").run()
      throw error
    }
  }

  /// The number that SQLite drew for the journal of the transaction that is going on; 0 where nothing
  /// is written yet, or everything is in memory. Source: the SQLite file format, section 3.
  var journalNumber: Int {
    guard let name = sqlite3_db_filename(handle, "main"), name.pointee != 0,
      let journal = sqlite3_filename_journal(name)
    else { return 0 }
    let descriptor = open(journal, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var bytes: [UInt8] = [0, 0, 0, 0]
    guard pread(descriptor, &bytes, bytes.count, 12) == bytes.count else { return 0 }
    return BigEndian.number(bytes, at: 0)
  }

  /// Copies everything into another connection's file, as it is at one moment.
  func copy(to other: Connection) throws {
    guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw SQLFailure(code: SQLITE_ERROR, connection: other.handle)
    }
    let code = sqlite3_backup_step(backup, -1)
    let end = sqlite3_backup_finish(backup)
    if end != SQLITE_OK { throw SQLFailure(code: end, connection: other.handle) }
    // One that was busy to the end of its patience is no failure to `sqlite3_backup_finish`.
    if code != SQLITE_DONE {
      throw SQLFailure(code: code, message: String(cString: sqlite3_errstr(code)))
    }
  }
}

/// Which columns of which tracked table a statement writes, and how: by numbers, which are found faster
/// than SQL.
struct WritingKey: Hashable {
  var table: Int
  var columns: UInt64
  var kind: Int
}
