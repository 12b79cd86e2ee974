/// How many terminal columns text takes, and cutting text by columns.
///
/// Widths follow UAX #11 and the grapheme clusters of UAX #29. A cluster shows as its first scalar
/// with at most one nonspacing mark; an emoji joined from several shows as its first. Scalars of a
/// cluster that take columns of their own (vowel signs of Indic scripts) keep them.
package enum Width {
  /// Visits the cells of a text: scalar, mark or U+0000, and width 1 or 2, until `body` says false.
  ///
  /// Control characters come as U+FFFD; directional controls, joiners and other format characters
  /// do not come at all. Linear in the text.
  package static func forEachCell(
    of text: String, _ body: (Unicode.Scalar, Unicode.Scalar, Int) -> Bool
  ) {
    walk(text[...], body)
  }

  /// Visits the cells of a part of a text, as for a whole one.
  package static func forEachCell(
    of text: Substring, _ body: (Unicode.Scalar, Unicode.Scalar, Int) -> Bool
  ) {
    walk(text, body)
  }

  /// The columns that a text takes.
  package static func of(_ text: String) -> Int { of(text[...]) }

  /// The columns that a part of a text takes.
  package static func of(_ text: Substring) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable {
      isPrintableASCII($0) ? $0.count : nil
    }
    if let plain = plain ?? nil { return plain }
    var columns = 0
    walk(text) { _, _, width in
      columns += width
      return true
    }
    return columns
  }

  /// Whether each byte is a cell by itself.
  static func isPrintableASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without a way out on the way, so that many bytes are looked at in one step.
    var others: UInt8 = 0
    for byte in bytes { others |= (byte &- 0x20) / 0x5F }
    return others == 0
  }

  /// The columns that a scalar takes by itself: 0 for marks and format characters, 1 or 2 otherwise.
  ///
  /// A control character takes 1, since it is drawn as U+FFFD.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let plain = plainWidth(scalar)
    if plain > 0 { return plain }
    let value = scalar.value
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return WideRanges.contains(value) ? 2 : 1
    }
  }

  /// The text cut to at most some columns; when something is left out it ends with `…`.
  package static func clipped(_ text: String, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    // No cell takes more columns than bytes, so a short text needs no counting.
    if text.utf8.count <= columns || of(text) <= columns { return text }
    return prefix(of: text[...], columns: columns - 1) + "…"
  }

  /// The text cut as by `clipped`, or filled with blanks, to exactly some columns.
  package static func padded(
    _ text: String, to columns: Int, alignedRight: Bool = false
  ) -> String {
    let shown = clipped(text, to: columns)
    let blanks = String(repeating: " ", count: max(0, columns - of(shown)))
    return alignedRight ? blanks + shown : shown + blanks
  }

  /// The longest beginning of whole clusters that takes at most some columns.
  package static func prefix(of text: Substring, columns: Int) -> String {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
      plainPrefix(of: bytes, columns: columns).map {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[..<$0]), as: UTF8.self)
      }
    }
    if let plain = plain ?? nil { return plain }
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      let next = text.index(after: end)
      used += of(text[end..<next])
      if used > columns { break }
      end = next
    }
    return String(text[..<end])
  }

  /// Where such a beginning ends among the bytes of a text that is plain up to there, and the scalar
  /// behind it too; nil for any other text.
  private static func plainPrefix(
    of bytes: UnsafeBufferPointer<UInt8>, columns: Int
  ) -> Int? {
    var used = 0
    var offset = 0
    while offset < bytes.count {
      let (scalar, next) = scalar(in: bytes, at: offset)
      let width = plainWidth(scalar)
      guard width > 0 else { return nil }
      used += width
      if used > columns { return offset }
      offset = next
    }
    return offset
  }

  /// The width of a scalar that never joins with the one before it and takes no special care; 0 for
  /// all others. These are the scalars of nearly every text: Latin, Greek, Cyrillic, box drawing,
  /// Chinese, Japanese, Korean syllables.
  @inline(__always)
  static func plainWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: 1
    case 0xA0..<0x300: scalar.value == 0xAD ? 0 : 1
    case 0x370..<0x483, 0x48A..<0x530, 0x1E00..<0x2000: 1
    case 0x2010..<0x2028, 0x2030..<0x205F, 0x20A0..<0x20C1, 0x2190..<0x231A, 0x2500..<0x25FD: 1
    case 0x4E00..<0xA000, 0xAC00..<0xD7A4, 0x3041..<0x3097, 0x30A1..<0x30FB: 2
    default: 0
    }
  }

  private static func walk(
    _ text: Substring, _ body: (Unicode.Scalar, Unicode.Scalar, Int) -> Bool
  ) {
    let isWalked: Void? = text.utf8.withContiguousStorageIfAvailable { walk($0, of: text, body) }
    if isWalked != nil { return }
    // A text that is not stored as UTF-8 is copied once.
    var copy = String(text)
    copy.makeContiguousUTF8()
    let whole = copy[...]
    copy.withUTF8 { walk($0, of: whole, body) }
  }

  /// Visits the cells of a text that is stored as these bytes, which are valid UTF-8.
  private static func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, of text: Substring,
    _ body: (Unicode.Scalar, Unicode.Scalar, Int) -> Bool
  ) {
    var offset = 0
    while offset < bytes.count {
      var (scalar, next) = scalar(in: bytes, at: offset)
      var width = plainWidth(scalar)
      while width > 0 {
        guard next < bytes.count else {
          _ = body(scalar, "\0", width)
          return
        }
        let (follower, behind) = Self.scalar(in: bytes, at: next)
        let followerWidth = plainWidth(follower)
        // A plain scalar ends here only if the next one does not join with it.
        guard followerWidth > 0 || follower.value < 0x20 else { break }
        guard body(scalar, "\0", width) else { return }
        (offset, scalar, next, width) = (next, follower, behind, followerWidth)
      }
      let start = text.utf8.index(text.startIndex, offsetBy: offset)
      let end = text.index(after: start)
      guard cluster(text.unicodeScalars[start..<end], body) else { return }
      offset = text.utf8.distance(from: text.startIndex, to: end)
    }
  }

  /// The scalar at an offset of valid UTF-8, and the offset behind it.
  @inline(__always)
  static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (Unicode.Scalar, Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), offset + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first & (0x7F >> UInt8(length)))
    for index in offset + 1..<min(offset + length, bytes.count) {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", offset + length)
  }

  /// Visits the cells of one grapheme cluster; false when `body` said so.
  private static func cluster(
    _ scalars: Substring.UnicodeScalarView.SubSequence,
    _ body: (Unicode.Scalar, Unicode.Scalar, Int) -> Bool
  ) -> Bool {
    guard let first = scalars.first else { return true }
    if isControl(first) { return body("\u{FFFD}", "\0", 1) }
    if scalars.dropFirst().contains(where: joinsEmoji), first.properties.isEmoji {
      return body(first, "\0", of(first))
    }
    var base: Unicode.Scalar?
    var mark: Unicode.Scalar = "\0"
    for scalar in scalars {
      if of(scalar) > 0 {
        if let base, !body(base, mark, of(base)) { return false }
        base = scalar
        mark = "\0"
      } else if isMark(scalar) {
        if base == nil { base = " " }
        if mark == "\0" { mark = scalar }
      }
    }
    guard let base else { return true }
    return body(base, mark, of(base))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }

  /// Whether a scalar makes one emoji of a cluster: joiner, selector, skin tone, second of a flag.
  private static func joinsEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0xFE0F, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF, 0xE0020...0xE007F: true
    default: false
    }
  }

  /// Whether a scalar of width 0 is seen: a nonspacing mark, or a Korean letter under another.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark: !scalar.properties.isDefaultIgnorableCodePoint
    case .otherLetter: true
    default: false
    }
  }
}
