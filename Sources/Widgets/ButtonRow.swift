import Canvas

/// Buttons beside each other; they wrap to further rows when the page is narrow.
package struct ButtonRow: Widget, Equatable {
  /// One button.
  package struct Button: Equatable, Sendable {
    /// What the focus calls it.
    package var id: String
    /// Its words.
    package var label: String
    /// Why it cannot be pressed now; nil when it can.
    package var reason: String?
    /// Makes a button.
    package init(_ id: String, _ label: String, reason: String? = nil) {
      self.id = id
      self.label = label
      self.reason = reason
    }
  }

  /// The buttons from left to right.
  package var buttons: [Button]

  /// Makes a row of buttons.
  package init(_ buttons: [Button]) { self.buttons = buttons }

  package var targets: [Target] { buttons.map { Target($0.id, .button) } }

  package func height(width: Int) -> Int { (places(width: width).last?.row ?? 0) + 1 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    for (button, place) in zip(buttons, places(width: area.width)) {
      let hasFocus = context.focus == button.id
      let row = area.top + place.row
      let column = area.left + place.column
      let style: Style = hasFocus ? .focus : button.reason == nil ? .button : .disabled
      let text = "[ \(Width.clipped(button.label, to: area.width - 6)) ]"
      if hasFocus {
        frame.put(Glyph.focus, row: row, column: column, style: .focus)
        frame.cursor = Point(row: row, column: column + 4)
      }
      frame.put(text, row: row, column: column + 2, limit: area.width - 2, style: style)
      frame.nodes.append(
        Node(
          id: button.id, role: .button, name: button.label, remark: button.reason ?? "",
          area: Area(row: row, column: column, width: Width.of(text) + 2, height: 1)))
    }
  }

  private func places(width: Int) -> [Point] {
    var row = 0
    var column = 0
    return buttons.map { button in
      let needed = Width.of(button.label) + 6
      if column > 0, column + needed > width {
        row += 1
        column = 0
      }
      defer { column += needed + 2 }
      return Point(row: row, column: column)
    }
  }
}
