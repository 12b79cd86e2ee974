import Canvas

/// How far a long work is, drawn from the state alone.
package struct ProgressBox: Widget, Equatable {
  /// What is being done.
  package var title: String
  /// How much is done, in the unit of the title.
  package var done: Int
  /// How much there is; 0 when that is not known.
  package var total: Int
  /// The count in words.
  package var words: String

  /// Makes a progress box.
  package init(title: String, done: Int, total: Int, words: String) {
    self.title = title
    self.done = done
    self.total = total
    self.words = words
  }

  package func height(width: Int) -> Int { 3 }

  package func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext) {
    frame.put(
      Width.clipped(title, to: area.width), row: area.top, column: area.left, style: .heading)
    if total > 0 {
      Bar(proven: min(done, total), planned: max(0, total - done))
        .draw(on: &frame, row: area.top + 1, column: area.left, width: area.width)
    }
    frame.put(
      Width.clipped(words, to: area.width), row: area.top + 2, column: area.left, style: .dim)
    frame.nodes.append(Node(role: .bar, name: title, value: words, area: area))
  }
}
