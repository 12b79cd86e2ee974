import Testing
import WizardTesting

@Suite("The code")
struct CodeTests {
  static let sources = Repository.swiftFiles(under: "Sources")

  @Test(
    "nothing in the sources can end the program by being wrong about a value", arguments: sources)
  func noTraps(_ path: String) {
    let source = SwiftSource(Repository.text(path) ?? "")
    for (number, line) in source.code.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      for word in ["try!", "as!", "fatalError", "@unchecked Sendable"] {
        #expect(!line.contains(word), "\(path): code line \(number + 1)")
      }
      #expect(!hasForceUnwrap(line), "\(path): \(line)")
    }
  }

  @Test(
    "a force unwrap is told from a not and a not equal",
    arguments: [
      ("let a = b!", true), ("list[0]!.name", true), ("call()!", true), ("if !a", false),
      ("a != b", false), ("a !== b", false), ("var a: Int!", true), ("!list.isEmpty", false),
    ])
  func unwraps(_ line: String, _ has: Bool) {
    #expect(hasForceUnwrap(line[...]) == has)
  }

  private func hasForceUnwrap(_ line: Substring) -> Bool {
    let characters = Array(line)
    for (place, character) in characters.enumerated() where character == "!" && place > 0 {
      let before = characters[place - 1]
      let behind = characters.indices.contains(place + 1) ? characters[place + 1] : " "
      guard before.isLetter || before.isNumber || before == ")" || before == "]" || before == "_"
      else { continue }
      if behind != "=" { return true }
    }
    return false
  }

  @Test("every package declaration says what it is", arguments: sources)
  func documented(_ path: String) {
    let lines = (Repository.text(path) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard let name = packageName(line), !Self.required.contains(name) else { continue }
      var above = number - 1
      while above >= 0, lines[above].trimmed.hasPrefix("@") { above -= 1 }
      let isDocumented = above >= 0 && lines[above].trimmed.hasPrefix("///")
      #expect(isDocumented, "\(path):\(number + 1): \(line.trimmed)")
    }
  }

  /// What protocols ask for is told where they ask for it.
  static let required: Set<String> = {
    var names: Set<String> = ["description", "debugDescription", "hash", "next", "=="]
    for path in sources {
      var isInProtocol = false
      for line in (Repository.text(path) ?? "").split(separator: "\n") {
        if line.trimmed.contains("protocol "), line.trimmed.hasSuffix("{") { isInProtocol = true }
        if line == "}" { isInProtocol = false }
        guard isInProtocol else { continue }
        let words = line.trimmed.split { !$0.isLetter && $0 != "_" }
        if let place = words.firstIndex(where: { $0 == "func" || $0 == "var" }),
          words.indices.contains(place + 1)
        {
          names.insert(String(words[place + 1]))
        }
      }
    }
    return names
  }()

  /// The name of what a line declares for the whole package; nil when it declares nothing such.
  private func packageName(_ line: Substring) -> String? {
    let words = line.trimmed.split { " (:<{=,".contains($0) }.map(String.init)
    let modifiers: Set<String> = [
      "static", "mutating", "final", "nonisolated", "convenience", "consuming", "borrowing",
      "indirect", "private", "lazy", "class", "override", "prefix",
    ]
    guard
      words.first == "package"
        || (words.count > 1 && words[0].hasPrefix("@") && words[1] == "package")
    else { return nil }
    let kinds: Set<String> = [
      "func", "var", "let", "struct", "enum", "class", "actor", "protocol", "typealias",
    ]
    for (place, word) in words.enumerated() {
      if word == "init" || word == "init?" || word == "subscript" { return word }
      if kinds.contains(word),
        !modifiers.contains(word) || words.dropFirst(place + 1).first != "func"
      {
        return words.indices.contains(place + 1) ? words[place + 1] : nil
      }
    }
    return nil
  }

  @Test("the project speaks of itself alone and leaves nothing for later")
  func noLeftovers() {
    // Put together here so that this file does not find itself.
    let words = ["TO" + "DO:", "FIX" + "ME", "XX" + "X:", "/wo" + "rk/", "sam" + "ples/"]
    for path in Self.sources + Repository.swiftFiles(under: "Tests") {
      let text = Repository.text(path) ?? ""
      for word in words { #expect(!text.contains(word), "\(path) has \(word)") }
    }
  }

  @Test("a file is short enough to be read at one sitting", arguments: sources)
  func short(_ path: String) {
    #expect((Repository.text(path) ?? "").count { $0 == "\n" } <= 420)
  }
}

extension Substring {
  /// The text without blanks at its ends.
  var trimmed: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
