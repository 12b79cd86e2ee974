/// Text from outside as it may be printed: nothing in it can steer a terminal.
enum PrintedText {
  /// The text in one line.
  static func clean(_ text: String) -> String { clean(text, keeping: nil) }

  /// The text in its lines.
  static func cleanLines(_ text: String) -> String { clean(text, keeping: "\n") }

  private static func clean(_ text: String, keeping kept: Unicode.Scalar?) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      clean.append(isControl && scalar != kept ? "\u{FFFD}" : scalar)
    }
    return String(clean)
  }
}
