import Glibc
import Migration
import SystemPackage

/// Why a file could not be read or written, with the system's words.
struct FileFailure: Error {
  /// The file.
  var path: String
  /// What the system said.
  var reason: Reason

  enum Reason: Equatable {
    case missing
    case isFolder
    /// A pipe, a device or a socket: no file that could be read to its end.
    case special
    case full
    case other(String)
  }

  /// What the system said, as messages take it.
  var words: String {
    switch reason {
    case .missing: SystemReason.text(ENOENT)
    case .isFolder: SystemReason.text(EISDIR)
    case .special: ""
    case .full: SystemReason.text(ENOSPC)
    case .other(let words): words
    }
  }

  /// The key of the sentence in `messages` that says that it could not be read.
  var unreadKey: String {
    switch reason {
    case .missing: "file-missing"
    case .isFolder: "file-is-folder"
    case .special: "file-special"
    case .full, .other: "file-unreadable"
    }
  }

  init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  init(_ path: String, _ error: any Error) {
    self.path = path
    if let found = error as? FileFailure {
      reason = found.reason
      return
    }
    switch error as? Errno {
    case .noSuchFileOrDirectory: reason = .missing
    case .isDirectory: reason = .isFolder
    case .noSpace: reason = .full
    case let errno?: reason = .other(SystemReason.text(errno.rawValue))
    case nil: reason = .other(SystemReason.unsaid)
    }
  }
}

/// Reading and writing files as bytes: whole, in pieces, and in one go that is never half done.
enum FileAccess {
  /// Bytes of one piece.
  static let pieceSize = 1 << 20

  /// The whole file.
  static func read(_ path: String) throws(FileFailure) -> [UInt8] {
    do {
      let file = try open(path)
      return try file.closeAfter {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size(file))
        try pieces(of: file) { bytes.append(contentsOf: $0) }
        return bytes
      }
    } catch {
      throw FileFailure(path, error)
    }
  }

  /// The file piece by piece, in memory of one piece; `body` says whether to go on.
  static func read(
    _ path: String, _ body: (Span<UInt8>) -> Bool
  ) throws(FileFailure) {
    do {
      let file = try open(path)
      try file.closeAfter { try read(rest: file, body) }
    } catch {
      throw FileFailure(path, error)
    }
  }

  /// What an open file still has, piece by piece; `body` says whether to go on.
  static func read(rest file: FileDescriptor, _ body: (Span<UInt8>) -> Bool) throws {
    try withUnsafeTemporaryAllocation(byteCount: pieceSize, alignment: 64) { buffer in
      while true {
        let count = try file.read(into: buffer)
        let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        guard count > 0, body(Span(_unsafeBytes: piece)) else { return }
      }
    }
  }

  /// The first bytes of a file, at most `count`.
  static func head(_ path: String, count: Int) throws(FileFailure) -> [UInt8] {
    do {
      let file = try open(path)
      return try file.closeAfter { try head(of: file, count: count) }
    } catch {
      throw FileFailure(path, error)
    }
  }

  /// The first bytes of an open file, at most `count`.
  static func head(of file: FileDescriptor, count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let read = try file.read(into: UnsafeMutableRawBufferPointer(rest))
        if read == 0 { break }
        filled += read
      }
    }
  }

  /// Where a file lies while it is written.
  static func partPath(_ path: String) -> String { path + ".part" }

  /// Where a file that lies there is going to be; any other path as it is.
  static func wholePath(_ path: String) -> String {
    path.hasSuffix(".part") ? String(path.dropLast(5)) : path
  }

  /// Writes a file for its owner only: beside it first, then in its place, never half. Of many files that
  /// are nothing one by one the disk is told once, by `synchronise`.
  static func write(
    _ bytes: [UInt8], to path: String, isSynchronised: Bool = true
  ) throws(FileFailure) {
    let temporary = partPath(path)
    // What an earlier run left there may belong to others, or lead elsewhere: it is not written into.
    unlink(RawName.bytes(temporary))
    do {
      let file = try FileDescriptor.open(
        FilePath(named: temporary), .writeOnly, options: [.create, .exclusiveCreate],
        permissions: [.ownerReadWrite])
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        guard !isSynchronised || fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
      }
      guard rename(RawName.bytes(temporary), RawName.bytes(path)) == 0 else {
        throw Errno(rawValue: errno)
      }
    } catch {
      unlink(RawName.bytes(temporary))
      throw FileFailure(path, error)
    }
  }

  /// Has all that was written lie on the disks; on Linux it waits until that is so.
  static func synchronise() { sync() }

  /// Makes a folder for its owner only, and those above it that are missing.
  static func makeFolder(_ path: String) throws(FileFailure) {
    if mkdir(RawName.bytes(path), 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let above = FilePath(named: path).removingLastComponentText else {
      throw FileFailure(path, Errno(rawValue: errno))
    }
    try makeFolder(above)
    guard mkdir(RawName.bytes(path), 0o700) == 0 || errno == EEXIST else {
      throw FileFailure(path, Errno(rawValue: errno))
    }
  }

  /// When a file was written last, in local time; nil where it cannot be asked.
  static func writtenAt(_ path: String) -> Moment? {
    var status = stat()
    guard stat(RawName.bytes(path), &status) == 0 else { return nil }
    return WallClock.moment(at: status.st_mtim.tv_sec)
  }

  /// When an open file was written last, in local time.
  static func writtenAt(_ file: FileDescriptor) throws -> Moment {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    return WallClock.moment(at: status.st_mtim.tv_sec)
  }

  /// The folder in which a file is: the present one where its path names none.
  static func folder(of path: String) -> String {
    guard let stroke = path.lastIndex(of: "/") else { return "." }
    return stroke == path.startIndex ? "/" : String(path[..<stroke])
  }

  /// Makes a folder for its owner only, and those above it; false where something has the path already.
  static func makeOwnFolder(_ path: String) throws(FileFailure) -> Bool {
    if let above = FilePath(named: path).removingLastComponentText { try makeFolder(above) }
    if mkdir(RawName.bytes(path), 0o700) == 0 { return true }
    guard errno == EEXIST else { throw FileFailure(path, Errno(rawValue: errno)) }
    return false
  }

  /// A path without its ending that nothing has yet with any of the endings: the base, with a number
  /// behind it where that is taken.
  static func freePath(_ base: String, endings: [String]) -> String {
    var path = base
    var number = 2
    while endings.contains(where: { exists(path + $0) }) {
      path = "\(base)-\(number)"
      number += 1
    }
    return path
  }

  /// The names in a folder; nil where it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let directory = opendir(RawName.bytes(folder)) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          RawName.text(Array(bytes.prefix { $0 != 0 }))
        })
    }
    return names
  }

  /// The paths of the files in a folder and in the folders within it, hidden ones left out, by name.
  static func files(in folder: String, depth: Int = 4) -> [String] {
    (names(in: folder) ?? []).filter { !$0.hasPrefix(".") && !$0.hasSuffix(".part") }.sorted()
      .flatMap { name -> [String] in
        let path = folder + "/" + name
        guard isFolder(path) else { return [path] }
        return depth > 0 ? files(in: path, depth: depth - 1) : []
      }
  }

  /// Whether there is a folder, links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(RawName.bytes(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Takes a file away; one that is not there is no error.
  static func remove(_ path: String) throws(FileFailure) {
    guard unlink(RawName.bytes(path)) == 0 || errno == ENOENT else {
      throw FileFailure(path, Errno(rawValue: errno))
    }
  }

  /// Whether there is a file or folder.
  static func exists(_ path: String) -> Bool { access(RawName.bytes(path), F_OK) == 0 }

  /// Bytes of a file; 0 where it cannot be asked.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(RawName.bytes(path), &status) == 0 ? max(0, Int(status.st_size)) : 0
  }

  /// What stands for standard input on the command line.
  static let standardInput = "-"

  /// Opens a file for reading, which is one after links are followed: a pipe nobody writes to or a
  /// terminal would be waited for without end.
  static func open(_ path: String) throws -> FileDescriptor {
    if path == standardInput { return try FileDescriptor.standardInput.duplicate() }
    let file = try FileDescriptor.open(
      FilePath(named: path), .readOnly, options: [.nonBlocking, .closeOnExec])
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else {
      let error = Errno(rawValue: errno)
      try file.close()
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return file
    case S_IFDIR:
      try file.close()
      throw Errno.isDirectory
    default:
      try file.close()
      throw FileFailure(path, .special)
    }
  }

  private static func size(_ file: FileDescriptor) -> Int {
    var status = stat()
    return fstat(file.rawValue, &status) == 0 ? max(0, Int(status.st_size)) : 0
  }

  private static func pieces(
    of file: FileDescriptor, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws {
    try withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 64) { buffer in
      while true {
        let count = try file.read(into: buffer)
        if count == 0 { return }
        body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }
}

extension FilePath {
  /// The folder that holds it; nil at the top.
  fileprivate var removingLastComponentText: String? {
    var folder = self
    guard folder.removeLastComponent(), !folder.isEmpty else { return nil }
    return folder.string
  }
}
