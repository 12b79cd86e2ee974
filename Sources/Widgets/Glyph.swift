/// The few characters with a meaning of their own; all are in the WGL4 set of console fonts.
///
/// The ASCII look replaces each by one ASCII character when the frame is finished.
package enum Glyph {
  /// The thing with the focus.
  package static let focus = "►"
  /// Planned.
  package static let planned = "·"
  /// Stated.
  package static let stated = "○"
  /// Proven.
  package static let proven = "●"
  /// Failed, taken back, or an error.
  package static let failed = "×"
  /// Needs attention.
  package static let attention = "!"
  /// Not known.
  package static let unknown = "?"
  /// Not applicable.
  package static let notApplicable = "–"
  /// A bar's cell that is proven.
  package static let barProven = "█"
  /// A bar's cell that is stated.
  package static let barStated = "▒"
  /// A bar's cell that is planned.
  package static let barPlanned = "░"
  /// A bar's cell that is free.
  package static let barFree = "─"
}
