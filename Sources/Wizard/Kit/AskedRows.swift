/// Which rows of a table are asked for.
enum AskedRows {
  /// Those that can be seen where a table stands: for a question that the next letter replaces.
  static func seen(_ rows: Memory.Rows, _ state: State) -> Range<Int> {
    let top = min(rows.top, rows.cursor)
    return top..<top + max(1, state.size.height)
  }

  /// Two pages before and behind too, so that most moves of the cursor need no rows.
  static func around(_ places: Range<Int>) -> Range<Int> {
    max(0, places.lowerBound - 2 * places.count)..<places.upperBound + 2 * places.count
  }
}
