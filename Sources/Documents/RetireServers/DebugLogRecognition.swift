extension DebugLog {
  /// True where the first bytes of a file are those of a FlexNet debug log: lines of
  /// `H:MM:SS (daemon) text`, one of which at least has words of FlexNet's own.
  package static func recognises(_ head: Span<UInt8>) -> Bool {
    LicensingLines(head).kinds.first == .debugLog
  }

  /// Nil for a line of another form, else whether its words are FlexNet's.
  static func textOfLine(_ line: ByteRun) -> Bool? {
    textWithoutPrefix(line) ?? withoutPrefix(line).flatMap { textWithoutPrefix($0) }
  }

  /// A line from its clock on, where something else stands before that: the container's name with
  /// `docker compose logs`, a time of its own with `docker logs -t` and with the system's journal, a
  /// file's name or a line's number with `grep`. Nil where it begins with its clock, or has none.
  static func withoutPrefix(_ line: ByteRun) -> ByteRun? {
    let head = line.upTo(longestPrefix + 12)
    var offset = 1
    while let open = head.firstIndex(of: UInt8(ascii: "("), from: offset) {
      offset = open + 1
      let before = head.upTo(open).trimmedEnd
      guard before.count >= 8, before.count < open, open + 1 < line.count,
        (line[open + 1] | 0x20) &- 0x61 < 26
      else { continue }
      // `8:41:00` or `08:41:00` with a blank or a colon before it.
      for length in [8, 7] where before.count > length {
        let start = before.count - length
        guard ByteRun.isBlank(before[start - 1]) || before[start - 1] == UInt8(ascii: ":"),
          LogDay.clock(before.from(start)) != nil
        else { continue }
        return line.from(start)
      }
    }
    return nil
  }

  /// The longest prefix that is looked past, in bytes.
  private static let longestPrefix = 160

  private static func textWithoutPrefix(_ line: ByteRun) -> Bool? {
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
