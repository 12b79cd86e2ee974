import Canvas

/// The five steps over the width of the frame: the present one in brackets, under each its bar.
package struct StepBar: Equatable, Sendable {
  /// One step.
  package struct Entry: Equatable, Sendable {
    /// Its number and short name.
    package var label: String
    /// How far it is.
    package var bar: Bar
    /// Makes an entry.
    package init(_ label: String, bar: Bar) {
      self.label = label
      self.bar = bar
    }
  }

  /// The steps in order.
  package var entries: [Entry]
  /// The place of the present step among them; nil when none is present.
  package var present: Int?

  /// Makes a step bar.
  package init(_ entries: [Entry], present: Int?) {
    self.entries = entries
    self.present = present
  }

  /// Draws two rows.
  func draw(on frame: inout Frame, row: Int) {
    guard !entries.isEmpty else { return }
    for (index, entry) in entries.enumerated() {
      let column = 1 + index * (frame.size.width - 1) / entries.count
      let slot = max(4, 1 + (index + 1) * (frame.size.width - 1) / entries.count - column)
      let isPresent = index == present
      let name = Width.clipped(entry.label, to: slot - 2)
      let text = isPresent ? "[\(name)]" : " \(name) "
      frame.put(
        text, row: row, column: column, limit: slot, style: isPresent ? .selected : .plain)
      entry.bar.draw(on: &frame, row: row + 1, column: column + 1, width: max(1, slot - 3))
    }
    frame.nodes.append(
      Node(
        role: .bar, name: entries.map(\.label).joined(separator: ", "),
        value: present.map { entries[$0].label } ?? "",
        area: Area(row: row, column: 0, width: frame.size.width, height: 2)))
  }
}
