import Migration

/// A text with the places of its values, ready to be filled in for many people: as plain text and as
/// HTML that needs nothing from anywhere.
package struct MessageLayout: Sendable {
  /// What is said, in order: text as it stands, or a value.
  private enum Piece: Sendable {
    case text([UInt8])
    case value(MessageValue)
  }

  private let subject: [Piece]
  private let text: [Piece]
  private let html: [Piece]
  /// The values that it needs, each once.
  package let values: [MessageValue]

  /// Lays a text out; `language` is the code of the language that it is in. O(characters).
  package init(_ template: MessageTemplate, language: String) {
    values = template.values
    subject = Self.joined(template.subject.map(Self.piece))
    var (text, html): ([Piece], [Piece]) = ([], [])
    for (place, block) in template.blocks.enumerated() {
      if place > 0 { text.append(.text([0x0A])) }
      Self.addText(block, to: &text)
      Self.addHTML(block, to: &html)
    }
    self.text = Self.joined(text)
    self.html = Self.joined(
      [.text(Array(Self.head(language).utf8))] + html + [.text(Array("</body>\n</html>\n".utf8))])
  }

  /// The first value that it needs and that is empty; nil for none.
  package func missing(in values: MessageValues) -> MessageValue? {
    self.values.first { values[$0].isEmpty }
  }

  /// The subject, in one line.
  package func subject(_ values: MessageValues) -> String {
    String(decoding: fill(subject, values, isHTML: false), as: UTF8.self)
  }

  /// The plain text; lines end with newlines.
  package func text(_ values: MessageValues) -> [UInt8] { fill(text, values, isHTML: false) }

  /// The page.
  package func html(_ values: MessageValues) -> [UInt8] { fill(html, values, isHTML: true) }

  private func fill(_ pieces: [Piece], _ values: MessageValues, isHTML: Bool) -> [UInt8] {
    var filled: [UInt8] = []
    filled.reserveCapacity(4_096)
    for piece in pieces {
      switch piece {
      case .text(let bytes): filled += bytes
      case .value(let value) where isHTML: HTMLText.append(values[value], to: &filled)
      case .value(let value): filled += values[value]
      }
    }
    return filled
  }

  private static func piece(_ piece: MessageTemplate.Piece) -> Piece {
    switch piece {
    case .text(let words), .link(let words): .text(Array(words.utf8))
    case .value(let value): .value(value)
    }
  }

  private static func joined(_ pieces: [Piece]) -> [Piece] {
    pieces.reduce(into: []) { joined, piece in
      if case .text(let more) = piece, case .text(let before)? = joined.last {
        joined[joined.count - 1] = .text(before + more)
      } else {
        joined.append(piece)
      }
    }
  }

  // MARK: Plain text

  private static func addText(_ block: MessageTemplate.Block, to text: inout [Piece]) {
    func add(_ words: String) { text.append(.text(Array(words.utf8))) }
    func add(_ line: MessageTemplate.Line, after mark: String) {
      add(mark)
      text += line.map(piece)
      add("\n")
    }
    switch block {
    case .paragraph(let line): add(line, after: "")
    case .heading(let line):
      add(line, after: "")
    case .points(let lines): lines.forEach { add($0, after: "- ") }
    case .steps(let lines):
      for (place, line) in lines.enumerated() { add(line, after: "\(place + 1)  ") }
    case .box(let lines):
      let edge = "    +" + String(repeating: "-", count: 46) + "\n"
      add(edge)
      lines.forEach { add($0, after: "    |  ") }
      add(edge)
    }
  }

  // MARK: HTML

  private static func head(_ language: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(HTMLText.escaped(language))">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>Autodesk</title>
    </head>
    <body style="font-family: sans-serif; font-size: 15px; line-height: 1.5; max-width: 42em">

    """
  }

  private static let boxStyle =
    "border: 1px solid #888; border-radius: 4px; max-width: 22em; margin: 0.8em 0; padding: 0.6em 1em"

  private static func addHTML(_ block: MessageTemplate.Block, to html: inout [Piece]) {
    func add(_ words: String) { html.append(.text(Array(words.utf8))) }
    func add(_ line: MessageTemplate.Line, in tag: String, style: String = "") {
      add(style.isEmpty ? "<\(tag)>" : "<\(tag) style=\"\(style)\">")
      for piece in line {
        switch piece {
        case .text(let words): add(HTMLText.escaped(words))
        case .link(let link):
          add("<a href=\"\(HTMLText.escaped(link))\">\(HTMLText.escaped(link))</a>")
        case .value(let value): html.append(.value(value))
        }
      }
      add("</\(tag)>\n")
    }
    switch block {
    case .paragraph(let line): add(line, in: "p")
    case .heading(let line): add(line, in: "h2", style: "font-size: 17px; margin: 1.2em 0 0.4em")
    case .points(let lines):
      add("<ul>\n")
      lines.forEach { add($0, in: "li") }
      add("</ul>\n")
    case .steps(let lines):
      add("<ol>\n")
      lines.forEach { add($0, in: "li") }
      add("</ol>\n")
    case .box(let lines):
      add("<div style=\"\(boxStyle)\">\n")
      for (place, line) in lines.enumerated() {
        add(line, in: "div", style: place == 0 ? "font-weight: bold" : "")
      }
      add("</div>\n")
    }
  }
}
