import CSQLite

/// What SQLite said when something did not work.
struct SQLFailure: Error, CustomStringConvertible {
  /// The extended result code.
  var code: Int32
  /// The system's error number beneath it, 0 when there is none.
  var systemError: Int32
  /// SQLite's own words.
  var message: String

  var description: String { message }

  /// The failure that a connection reports last.
  init(code: Int32, connection: OpaquePointer?) {
    self.code = connection.map { sqlite3_extended_errcode($0) } ?? code
    systemError = connection.map { sqlite3_system_errno($0) } ?? 0
    message =
      connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
      ?? String(cString: sqlite3_errstr(code))
  }

  init(code: Int32, systemError: Int32 = 0, message: String) {
    self.code = code
    self.systemError = systemError
    self.message = message
  }
}

/// A prepared statement on the session's connection, without a String per value and without a copy
/// of bytes that outlive the step.
final class SQLStatement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  /// Compiles SQL.
  init(_ sql: String, on connection: OpaquePointer) throws {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw SQLFailure(code: code, connection: connection)
    }
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  // MARK: Arguments, from 1

  func bind(_ place: Int32, _ value: Int64) { sqlite3_bind_int64(handle, place, value) }

  func bind(_ place: Int32, _ value: Int) { sqlite3_bind_int64(handle, place, Int64(value)) }

  func bind(_ place: Int32, _ value: Int?) {
    if let value { bind(place, value) } else { bindNull(place) }
  }

  func bindNull(_ place: Int32) { sqlite3_bind_null(handle, place) }

  func bind(_ place: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bind(place, $0, copied) }
  }

  /// Binds UTF-8 that SQLite copies.
  func bind(_ place: Int32, copying text: [UInt8]) {
    text.withUnsafeBufferPointer { bind(place, $0, copied) }
  }

  /// Binds UTF-8 that stays where it is until the statement is reset or bound anew.
  func bind(_ place: Int32, staying text: UnsafeBufferPointer<UInt8>) {
    bind(place, text, nil)
  }

  /// Binds bytes that SQLite copies.
  func bind(_ place: Int32, blob: [UInt8]) {
    blob.withUnsafeBytes {
      if $0.isEmpty {
        _ = sqlite3_bind_zeroblob(handle, place, 0)
      } else {
        _ = sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), copied)
      }
    }
  }

  private func bind(
    _ place: Int32, _ text: UnsafeBufferPointer<UInt8>, _ ownership: sqlite3_destructor_type?
  ) {
    // A null pointer would mean NULL, also where there are no bytes.
    guard let start = text.baseAddress, !text.isEmpty else {
      sqlite3_bind_text(handle, place, "", 0, copied)
      return
    }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(handle, place, $0, Int32(text.count), ownership)
    }
  }

  // MARK: Steps

  /// Goes to the next row; false at the end.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let failure = SQLFailure(code: code, connection: connection)
      sqlite3_reset(handle)
      throw failure
    }
  }

  /// Makes it ready for another run; the arguments stay.
  func reset() { sqlite3_reset(handle) }

  /// Runs it to its end and makes it ready for another run; rows are passed over.
  func run() throws {
    while try step() {}
    reset()
  }

  /// Rows that the last run of an insert, update or delete touched.
  var touched: Int { Int(sqlite3_changes(connection)) }

  // MARK: Columns, from 0

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func isInteger(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_INTEGER
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func intOrNil(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }

  /// The bytes of a text or a blob; they stand only until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }
}

/// Tells SQLite to copy what is bound.
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
