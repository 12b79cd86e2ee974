import Canvas

/// A box for several lines of text; it takes the rows that are left.
package struct Editor: Widget, Equatable {
  /// What the focus calls it.
  package var id: String
  /// Its label.
  package var label: String
  /// The text being typed.
  package var lines: TextLines
  /// Shown while nothing is typed, line by line.
  package var example: String
  /// Whether it is personal data.
  package var isPersonal: Bool

  /// Makes an editor.
  package init(
    id: String, label: String, lines: TextLines, example: String = "", isPersonal: Bool = false
  ) {
    self.id = id
    self.label = label
    self.lines = lines
    self.example = example
    self.isPersonal = isPersonal
  }

  package var isFlexible: Bool { true }
  package var targets: [Target] { [Target(id, .editor)] }
  package var answers: [String] { [id] }
  package func height(width: Int) -> Int { 4 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let hasFocus = context.focus == id
    frame.put(
      Width.clipped(label, to: area.width - 2), row: area.top, column: area.left + 2,
      style: hasFocus ? .heading : .plain)
    let inside = Area(
      row: area.top + 1, column: area.left + 3, width: area.width - 4, height: area.height - 1)
    frame.fill(inside, with: " ", style: .field)
    for row in inside.top..<max(inside.top, inside.bottom) {
      frame.put("[", row: row, column: inside.left - 1, style: hasFocus ? .focus : .border)
      frame.put("]", row: row, column: inside.right, style: hasFocus ? .focus : .border)
    }
    if hasFocus { frame.put(Glyph.focus, row: inside.top, column: area.left, style: .focus) }
    if lines.isEmpty {
      let examples = example.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in examples.enumerated() where index < inside.height {
        frame.put(
          line, row: inside.top + index, column: inside.left, limit: inside.width, style: .disabled)
      }
    }
    let isMasked = context.look.isMasked && isPersonal
    let top = max(0, lines.row - inside.height + 1)
    for offset in 0..<inside.height where lines.lines.indices.contains(top + offset) {
      drawLine(top + offset, on: &frame, row: inside.top + offset, inside, hasFocus, context)
    }
    frame.nodes.append(
      Node(
        id: id, role: .editor, name: label, value: isMasked ? "•••" : lines.text,
        parts: isMasked ? lines.lines.map { Mask.text($0, tag: nil) } : lines.lines,
        example: example, isPersonal: isPersonal, area: area))
  }

  private func drawLine(
    _ index: Int, on frame: inout Frame, row: Int, _ inside: Area, _ hasFocus: Bool,
    _ context: DrawingContext
  ) {
    let line = lines.lines[index]
    var shown = context.look.isMasked && isPersonal ? Mask.typed(line) : line
    // A tab is text here, such as between the cells of a spreadsheet: one blank wide, as the cursor is.
    if shown.utf8.contains(0x09) { shown = String(shown.map { $0 == "\t" ? " " : $0 }) }
    guard index == lines.row else {
      frame.put(shown, row: row, column: inside.left, limit: inside.width, style: .field)
      return
    }
    var before = Width.of(String(shown.prefix(lines.column)))
    while before >= inside.width, !shown.isEmpty {
      before -= Width.of(String(shown.removeFirst()))
    }
    frame.put(shown, row: row, column: inside.left, limit: inside.width, style: .field)
    if hasFocus { frame.cursor = Point(row: row, column: inside.left + before) }
  }
}
