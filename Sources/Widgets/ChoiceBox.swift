import Canvas

/// One of several values: a label and a row for each, or all on one row when they fit. Of many values
/// those round the chosen one are seen.
package struct ChoiceBox: Widget, Equatable {
  /// The most rows of values that are seen at once.
  private static let mostRows = 6

  /// What the focus calls it.
  package var id: String
  /// Its label.
  package var label: String
  /// The values as they are shown.
  package var options: [String]
  /// The chosen one.
  package var chosen: Int
  /// Whether its value is an answer that would be lost with the page.
  package var isAnswer = false

  /// Makes a choice.
  package init(id: String, label: String, options: [String], chosen: Int) {
    self.id = id
    self.label = label
    self.options = options
    self.chosen = chosen
  }

  package var targets: [Target] {
    [Target(id, .choice(options.count, chosen: options.indices.contains(chosen) ? chosen : nil))]
  }
  package var answers: [String] { isAnswer ? [id] : [] }

  package func height(width: Int) -> Int { fitsOneRow(width) ? 2 : 1 + seen.count }

  /// The values that have a row when each has one.
  private var seen: Range<Int> {
    let count = min(options.count, Self.mostRows)
    let first = max(0, min(chosen - count / 2, options.count - count))
    return first..<first + count
  }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let hasFocus = context.focus == id
    frame.put(
      Width.clipped(label, to: area.width - 2), row: area.top, column: area.left + 2,
      style: hasFocus ? .heading : .plain)
    let oneRow = fitsOneRow(area.width)
    var column = area.left + 2
    for index in oneRow ? options.indices : seen {
      let option = options[index]
      let row = area.top + 1 + (oneRow ? 0 : index - seen.lowerBound)
      let isChosen = index == chosen
      let style: Style = isChosen ? (hasFocus ? .focus : .selected) : .plain
      let text = Width.clipped("(\(isChosen ? "●" : " ")) \(option)", to: area.width - 2)
      if hasFocus, isChosen || (chosen >= options.count && index == 0) {
        frame.put(
          Glyph.focus, row: row, column: oneRow ? area.left : column - 2, style: .focus)
        frame.cursor = Point(row: row, column: column + 1)
      }
      let used = frame.put(text, row: row, column: column, limit: area.right - column, style: style)
      if oneRow {
        column += used + 3
      } else if index == seen.lowerBound && index > 0 {
        frame.put("↑", row: row, column: column + used + 1, style: .dim)
      } else if index == seen.upperBound - 1 && index < options.count - 1 {
        frame.put("↓", row: row, column: column + used + 1, style: .dim)
      }
    }
    frame.nodes.append(
      Node(
        id: id, role: .choice, name: label,
        value: options.indices.contains(chosen) ? options[chosen] : "",
        parts: options, area: area))
  }

  private func fitsOneRow(_ width: Int) -> Bool {
    2 + options.reduce(0) { $0 + Width.of($1) + 7 } - 3 <= width
  }
}
