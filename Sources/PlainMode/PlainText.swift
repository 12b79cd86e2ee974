/// Text as it may reach a terminal line by line.
enum PlainText {
  /// A line without characters that steer a terminal: controls become U+FFFD, and marks that turn
  /// the direction of text vanish.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !turnsText(scalar) {
      result.append(steers(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// What was typed, without characters that steer a terminal.
  static func typed(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars where scalar == "\t" || !steers(scalar) {
      result.append(scalar)
    }
    return String(result)
  }

  /// A text without blanks at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text.drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func turnsText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
