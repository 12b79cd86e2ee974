import Documents
import Foundation
import Seeds
import Testing

extension Started {
  /// What shellcheck says of a script; its own comments in it turn nothing off.
  static func shellcheck(_ script: ScriptFile) throws -> [String] {
    let path = NSTemporaryDirectory() + "overstap-\(UUID().uuidString).sh"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(script.bytes).write(to: URL(fileURLWithPath: path))
    #expect(!String(decoding: script.bytes, as: UTF8.self).contains("shellcheck disable"))
    return try run(["/usr/bin/shellcheck", "--format=gcc", path]).lines
  }
}
