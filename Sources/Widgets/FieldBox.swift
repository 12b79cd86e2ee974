import Canvas

/// A field: its label above, the text in brackets, what was found about it below.
package struct FieldBox: Widget, Equatable {
  /// What was found about the value.
  package struct Finding: Hashable, Sendable {
    /// The sentence.
    package var text: String
    /// Whether it holds the way forward; else it is a warning.
    package var isError: Bool
    /// Makes a finding.
    package init(_ text: String, isError: Bool) {
      self.text = text
      self.isError = isError
    }
  }

  /// What the focus calls it.
  package var id: String
  /// Its label.
  package var label: String
  /// The text being typed.
  package var input: TextInput
  /// Shown while nothing is typed.
  package var example: String
  /// What was found; nil for nothing.
  package var finding: Finding?
  /// Whether it is personal data.
  package var isPersonal: Bool
  /// Columns of text at most.
  package var columns: Int
  /// Whether its text is an answer that would be lost with the page.
  package var isAnswer = false

  /// Makes a field.
  package init(
    id: String, label: String, input: TextInput, example: String = "", finding: Finding? = nil,
    isPersonal: Bool = false, columns: Int = 46
  ) {
    self.id = id
    self.label = label
    self.input = input
    self.example = example
    self.finding = finding
    self.isPersonal = isPersonal
    self.columns = columns
  }

  package var targets: [Target] { [Target(id, .field)] }
  package var answers: [String] { isAnswer ? [id] : [] }

  package func height(width: Int) -> Int {
    2 + (finding.map { Width.lineCount($0.text, to: max(8, width - 4)) } ?? 0)
  }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let hasFocus = context.focus == id
    frame.put(
      Width.clipped(label, to: area.width - 2), row: area.top, column: area.left + 2,
      style: hasFocus ? .heading : .plain)
    let room = min(columns, area.width - 4)
    draw(
      text: shown(context), on: &frame, row: area.top + 1, column: area.left, room: room, context)
    if let finding {
      let mark = (finding.isError ? Mark.Sign.failed : .attention).glyph
      let style: Style = finding.isError ? .error : .warning
      frame.put(mark, row: area.top + 2, column: area.left + 2, style: style)
      let lines = Width.wrapped(finding.text, to: max(8, area.width - 4))
      for (index, line) in lines.enumerated() {
        frame.put(
          line, row: area.top + 2 + index, column: area.left + 4, limit: area.width - 4,
          style: style)
      }
    }
    frame.nodes.append(
      Node(
        id: id, role: .field, name: label,
        value: context.shown(input.text, isPersonal: isPersonal), remark: finding?.text ?? "",
        isError: finding?.isError ?? false, example: example, isPersonal: isPersonal, area: area))
  }

  private func shown(_ context: DrawingContext) -> String {
    context.look.isMasked && isPersonal ? Mask.typed(input.text) : input.text
  }

  private func draw(
    text: String, on frame: inout Frame, row: Int, column: Int, room: Int, _ context: DrawingContext
  ) {
    let hasFocus = context.focus == id
    if hasFocus { frame.put(Glyph.focus, row: row, column: column, style: .focus) }
    guard room > 0 else { return }
    let bracket: Style = hasFocus ? .focus : .border
    frame.put("[", row: row, column: column + 2, style: bracket)
    frame.put("]", row: row, column: column + 3 + room, style: bracket)
    let inside = Area(row: row, column: column + 3, width: room, height: 1)
    frame.fill(inside, with: " ", style: .field)
    let visible = visibleText(text, room: room)
    frame.put(visible.text, row: row, column: inside.left, limit: room, style: .field)
    if text.isEmpty, !example.isEmpty {
      frame.put(
        Width.clipped(example, to: room), row: row, column: inside.left, limit: room,
        style: .disabled)
    }
    if hasFocus {
      frame.cursor = Point(row: row, column: inside.left + min(visible.cursor, room - 1))
    }
  }

  /// The part of the text round the cursor that fits, and the cursor's column in it.
  private func visibleText(_ text: String, room: Int) -> (text: String, cursor: Int) {
    let before = Width.of(
      text.prefix(input.cursor))
    guard before >= room else { return (text, before) }
    // A long text is cut in front by half the room, so that some text stays on both sides.
    var cut = 0
    var rest = Substring(text)
    while before - cut > room / 2, let first = rest.first {
      cut += Width.of(String(first))
      rest = rest.dropFirst()
    }
    return (String(rest), before - cut)
  }
}
