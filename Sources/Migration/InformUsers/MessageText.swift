/// The text of a message as it is written: its subject, and lines with values in braces.
///
/// - `{first-name}` is a value, `{{` and `}}` are braces. A name in capitals or with blanks is one too:
///   `{First name}`.
/// - Lines that follow each other are one paragraph; an empty line ends it.
/// - `# ` begins a heading, `- ` a point of a list, `1  ` (a number and two blanks) or `1. ` a step.
/// - Lines that begin with `| ` are a box, such as a window that is drawn; the first is its title.
/// - An address that begins with `https://` is a link; one in a value never is.
package struct MessageText: Hashable, Sendable {
  /// The subject.
  package var subject: String
  /// The lines.
  package var body: String

  /// Makes a text.
  package init(subject: String, body: String) {
    self.subject = subject
    self.body = body
  }
}

/// What is wrong with a message before it may leave.
package enum MessageFault: Hashable, Sendable, Error {
  /// A name in braces that nobody knows.
  case unknownValue(String)
  /// A brace that opens and does not close, or the other way round, in that line.
  case looseBrace(String)
  /// There is no subject.
  case noSubject
  /// There is no text.
  case noBody
  /// A value that is the same for everybody is not known.
  case emptyValue(MessageValue)

  /// Its name in the words of the screens.
  package var name: String {
    switch self {
    case .unknownValue: "unknown-value"
    case .looseBrace: "loose-brace"
    case .noSubject: "no-subject"
    case .noBody: "no-body"
    case .emptyValue: "empty-value"
    }
  }

  /// What it is about.
  package var subject: String {
    switch self {
    case .unknownValue(let name): name
    case .looseBrace(let line): line
    case .noSubject, .noBody: ""
    case .emptyValue(let value): value.rawValue
    }
  }
}

/// A text taken apart: what is said to everybody, and where values go.
package struct MessageTemplate: Hashable, Sendable {
  /// A stretch of a line.
  package enum Piece: Hashable, Sendable {
    /// Text as it stands.
    case text(String)
    /// A link as it stands.
    case link(String)
    /// A value.
    case value(MessageValue)
  }

  /// A line.
  package typealias Line = [Piece]

  /// What stands below each other.
  package enum Block: Hashable, Sendable {
    case paragraph(Line)
    case heading(Line)
    case points([Line])
    case steps([Line])
    case box([Line])
  }

  /// The subject.
  package let subject: Line
  /// The text.
  package let blocks: [Block]

  /// Takes a text apart; `parts` are texts by name that stand in for `{name}` on a line of its own.
  /// Throws the first fault. O(characters).
  package init(_ text: MessageText, parts: [String: String] = [:]) throws(MessageFault) {
    let subjectLine = text.subject.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard !subjectLine.allSatisfy(\.isWhitespace) else { throw .noSubject }
    subject = try Self.pieces(of: subjectLine[...])
    var blocks: [Block] = []
    var isOpen = false
    for line in Self.lines(of: text.body, parts: parts) {
      let rest = line.drop { $0 == " " }
      guard !rest.isEmpty else {
        isOpen = false
        continue
      }
      let (mark, words) = Self.mark(of: rest)
      let pieces = try Self.pieces(of: words)
      switch (mark, isOpen ? blocks.last : nil) {
      case (.none, .paragraph(let before)?):
        blocks[blocks.count - 1] = .paragraph(before + [.text(" ")] + pieces)
      case (.none, .points(let before)?):
        blocks[blocks.count - 1] = .points(Self.adding(pieces, to: before))
      case (.none, .steps(let before)?):
        blocks[blocks.count - 1] = .steps(Self.adding(pieces, to: before))
      case (.none, _): blocks.append(.paragraph(pieces))
      case (.heading, _): blocks.append(.heading(pieces))
      case (.point, .points(let before)?): blocks[blocks.count - 1] = .points(before + [pieces])
      case (.point, _): blocks.append(.points([pieces]))
      case (.step, .steps(let before)?): blocks[blocks.count - 1] = .steps(before + [pieces])
      case (.step, _): blocks.append(.steps([pieces]))
      case (.box, .box(let before)?): blocks[blocks.count - 1] = .box(before + [pieces])
      case (.box, _): blocks.append(.box([pieces]))
      }
      isOpen = mark != .heading
    }
    guard !blocks.isEmpty else { throw .noBody }
    self.blocks = blocks
  }

  /// The values that it needs, each once.
  package var values: [MessageValue] {
    let lines: [Line] =
      [subject]
      + blocks.flatMap { block -> [Line] in
        switch block {
        case .paragraph(let line), .heading(let line): [line]
        case .points(let lines), .steps(let lines), .box(let lines): lines
        }
      }
    var seen: Set<MessageValue> = []
    return lines.joined().compactMap { piece in
      guard case .value(let value) = piece, seen.insert(value).inserted else { return nil }
      return value
    }
  }

  // MARK: Lines

  private enum Mark { case none, heading, point, step, box }

  /// The lines, with parts in the place of their names. A part has no parts itself.
  private static func lines(of body: String, parts: [String: String]) -> [Substring] {
    body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { line -> [Substring] in
        let words = line.drop { $0 == " " }
        guard words.first == "{", words.last == "}",
          let part = parts[plainName(words.dropFirst().dropLast())]
        else { return [line] }
        return part.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      }
  }

  private static func mark(of line: Substring) -> (Mark, Substring) {
    if line.hasPrefix("# ") { return (.heading, line.dropFirst(2)) }
    if line.hasPrefix("- ") { return (.point, line.dropFirst(2)) }
    if line.hasPrefix("| ") { return (.box, line.dropFirst(2)) }
    if line == "|" { return (.box, "") }
    let behind = line.drop { ("0"..."9").contains($0) }
    if (1...2).contains(line.count - behind.count) {
      for separator in [". ", "  "] where behind.hasPrefix(separator) {
        return (.step, behind.drop { $0 == "." || $0 == " " })
      }
    }
    return (.none, line)
  }

  private static func adding(_ pieces: Line, to lines: [Line]) -> [Line] {
    guard let last = lines.last else { return [pieces] }
    return lines.dropLast() + [last + [.text(" ")] + pieces]
  }

  // MARK: Pieces

  private static func pieces(of line: Substring) throws(MessageFault) -> Line {
    var pieces: Line = []
    var text = ""
    var rest = line
    while let first = rest.first {
      if first == "{" || first == "}" {
        rest = rest.dropFirst()
        if rest.first == first {
          text.append(first)
          rest = rest.dropFirst()
          continue
        }
        guard first == "{", let end = rest.firstIndex(of: "}"),
          !rest[..<end].contains("{")
        else { throw .looseBrace(String(line)) }
        let name = rest[..<end]
        guard let value = MessageValue(rawValue: plainName(name)) else {
          throw .unknownValue(String(name))
        }
        add(&text, to: &pieces)
        pieces.append(.value(value))
        rest = rest[end...].dropFirst()
      } else if rest.hasPrefix("https://") {
        let link = rest.prefix { !$0.isWhitespace && !"{}<>\"'()".contains($0) }
        let kept = link.count - link.reversed().prefix { ".,;:!?".contains($0) }.count
        add(&text, to: &pieces)
        pieces.append(.link(String(link.prefix(kept))))
        rest = rest.dropFirst(kept)
      } else {
        // What a person types in an editor may hold what steers; it does not leave.
        if first.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) {
          text.append(first)
        } else {
          text.append(" ")
        }
        rest = rest.dropFirst()
      }
    }
    add(&text, to: &pieces)
    return pieces
  }

  private static func add(_ text: inout String, to pieces: inout Line) {
    guard !text.isEmpty else { return }
    pieces.append(.text(text))
    text = ""
  }

  /// A name as code has it: `First name` is `first-name`.
  private static func plainName(_ name: Substring) -> String {
    name.split(separator: " ").joined(separator: "-").lowercased()
  }
}
