extension Frame {
  /// The rows as text, one line a row, blanks at their ends left off.
  package var text: String { rows().joined(separator: "\n") }

  /// The frame as text for golden files and reports: first its rows, so that line n is row n counted
  /// from 1, then what the rows do not show.
  ///
  /// The legend gives the runs of styles other than plain (row, then columns from 1), the cursor,
  /// and the nodes in reading order: role, `[id]`, mark, name (of a row its cells), `= value` (of
  /// tables and rows their place), chosen, personal, `! remark`, what is heard in their place.
  package func picture() -> String {
    var lines = rows()
    lines.append("-- \(size.width)x\(size.height) --")
    lines.append("-- styles --")
    for row in 0..<size.height {
      let runs = styleRuns(row)
      if !runs.isEmpty { lines.append("\(row + 1): " + runs.joined(separator: ", ")) }
    }
    if let cursor {
      lines.append("-- cursor \(cursor.row + 1):\(cursor.column + 1) --")
    } else {
      lines.append("-- no cursor --")
    }
    lines.append("-- nodes --")
    for node in nodes { lines.append(Self.line(node)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows() -> [String] {
    (0..<size.height).map { row in
      var line = String.UnicodeScalarView()
      var end = line.endIndex
      for column in 0..<size.width {
        let cell = self[row, column]
        if cell.isContinuation { continue }
        line.append(cell.scalar)
        if cell.mark != "\0" { line.append(cell.mark) }
        if cell.scalar != " " || cell.mark != "\0" { end = line.endIndex }
      }
      return String(line[..<end])
    }
  }

  private func styleRuns(_ row: Int) -> [String] {
    var runs: [String] = []
    var start = 0
    while start < size.width {
      let style = self[row, start].style
      var end = start + 1
      while end < size.width, self[row, end].style == style { end += 1 }
      if style != .plain {
        runs.append(end == start + 1 ? "\(style) \(end)" : "\(style) \(start + 1)-\(end)")
      }
      start = end
    }
    return runs
  }

  private static func line(_ node: Node) -> String {
    var line = node.role.rawValue
    if node.isFocusable { line += " [\(node.id)]" }
    if let mark = node.mark { line += " " + sign(mark) }
    let row = node.row.map { cells($0) }
    line += " " + quoted(row ?? node.name)
    let value = place(node) ?? node.value
    if !value.isEmpty { line += " = " + quoted(value) }
    if node.isChosen { line += " chosen" }
    if node.isPersonal { line += " personal" }
    if !node.remark.isEmpty { line += " ! " + quoted(node.remark) }
    if !node.heard.isEmpty { line += " heard " + quoted(node.heard) }
    return line
  }

  /// The cells of a row that say something, each with its marks.
  private static func cells(_ row: Node.Row) -> String {
    row.cells.filter { !$0.isEmpty }
      .map { cell in
        (cell.marks.map(sign) + [cell.text]).filter { !$0.isEmpty }.joined(separator: " ")
      }
      .joined(separator: ", ")
  }

  /// A mark, and what it means where that is not what it means everywhere.
  private static func sign(_ mark: Mark) -> String {
    guard case .words(let words) = mark.meaning else { return mark.sign.glyph }
    return "\(mark.sign.glyph) (\(words))"
  }

  private static func place(_ node: Node) -> String? {
    if let row = node.row { return String(row.place) }
    guard let table = node.table, table.total > 0 else { return nil }
    return "\(table.cursor) / \(table.total)"
  }

  /// The text between quotation marks on one line.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
