/// What the system says about a failure, as the number that it has: it goes so through refusals and
/// answers until the language is known.
package enum SystemReason {
  private static let mark = "errno-"

  /// The text that stands for an error number of the system.
  package static func text(_ number: Int32) -> String { mark + String(number) }

  /// The text that stands for a failure of which nobody says why.
  package static let unsaid = text(0)

  /// The text that stands for a file whose tables are damaged: the number that Linux has for a structure
  /// that needs cleaning, EUCLEAN.
  package static let damaged = text(117)

  /// The error number that a text stands for; nil for any other text.
  package static func number(_ text: String) -> Int? {
    text.hasPrefix(mark) ? Int(text.dropFirst(mark.count)) : nil
  }
}
