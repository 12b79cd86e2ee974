/// Text made comparable, bytes in and bytes out: for keys of addresses, filters and sorting.
///
/// ASCII is folded byte by byte; the Latin letters of Europe by a table; the rest by the standard
/// library's case mappings. Bytes that are no UTF-8 are kept as they are.
package enum Folding: Sendable {
  /// Case-blind: `Ann@Example.com` equals `ann@example.COM`, and `ß` equals `ss`.
  case caseBlind
  /// Case-blind and without diacritics: `Élodie` equals `elodie`, `Østergård` equals `ostergard`.
  case search

  /// How many bytes one byte of the source may become at most.
  package static let growth = 3

  /// The folded bytes of a text; O(length).
  package func bytes(of text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes(of: $0) }
  }

  /// The folded bytes of UTF-8; O(length).
  package func bytes(of source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: source.count * Folding.growth) { target, count in
      count = target.baseAddress.map { fold(source, into: $0) } ?? 0
    }
  }

  /// Appends the folded bytes of UTF-8; O(length).
  package func append(_ source: UnsafeBufferPointer<UInt8>, to target: inout [UInt8]) {
    withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: max(1, source.count * Folding.growth)
    ) { room in
      guard let start = room.baseAddress else { return }
      let count = fold(source, into: start)
      target.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// Writes the folded bytes of UTF-8 and returns how many; there has to be room for `growth`
  /// bytes for each byte of the source.
  package func fold(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var read = 0
    var written = 0
    while read < source.count {
      let byte = source[read]
      if byte < 0x80 {
        target[written] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        read += 1
        written += 1
        continue
      }
      let (scalar, length) = Folding.scalar(source, at: read)
      guard let scalar else {
        target[written] = byte
        read += 1
        written += 1
        continue
      }
      read += length
      written += fold(scalar, length: length, into: target + written)
    }
    return written
  }

  /// One scalar beyond ASCII.
  private func fold(
    _ scalar: Unicode.Scalar, length: Int, into target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if self == .search {
      if (0x300...0x36F).contains(scalar.value) { return 0 }
      if let letter = LatinLetters.base(of: scalar) {
        target[0] = letter
        return 1
      }
      if let letters = LatinLetters.pair(for: scalar) {
        target[0] = letters.0
        target[1] = letters.1
        return 2
      }
    }
    // Upper case first, since that also unites ß with ss and the two small sigmas.
    var folded = 0
    let room = length * Folding.growth
    for upper in scalar.properties.uppercaseMapping.unicodeScalars {
      for lower in upper.properties.lowercaseMapping.unicodeScalars {
        if self == .search, (0x300...0x36F).contains(lower.value) { continue }
        let plain = self == .search ? LatinLetters.withoutAccent(lower) : lower
        for unit in UTF8.encode(plain) ?? Unicode.UTF8.encodedReplacementCharacter {
          guard folded < room else { return folded }
          target[folded] = unit
          folded += 1
        }
      }
    }
    return folded
  }

  /// The scalar that begins at a byte and its length; nil where there is no UTF-8.
  private static func scalar(
    _ source: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (Unicode.Scalar?, Int) {
    let lead = source[start]
    let length: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return (nil, 1)
    }
    guard start + length <= source.count else { return (nil, 1) }
    for place in start + 1..<start + length {
      guard source[place] & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(source[place] & 0x3F)
    }
    guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000) else { return (nil, 1) }
    return (Unicode.Scalar(value), length)
  }
}

/// The letters under the diacritics of European languages.
///
/// Source: the compatibility decompositions of the Unicode Character Database, with the struck
/// letters (ø, đ, ł, ħ, ŧ), which have none, set to the letter that people type for them.
private enum LatinLetters {
  /// U+00C0 to U+024F; a full stop where there is no single letter.
  private static let latin: StaticString = """
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll.\
    .llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    b......................i........oo.............uu....zz.........\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    .............r..
    """
  /// U+1E00 to U+1EFF.
  private static let additional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """

  /// The ASCII letter under a Latin letter.
  static func base(of scalar: Unicode.Scalar) -> UInt8? {
    let letter: UInt8
    switch scalar.value {
    case 0xC0...0x24F: letter = latin.utf8Start[Int(scalar.value) - 0xC0]
    case 0x1E00...0x1EFF: letter = additional.utf8Start[Int(scalar.value) - 0x1E00]
    default: return nil
    }
    return letter == UInt8(ascii: ".") ? nil : letter
  }

  /// The two letters that people type for a joined one.
  static func pair(for scalar: Unicode.Scalar) -> (UInt8, UInt8)? {
    switch scalar {
    case "ß", "ẞ": (UInt8(ascii: "s"), UInt8(ascii: "s"))
    case "æ", "Æ": (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case "œ", "Œ": (UInt8(ascii: "o"), UInt8(ascii: "e"))
    case "ĳ", "Ĳ": (UInt8(ascii: "i"), UInt8(ascii: "j"))
    case "þ", "Þ": (UInt8(ascii: "t"), UInt8(ascii: "h"))
    default: nil
    }
  }

  /// A small Greek or Cyrillic letter without its accent.
  static func withoutAccent(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ά": "α"
    case "έ": "ε"
    case "ή": "η"
    case "ί", "ϊ", "ΐ": "ι"
    case "ό": "ο"
    case "ύ", "ϋ", "ΰ": "υ"
    case "ώ": "ω"
    case "ё": "е"
    case "й": "и"
    default: scalar
    }
  }
}
