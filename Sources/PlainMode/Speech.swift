import Canvas
import Wizard

/// How the parts of a page sound as text: what marks mean, and what belongs together.
struct Speech {
  /// The words of plain mode.
  let words: Words

  /// What a mark says; empty where the text beside it says so itself.
  func meaning(_ mark: Mark) -> String {
    switch mark.meaning {
    case .told: ""
    case .words(let own): own
    case .usual: usual(mark.sign)
    }
  }

  private func usual(_ sign: Mark.Sign) -> String {
    switch sign {
    case .planned: words.common("values.planned")
    case .stated: words.common("values.stated")
    case .proven: words.common("values.proven")
    case .failed: words.common("values.failed")
    case .attention: words("labels.attention")
    case .unknown: words("values.unknown")
    case .notApplicable: words("values.not-applicable")
    }
  }

  /// A text with its mark: what a sign means everywhere stands before it (`proven 8 Jan`), what it
  /// means here alone behind it (`AJANSEN, nobody's`).
  func marked(_ text: String, _ mark: Mark?) -> String {
    guard let mark else { return text }
    let meaning = meaning(mark)
    if text.isEmpty || meaning.isEmpty { return text + meaning }
    if case .words = mark.meaning { return "\(text), \(meaning)" }
    return "\(meaning) \(text)"
  }

  /// What stands in a cell, each of several marks with what it is about.
  func cell(_ cell: Node.Cell, in column: Node.Column) -> String {
    let text = Transliteration.spoken(cell.text)
    guard !column.marks.isEmpty else { return marked(text, cell.marks.first) }
    let marks = zip(column.marks, cell.marks).map { name, mark in
      words("labels.mark", ["name": name, "meaning": meaning(mark)])
    }
    return ([text] + marks).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A name and its value.
  func pair(_ name: String, _ value: String) -> String {
    if name.isEmpty || value.isEmpty { return name + value }
    if name.hasSuffix("?") { return "\(name) \(value)" }
    return words("labels.named", ["name": name, "value": value])
  }

  /// Parts with a full stop between them; none where a part ends with a stop of its own.
  func sentences(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.reduce("") { text, part in
      guard let last = text.last else { return part }
      return text + (last == "." || last == "?" || last == "!" ? " " : ". ") + part
    }
  }

  /// Something that is wrong or strange about a value.
  func remark(of node: Node) -> String {
    guard !node.remark.isEmpty else { return "" }
    return words(node.isError ? "labels.error" : "labels.warning", ["text": node.remark])
  }
}
