extension PersonRules {
  /// What a scalar beyond ASCII is for these rules.
  enum ScalarKind {
    /// A letter, a mark, a sign: taken as it is.
    case plain
    /// A blank of some width.
    case blank
    /// Steers a terminal or the direction of writing, and is not seen itself.
    case hidden
    /// A double-width digit, which the portal refuses in names.
    case wideDigit
    /// U+FFFD: what stood here was lost when the file was written or read.
    case damaged
  }

  /// The kind of the scalar whose first byte stands at an index; continuation bytes are plain.
  @inline(__always)
  static func kind(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> ScalarKind {
    switch text[index] {
    case 0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3: rareKind(at: index, in: text)
    default: .plain
    }
  }

  private static func rareKind(
    at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> ScalarKind {
    guard index + 1 < text.count else { return .plain }
    let second = text[index + 1]
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch (text[index], second) {
    case (0xC2, 0x80...0x9F): return .hidden  // C1 controls
    case (0xC2, 0xA0): return .blank  // no-break space
    case (0xC2, 0xAD): return .hidden  // soft hyphen
    case (0xD8, 0x9C): return .hidden  // Arabic letter mark
    case (0xE1, 0x9A) where third == 0x80: return .blank  // Ogham space
    case (0xE1, 0xA0) where third == 0x8E: return .hidden  // Mongolian vowel separator
    case (0xE2, 0x80):
      switch third {
      case 0x80...0x8A, 0xAF: return .blank  // widths of blank, narrow no-break space
      case 0x8B, 0x8E, 0x8F: return .hidden  // zero-width space, direction marks
      case 0xA8...0xAE: return .hidden  // line and paragraph separators, embeddings, overrides
      default: return .plain
      }
    case (0xE2, 0x81):
      if third == 0x9F { return .blank }  // mathematical space
      return (0xA0...0xAF).contains(third) ? .hidden : .plain  // word joiner, isolates
    case (0xE3, 0x80): return third == 0x80 ? .blank : .plain  // ideographic space
    case (0xEF, 0xBB): return third == 0xBF ? .hidden : .plain  // byte order mark
    case (0xEF, 0xBC): return (0x90...0x99).contains(third) ? .wideDigit : .plain
    case (0xEF, 0xBF):
      if third == 0xBD { return .damaged }
      return (0xB9...0xBB).contains(third) ? .hidden : .plain  // annotation marks
    case (0xF3, 0xA0): return .hidden  // tags and variation selectors of plane 14
    default: return .plain
    }
  }

  /// How many Unicode scalars a text has; O(bytes).
  static func scalars(in text: UnsafeBufferPointer<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Appends a name as it is kept: trimmed, one blank between words, no-break and wide blanks as
  /// plain ones, zero-width spaces and soft hyphens left out.
  ///
  /// A tab in front stays, so that the rules see what a spreadsheet would see.
  package static func appendName(
    _ raw: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    if isPlain(raw) {
      bytes.append(contentsOf: raw)
    } else {
      appendSlowly(raw, keepsLeadingTab: true, to: &bytes)
    }
  }

  /// Appends a last name as it is kept: as a name, and with particles that stand behind a comma or in
  /// brackets (`Vries, de`, `Meer (van der)`) in front. Another comma stays, and is doubtful.
  package static func appendLastName(
    _ raw: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    let start = bytes.count
    appendName(raw, to: &bytes)
    var (hasParts, hasBlank, hasSign) = (false, false, false)
    for byte in raw {
      switch byte {
      case 0x2C, 0x28: hasParts = true
      case 0x20, 0x80...: (hasBlank, hasSign) = (true, hasSign || byte == 0xE2)
      case 0x09, 0x2D, 0x7C: (hasBlank, hasSign) = (hasBlank || byte == 0x09, true)
      default: break
      }
    }
    // A mark has a blank in front of its sign.
    if hasBlank, hasSign, let end = PersonName.suffixStart(bytes[start...]) {
      bytes.removeSubrange(end...)
    }
    guard hasParts else { return }
    let parts = bytes[start...].split(maxSplits: 1) { $0 == 0x2C || $0 == 0x28 }
    guard let name = parts.first?.split(separator: 0x20), !name.isEmpty else { return }
    let behind = parts.dropFirst().flatMap { $0.split(separator: 0x20) }
    let particles = behind.flatMap { $0.split(separator: 0x29) }
    guard particles.allSatisfy(PersonName.isParticle) else { return }
    let turned = (particles + name).joined(separator: [0x20])
    bytes.replaceSubrange(start..., with: Array(turned))
  }

  /// Appends an address as it is kept: trimmed, without `mailto:` and angle brackets; case stays.
  package static func appendAddress(
    _ raw: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    if isPlain(raw), raw.first != 0x3C, !beginsMailto(raw) {
      bytes.append(contentsOf: raw)
      return
    }
    let start = bytes.count
    appendSlowly(raw, keepsLeadingTab: false, to: &bytes)
    while bytes.count > start + 1, bytes[start] == 0x3C, bytes[bytes.count - 1] == 0x3E {
      bytes.removeLast()
      bytes.remove(at: start)
    }
    let isMailto = bytes.withUnsafeBufferPointer {
      beginsMailto(UnsafeBufferPointer(rebasing: $0[start...]))
    }
    if isMailto { bytes.removeSubrange(start..<start + 7) }
  }

  /// Appends a login name as it is kept: as a name, and without the domain of `FIRM\name`.
  package static func appendLogin(
    _ raw: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    if let slash = raw.lastIndex(of: 0x5C), slash + 1 < raw.count {
      appendName(UnsafeBufferPointer(rebasing: raw[(slash + 1)...]), to: &bytes)
    } else {
      appendName(raw, to: &bytes)
    }
  }

  /// A name as it is kept.
  package static func normaliseName(_ text: String) -> String { normalise(text, appendName) }
  /// A last name as it is kept.
  package static func normaliseLastName(_ text: String) -> String {
    normalise(text, appendLastName)
  }
  /// An address as it is kept.
  package static func normaliseAddress(_ text: String) -> String { normalise(text, appendAddress) }
  /// A login name as it is kept.
  package static func normaliseLogin(_ text: String) -> String { normalise(text, appendLogin) }

  /// Whether a name without small letters is written in capitals: initials and names of two letters
  /// are not.
  static func isInCapitals(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var (letters, vowels) = (0, 0)
    var index = 0
    while index < name.count {
      switch name[index] {
      case 0x41, 0x45, 0x49, 0x4F, 0x55, 0x59:
        (letters, vowels) = (letters + 1, vowels + 1)
      case 0x42...0x5A: letters += 1
      case 0xC3:
        // Letters of Latin-1: capitals come first, then the small ones.
        index += 1
        guard index < name.count, name[index] < 0x9F else { return false }
        (letters, vowels) = (letters + 1, vowels + 1)
      case 0x80...: return false
      default: (letters, vowels) = (0, 0)
      }
      if letters >= 3, vowels > 0 { return true }
      index += 1
    }
    return false
  }

  /// Whether nothing but a mark such as `jr.` or `MSc` stands behind a name's commas.
  static func endsInSuffix(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let parts = name.split(separator: 0x2C, omittingEmptySubsequences: false).dropFirst()
    return parts.allSatisfy { part in
      let bare = part.filter { $0 != 0x20 && $0 != 0x2E }
      return bare.withUnsafeBufferPointer { suffixes.contains($0) }
    }
  }

  private static let suffixes = WordList([
    "jr", "sr", "jnr", "snr", "junior", "senior", "ii", "iii", "iv", "phd", "dr", "msc", "bsc",
    "ba",
    "ma", "mba", "ing", "ir", "drs", "mr",
  ])

  /// A language by its code, read from a code, a locale or a name of it; empty for any other.
  ///
  /// `nl-NL`, `Nederlands`, `Dutch` are `nl`; `en_GB`, `English`, `Engels` are `en`.
  package static func languageCode(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let word = text.prefix { WordList.folded($0) &- 0x61 < 26 }
    let code = UnsafeBufferPointer(rebasing: word)
    if dutch.contains(code) { return "nl" }
    return english.contains(code) ? "en" : ""
  }

  private static let dutch = WordList([
    "nl", "nld", "dut", "nederlands", "dutch", "vlaams", "holl", "hollands", "neerlandais",
    "niederl",
  ])
  private static let english = WordList(["en", "eng", "english", "engels", "englisch", "anglais"])

  private static func normalise(
    _ text: String, _ append: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void
  ) -> String {
    var text = text
    var bytes: [UInt8] = []
    text.withUTF8 { append($0, &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a value is kept byte for byte: no blank at an end, none doubled, nothing unseen.
  private static func isPlain(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = raw.baseAddress, !raw.isEmpty else { return true }
    let count = raw.count
    var afterBlank = true
    var index = 0
    while index < count {
      // Eight visible ASCII characters at a time: none below `!`, none from DEL on.
      if index + 8 <= count {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        let low = (word &- 0x2121_2121_2121_2121) & ~word
        let high = (word &+ 0x0101_0101_0101_0101) | word
        if (low | high) & 0x8080_8080_8080_8080 == 0 {
          afterBlank = false
          index += 8
          continue
        }
      }
      let byte = base[index]
      if byte == 0x20 {
        if afterBlank { return false }
        afterBlank = true
      } else {
        afterBlank = false
        if byte < 0x20 || byte == 0x7F { return false }
        if byte >= 0x80, kind(at: index, in: raw) != .plain { return false }
      }
      index += 1
    }
    return !afterBlank
  }

  private static func appendSlowly(
    _ raw: UnsafeBufferPointer<UInt8>, keepsLeadingTab: Bool, to bytes: inout [UInt8]
  ) {
    let start = bytes.count
    var index = 0
    var owesBlank = false
    func width(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
    // Line breaks and tabs at the ends are what a cell or a paste left there.
    var end = raw.count
    while end > 0, raw[end - 1] <= 0x20, raw[end - 1] != 0 { end -= 1 }
    while index < end {
      let byte = raw[index]
      if byte == 0x20 {
        owesBlank = bytes.count > start
        index += 1
        continue
      }
      if bytes.count == start, byte == 0x0A || byte == 0x0D || (byte == 0x09 && !keepsLeadingTab) {
        index += 1
        continue
      }
      let kind = byte >= 0x80 ? kind(at: index, in: raw) : .plain
      let next = min(end, index + width(byte))
      switch kind {
      case .blank:
        owesBlank = bytes.count > start
      case .hidden where isZeroWidth(raw, index):
        break
      default:
        if owesBlank { bytes.append(0x20) }
        owesBlank = false
        bytes.append(contentsOf: raw[index..<next])
      }
      index = next
    }
  }

  /// Zero-width space, word joiner, byte order mark, soft hyphen: come along with copied text and
  /// mean nothing in a name.
  private static func isZeroWidth(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch (text[index], text[index + 1]) {
    case (0xC2, 0xAD): return true
    case (0xE2, 0x80): return third == 0x8B
    case (0xE2, 0x81): return third == 0xA0
    case (0xEF, 0xBB): return third == 0xBF
    default: return false
    }
  }

  private static func beginsMailto(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
    guard raw.count > 7, raw[6] == 0x3A else { return false }
    return mailto.contains(UnsafeBufferPointer(rebasing: raw[..<6]))
  }

  private static let mailto = WordList(["mailto"])
}
