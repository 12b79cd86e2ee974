import Canvas

extension Table {
  /// What stands in one column of one row.
  package enum Item: Sendable {
    /// Text, and how it is meant.
    case text(String, Style)
    /// A mark and a text behind it, which may be empty.
    case marked(Mark, String, Style)
    /// A text and a mark behind it.
    case doubted(String, Mark, Style)
    /// Several marks beside each other.
    case marks([Mark])
    /// A bar over the width of the column.
    case bar(Bar)

    /// Plain text.
    package static func plain(_ text: String) -> Item { .text(text, .plain) }

    /// A mark and a text behind it, in the style of the mark.
    package static func marked(_ mark: Mark, _ text: String = "") -> Item {
      .marked(mark, text, mark.sign.style)
    }

    /// Its text, without marks.
    package var text: String {
      switch self {
      case .text(let text, _), .marked(_, let text, _), .doubted(let text, _, _): text
      case .marks, .bar: ""
      }
    }

    /// Its marks, in their order.
    var marks: [Mark] {
      switch self {
      case .marked(let mark, _, _), .doubted(_, let mark, _): [mark]
      case .marks(let marks): marks
      case .text, .bar: []
      }
    }

    /// How its text is meant; a bar has styles of its own.
    var style: Style {
      switch self {
      case .text(_, let style), .marked(_, _, let style), .doubted(_, _, let style): style
      case .marks, .bar: .plain
      }
    }

    /// What is drawn of it with the text that may be shown; empty for a bar, which draws itself.
    package func drawn(_ text: String) -> String {
      switch self {
      case .text: text
      case .marked(let mark, _, _): mark.drawn(before: text)
      case .doubted(_, let mark, _): "\(text)  \(mark.sign.glyph)"
      case .marks(let marks): marks.map(\.sign.glyph).joined(separator: " ")
      case .bar: ""
      }
    }

    /// What is drawn of it where nothing is hidden; empty for a bar.
    package var drawn: String { drawn(text) }
  }
}

extension Mark.Sign {
  /// How the sign is meant where nothing else says so.
  package var style: Style {
    switch self {
    case .planned: .planned
    case .stated: .stated
    case .proven: .proven
    case .failed: .error
    case .attention, .unknown: .warning
    case .notApplicable: .dim
    }
  }
}
