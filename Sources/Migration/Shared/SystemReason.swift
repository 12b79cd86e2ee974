/// What the system says about a failure, as the number that it has: it goes so through refusals and
/// answers until the language is known.
package enum SystemReason {
  private static let mark = "errno-"

  /// The text that stands for an error number of the system.
  package static func text(_ number: Int32) -> String { mark + String(number) }

  /// The error number that a text stands for; nil for any other text.
  package static func number(_ text: String) -> Int? {
    text.hasPrefix(mark) ? Int(text.dropFirst(mark.count)) : nil
  }
}
