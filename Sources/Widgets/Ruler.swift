import Canvas

/// A line of time from a first to a last day, with marks and today on it.
package struct Ruler: Widget, Equatable {
  /// One mark: where it stands, and the words above and below it.
  package struct Mark: Equatable, Sendable {
    /// The day, as a number of days; the ruler's ends are the first and last mark.
    package var day: Int
    /// The words above: a date.
    package var above: String
    /// The words below: what happens then.
    package var below: String
    /// Whether this is today.
    package var isToday: Bool
    /// Makes a mark.
    package init(day: Int, above: String, below: String, isToday: Bool = false) {
      self.day = day
      self.above = above
      self.below = below
      self.isToday = isToday
    }
  }

  /// The marks, in the order of their days.
  package var marks: [Mark]

  /// Makes a ruler.
  package init(_ marks: [Mark]) { self.marks = marks.sorted { $0.day < $1.day } }

  package func height(width: Int) -> Int { marks.count < 2 ? 0 : 3 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    guard let first = marks.first, let last = marks.last, marks.count > 1, area.width > 8 else {
      return
    }
    let length = area.width - 4
    let days = max(1, last.day - first.day)
    let columns = places(length: length, first: first.day, days: days)
    let line = area.top + 1
    let left = area.left + 2
    let today = zip(marks, columns).first { $0.0.isToday }?.1
    for column in 0..<length {
      let isPast = today.map { column < $0 } ?? false
      frame.put(isPast ? "═" : "─", row: line, column: left + column, style: .border)
    }
    for (index, (mark, column)) in zip(marks, columns).enumerated() {
      let glyph = mark.isToday ? "■" : index == 0 ? "├" : index == marks.count - 1 ? "┤" : "╪"
      frame.put(
        glyph, row: line, column: left + column, style: mark.isToday ? .focus : .border)
    }
    drawWords(\.above, on: &frame, row: area.top, columns, area)
    drawWords(\.below, on: &frame, row: area.top + 2, columns, area)
    for mark in marks {
      frame.nodes.append(Node(role: .text, name: mark.above, value: mark.below, area: area))
    }
  }

  /// The column of each mark, kept apart so that no two stand on one.
  private func places(length: Int, first: Int, days: Int) -> [Int] {
    var result = marks.map { ($0.day - first) * (length - 1) / days }
    for index in result.indices.dropFirst() where result[index] <= result[index - 1] {
      result[index] = min(length - 1, result[index - 1] + 1)
    }
    for index in result.indices.dropLast().reversed() where result[index] >= result[index + 1] {
      result[index] = max(0, result[index + 1] - 1)
    }
    return result
  }

  private func drawWords(
    _ words: KeyPath<Mark, String>, on frame: inout Frame, row: Int, _ columns: [Int], _ area: Area
  ) {
    // From the right, so that the end of the network rights always has its room.
    var limit = area.right
    for (mark, column) in zip(marks, columns).reversed() {
      let text = mark[keyPath: words]
      let width = Width.of(text)
      guard width > 0 else { continue }
      let start = max(area.left, min(area.left + 2 + column - width / 2, limit - width))
      guard start + width <= limit else { continue }
      frame.put(text, row: row, column: start, style: mark.isToday ? .heading : .dim)
      limit = start - 2
    }
  }
}
