/// A sign beside a text, and what it means there.
package struct Mark: Hashable, Sendable {
  /// The few signs with a meaning of their own; all are in the WGL4 set of console fonts.
  ///
  /// The ASCII look replaces each by one ASCII character when the frame is finished.
  package enum Sign: String, Sendable, CaseIterable {
    case planned, stated, proven, failed, attention, unknown
    case notApplicable = "not-applicable"

    /// The sign as it is drawn.
    package var glyph: String {
      switch self {
      case .planned: "·"
      case .stated: "○"
      case .proven: "●"
      case .failed: "×"
      case .attention: "!"
      case .unknown: "?"
      case .notApplicable: "–"
      }
    }
  }

  /// What a sign says to who does not see it.
  package enum Meaning: Hashable, Sendable {
    /// What the sign means everywhere.
    case usual
    /// Nothing that the text beside it does not say itself.
    case told
    /// What it means here alone.
    case words(String)
  }

  /// What is drawn.
  package var sign: Sign
  /// What it means.
  package var meaning: Meaning

  /// Makes a mark.
  package init(_ sign: Sign, _ meaning: Meaning = .usual) {
    self.sign = sign
    self.meaning = meaning
  }

  /// A mark whose meaning the text beside it says.
  package static func told(_ sign: Sign) -> Mark { Mark(sign, .told) }

  /// Whether it means something of its own here.
  package var hasWords: Bool {
    if case .words = meaning { true } else { false }
  }

  /// The mark in front of a text, as both are drawn.
  package func drawn(before text: String) -> String {
    text.isEmpty ? sign.glyph : "\(sign.glyph) \(text)"
  }
}
