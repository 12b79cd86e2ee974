import Migration

/// What tells Windows-1252 from Mac Roman: where one has letters, the other has signs, and a sign does
/// not stand within a word.
struct SingleByteEvidence {
  /// Bytes within words that are letters in Mac Roman and signs in Windows-1252.
  private var mac = 0
  /// The other way round.
  private var windows = 0
  /// Bytes within words that are letters in Mac Roman, and in Windows-1252 letters that are rare in the
  /// west or signs that may stand within a word.
  private var either = 0
  /// Bytes that neither has as a letter within a word, and long runs beyond ASCII: another alphabet's.
  private var neither = 0
  /// Whether lines end with a lone CR, as they did on the old Mac OS.
  private var hasMacLines = false

  /// Looks through a text that is not UTF-8; O(bytes).
  init(_ text: UnsafeBufferPointer<UInt8>) {
    func isLetter(_ place: Int) -> Bool {
      text.indices.contains(place) && (text[place] | 0x20) &- 0x61 < 26
    }
    var (feeds, returns, run) = (0, 0, 0)
    for place in text.indices {
      let byte = text[place]
      guard byte >= 0x80 else {
        if byte == 0x0A { feeds += 1 } else if byte == 0x0D { returns += 1 }
        run = 0
        continue
      }
      run += 1
      if run == 4 { neither += 1 }
      let isBehind = isLetter(place - 1)
      let isBehindSmall = isBehind && text[place - 1] & 0x20 != 0
      switch byte {
      // Dashes and quotes of a Mac stand beside words as well.
      case 0xD0...0xD5: break
      case 0xC0...0xFF:
        if byte != 0xD7, byte != 0xF7, isBehind || isLetter(place + 1) { windows += 1 }
      case 0x8A, 0x8E:
        // A capital S or Z with a hook does not stand behind a small letter.
        if isBehindSmall { mac += 1 } else if isBehind { either += 1 }
      case 0x85, 0x92...0x94, 0x96, 0x97, 0x99, 0x9A, 0x9C, 0x9E:
        if isBehind, isLetter(place + 1) || byte >= 0x9A { either += byte == 0x92 ? 0 : 1 }
      case 0x80...0x9F: if isBehind { mac += 1 }
      case 0xA7, 0xBE, 0xBF: if isBehindSmall, isLetter(place + 1) { mac += 1 }
      case 0xAA, 0xAD, 0xB4, 0xBA: break
      default: if isBehindSmall, isLetter(place + 1) { neither += 1 }
      }
    }
    hasMacLines = returns > 0 && feeds == 0
  }

  /// The likelier of the two, and whether that is a guess.
  var encoding: (TextEncoding, isGuess: Bool) {
    if mac > windows || (hasMacLines && windows == 0) {
      return (.macRoman, !hasMacLines || windows > 0 || neither > 0)
    }
    return (.windows1252, mac > 0 || neither > 0 || (windows == 0 && either > 0))
  }
}
