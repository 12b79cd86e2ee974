extension Frame {
  /// The rows as text, one line a row, blanks at their ends left off.
  package var text: String { rows().joined(separator: "\n") }

  /// The frame as text for golden files and reports: first its rows, so that line n is row n counted
  /// from 1, then what the rows do not show.
  ///
  /// The legend gives the runs of styles other than plain (row, then columns from 1), the cursor,
  /// and the nodes in reading order: role, `[id]`, name, `= value`, chosen, personal, `! remark`.
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
    line += " " + quoted(node.name)
    if !node.value.isEmpty { line += " = " + quoted(node.value) }
    if node.isChosen { line += " chosen" }
    if node.isPersonal { line += " personal" }
    if !node.remark.isEmpty { line += " ! " + quoted(node.remark) }
    return line
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
