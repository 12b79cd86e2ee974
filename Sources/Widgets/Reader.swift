import Canvas

/// A long text to read through; the cursor's row is the first line shown.
package struct Reader: Widget, Equatable {
  /// What the focus calls it.
  package var id: String
  /// The text, with newlines; a line that begins with `# ` is a heading.
  package var text: String
  /// What follows the text for who sees the screen: its signs, the keys and what they do.
  package var keys: String
  /// The first line shown, among the wrapped lines.
  package var top: Int

  /// Makes a reader.
  package init(id: String, text: String, keys: String = "", top: Int = 0) {
    self.id = id
    self.text = text
    self.keys = keys
    self.top = top
  }

  package var isFlexible: Bool { true }
  package var targets: [Target] { [Target(id, .reader)] }

  /// The lines that it has at a width.
  package func lineCount(width: Int) -> Int { lines(width: max(1, width - 2)).count }

  package func height(width: Int) -> Int { 3 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    let wrapped = lines(width: max(1, area.width - 2))
    let first = max(0, min(top, wrapped.count - area.height))
    for offset in 0..<area.height where wrapped.indices.contains(first + offset) {
      let line = wrapped[first + offset]
      let isHeading = isHeading(line)
      frame.put(
        isHeading ? String(line.dropFirst(2)) : line, row: area.top + offset,
        column: area.left + 2, limit: area.width - 2, style: isHeading ? .heading : .plain)
    }
    if first > 0 { frame.put("↑", row: area.top, column: area.left, style: .key) }
    if first + area.height < wrapped.count {
      frame.put("↓", row: area.bottom - 1, column: area.left, style: .key)
    }
    if context.focus == id { frame.cursor = Point(row: area.top, column: area.left) }
    let paragraphs = text.split(separator: "\n").map { line in
      String(isHeading(line) ? line.dropFirst(2) : line)
    }
    frame.nodes.append(Node(id: id, role: .text, name: text, parts: paragraphs, area: area))
    if !keys.isEmpty { frame.nodes.append(Node(role: .commands, name: keys, area: area)) }
  }

  private func isHeading(_ line: some StringProtocol) -> Bool { line.hasPrefix("# ") }

  /// The wrapped lines; what is numbered wraps under its own words.
  private func lines(width: Int) -> [String] {
    let whole = keys.isEmpty ? text : "\(text)\n\n\(keys)"
    return whole.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let number = line.prefix { $0.isNumber }
      guard !number.isEmpty, line.dropFirst(number.count).hasPrefix("  ") else {
        return Width.wrapped(String(line), to: width)
      }
      let indent = number.count + 2
      let rest = String(line.dropFirst(indent))
      return Width.wrapped(rest, to: max(1, width - indent)).enumerated().map { index, part in
        (index == 0 ? line.prefix(indent) : "\(String(repeating: " ", count: indent))") + part
      }
    }
  }
}
