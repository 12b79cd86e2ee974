import Foundation

/// Files that a test makes and takes away again.
enum TemporaryFile {
  /// Writes a file into a folder of its own and gives its path.
  static func write(_ text: String, as name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path(percentEncoded: false)
  }

  /// Takes the file and its folder away.
  static func remove(_ path: String) {
    try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
  }

  /// Packs a file with the system's own gzip, in its place.
  static func pack(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", path]
    try process.run()
    process.waitUntilExit()
    return path + ".gz"
  }
}
