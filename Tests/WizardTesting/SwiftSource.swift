/// Just enough of Swift's grammar to tell code from comments and string literals.
package struct SwiftSource: Sendable {
  /// A string literal.
  package struct Literal: Hashable, Sendable {
    /// What stands between the quotes; an interpolation is one `⟨⟩`.
    package var text: String
    /// The line on which it begins, from 1.
    package var line: Int
  }

  /// The code without comments; a string literal is `""`, interpolated code stands behind it.
  package private(set) var code = ""
  /// The literals in order.
  package private(set) var literals: [Literal] = []

  private let characters: [Character]
  private var place = 0
  private var line = 1

  /// Reads a file's text.
  package init(_ text: String) {
    characters = Array(text)
    readCode(untilParenthesis: false)
  }

  /// What marks an interpolation in a literal's text.
  package static let interpolation = "⟨⟩"

  private func at(_ offset: Int) -> Character? {
    characters.indices.contains(place + offset) ? characters[place + offset] : nil
  }

  private mutating func step() {
    if characters[place].isNewline { line += 1 }
    place += 1
  }

  private mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while let character = at(0) {
      if character == "/", at(1) == "/" {
        while let next = at(0), !next.isNewline { _ = next; step() }
      } else if character == "/", at(1) == "*" {
        while at(0) != nil, !(at(0) == "*" && at(1) == "/") { step() }
        place += 2
      } else if character == "\"" || (character == "#" && isRawQuote) {
        readLiteral()
      } else {
        if untilParenthesis {
          if character == "(" { depth += 1 }
          if character == ")" {
            if depth == 0 { return }
            depth -= 1
          }
        }
        code.append(character)
        step()
      }
    }
  }

  private var isRawQuote: Bool {
    var offset = 0
    while at(offset) == "#" { offset += 1 }
    return at(offset) == "\""
  }

  private mutating func readLiteral() {
    var hashes = 0
    while at(0) == "#" {
      hashes += 1
      place += 1
    }
    let quotes = at(1) == "\"" && at(2) == "\"" ? 3 : 1
    let start = line
    place += quotes
    var text = ""
    var inner = ""
    while let character = at(0) {
      if character == "\"", ends(quotes: quotes, hashes: hashes) {
        place += quotes + hashes
        break
      }
      if character == "\\", isEscape(hashes: hashes) {
        place += 1 + hashes
        if at(0) == "(" {
          place += 1
          let before = code
          code = ""
          readCode(untilParenthesis: true)
          inner += " " + code
          code = before
          if at(0) != nil { step() }
          text += SwiftSource.interpolation
        } else if at(0) != nil {
          text.append(at(0) == "n" ? " " : characters[place])
          step()
        }
        continue
      }
      text.append(character)
      step()
    }
    literals.append(Literal(text: text, line: start))
    code += "\"\"" + inner
  }

  private func ends(quotes: Int, hashes: Int) -> Bool {
    (0..<quotes).allSatisfy { at($0) == "\"" }
      && (0..<hashes).allSatisfy { at(quotes + $0) == "#" }
  }

  private func isEscape(hashes: Int) -> Bool {
    (0..<hashes).allSatisfy { at(1 + $0) == "#" }
  }
}
