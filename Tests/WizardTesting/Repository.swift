import Glibc

/// The folder of the project, from which tests read pictures, sources and the README.
package enum Repository {
  /// Its path, found from this file's own.
  package static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The text of a file by its path in the project; nil when there is none.
  package static func text(_ path: String) -> String? {
    guard let file = fopen("\(root)/\(path)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a file by its path in the project; its folder is made when it is not there.
  package static func write(_ text: String, to path: String) throws {
    let whole = "\(root)/\(path)"
    var folder = ""
    for part in whole.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    guard let file = fopen(whole, "w") else { throw ScenarioFileFailure(path: whole, code: errno) }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw ScenarioFileFailure(path: whole, code: errno) }
  }

  /// The names in a folder of the project, without hidden ones, sorted; none when it is not there.
  package static func names(in path: String) -> [String] {
    guard let folder = opendir("\(root)/\(path)") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      // The name is read where it lies, since a record may be shorter than its type says.
      guard let place = MemoryLayout<dirent>.offset(of: \.d_name) else { continue }
      let start = UnsafeRawPointer(entry).advanced(by: place)
      let name = String(cString: start.assumingMemoryBound(to: CChar.self))
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The names of the folders in a folder of the project.
  package static func folders(in path: String) -> Set<String> {
    Set(
      names(in: path).filter { name in
        guard let folder = opendir("\(root)/\(path)/\(name)") else { return false }
        closedir(folder)
        return true
      })
  }

  /// The paths of all Swift files under a folder of the project, sorted.
  package static func swiftFiles(under path: String) -> [String] {
    names(in: path).flatMap { name -> [String] in
      let inner = "\(path)/\(name)"
      return name.hasSuffix(".swift") ? [inner] : swiftFiles(under: inner)
    }
  }
}
