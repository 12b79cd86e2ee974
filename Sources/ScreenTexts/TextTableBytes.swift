/// A view on a table's block of bytes, whose layout `TextTable` describes.
struct TextTableBytes {
  static let slash = UInt8(ascii: "/")
  static let equals = UInt8(ascii: "=")
  static let digitZero = UInt8(ascii: "0")
  static let digitsOfNumber = 4

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The number of entries whose places the block has room for; 0 for a block that is damaged.
  let entryCount: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let stated = Self.number(at: 0, in: bytes) ?? 0
    let numbers = 2 + stated + Self.slotCount(entries: stated)
    entryCount = numbers <= bytes.count / Self.digitsOfNumber ? stated : 0
  }

  /// The slots that there are for so many entries: half of them stay free, so that a search is short.
  static func slotCount(entries: Int) -> Int { 2 * entries }

  /// The hash of an address; the same on every machine.
  static func hash(_ address: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(address)
    var hash: UInt64 = 0
    var position = 0
    while position + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      hash = mixed(hash ^ UInt64(littleEndian: word))
      position += 8
    }
    var rest: UInt64 = 0
    while position < raw.count {
      rest = rest << 8 | UInt64(raw[position])
      position += 1
    }
    return Int(truncatingIfNeeded: mixed(hash ^ rest) >> 32)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The text behind `screen/key=`, or nil where no entry starts with it.
  func text(at address: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let slots = Self.slotCount(entries: entryCount)
    guard slots > 0 else { return nil }
    var slot = Self.hash(address) % slots
    // Not round for ever in a block that is damaged.
    for _ in 0..<slots {
      guard let rank = Self.number(at: entryCount + 2 + slot, in: bytes), rank > 0,
        let entry = entry(rank - 1)
      else { return nil }
      if Self.starts(entry, with: address) {
        return UnsafeBufferPointer(rebasing: entry[address.count...])
      }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
    return nil
  }

  /// The screen and the key of an entry, or nil where it is damaged.
  func address(of index: Int) -> (screen: String, key: String)? {
    guard let entry = entry(index), let end = entry.firstIndex(of: Self.equals),
      let slash = entry[..<end].firstIndex(of: Self.slash)
    else { return nil }
    return (
      String(decoding: entry[..<slash], as: UTF8.self),
      String(decoding: entry[(slash + 1)..<end], as: UTF8.self)
    )
  }

  private static func starts(
    _ entry: UnsafeBufferPointer<UInt8>, with address: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard entry.count >= address.count else { return false }
    let (own, wanted) = (UnsafeRawBufferPointer(entry), UnsafeRawBufferPointer(address))
    var position = 0
    while position + 8 <= wanted.count {
      guard
        own.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          == wanted.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      else { return false }
      position += 8
    }
    while position < wanted.count {
      guard own[position] == wanted[position] else { return false }
      position += 1
    }
    return true
  }

  private func entry(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    let body = (2 + entryCount + Self.slotCount(entries: entryCount)) * Self.digitsOfNumber
    guard index < entryCount, let start = Self.number(at: index + 1, in: bytes),
      let end = Self.number(at: index + 2, in: bytes), start <= end, end <= bytes.count - body
    else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[(body + start)..<(body + end)])
  }

  /// The number with this rank in the block; nil beyond its end and for a byte that is no digit.
  private static func number(at rank: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = rank * digitsOfNumber
    guard start + digitsOfNumber <= bytes.count else { return nil }
    let word = UInt32(
      bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: start, as: UInt32.self))
    // Every byte less the digit zero: a byte below it borrows from the one before, and what is then no
    // digit any more, in either, has one of its two highest bits set.
    let digits = word &- 0x3030_3030
    guard digits & 0xC0C0_C0C0 == 0 else { return nil }
    // Two digits to twelve bits, then two of these to the number.
    let pairs = (digits & 0x3F00_3F00) >> 2 | digits & 0x003F_003F
    return Int((pairs & 0x0FFF_0000) >> 4 | pairs & 0x0FFF)
  }
}

/// The text of one entry: a plain one, or the forms of a plural one behind separators.
struct StoredText {
  static let separator: UInt8 = 0x1F

  let bytes: UnsafeBufferPointer<UInt8>

  var isPlural: Bool { bytes.first == Self.separator }

  /// The wording for a count; nil, and any count but `0` and `1`, take the other form.
  func wording(for count: String?) -> UnsafeBufferPointer<UInt8> {
    guard isPlural else { return bytes }
    if count == "1" { return wording(1) }
    if count == "0" {
      let zero = wording(0)
      if !zero.isEmpty { return zero }
    }
    return wording(2)
  }

  var form: TextForm {
    guard isPlural else { return .plain(String(decoding: bytes, as: UTF8.self)) }
    let zero = wording(0)
    return .plural(
      zero: zero.isEmpty ? nil : String(decoding: zero, as: UTF8.self),
      one: String(decoding: wording(1), as: UTF8.self),
      other: String(decoding: wording(2), as: UTF8.self))
  }

  private func wording(_ rank: Int) -> UnsafeBufferPointer<UInt8> {
    var start = 1
    for _ in 0..<rank {
      guard let separator = bytes[start...].firstIndex(of: Self.separator) else {
        return UnsafeBufferPointer(rebasing: bytes[bytes.endIndex...])
      }
      start = separator + 1
    }
    let end = bytes[start...].firstIndex(of: Self.separator) ?? bytes.endIndex
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}
