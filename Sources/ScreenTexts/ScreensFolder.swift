import Glibc

/// A folder built like `screens/`: one folder a language, in it one file a screen.
package enum ScreensFolder {
  /// Reads every file of the folder, in the order of their paths; throws at the first that is
  /// damaged. Says nothing about what the files say: that is for `ScreensCheck`.
  package static func read(_ path: String) throws(ScreensError) -> [ScreenFile] {
    let paths = try files(in: path)
    guard !paths.isEmpty else { throw ScreensError(file: path, reason: .noFiles) }
    var files: [ScreenFile] = []
    for path in paths {
      files.append(try readFile(path))
    }
    return files
  }

  /// Reads one file.
  package static func readFile(_ path: String) throws(ScreensError) -> ScreenFile {
    try ScreenFile(path: path, bytes: bytes(of: path))
  }

  /// The paths of the YAML files in the folders of the folder, sorted. Hidden ones, the pictures
  /// and other kinds of files are passed over.
  package static func files(in path: String) throws(ScreensError) -> [String] {
    var found: [String] = []
    for name in try names(in: path) where name != "pictures" && isFolder("\(path)/\(name)") {
      for file in try names(in: "\(path)/\(name)")
      where file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
        found.append("\(path)/\(name)/\(file)")
      }
    }
    return found.sorted()
  }

  private static func names(in path: String) throws(ScreensError) -> [String] {
    guard let folder = opendir(path) else {
      throw ScreensError(file: path, reason: .unreadable(errno))
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      // A record may be shorter than its type says, so the name is read where it lies, to its
      // zero byte, and never copied as the array of 256 that C declares.
      guard let place = MemoryLayout<dirent>.offset(of: \.d_name) else { continue }
      let start = UnsafeRawPointer(entry).advanced(by: place)
      let name = String(cString: start.assumingMemoryBound(to: CChar.self))
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func bytes(of path: String) throws(ScreensError) -> [UInt8] {
    // Without O_NONBLOCK a named pipe would keep the program waiting for its other end.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw ScreensError(file: path, reason: .unreadable(errno)) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    var length = 0
    while length <= ScreenFile.longest {
      if length == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: bytes.count))
      }
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress?.advanced(by: length), buffer.count - length)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw ScreensError(file: path, reason: .unreadable(errno))
      }
      if count == 0 { break }
      length += count
    }
    return Array(bytes[..<length])
  }
}
