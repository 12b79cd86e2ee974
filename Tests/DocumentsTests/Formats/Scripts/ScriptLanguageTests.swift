import Foundation
import Seeds
import Testing

@testable import Documents

@Suite("The languages of scripts")
struct ScriptLanguageTests {
  /// Values of marks that mean something in one of the languages, and of anything else.
  private static func values(_ count: Int, seed: UInt64, without: String) -> [String] {
    var random = SeededGenerator(seed: seed)
    let marks = Array(
      "'\"`$\\%^&|<>();,!#@*?~{}[]=-+/ \t\n\r.:aZ09é\u{2018}\u{2019}\u{201A}\u{201B}漢"
    )
    .filter { !without.contains($0) }
    return (0..<count).map { _ in
      String(
        (0...Int.random(in: 0...9, using: &random)).map { _ in
          marks[Int.random(in: 0..<marks.count, using: &random)]
        })
    }
  }

  @Test("a shell reads back exactly the values, whatever is in them", arguments: ["sh", "bash"])
  func shell(_ shell: String) throws {
    let values = Self.values(400, seed: 1, without: " ")
    let lines = values.map { value in
      ScriptLanguage.shell.list("servers", ["a", value]) + "\nprintf '%s\\0' \"$servers\"\n"
    }
    #expect(try run(shell, "set -u\n" + lines.joined()) == values.map { "a " + $0 })
  }

  @Test("PowerShell reads back exactly the values, whatever is in them")
  func powerShell() throws {
    for pair in Self.values(400, seed: 2, without: "").map({ ["lic01", $0] }) {
      let line = ScriptLanguage.powerShell.list("servers", pair)
      #expect(try Self.powerShellList(line, "servers") == pair, "\(line)")
    }
  }

  @Test("a batch file reads back exactly the values that it can hold, and never sees another")
  func batch() {
    for value in Self.values(400, seed: 3, without: " ") {
      let line = ScriptLanguage.batch.list("servers", ["lic01", value])
      let canHold = value.unicodeScalars.allSatisfy { !["\"", "\n", "\r"].contains($0) }
      #expect(line.count { $0 == "\"" } == 2 && !line.contains(where: \.isNewline))
      let text = line.replacing("%%", with: "%")
      #expect(text == "set \"servers=lic01\(canHold ? " " + value : "")\"")
      // What is left of it, pair by pair, begins no variable.
      #expect(!line.replacing("%%", with: "").contains("%"))
    }
  }

  @Test("one value comes back as it was, or is refused by the language that can not hold it")
  func oneValue() throws {
    for value in Self.values(200, seed: 5, without: "") {
      let line = try #require(ScriptLanguage.shell.value("results", value))
      #expect(try run("sh", line + "\nprintf '%s\\0' \"$results\"\n") == [value])
      let other = try #require(ScriptLanguage.powerShell.value("share", value))
      let list = other.replacing("$share = ", with: "$share = @(") + ")"
      #expect(try Self.powerShellList(list, "share") == [value])
      let canHold = value.unicodeScalars.allSatisfy {
        $0.isASCII && !["\"", "\n", "\r"].contains($0)
      }
      #expect((ScriptLanguage.batch.value("results", value) != nil) == canHold)
    }
  }

  @Test("a remark is one line of ASCII with no mark that means anything")
  func remarks() {
    for value in Self.values(400, seed: 4, without: "") {
      for language in ScriptLanguage.allCases {
        let line = language.remark(value)
        #expect(line.hasPrefix(language == .batch ? "rem " : "# "))
        #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
        #expect(!line.contains { "%^&|<>`".contains($0) })
      }
    }
  }

  /// The texts that come out of a script, each with a zero behind it.
  private func run(_ shell: String, _ script: String) throws -> [String] {
    let path = NSTemporaryDirectory() + "overstap-script-\(UUID().uuidString).sh"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try script.write(toFile: path, atomically: false, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/" + shell)
    process.arguments = [path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private struct NoList: Error {}

  /// The values of a list of single-quoted texts as PowerShell reads it: two quotation marks, of
  /// whatever kind, are one; the second of them. Source: about_Quoting_Rules, and the tokenizer's
  /// `IsSingleQuote`.
  private static func powerShellList(_ line: String, _ name: String) throws -> [String] {
    let quotes: Set<Unicode.Scalar> = ["'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}"]
    var rest = Array(line.unicodeScalars)[...]
    func take(_ text: String) throws {
      guard rest.starts(with: text.unicodeScalars) else { throw NoList() }
      rest = rest.dropFirst(text.unicodeScalars.count)
    }
    try take("$\(name) = @(")
    var values: [String] = []
    while true {
      try take("'")
      var value = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        if quotes.contains(scalar) {
          guard let second = rest.first, quotes.contains(second) else { break }
          rest = rest.dropFirst()
          value.append(second)
        } else {
          value.append(scalar)
        }
      }
      values.append(String(value))
      if rest.elementsEqual(")".unicodeScalars) { return values }
      try take(", ")
    }
  }
}
