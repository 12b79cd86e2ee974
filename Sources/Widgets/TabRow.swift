import Canvas

/// Tabs beside each other, the present one in brackets.
package struct TabRow: Widget, Equatable {
  /// One tab.
  package struct Tab: Equatable, Sendable {
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

  package func height(width: Int) -> Int { (places(width: width).last?.row ?? 0) + 2 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let places = places(width: area.width)
    let line = area.top + (places.last?.row ?? 0) + 1
    frame.fill(
      Area(row: line, column: area.left, width: area.width, height: 1), with: "─", style: .border)
    for (tab, place) in zip(tabs, places) {
      let isPresent = tab.id == present
      let hasFocus = context.focus == tab.id
      let row = area.top + place.row
      let column = area.left + place.column
      if hasFocus {
        frame.put(Glyph.focus, row: row, column: column, style: .focus)
        frame.cursor = Point(row: row, column: column)
      }
      let room = max(0, area.right - column - 1)
      let shown = Width.clipped(isPresent ? "[\(tab.label)]" : " \(tab.label) ", to: room)
      let style: Style = hasFocus ? .focus : isPresent ? .selected : .plain
      frame.put(shown, row: row, column: column + 1, limit: room, style: style)
      let width = Width.of(shown)
      if isPresent, row + 1 == line {
        frame.fill(
          Area(row: line, column: column + 1, width: width, height: 1), with: "═", style: .selected)
      }
      frame.nodes.append(
        Node(
          id: tab.id, role: .tab, name: tab.label, isChosen: isPresent,
          area: Area(row: row, column: column, width: width + 1, height: 1)))
    }
  }

  /// Where each tab stands; what has no room on a row goes to the next.
  private func places(width: Int) -> [Point] {
    var row = 0
    var column = 0
    return tabs.map { tab in
      let needed = Width.of(tab.label) + 3
      if column > 0, column + needed > width {
        row += 1
        column = 0
      }
      defer { column += needed + 1 }
      return Point(row: row, column: column)
    }
  }
}
