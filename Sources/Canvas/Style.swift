/// What a run of cells means; a theme gives it attributes when it reaches the terminal.
package enum Style: UInt8, CaseIterable, Sendable {
  /// Running text.
  case plain
  /// Less important text: introductions, units, addresses.
  case dim
  /// The first line: program, organisation, screen number.
  case bar
  /// The title of a page or a block.
  case heading
  /// Rules and boxes.
  case border
  /// The thing that has the focus.
  case focus
  /// A chosen row or the present step or tab.
  case selected
  /// The text inside a field.
  case field
  /// A button without the focus.
  case button
  /// A key in a hint.
  case key
  /// Something is wrong and holds the way forward.
  case error
  /// Something needs attention.
  case warning
  /// Proven by evidence.
  case proven
  /// Stated by the admin.
  case stated
  /// Planned, not yet done.
  case planned
  /// Not to be chosen now.
  case disabled
}
