import Canvas

/// Lines that Enter opens: a menu, what to do now, places to go to.
package struct ItemList: Widget, Equatable {
  /// One line.
  package struct Item: Equatable, Sendable {
    /// What the focus calls it.
    package var id: String
    /// The mark in front; nil for none.
    package var mark: Mark?
    /// The sign in front where there is no mark; empty for none.
    package var sign: String
    /// What it says.
    package var text: String
    /// What stands behind it, in a column of its own.
    package var detail: String
    /// What stands at the right end.
    package var remark: String
    /// Whether the text is personal data.
    package var isPersonal: Bool
    /// Why it cannot be opened now; nil when it can.
    package var reason: String?
    /// Makes a line.
    package init(
      _ id: String, mark: Mark? = nil, sign: String = "", _ text: String, detail: String = "",
      remark: String = "", isPersonal: Bool = false, reason: String? = nil
    ) {
      self.id = id
      self.mark = mark
      self.sign = sign
      self.text = text
      self.detail = detail
      self.remark = remark
      self.isPersonal = isPersonal
      self.reason = reason
    }
  }

  /// The lines in order.
  package var items: [Item]

  /// Makes a list.
  package init(_ items: [Item]) { self.items = items }

  package var targets: [Target] { items.map { Target($0.id, .item) } }

  package func height(width: Int) -> Int { items.count }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let markWidth = items.contains { $0.mark != nil || !$0.sign.isEmpty } ? 2 : 0
    let remarkWidth = items.map { Width.of($0.remark) }.max() ?? 0
    let room = max(0, area.width - 2 - markWidth - (remarkWidth > 0 ? remarkWidth + 2 : 0))
    let detailWidth = items.map { Width.of($0.detail) }.max() ?? 0
    // One long line does not take the others' details away.
    let textWidth = items.map { Width.of($0.text) }.filter { $0 + 2 + detailWidth <= room }.max()
    for (index, item) in items.enumerated() {
      let row = area.top + index
      let hasFocus = context.focus == item.id
      let style: Style = hasFocus ? .focus : item.reason == nil ? .plain : .disabled
      if hasFocus {
        frame.put(Glyph.focus, row: row, column: area.left, style: .focus)
        frame.cursor = Point(row: row, column: area.left)
      }
      frame.put(
        item.mark?.sign.glyph ?? item.sign, row: row, column: area.left + 2, limit: 1,
        style: item.mark?.sign.style ?? .plain)
      let shown = context.shown(item.text, isPersonal: item.isPersonal, tag: index + 1)
      let left = area.left + 2 + markWidth
      frame.put(Width.clipped(shown, to: room), row: row, column: left, limit: room, style: style)
      if let textWidth, Width.of(shown) <= textWidth {
        frame.put(
          item.detail, row: row, column: left + textWidth + 2, limit: room - textWidth - 2,
          style: hasFocus ? .focus : .dim)
      }
      if remarkWidth > 0 {
        frame.put(
          item.remark, row: row, column: area.right - Width.of(item.remark), limit: remarkWidth,
          style: .dim)
      }
      frame.nodes.append(
        Node(
          id: item.id, role: .item, name: shown,
          value: [item.detail, item.remark].filter { !$0.isEmpty }.joined(separator: ", "),
          mark: item.mark, remark: item.reason ?? "", isPersonal: item.isPersonal,
          area: Area(row: row, column: area.left, width: area.width, height: 1)))
    }
  }
}
