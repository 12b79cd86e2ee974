extension DebugLog {
  /// True where the first bytes of a file are those of a FlexNet debug log: lines of
  /// `H:MM:SS (daemon) text`, one of which at least has words of FlexNet's own.
  package static func recognises(_ head: Span<UInt8>) -> Bool {
    head.withUnsafeBufferPointer { buffer in
      guard let run = ByteRun(buffer) else { return false }
      return recognises(run.hasPrefix("\u{FEFF}") ? run.from(3) : run)
    }
  }

  private static func recognises(_ head: ByteRun) -> Bool {
    var rest = head
    var others = 0
    var timed = 0
    var isKnown = false
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.count
      let line = rest.upTo(end).trimmed
      rest = rest.from(end + 1)
      if line.isEmpty { continue }
      if let words = textOfLine(line) {
        timed += 1
        isKnown = isKnown || words
      } else {
        others += 1
      }
    }
    return isKnown && timed * 3 >= others
  }

  /// Nil for a line of another form, else whether its words are FlexNet's.
  static func textOfLine(_ line: ByteRun) -> Bool? {
    let words = line.firstWord
    guard words.word.count >= 7, LogDay.clock(words.word) != nil else { return nil }
    let rest = words.rest.trimmedStart
    guard rest.count > 3, rest[0] == UInt8(ascii: "("),
      let close = rest.firstIndex(of: UInt8(ascii: ")")), close > 1, close < 80,
      rest.upTo(close).firstBlank() == nil
    else { return nil }
    if rest.hasPrefix("(lmgrd)") { return true }
    let text = rest.from(close + 1).trimmedStart
    return text.hasPrefix("OUT: ") || text.hasPrefix("IN: ") || text.hasPrefix("DENIED: ")
      || text.hasPrefix("UNSUPPORTED: ") || text.hasPrefix("TIMESTAMP ")
      || text.hasPrefix("SLOG: ") || text.find("-SLOG@)") != nil
      || text.hasPrefix("FlexNet Licensing") || text.hasPrefix("FLEXnet Licensing")
      || text.hasPrefix("Server started on ") || text.hasPrefix("License server system started on ")
      || text.hasPrefix("Checkin failed") || text.hasPrefix("EXITING DUE TO SIGNAL")
  }
}
