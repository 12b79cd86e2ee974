import Canvas

/// The first rows of a page: program and organisation, the steps, a rule.
struct TopRows: Widget, Equatable {
  let left: String
  let right: String
  /// The steps; nil where they have no room.
  let steps: StepBar?
  /// Whether a rule stands below.
  let hasRule: Bool

  func height(width: Int) -> Int { 1 + (steps == nil ? 0 : 2) + (hasRule ? 1 : 0) }

  func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let ending = Width.clipped(right, to: max(0, area.width - 2))
    let room = max(0, area.width - 3 - Width.of(ending))
    frame.put(Width.clipped(left, to: room), row: area.top, column: 1, limit: room, style: .bar)
    frame.put(ending, row: area.top, column: area.width - 1 - Width.of(ending), style: .bar)
    frame.nodes.append(
      Node(
        role: .bar, name: left, value: right,
        area: Area(row: area.top, column: 0, width: area.width, height: 1)))
    if let steps { steps.draw(on: &frame, row: area.top + 1) }
    if hasRule {
      let row = area.top + (steps == nil ? 1 : 3)
      frame.fill(
        Area(row: row, column: 0, width: area.width, height: 1), with: "─", style: .border)
    }
  }
}

/// The box of a dialog, with its title and its way out.
struct DialogBox: Widget, Equatable {
  let title: String

  func height(width: Int) -> Int { 2 }

  func draw(on frame: inout Frame, in box: Area, _ context: DrawingContext) {
    for row in [box.top, box.bottom - 1] {
      frame.fill(
        Area(row: row, column: box.left, width: box.width, height: 1), with: "═", style: .border)
    }
    let sides = box.top + 1..<max(box.top + 1, box.bottom - 1)
    for column in [box.left, box.right - 1] {
      frame.fill(
        Area(row: sides.lowerBound, column: column, width: 1, height: sides.count), with: "║",
        style: .border)
    }
    frame.put("╔", row: box.top, column: box.left, style: .border)
    frame.put("╗", row: box.top, column: box.right - 1, style: .border)
    frame.put("╚", row: box.bottom - 1, column: box.left, style: .border)
    frame.put("╝", row: box.bottom - 1, column: box.right - 1, style: .border)
    let shown = Width.clipped(title, to: max(0, box.width - 16))
    frame.put(" \(shown) ", row: box.top, column: box.left + 2, style: .heading)
    frame.put(" × Esc ", row: box.top, column: box.right - 10, style: .key)
    frame.nodes.append(
      Node(
        role: .title, name: title,
        area: Area(row: box.top, column: box.left, width: box.width, height: 1)))
  }
}

/// The last rows of a page: a rule where there is room for it, the hint, the keys.
struct BottomRows: Widget, Equatable {
  let hint: String
  let subject: String
  let kind: Page.HintKind
  let keys: [Page.KeyHint]
  let hasRule: Bool

  func height(width: Int) -> Int { hasRule ? 3 : 2 }

  func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let keysRow = area.bottom - 1
    if hasRule {
      frame.fill(
        Area(row: area.top, column: 0, width: area.width, height: 1), with: "─", style: .border)
    }
    let isKeysRowFree = drawHint(on: &frame, in: area)
    var column = 2
    for hint in isKeysRowFree ? keys : [] {
      let width = Width.of(hint.key) + 1 + Width.of(hint.label)
      guard column + width <= area.width - 1 else { break }
      column += frame.put(hint.key, row: keysRow, column: column, style: .key) + 1
      column += frame.put(hint.label, row: keysRow, column: column, style: .plain) + 3
    }
    frame.nodes.append(
      Node(
        role: .keys, name: keys.map { "\($0.key) \($0.label)" }.joined(separator: ", "),
        area: Area(row: keysRow, column: 0, width: area.width, height: 1)))
  }

  /// Draws the hint. A long message takes the row above, which is a rule only, until the next key; where
  /// that is not enough, or there is none, the row of the keys too, so that nothing is cut: then false.
  private func drawHint(on frame: inout Frame, in area: Area) -> Bool {
    let style: Style =
      switch kind {
      case .hint: .plain
      case .done: .proven
      case .problem: .error
      }
    let room = max(0, area.width - 4)
    let lines = kind == .hint ? [hint] : Width.wrapped(hint, to: max(1, room))
    let isLong = lines.count > (hasRule ? 2 : 1)
    var told = Area(row: area.bottom - 2, column: 0, width: area.width, height: 1)
    if lines.count > 1 {
      let rows = (isLong ? area.bottom : area.bottom - 1) - area.top
      told = Area(row: area.top, column: 0, width: area.width, height: rows)
      frame.fill(
        Area(row: area.top, column: 0, width: area.width, height: hasRule ? 1 : 0), with: " ")
      for (place, line) in lines.prefix(rows).enumerated() {
        let text = place == rows - 1 ? lines[place...].joined(separator: " ") : line
        frame.put(Width.clipped(text, to: room), row: area.top + place, column: 2, style: style)
      }
    } else {
      frame.put(Width.clipped(hint, to: room), row: told.top, column: 2, style: style)
    }
    frame.nodes.append(
      Node(
        role: kind == .hint ? .hint : .message, name: hint, parts: subject.isEmpty ? [] : [subject],
        area: told))
    return !isLong
  }
}
