import Glibc
import Migration
import SessionFile

/// A folder of its own for one test, gone with it.
final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/overstap-session-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw NoFolder() }
    path = String(cString: made)
  }

  deinit {
    for name in names { unlink(RawName.bytes(file(name))) }
    rmdir(path)
  }

  struct NoFolder: Error {}

  /// The names of the files in it.
  var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        RawName.text(Array(bytes.prefix { $0 != 0 }))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { path + "/" + name }

  /// The session's path.
  var session: String { file("session.sqlite") }

  /// Opens the session for writing.
  func open() throws -> SessionFile {
    try SessionFile.open(path: session, access: .readWrite)
  }

  /// Writes bytes into a file.
  func write(_ bytes: [UInt8], to name: String) throws {
    let descriptor = Glibc.open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw NoFolder() }
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw NoFolder() }
  }

  /// The bytes of a file.
  func bytes(_ name: String) throws -> [UInt8] {
    let descriptor = Glibc.open(RawName.bytes(file(name)), O_RDONLY)
    guard descriptor >= 0 else { throw NoFolder() }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  /// The rights of a file, such as 0o600.
  func mode(_ name: String) -> UInt32 {
    var status = stat()
    return stat(file(name), &status) == 0 ? status.st_mode & 0o777 : 0
  }

  func exists(_ name: String) -> Bool { access(file(name), F_OK) == 0 }
}
