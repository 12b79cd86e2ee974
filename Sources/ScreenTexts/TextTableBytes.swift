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
    let places = bytes.count / Self.digitsOfNumber - 2
    let stated = Self.number(at: 0, in: bytes) ?? 0
    entryCount = stated <= places ? stated : 0
  }

  /// The text behind `screen/key=`, or nil where no entry starts with it.
  func text(at address: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    var low = 0
    var high = entryCount
    while low < high {
      let middle = low + (high - low) / 2
      guard let entry = entry(middle) else { return nil }
      switch compare(entry, with: address) {
      case .before: low = middle + 1
      case .after: high = middle
      case .startsWith: return part(of: entry, from: address.count)
      }
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

  private enum Order {
    case before, after, startsWith
  }

  private func compare(
    _ entry: UnsafeBufferPointer<UInt8>, with address: UnsafeBufferPointer<UInt8>
  ) -> Order {
    let (entryBytes, addressBytes) = (
      UnsafeRawBufferPointer(entry), UnsafeRawBufferPointer(address)
    )
    let count = min(entry.count, address.count)
    var position = 0
    // Eight bytes at a time, the first of them the most important: most of a screen's keys begin alike.
    while position + 8 <= count {
      let own = UInt64(
        bigEndian: entryBytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let wanted = UInt64(
        bigEndian: addressBytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      if own != wanted { return own < wanted ? .before : .after }
      position += 8
    }
    while position < count {
      if entry[position] != address[position] {
        return entry[position] < address[position] ? .before : .after
      }
      position += 1
    }
    return entry.count < address.count ? .before : .startsWith
  }

  private func entry(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    let body = (entryCount + 2) * Self.digitsOfNumber
    guard let (start, end) = Self.numbers(at: index + 1, in: bytes),
      start <= end, end <= bytes.count - body
    else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[(body + start)..<(body + end)])
  }

  private func part(
    of entry: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: entry[start...])
  }

  /// The numbers with this rank and the next one, read as one word: a search reads some twenty of them.
  private static func numbers(
    at rank: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (Int, Int)? {
    let start = rank * digitsOfNumber
    guard start + 2 * digitsOfNumber <= bytes.count else { return nil }
    let word = UInt64(
      bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: start, as: UInt64.self))
    // Every byte less the digit zero: a byte below it borrows from the one before, and what is then no
    // digit any more, in either, has one of its two highest bits set.
    let digits = word &- 0x3030_3030_3030_3030
    guard digits & 0xC0C0_C0C0_C0C0_C0C0 == 0 else { return nil }
    // Two digits to twelve bits, then two of these to a number.
    let pairs = (digits & 0x3F00_3F00_3F00_3F00) >> 2 | digits & 0x003F_003F_003F_003F
    let numbers = (pairs & 0x0FFF_0000_0FFF_0000) >> 4 | pairs & 0x0000_0FFF_0000_0FFF
    return (Int(numbers >> 32), Int(numbers & 0xFFFF_FFFF))
  }

  /// The number with this rank in the block; nil beyond its end and for a byte that is no digit.
  private static func number(at rank: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let start = rank * digitsOfNumber
    guard start + digitsOfNumber <= bytes.count else { return nil }
    var number = 0
    for position in start..<start + digitsOfNumber {
      let digit = bytes[position] &- digitZero
      guard digit < 64 else { return nil }
      number = number << 6 | Int(digit)
    }
    return number
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
