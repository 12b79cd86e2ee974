/// What a terminal shows at one moment.
struct Screen: CustomStringConvertible {
  /// The rows, without the blanks at their ends.
  var rows: [String]
  /// The cursor's row and column, from 0.
  var row: Int
  var column: Int
  /// The process in the terminal.
  var process: Int32
  /// How the process ended; nil while it runs. A signal is told as shells do: 128 and its number.
  var ended: Int?

  /// The whole text.
  var text: String { rows.joined(separator: "\n") }

  /// The row of the cursor.
  var cursorRow: String { rows.indices.contains(row) ? rows[row] : "" }

  /// What stands before the cursor on its row.
  var beforeCursor: String {
    let text = cursorRow.prefix(column)
    return text + String(repeating: " ", count: column - text.count)
  }

  func contains(_ part: String) -> Bool { rows.contains { $0.contains(part) } }

  var description: String {
    let width = max(rows.map(\.count).max() ?? 0, 20)
    let rule = "+" + String(repeating: "-", count: width) + "+"
    let lines = rows.map { "|" + $0 + String(repeating: " ", count: width - $0.count) + "|" }
    let state = ended.map { "ended with \($0)" } ?? "runs as \(process)"
    return ([rule] + lines + [rule, "cursor at row \(row), column \(column); \(state)"])
      .joined(separator: "\n")
  }
}
