import Canvas

/// A bar over the whole width, and below it what it says in words.
package struct BarRow: Widget, Equatable {
  /// The bar.
  package var bar: Bar
  /// What it says.
  package var text: String

  /// Makes a bar with its words.
  package init(_ bar: Bar, text: String) {
    self.bar = bar
    self.text = text
  }

  package func height(width: Int) -> Int { 1 + Width.lineCount(text, to: max(1, width)) }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    if area.height > 0 { bar.draw(on: &frame, row: area.top, column: area.left, width: area.width) }
    for (index, line) in Width.wrapped(text, to: max(1, area.width)).enumerated()
    where index + 1 < area.height {
      frame.put(
        line, row: area.top + 1 + index, column: area.left, limit: area.width, style: .dim)
    }
    frame.nodes.append(Node(role: .text, name: text, area: area))
  }
}
