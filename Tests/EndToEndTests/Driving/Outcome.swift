import Foundation
import Subprocess
import Testing

/// How a program ended and what it said.
struct Outcome: CustomTestStringConvertible {
  /// How it ended.
  let end: TerminationStatus
  /// What it wrote to standard output.
  let output: [UInt8]
  /// What it wrote to standard error.
  let error: [UInt8]

  /// The exit code; nil when a signal ended it.
  var status: Int? {
    if case .exited(let code) = end { Int(code) } else { nil }
  }

  /// Whether SIGKILL ended it.
  var isKilled: Bool { end == .signaled(9) }

  var testDescription: String {
    "\(end), wrote \(text.debugDescription), \(problem.debugDescription)"
  }

  var text: String { String(decoding: output, as: UTF8.self) }
  var problem: String { String(decoding: error, as: UTF8.self) }

  /// The lines of standard output.
  var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// The lines of standard output, each read as JSON.
  func records() throws -> [JSONValue] {
    try lines.map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
  }

  /// Bytes that would steer a terminal: control characters but the line feed, and C1 in UTF-8.
  var steering: [UInt8] {
    let both = output + error
    let c1 = zip(both, both.dropFirst()).filter { $0 == 0xC2 && (0x80...0x9F).contains($1) }
    return both.filter { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F } + c1.map(\.1)
  }

  /// Whether standard error is one sentence of the program's for people: its name and words, and no
  /// dump of a value.
  var isOneSentence: Bool {
    let words = problem.split { $0 == " " || $0 == "\n" }
    return problem.hasPrefix("overstap: ") && problem.hasSuffix("\n") && words.count > 3
      && problem.split(separator: "\n").count == 1 && !problem.contains("(\"")
      && !problem.contains("Error")
  }
}
