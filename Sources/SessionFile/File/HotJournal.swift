import Glibc
import Migration

/// A journal that SQLite would play back as soon as it looks at the session, and the session, as both
/// are on the disk.
///
/// SQLite asks for no proof that a journal is of the file beside which it lies: an older copy that is
/// put in the file's place, or a journal of another file, comes out as a file of both. So both are
/// looked at in memory first, and the disk is left as it is until they are known to belong together.
struct HotJournal {
  /// The session's path after links are followed, beside which SQLite looks for the journal.
  let path: String
  let file: [UInt8]
  let journal: [UInt8]

  static func journalPath(_ path: String) -> String { path + "-journal" }

  /// The journal beside a session that would be played back; nil where there is none, or somebody is
  /// just writing it.
  static func find(at path: String) throws -> HotJournal? {
    let path = Self.resolved(path)
    guard let size = fileSize(journalPath(path)), size > 0 else { return nil }
    for _ in 0..<3 {
      let before = [Stamp(path), Stamp(journalPath(path))]
      guard let bytes = try WholeFile.read(journalPath(path)), bytes.first != 0, !bytes.isEmpty
      else { return nil }
      let file = try WholeFile.read(path) ?? []
      if !file.isEmpty, try !isHot(path) { return nil }
      // Whoever wrote meanwhile, or put it right, did so between two looks.
      if before == [Stamp(path), Stamp(journalPath(path))] {
        return HotJournal(path: path, file: file, journal: bytes)
      }
    }
    throw SessionOpenError.busy
  }

  /// The session as it was before the write that was broken off.
  func playedBack(_ schema: Schema) throws -> SessionImage {
    if RollbackJournal.isEmpty(journal) { return try SessionImage(file) }
    guard let parsed = RollbackJournal(journal) else { throw stray(.unreadable, nil, schema) }
    guard !file.isEmpty || parsed.pageCount == 0 else { throw stray(.alone, nil, schema) }
    guard isLaidOut(as: parsed) else { throw stray(.unreadable, nil, schema) }
    let image = try SessionImage(parsed.playedBack(on: file))
    if let cause = try misfit(parsed, image) {
      throw stray(parsed.isCut ? .cut : cause, image, schema)
    }
    if parsed.isCut { throw stray(.cut, image, schema) }
    guard parsed.pageCount == 0 || image.isSound(schema) else {
      throw stray(.unsound, image, schema)
    }
    return image
  }

  /// The session as it is without the journal.
  func withoutJournal() throws -> SessionImage { try SessionImage(file) }

  private func stray(
    _ cause: StrayJournal.Cause, _ image: SessionImage?, _ schema: Schema
  ) -> SessionOpenError {
    .strayJournal(
      StrayJournal(
        cause: cause, path: Self.journalPath(path),
        without: file.isEmpty ? nil : (try? withoutJournal())?.glance(schema),
        with: image?.glance(schema)))
  }

  // MARK: Belonging together

  /// Whether the journal's pages are of the size of the file's.
  private func isLaidOut(as journal: RollbackJournal) -> Bool {
    guard file.count >= 100, file[0] != 0 else { return true }
    let size = Int(file[16]) << 8 | Int(file[17])
    return (size == 1 ? 65_536 : size) == journal.pageSize
  }

  /// Why the journal is not of the write that was broken off in this file; nil when it is.
  private func misfit(
    _ journal: RollbackJournal, _ image: SessionImage
  ) throws -> StrayJournal.Cause? {
    // The making was broken off, before there was anything to lose.
    if journal.pageCount == 0 { return isJustBegun ? nil : .otherSession }
    // Nothing goes back, so that the file has to be as long as it was.
    if journal.pages.isEmpty, !journal.isCut {
      return file.count == journal.pageCount * journal.pageSize ? nil : .otherState
    }
    guard let page = image.identityPage else { return try olderMisfit(journal, image) }
    return try misfit(journal, image, identityPage: page)
  }

  /// The first thing that each write does is to give the session's state a new number, beside that of
  /// the state before. So the journal has the number of the state that the write began with, and the
  /// file has the same, or has it as the one before, with the number that SQLite drew for this journal.
  private func misfit(
    _ journal: RollbackJournal, _ image: SessionImage, identityPage page: Int
  ) throws -> StrayJournal.Cause? {
    guard journal.pages.contains(where: { $0.number == page }), let was = image.identity else {
      return .otherState
    }
    var mixed = image.bytes
    let place = (page - 1) * journal.pageSize..<page * journal.pageSize
    guard place.upperBound <= file.count, place.upperBound <= mixed.count else {
      return .otherSession
    }
    mixed.replaceSubrange(place, with: file[place])
    guard let now = try SessionImage(mixed).identity, now.number == was.number else {
      return .otherSession
    }
    let isBefore = now.state == was.state
    let isOfWrite =
      now.before == was.state && (now.journal == journal.number || now.journal == 0)
    return isBefore || isOfWrite ? nil : .otherState
  }

  /// Of a session whose tables are older than its identity, SQLite's own count of changes and the
  /// number of pages have to be those before the write or those of the write.
  private func olderMisfit(
    _ journal: RollbackJournal, _ image: SessionImage
  ) throws -> StrayJournal.Cause? {
    guard file.count >= 100 else { return .otherState }
    let (now, was) = (Self.changes(file), Self.changes(image.bytes))
    if journal.pages.contains(where: { $0.number == 1 }) {
      return now == was || now == was + 1 ? nil : .otherState
    }
    return BigEndian.number(file, at: 28) == journal.pageCount ? nil : .otherState
  }

  private static func changes(_ bytes: [UInt8]) -> Int { BigEndian.number(bytes, at: 24) }

  /// Whether the file holds no more than the mark by which it is known, or nothing.
  private var isJustBegun: Bool {
    guard file.count >= 100, file.contains(where: { $0 != 0 }) else { return true }
    return Self.changes(file) <= 1 && BigEndian.number(file, at: 60) == 0
  }

  // MARK: The disk

  /// Whether SQLite takes the journal for one that has to be played back. It is asked by a connection
  /// that may only read, which refuses to.
  private static func isHot(_ path: String) throws -> Bool {
    do {
      try Connection(path: path, readOnly: true).run("PRAGMA user_version")
      return false
    } catch {
      guard case .needsRecovery = Trouble(error) else { throw error }
      return true
    }
  }

  /// A path after links are followed; itself where it leads nowhere.
  static func resolved(_ path: String) -> String {
    guard let found = realpath(RawName.bytes(path), nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  private static func fileSize(_ path: String) -> Int? {
    var status = stat()
    guard stat(RawName.bytes(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// By what it is seen that a file was written.
  private struct Stamp: Equatable {
    var size = -1
    var node: UInt64 = 0
    var seconds = 0
    var nanoseconds = 0

    init(_ path: String) {
      var status = stat()
      guard stat(RawName.bytes(path), &status) == 0 else { return }
      size = Int(status.st_size)
      node = UInt64(status.st_ino)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }
}

/// Files as bytes, beside SQLite.
enum WholeFile {
  /// The bytes of a file; nil where there is none.
  static func read(_ path: String) throws -> [UInt8]? {
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
    return try [UInt8](unsafeUninitializedCapacity: max(0, Int(status.st_size))) { buffer, filled in
      while filled < buffer.count {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let count = Glibc.read(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw SessionOpenError.notReadable(errorWords()) }
        if count == 0 { return }
        filled += count
      }
    }
  }

  /// Writes a new file for its owner only, and sees it onto the disk; none is left where it fails.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = Glibc.open(RawName.bytes(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SessionOpenError.notBackedUp(errorWords()) }
    var rest = bytes[...]
    var failed = false
    while !rest.isEmpty, !failed {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      failed = count <= 0
      rest = rest.dropFirst(max(0, count))
    }
    failed = failed || fsync(descriptor) != 0
    let error = errno
    close(descriptor)
    guard failed else { return }
    unlink(RawName.bytes(path))
    if error == ENOSPC || error == EDQUOT { throw SessionOpenError.diskFull }
    throw SessionOpenError.notBackedUp(SystemReason.text(error))
  }
}
