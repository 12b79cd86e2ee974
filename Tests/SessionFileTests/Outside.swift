import Glibc

@testable import SessionFile

/// Another program at the same file.
enum Outside {
  /// Runs SQL on a file.
  static func run(_ sql: String, on path: String) throws {
    try Connection(path: path).run(sql)
  }

  /// The one number that SQL gives.
  static func number(_ sql: String, on path: String) throws -> Int? {
    let statement = try Connection(path: path).once(sql)
    return try statement.step() ? statement.intOrNil(0) : nil
  }

  /// The one text that SQL gives.
  static func text(_ sql: String, on path: String) throws -> String? {
    let statement = try Connection(path: path).once(sql)
    return try statement.step() && !statement.isNull(0) ? statement.text(0) : nil
  }
}

extension Outside {
  /// A file as text; empty when it cannot be read.
  static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1_000_000)
    let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
