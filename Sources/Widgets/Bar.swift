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
  ///
  /// Cells are shared out by largest remainder, so that they always add up; whatever is there at all
  /// and would vanish takes one cell from the longest part.
  package func cells(_ width: Int) -> String {
    let counts = [proven, stated, planned, free]
    let glyphs = [Glyph.barProven, Glyph.barStated, Glyph.barPlanned, Glyph.barFree]
    let sum = counts.reduce(0, +)
    guard width > 0 else { return "" }
    guard sum > 0 else { return String(repeating: Glyph.barPlanned, count: width) }
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
    return zip(glyphs, lengths).map { String(repeating: $0, count: $1) }.joined()
  }

  /// Draws the bar, each part in its own style.
  package func draw(on frame: inout Frame, row: Int, column: Int, width: Int) {
    var place = column
    for character in cells(width) {
      let text = String(character)
      let style: Style =
        switch text {
        case Glyph.barProven: .proven
        case Glyph.barStated: .stated
        case Glyph.barPlanned: .planned
        default: .dim
        }
      frame.put(text, row: row, column: place, style: style)
      place += 1
    }
  }
}
