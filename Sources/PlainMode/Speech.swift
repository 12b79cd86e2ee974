import Canvas
import Widgets
import Wizard

/// How the parts of a page sound as text: marks become words, dots between parts become commas.
struct Speech {
  /// The words of plain mode.
  let words: Words

  /// A text whose parts a page sets apart with dots.
  func joined(_ text: String) -> String { text.replacing(" · ", with: ", ") }

  /// A text that may begin with one of the marks: `● 8 Jan` is read as `proven 8 Jan`.
  func marked(_ text: String) -> String {
    guard let mark = text.first, let word = word(for: mark) else { return text }
    let rest = text.dropFirst()
    guard rest.isEmpty || rest.first == " " else { return text }
    let words = PlainText.trimmed(rest)
    return words.hasPrefix(word) ? words : words.isEmpty ? word : "\(word) \(words)"
  }

  /// Whether a text only says what the marks and bars mean, which nobody needs who reads words.
  func isLegend(_ text: String) -> Bool {
    !text.isEmpty
      && text.split(separator: ", ").allSatisfy { part in
        guard let mark = part.first, part.dropFirst().first == " " else { return false }
        return word(for: mark) != nil || Self.bars.contains(String(mark))
      }
  }

  /// Something that is wrong or strange about a value.
  func remark(of node: Node) -> String {
    guard !node.remark.isEmpty else { return "" }
    return words(node.isError ? "labels.error" : "labels.warning", ["text": node.remark])
  }

  private static let bars: Set<String> = [
    Glyph.barProven, Glyph.barStated, Glyph.barPlanned, Glyph.barFree,
  ]

  private func word(for mark: Character) -> String? {
    switch String(mark) {
    case Glyph.planned: words.common("values.planned")
    case Glyph.stated: words.common("values.stated")
    case Glyph.proven: words.common("values.proven")
    case Glyph.failed: words.common("values.failed")
    case Glyph.notApplicable: words.common("values.set-aside")
    case Glyph.attention: words("labels.attention")
    default: nil
    }
  }
}
