import Migration

extension TextEncoding {
  /// Finds the encoding of a text, and whether it can be read where it lies: as valid UTF-8.
  ///
  /// A byte order mark decides. Else zero bytes on one side of the pairs tell UTF-16. Else the text is
  /// UTF-8 when it is valid, or nearly so (at least eight good sequences beside each bad one: a few
  /// damaged letters do not make a thousand others wrong). Else Windows-1252 or Mac Roman, by what
  /// stands beside its letters; `isGuess` where that leaves it open. With `isWhole` false a sequence
  /// that the end cuts is not held against UTF-8. O(bytes).
  package static func look(
    at text: UnsafeBufferPointer<UInt8>, isWhole: Bool = true
  ) -> (encoding: TextEncoding, isReadableInPlace: Bool, isGuess: Bool) {
    if text.count >= 2 {
      if text[0] == 0xFF, text[1] == 0xFE { return (.utf16LittleEndian, false, false) }
      if text[0] == 0xFE, text[1] == 0xFF { return (.utf16BigEndian, false, false) }
    }
    let isMarked = TextEncoding.utf8WithMark.markLength(text) > 0
    if !isMarked, let encoding = pairs(text) { return (encoding, false, false) }
    let (good, bad) = sequences(text, isWhole: isWhole)
    if isMarked { return (.utf8WithMark, bad == 0, false) }
    if bad == 0 || good >= bad * 8 { return (.utf8, bad == 0, false) }
    let (encoding, isGuess) = SingleByteEvidence(text).encoding
    return (encoding, false, isGuess)
  }

  /// Finds the encoding of a text; O(bytes).
  package static func detect(
    _ text: UnsafeBufferPointer<UInt8>, isWhole: Bool = true
  ) -> TextEncoding {
    look(at: text, isWhole: isWhole).encoding
  }

  /// The bytes of a byte order mark in front of a text in this encoding; 0 for none.
  package func markLength(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    switch self {
    case .utf8, .utf8WithMark:
      text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0
    case .utf16LittleEndian: text.count >= 2 && text[0] == 0xFF && text[1] == 0xFE ? 2 : 0
    case .utf16BigEndian: text.count >= 2 && text[0] == 0xFE && text[1] == 0xFF ? 2 : 0
    case .windows1252, .macRoman: 0
    }
  }

  /// UTF-16 without a mark: text with Latin letters, delimiters and line ends has a zero in at least
  /// every third pair on one side, and hardly any on the other.
  private static func pairs(_ text: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let pairs = min(text.count, 4_096) / 2
    guard pairs >= 2 else { return nil }
    var first = 0
    var second = 0
    for pair in 0..<pairs {
      if text[pair * 2] == 0 { first += 1 }
      if text[pair * 2 + 1] == 0 { second += 1 }
    }
    if second * 3 >= pairs, first * 20 <= second { return .utf16LittleEndian }
    if first * 3 >= pairs, second * 20 <= first { return .utf16BigEndian }
    return nil
  }

  /// Valid and invalid UTF-8 sequences beyond ASCII.
  static func sequences(
    _ text: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> (good: Int, bad: Int) {
    guard let base = text.baseAddress else { return (0, 0) }
    let count = text.count
    var good = 0
    var bad = 0
    var index = 0
    while index < count {
      if base[index] < 0x80 {
        index += 1
        while index + 8 <= count {
          let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
          guard word & 0x8080_8080_8080_8080 == 0 else { break }
          index += 8
        }
        continue
      }
      switch sequence(base + index, count - index) {
      case .valid(let length):
        good += 1
        index += length
      case .cut:
        if isWhole { bad += 1 }
        return (good, bad)
      case .invalid:
        bad += 1
        index += 1
      }
    }
    return (good, bad)
  }

  /// What stands at a byte beyond ASCII.
  enum Sequence: Equatable {
    case valid(Int)
    /// A valid beginning that the end of the text cuts off.
    case cut
    case invalid
  }

  /// Reads one sequence by the table of well-formed UTF-8 (Unicode, table 3-7).
  @inline(__always)
  static func sequence(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Sequence {
    let lead = bytes[0]
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      lowest = 0xA0
    case 0xED:
      length = 3
      highest = 0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      lowest = 0x90
    case 0xF4:
      length = 4
      highest = 0x8F
    case 0xF1...0xF3: length = 4
    default: return .invalid
    }
    var index = 1
    while index < length {
      if index >= count { return .cut }
      let byte = bytes[index]
      guard byte >= lowest, byte <= highest else { return .invalid }
      lowest = 0x80
      highest = 0xBF
      index += 1
    }
    return .valid(length)
  }
}
