import Canvas

/// A screen as somebody sees it: its rows and where the cursor stands.
package struct SeenScreen: Equatable, Sendable {
  /// The rows from top to bottom, blanks at their ends left off.
  package var rows: [String]
  /// Where the cursor stands; columns count terminal cells.
  package var cursor: Point

  /// Makes what is seen.
  package init(rows: [String], cursor: Point) {
    self.rows = rows
    self.cursor = cursor
  }

  /// Whether a row shows the text.
  package func shows(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  /// The screen's number, which stands behind `screen` or `scherm` in the first row; nil where it
  /// does not.
  package var number: String? {
    let words = (rows.first ?? "").split(separator: " ")
    guard let place = words.lastIndex(where: { $0 == "screen" || $0 == "scherm" }),
      words.indices.contains(place + 1)
    else { return nil }
    return String(words[place + 1])
  }

  /// Whether the cursor stands on the thing with this label: the label stands on the cursor's row
  /// from the cursor on (buttons, lines, tabs, rows), or above it (fields and choices).
  package func hasFocus(on name: String) -> Bool {
    guard rows.indices.contains(cursor.row) else { return false }
    let behind = SeenScreen.tail(of: rows[cursor.row], from: cursor.column)
    let marks: Set<Character> = ["►", ">", " ", "+", "!", "·", "○", "●", "×", "■"]
    if behind.drop(while: { marks.contains($0) }).hasPrefix(name) || behind.hasPrefix(name) {
      return true
    }
    // Over a field stands its label; over a choice there may be other values in between.
    for row in rows[..<cursor.row].reversed() {
      let words = row.drop { $0 == " " || $0 == "║" || $0 == "|" }
      if words.hasPrefix("( )") || words.hasPrefix("(●)") || words.hasPrefix("(*)") { continue }
      return words.hasPrefix(name)
    }
    return false
  }

  /// The part of a row from a terminal column on.
  private static func tail(of row: String, from column: Int) -> Substring {
    var left = column
    var rest = row[...]
    while left > 0, let first = rest.first {
      left -= Width.of(String(first))
      rest = rest.dropFirst()
    }
    return rest
  }
}
