import Canvas

/// A bar of cells that means the same everywhere: proven, stated, planned, free.
package struct Bar: Hashable, Sendable {
  /// What is proven.
  package var proven: Int
  /// What is stated and not proven.
  package var stated: Int
  /// What is planned and not stated.
  package var planned: Int
  /// What is free (only where seats can be free).
  package var free: Int

  /// Makes a bar of counts, none of them negative.
  package init(proven: Int = 0, stated: Int = 0, planned: Int = 0, free: Int = 0) {
    self.proven = max(0, proven)
    self.stated = max(0, stated)
    self.planned = max(0, planned)
    self.free = max(0, free)
  }

  /// The bar as text of so many cells; nothing to show is a bar of planned cells.
  package func cells(_ width: Int) -> String {
    parts(width).map { String(repeating: $0.glyph, count: $0.length) }.joined()
  }

  /// What the bar of so many cells is made of, from left to right.
  ///
  /// Cells are shared out by largest remainder, so that they always add up; whatever is there at all
  /// and would vanish takes one cell from the longest part.
  private func parts(_ width: Int) -> [(glyph: String, style: Style, length: Int)] {
    let lengths = lengths(width)
    return [
      (Glyph.barProven, .proven, lengths[0]), (Glyph.barStated, .stated, lengths[1]),
      (Glyph.barPlanned, .planned, lengths[2]), (Glyph.barFree, .dim, lengths[3]),
    ]
  }

  private func lengths(_ width: Int) -> [Int] {
    let counts = [proven, stated, planned, free]
    let sum = counts.reduce(0, +)
    guard width > 0 else { return [0, 0, 0, 0] }
    guard sum > 0 else { return [0, 0, width, 0] }
    var lengths = counts.map { $0 * width / sum }
    let byRemainder = counts.indices.sorted {
      let left = counts[$0] * width % sum
      let right = counts[$1] * width % sum
      return left != right ? left > right : $0 < $1
    }
    for index in byRemainder.prefix(width - lengths.reduce(0, +)) { lengths[index] += 1 }
    for index in counts.indices where counts[index] > 0 && lengths[index] == 0 {
      if let longest = lengths.indices.max(by: { lengths[$0] < lengths[$1] }),
        lengths[longest] > 1
      {
        lengths[longest] -= 1
        lengths[index] = 1
      }
    }
    return lengths
  }

  /// Draws the bar, each part in its own style.
  package func draw(on frame: inout Frame, row: Int, column: Int, width: Int) {
    var place = column
    for part in parts(width) where part.length > 0 {
      place += frame.put(
        String(repeating: part.glyph, count: part.length), row: row, column: place,
        style: part.style)
    }
  }
}
