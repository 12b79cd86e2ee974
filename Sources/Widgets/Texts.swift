import Canvas

/// Running text that wraps.
package struct Paragraph: Widget, Equatable {
  /// What it says.
  package var text: String
  /// How it is meant.
  package var style: Style
  /// What kind of thing a reader should take it for.
  package var role: Node.Role
  /// What is heard in its place; empty where it is heard as it stands.
  package var heard: String

  /// Makes a paragraph.
  package init(
    _ text: String, style: Style = .plain, role: Node.Role = .text, heard: String = ""
  ) {
    self.text = text
    self.style = style
    self.role = role
    self.heard = heard
  }

  package func height(width: Int) -> Int {
    text.isEmpty ? 0 : Width.lineCount(text, to: width)
  }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    guard !text.isEmpty else { return }
    for (index, line) in Width.wrapped(text, to: area.width).enumerated() where index < area.height
    {
      frame.put(line, row: area.top + index, column: area.left, limit: area.width, style: style)
    }
    frame.nodes.append(Node(role: role, name: text, heard: heard, area: area))
  }
}

/// An empty row.
package struct Gap: Widget, Equatable {
  /// Makes an empty row.
  package init() {}
  package func height(width: Int) -> Int { 1 }
  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {}
}

/// A title with a remark at the right end of its row.
package struct Heading: Widget, Equatable {
  /// The title.
  package var text: String
  /// The remark at the right; empty for none.
  package var remark: String
  /// The mark in front of the remark; nil for none.
  package var mark: Mark?
  /// Whether the remark is personal data.
  package var isRemarkPersonal: Bool

  /// Makes a heading.
  package init(
    _ text: String, remark: String = "", mark: Mark? = nil, isRemarkPersonal: Bool = false
  ) {
    self.text = text
    self.remark = remark
    self.mark = mark
    self.isRemarkPersonal = isRemarkPersonal
  }

  package func height(width: Int) -> Int { 1 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let side = context.shown(remark, isPersonal: isRemarkPersonal)
    let title = Width.clipped(text, to: area.width)
    let used = frame.put(
      title, row: area.top, column: area.left, limit: area.width, style: .heading)
    let room = area.width - used - 2
    if !side.isEmpty, room > 3 {
      let clipped = Width.clipped(mark?.drawn(before: side) ?? side, to: room)
      frame.put(
        clipped, row: area.top, column: area.right - Width.of(clipped), limit: room, style: .dim)
    }
    frame.nodes.append(Node(role: .title, name: text, value: side, mark: mark, area: area))
  }
}

/// A rule over the width, with a title in it when it has one.
package struct Rule: Widget, Equatable {
  /// The title; empty for a plain rule.
  package var title: String

  /// Makes a rule.
  package init(_ title: String = "") { self.title = title }

  package func height(width: Int) -> Int { 1 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    frame.fill(
      Area(row: area.top, column: area.left, width: area.width, height: 1), with: "─",
      style: .border)
    guard !title.isEmpty else { return }
    frame.put(
      Width.clipped(title, to: area.width - 1) + " ", row: area.top, column: area.left,
      limit: area.width, style: .heading)
    frame.nodes.append(Node(role: .title, name: title, area: area))
  }
}

/// Facts: a label and what it is, in two columns; long values wrap under themselves.
package struct Facts: Widget, Equatable {
  /// One fact.
  package struct Fact: Equatable, Sendable {
    /// What it is about.
    package var label: String
    /// What it is.
    package var value: String
    /// The mark in front of the value; nil for none.
    package var mark: Mark?
    /// What is heard in place of label and value; empty where they are heard as they stand.
    package var heard: String
    /// Whether the value is personal data.
    package var isPersonal: Bool
    /// How the value is meant.
    package var style: Style
    /// Makes a fact.
    package init(
      _ label: String, _ value: String, mark: Mark? = nil, heard: String = "",
      isPersonal: Bool = false, style: Style = .plain
    ) {
      self.label = label
      self.value = value
      self.mark = mark
      self.heard = heard
      self.isPersonal = isPersonal
      self.style = style
    }

    /// Its value with its mark, as both are drawn; `value` is what of it may be shown.
    fileprivate func drawn(_ value: String) -> String { mark?.drawn(before: value) ?? value }
  }

  /// The facts in order.
  package var facts: [Fact]

  /// Makes a block of facts.
  package init(_ facts: [Fact]) { self.facts = facts }

  package func height(width: Int) -> Int {
    let room = max(8, width - labelWidth(width))
    return facts.reduce(0) { $0 + max(1, Width.lineCount($1.drawn($1.value), to: room)) }
  }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let indent = labelWidth(area.width)
    let room = max(8, area.width - indent)
    var row = area.top
    for fact in facts {
      let value = context.shown(fact.value, isPersonal: fact.isPersonal)
      let lines = Width.wrapped(fact.drawn(value), to: room)
      frame.put(
        Width.clipped(fact.label, to: indent - 1), row: row, column: area.left, style: .dim)
      for (index, line) in lines.enumerated() {
        frame.put(
          line, row: row + index, column: area.left + indent, limit: room, style: fact.style)
      }
      let height = max(1, lines.count)
      frame.nodes.append(
        Node(
          role: .text, name: fact.label, value: value, mark: fact.mark, heard: fact.heard,
          isPersonal: fact.isPersonal,
          area: Area(row: row, column: area.left, width: area.width, height: height)))
      row += height
    }
  }

  private func labelWidth(_ width: Int) -> Int {
    min((facts.map { Width.of($0.label) }.max() ?? 0) + 2, max(10, width / 2))
  }
}
