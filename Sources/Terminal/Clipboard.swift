/// The sequence that offers text to the terminal's clipboard (OSC 52 of xterm's `ctlseqs`).
enum Clipboard {
  /// The bytes to send for a text in Base64: never cut short, since half of a list is worse than none.
  static func sequence(base64: String) -> [UInt8] {
    Array("\u{1B}]52;c;".utf8) + Array(base64.utf8) + [0x07]
  }
}
