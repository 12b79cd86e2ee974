import Glibc
import Migration

/// How a session file is looked at, made, copied, brought up to date and opened.
struct SessionOpener {
  var path: String
  var schema: Schema

  init(path: String, schema: Schema) {
    // SQLite takes a path that begins with `file:` for an address with options, and one that begins
    // with a colon for no file at all.
    self.path = path.hasPrefix("file:") || path.hasPrefix(":") ? "./" + path : path
    self.schema = schema
  }

  /// How every connection is set up.
  static func connect(to path: String, readOnly: Bool) throws -> Connection {
    let connection = try Connection(path: path, readOnly: readOnly)
    // Opening reads nothing yet: this finds a damaged file, and rolls back what a killed program left.
    try connection.run("SELECT 1 FROM sqlite_master LIMIT 1")
    try connection.run("PRAGMA foreign_keys = ON")
    if !readOnly { try connection.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL") }
    return connection
  }

  func open(_ access: SessionFile.Access) throws -> SessionFile {
    let header = try SessionHeader.read(path)
    switch header {
    case .other(let kind): throw SessionOpenError.notASession(kind)
    case nil, .blank, .interrupted, .session: break
    }
    if let hot = try HotJournal.find(at: path) {
      // Whoever holds the lock is about to put it right, or is in the middle of a write.
      if access == .readOnly, !SessionLock.isFree(of: path) { throw SessionOpenError.busy }
      return try open(access, hot.playedBack(schema))
    }
    switch header {
    case nil:
      guard access == .readWrite else { throw SessionOpenError.notFound }
      return try make()
    case .blank:
      guard access == .readWrite else { throw SessionOpenError.notASession(.empty) }
      return try openForWriting()
    case .interrupted: throw SessionOpenError.notASession(.otherKind)
    case .other(let kind): throw SessionOpenError.notASession(kind)
    case .session(let version):
      guard version <= schema.number, access == .readWrite else {
        return try openReadOnly(.readOnlyAsked)
      }
      guard isWritable else { return try openReadOnly(.readOnlyPlace) }
      return try openForWriting()
    }
  }

  /// Opens a session beside which the journal of a killed write lies: who writes lets SQLite play it
  /// back, who reads gets what comes of that, in memory.
  private func open(_ access: SessionFile.Access, _ image: SessionImage) throws -> SessionFile {
    let version = image.version
    if access == .readWrite, version <= schema.number, isWritable { return try openForWriting() }
    guard version > 0 else { throw SessionOpenError.notASession(.empty) }
    if version > schema.number { return image.file(path: path, .readOnlyNewer(version)) }
    return image.file(path: path, access == .readOnly ? .readOnlyAsked : .readOnlyPlace)
  }

  /// Whether file and folder can be written; the journal is made in the folder.
  private var isWritable: Bool {
    Glibc.access(RawName.bytes(path), W_OK) == 0 && Glibc.access(RawName.bytes(folder), W_OK) == 0
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func make() throws -> SessionFile {
    let descriptor = Glibc.open(RawName.bytes(path), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SessionOpenError.notWritable(errorWords()) }
    close(descriptor)
    return try openForWriting()
  }

  private func openForWriting() throws -> SessionFile {
    closeToOthers()
    let connection = try Self.connect(to: path, readOnly: false)
    var backup: String?
    let version = try Schema.version(of: connection)
    if version < schema.number {
      if version == 0 {
        // First of all the mark, so that a file whose making is interrupted is known as ours.
        try connection.run("PRAGMA application_id = \(Schema.applicationID)")
      } else {
        backup = try copy(connection, before: schema.number)
      }
      try schema.migrate(connection)
    }
    return SessionFile(
      path: path, writability: .writable, backup: backup, connection: connection)
  }

  private func openReadOnly(_ cause: SessionFile.Writability) throws -> SessionFile {
    let connection = try Self.connect(to: path, readOnly: true)
    let version = try Schema.version(of: connection)
    guard version > 0 else { throw SessionOpenError.notASession(.empty) }
    return SessionFile(
      path: path, writability: version > schema.number ? .readOnlyNewer(version) : cause,
      backup: nil, connection: connection)
  }

  /// Takes the rights of others away; the journal and copies follow the file.
  private func closeToOthers() {
    var status = stat()
    guard stat(RawName.bytes(path), &status) == 0, status.st_mode & 0o077 != 0 else { return }
    // A file of another owner stays as that owner has it.
    _ = chmod(RawName.bytes(path), 0o600)
  }

  /// What the system says about a failure, for a sentence.
  private func reason(_ error: any Error) -> String {
    switch Trouble(error) {
    case .diskFull: SystemReason.text(ENOSPC)
    case .readOnly, .needsRecovery: SystemReason.text(EACCES)
    case .notADatabase, .damaged: SystemReason.damaged
    case .moved: SystemReason.text(ENOENT)
    case .busy: SystemReason.text(EBUSY)
    case .other(let words): words
    }
  }

  /// Copies the file beside itself, whole or not at all.
  private func copy(_ connection: Connection, before version: Int) throws -> String {
    let stem = path.hasSuffix(".sqlite") ? String(path.dropLast(7)) : path
    let copy = "\(stem).before-v\(version).sqlite"
    let part = copy + ".part"
    unlink(RawName.bytes(part))
    let descriptor = Glibc.open(RawName.bytes(part), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SessionOpenError.notBackedUp(errorWords()) }
    close(descriptor)
    do {
      try connection.copy(to: Self.connect(to: part, readOnly: false))
    } catch {
      unlink(RawName.bytes(part))
      throw SessionOpenError.notBackedUp(reason(error))
    }
    guard rename(RawName.bytes(part), RawName.bytes(copy)) == 0 else {
      let words = errorWords()
      unlink(RawName.bytes(part))
      throw SessionOpenError.notBackedUp(words)
    }
    return copy
  }
}

extension SessionFile {
  /// Refuses a path at which something lies that is no session, before anything is made beside it.
  package static func demandSession(at path: String) throws(SessionOpenError) {
    do {
      if case .other(let kind)? = try SessionHeader.read(path) {
        throw SessionOpenError.notASession(kind)
      }
    } catch {
      throw SessionOpenError(error)
    }
  }

  /// Whether there is a file of no bytes at a path that no wizard ever worked on.
  package static func isEmptyFileOfOthers(_ path: String) -> Bool {
    guard case .blank? = try? SessionHeader.read(path) else { return false }
    return access(RawName.bytes(path + SessionLock.ending), F_OK) != 0
  }
}

/// What the first hundred bytes of a file say, read without SQLite, so that another program's file
/// is never touched.
///
/// Source: the SQLite file format, section 1.3, the database header.
enum SessionHeader {
  /// The file holds nothing yet.
  case blank
  /// Its making was interrupted.
  case interrupted
  /// It is another kind of file.
  case other(SessionOpenError.OtherFile)
  /// It is a session with tables of this version.
  case session(version: Int)

  /// Looks at a file; nil when there is none.
  static func read(_ path: String) throws -> SessionHeader? {
    let descriptor = Glibc.open(RawName.bytes(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw SessionOpenError.notReadable(errorWords())
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw SessionOpenError.notReadable(errorWords())
    }
    if status.st_mode & S_IFMT == S_IFDIR { return .other(.folder) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other(.otherKind) }
    if status.st_size == 0 { return .blank }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw SessionOpenError.notReadable(errorWords()) }
    guard count == bytes.count, bytes.starts(with: Array("SQLite format 3".utf8) + [0]) else {
      let isZero = bytes[..<count].allSatisfy { $0 == 0 }
      return isZero
        && Glibc.access(RawName.bytes(HotJournal.journalPath(HotJournal.resolved(path))), F_OK) == 0
        ? .interrupted : .other(.otherKind)
    }
    guard BigEndian.number(bytes, at: 68) == Schema.applicationID else {
      return .other(.otherDatabase)
    }
    return .session(version: BigEndian.number(bytes, at: 60))
  }
}

/// What the system says about its last error.
func errorWords() -> String { SystemReason.text(errno) }
