/// Several lines of text being typed or pasted: the lines and the cursor in them.
package struct TextLines: Hashable, Sendable {
  /// The lines, never none.
  package private(set) var lines: [String]
  /// The line of the cursor, from 0.
  package private(set) var row: Int
  /// The cursor within its line, in characters from 0.
  package private(set) var column: Int

  /// Makes lines of a text, cursor at the end, or where it was.
  package init(_ text: String = "", row: Int? = nil, column: Int? = nil) {
    lines = TextLines.split(text)
    self.row = min(max(0, row ?? lines.count - 1), lines.count - 1)
    let length = lines[self.row].count
    self.column = min(max(0, column ?? length), length)
  }

  /// The lines joined by newlines.
  package var text: String { lines.joined(separator: "\n") }
  /// Whether nothing is there.
  package var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }

  /// Inserts text, newlines included, and moves behind it; O(lines + length of the text).
  package mutating func insert(_ addition: String) {
    var parts = TextLines.split(addition)
    let current = lines[row]
    let cut = current.index(current.startIndex, offsetBy: column)
    let tail = String(current[cut...])
    parts[0] = String(current[..<cut]) + parts[0]
    let lastColumn = parts[parts.count - 1].count
    parts[parts.count - 1] += tail
    lines.replaceSubrange(row...row, with: parts)
    row += parts.count - 1
    column = lastColumn
  }

  /// Removes the character or the line break before the cursor; false at the very start.
  @discardableResult
  package mutating func deleteBackward() -> Bool {
    if column > 0 {
      column -= 1
      lines[row].remove(at: lines[row].index(lines[row].startIndex, offsetBy: column))
    } else if row > 0 {
      column = lines[row - 1].count
      lines[row - 1] += lines[row]
      lines.remove(at: row)
      row -= 1
    } else {
      return false
    }
    return true
  }

  /// Removes the character or the line break at the cursor; false at the very end.
  @discardableResult
  package mutating func deleteForward() -> Bool {
    if column < lines[row].count {
      lines[row].remove(at: lines[row].index(lines[row].startIndex, offsetBy: column))
    } else if row + 1 < lines.count {
      lines[row] += lines[row + 1]
      lines.remove(at: row + 1)
    } else {
      return false
    }
    return true
  }

  /// Removes everything before the cursor in its line.
  package mutating func deleteToStart() {
    let line = lines[row]
    lines[row] = String(line[line.index(line.startIndex, offsetBy: column)...])
    column = 0
  }

  /// Moves by characters over line breaks.
  package mutating func move(by characters: Int) {
    if characters < 0, column == 0, row > 0 {
      row -= 1
      column = lines[row].count
    } else if characters > 0, column == lines[row].count, row + 1 < lines.count {
      row += 1
      column = 0
    } else {
      column = min(max(0, column + characters), lines[row].count)
    }
  }

  /// Moves by lines; false when the first or last line is passed.
  @discardableResult
  package mutating func move(byLines count: Int) -> Bool {
    let target = row + count
    guard lines.indices.contains(target) || abs(count) > 1 else { return false }
    row = min(max(0, target), lines.count - 1)
    column = min(column, lines[row].count)
    return true
  }

  /// Moves to the start of the line.
  package mutating func moveToStart() { column = 0 }
  /// Moves to the end of the line.
  package mutating func moveToEnd() { column = lines[row].count }

  private static func split(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines.append(String(line))
    }
    return lines
  }
}
