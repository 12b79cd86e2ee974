/// The characters of the focus and of bars; all are in the WGL4 set of console fonts, as the signs of
/// marks are.
///
/// The ASCII look replaces each by one ASCII character when the frame is finished.
package enum Glyph {
  /// The thing with the focus.
  package static let focus = "►"
  /// A bar's cell that is proven.
  package static let barProven = "█"
  /// A bar's cell that is stated.
  package static let barStated = "▒"
  /// A bar's cell that is planned.
  package static let barPlanned = "░"
  /// A bar's cell that is free.
  package static let barFree = "─"
}
