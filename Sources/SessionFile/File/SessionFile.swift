import Glibc
import Migration

/// The SQLite file of one migration: the one connection to it, and everything that is read from and
/// written into it.
///
/// Used from one thread at a time; it is not `Sendable`, so that the compiler sees to that. Every
/// change is one transaction with its journal entry, its inverse and the counts; when `apply`,
/// `undo`, `redo` or `keep` returns, the data is on the disk (rollback journal, `synchronous=FULL`).
package final class SessionFile {
  /// What the caller wants to do with a file.
  package enum Access: Sendable {
    /// Read and write; a file that does not exist is made.
    case readWrite
    /// Read only; the file has to exist.
    case readOnly
  }

  /// Whether changes can be made, and if not, why.
  package enum Writability: Hashable, Sendable {
    /// Changes can be made.
    case writable
    /// It was opened for reading.
    case readOnlyAsked
    /// A newer version of the program made it; its number of tables' version.
    case readOnlyNewer(Int)
    /// The file or its folder cannot be written.
    case readOnlyPlace
  }

  /// The path that it was opened with; nil in memory.
  package let path: String?
  /// Whether changes can be made.
  package let writability: Writability
  /// The copy that was made of an older file before it was brought up to date; nil when none was.
  package let backup: String?

  /// The day as of which it is counted what waits; that of the last change while nobody says it.
  package var today: Day?

  let connection: Connection
  /// Which file of the disk it is; nil in memory.
  private let origin: FileOrigin?
  /// The state that was written or opened last; nil before that is known.
  private var state: SessionImage.Identity?
  /// Ids and folded text for filter and sort; nil before it is built and after a change in bulk.
  var index: RowIndex?
  /// The network use for filter and sort; nil before it is asked for and after most changes.
  var uses: UseIndex?
  /// The computers and what is on them; nil before they are asked for.
  var devices: DeviceIndex?
  /// What the file holds as place, when it is known, so that the same is not written twice.
  var keptPlace: Place?

  init(path: String?, writability: Writability, backup: String?, connection: Connection) {
    self.path = path
    self.writability = writability
    self.backup = backup
    self.connection = connection
    guard writability == .writable, let path else {
      origin = nil
      return
    }
    origin = FileOrigin(path)
    state = try? SessionImage.Identity.current(connection)
  }

  /// An empty migration that is gone when the program ends; for a demonstration and for tests.
  package static func inMemory() throws(SessionOpenError) -> sending SessionFile {
    do {
      let connection = try SessionOpener.connect(to: Connection.inMemory, readOnly: false)
      try Schema.current.migrate(connection)
      return SessionFile(
        path: nil, writability: .writable, backup: nil, connection: connection)
    } catch {
      throw SessionOpenError(error)
    }
  }

  /// Opens a migration's file, and makes it for `.readWrite` where there is none.
  ///
  /// A file of an older program is copied beside itself and brought up to date; a newer one, and one
  /// that cannot be written, are opened for reading, which `writability` says. Take the
  /// `SessionLock` before opening for writing.
  package static func open(
    path: String, access: Access
  ) throws(SessionOpenError) -> sending SessionFile {
    try open(path: path, access: access, schema: .current)
  }

  static func open(
    path: String, access: Access, schema: Schema
  ) throws(SessionOpenError) -> sending SessionFile {
    do {
      return try SessionOpener(path: path, schema: schema).open(access)
    } catch {
      throw SessionOpenError(error)
    }
  }

  // MARK: Transactions

  /// Reads within one short transaction, so that all that is read belongs together.
  func reading<Value>(
    _ body: (Connection) throws -> Value
  ) throws(SessionReadError) -> Value {
    do {
      return try connection.transaction(for: .reading, body)
    } catch {
      throw SessionReadError(error)
    }
  }

  /// Writes within one transaction: all of it, or nothing.
  func writing<Value>(
    _ body: (Connection) throws -> Value
  ) throws(ChangeRefusal) -> Value {
    guard writability == .writable else { throw .readOnly }
    if let path, let origin {
      guard let now = FileOrigin(path) else { throw .fileGone }
      guard now == origin else { throw .fileReplaced }
    }
    do {
      var written = state
      let value = try connection.transaction(for: .writing) { connection in
        if let state, try SessionImage.Identity.current(connection) != state {
          throw ChangeRefusal.fileReplaced
        }
        // First of all, so that a journal that is left has it whenever it has anything.
        try SessionImage.Identity.renew(connection)
        written = try SessionImage.Identity.current(connection)
        return try body(connection)
      }
      state = written
      return value
    } catch {
      let refusal = ChangeRefusal(error)
      if case .notWritable = refusal, isDiskFull { throw .diskFull }
      throw refusal
    }
  }

  /// Whether the disk has no room at all: the system's error is lost where SQLite fails to
  /// synchronise, so the disk itself is asked.
  private var isDiskFull: Bool {
    var status = statvfs()
    guard let path, statvfs(RawName.bytes(path), &status) == 0 else { return false }
    return status.f_bavail == 0
  }

  /// Which file lies at a path, whatever its name.
  private struct FileOrigin: Equatable {
    var device: dev_t
    var inode: ino_t

    /// Looks at a path; nil where nothing lies.
    init?(_ path: String) {
      var status = stat()
      guard stat(RawName.bytes(path), &status) == 0 else { return nil }
      (device, inode) = (status.st_dev, status.st_ino)
    }
  }
}
