import Migration

/// Text from outside as it may be printed: nothing in it can steer a terminal or turn the direction of
/// writing. What would is shown as a mark.
enum PrintedText {
  /// The text in one line.
  static func clean(_ text: String) -> String { clean(text, keeping: nil) }

  /// The text in its lines.
  static func cleanLines(_ text: String) -> String { clean(text, keeping: "\n") }

  private static func clean(_ text: String, keeping kept: Unicode.Scalar?) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      clean.append(steers(scalar.value) && scalar != kept ? "\u{FFFD}" : scalar)
    }
    return String(clean)
  }

  /// Control characters, line separators, marks and overrides of direction, and what stands for a byte
  /// of a name that is no UTF-8.
  private static func steers(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060,
      0x2066...0x2069, 0xFEFF:
      true
    default: RawName.isByte(value)
    }
  }
}
