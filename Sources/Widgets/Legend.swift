import Canvas

/// What the marks mean, at the right end of one row.
package struct Legend: Widget {
  /// Mark, style and meaning, from left to right.
  package var entries: [(String, Style, String)]

  /// Makes a legend.
  package init(entries: [(String, Style, String)]) { self.entries = entries }

  package func height(width: Int) -> Int { 1 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let width = entries.reduce(0) { $0 + Width.of($1.0) + Width.of($1.2) + 3 } - 2
    var column = max(area.left, area.right - width)
    for (mark, style, meaning) in entries {
      column += frame.put(mark, row: area.top, column: column, style: style) + 1
      column += frame.put(meaning, row: area.top, column: column, style: .dim) + 2
    }
    frame.nodes.append(
      Node(
        role: .legend, name: entries.map { "\($0.0) \($0.2)" }.joined(separator: ", "), area: area))
  }
}
