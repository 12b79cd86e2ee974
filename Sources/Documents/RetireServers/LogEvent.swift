/// The words of an event line after `OUT: `, `IN: ` and their like.
enum LogEvent {
  /// Where `"feature" user@host` ends. The computer's name has no blank, the login name may have
  /// blanks and even an `@`, so the end is a blank after an `@` that another blank, a bracket or
  /// the line's end follows; where no place is so, the first blank after the first `@`.
  @inline(__always)
  static func end(_ run: ByteRun) -> Int {
    let quoted = run.count > 0 && run[0] == UInt8(ascii: "\"")
    var offset = 0
    if quoted, let close = run.firstIndex(of: UInt8(ascii: "\""), from: 1) { offset = close + 1 }
    guard let at = run.firstIndex(of: UInt8(ascii: "@"), from: offset) else {
      return endWithoutHost(run, from: offset)
    }
    var index = at + 1
    while index < run.count, run[index] != 0x20 { index += 1 }
    if endsAt(run, index) { return index }
    return laterEnd(run, first: index)
  }

  /// Feature and `user@host` of an event.
  static func split(_ event: ByteRun) -> (feature: ByteRun, userHost: ByteRun) {
    if event.count > 0, event[0] == UInt8(ascii: "\""),
      let close = event.firstIndex(of: UInt8(ascii: "\""), from: 1)
    {
      return (event.upTo(close).from(1), event.from(close + 1).trimmed)
    }
    let words = event.firstWord
    return (words.word, words.rest.trimmed)
  }

  @inline(__always)
  private static func endsAt(_ run: ByteRun, _ index: Int) -> Bool {
    guard index + 1 < run.count else { return true }
    switch run[index + 1] {
    case 0x20, 0x09, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "^"): return true
    default: return false
    }
  }

  @inline(never)
  private static func laterEnd(_ run: ByteRun, first: Int) -> Int {
    var offset = first
    while let at = run.firstIndex(of: UInt8(ascii: "@"), from: offset) {
      var index = at + 1
      while index < run.count, run[index] != 0x20 { index += 1 }
      if endsAt(run, index) { return index }
      offset = index
    }
    return first
  }

  @inline(never)
  private static func endWithoutHost(_ run: ByteRun, from offset: Int) -> Int {
    var index = offset
    while index < run.count, ByteRun.isBlank(run[index]) { index += 1 }
    if offset == 0 {
      // An unquoted feature comes first.
      index = run.firstBlank(from: index) ?? run.count
      while index < run.count, ByteRun.isBlank(run[index]) { index += 1 }
    }
    while index < run.count {
      if ByteRun.isBlank(run[index]), endsAt(run, index) { return index }
      index += 1
    }
    return run.count
  }

  /// The user in `^^^ version user address ... ^^^`; nil where none stands there.
  static func verboseUser(_ behind: ByteRun) -> ByteRun? {
    guard let mark = behind.find("^^^") else { return nil }
    let version = behind.from(mark + 3).firstWord
    let user = version.rest.firstWord.word
    return user.isEmpty || user.hasPrefix("^") || version.word.hasPrefix("^") ? nil : user
  }

  /// What stands behind `user@host`: the licences, and why a licence came back.
  struct Suffix {
    var licences = 1
    var isInactive = false
    var isShutdown = false

    init(_ run: ByteRun) {
      var rest = run.trimmedStart
      while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
        rest = rest.from(open + 1)
        if let number = rest.leadingNumber {
          let word = rest.from(number.digits).trimmedStart
          // The verbose form has the number alone.
          if word.hasPrefix("licen") || word.hasPrefix(")") { licences = number.value }
        } else if rest.hasPrefix("INACTIVE)") {
          isInactive = true
        } else if rest.hasPrefix("SHUTDOWN)") {
          isShutdown = true
        }
      }
    }
  }
}
