import Canvas

/// Tabs beside each other, the present one in brackets.
package struct TabRow: Widget {
  /// One tab.
  package struct Tab: Sendable {
    /// What the focus calls it.
    package var id: String
    /// Its words.
    package var label: String
    /// Makes a tab.
    package init(_ id: String, _ label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The tabs from left to right.
  package var tabs: [Tab]
  /// The id of the present one.
  package var present: String

  /// Makes a row of tabs.
  package init(_ tabs: [Tab], present: String) {
    self.tabs = tabs
    self.present = present
  }

  package var targets: [Target] { tabs.map { Target($0.id, .tab) } }

  package func height(width: Int) -> Int { 2 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    frame.fill(
      Area(row: area.top + 1, column: area.left, width: area.width, height: 1), with: "─",
      style: .border)
    var column = area.left + 2
    for tab in tabs {
      let isPresent = tab.id == present
      let hasFocus = context.focus == tab.id
      let text = isPresent ? "[ \(tab.label) ]" : "  \(tab.label)  "
      if hasFocus {
        frame.put(Glyph.focus, row: area.top, column: column - 2, style: .focus)
        frame.cursor = Point(row: area.top, column: column + 2)
      }
      let room = max(0, area.right - column)
      let shown = Width.clipped(text, to: room)
      let style: Style = hasFocus ? .focus : isPresent ? .selected : .plain
      frame.put(shown, row: area.top, column: column, limit: room, style: style)
      let width = Width.of(shown)
      if isPresent {
        frame.fill(
          Area(row: area.top + 1, column: column, width: width, height: 1), with: "═",
          style: .selected)
      }
      frame.nodes.append(
        Node(
          id: tab.id, role: .tab, name: tab.label, isChosen: isPresent,
          area: Area(row: area.top, column: column, width: width, height: 1)))
      column += width + 3
    }
  }
}
