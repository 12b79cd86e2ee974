import Glibc
import Migration

/// A run of bytes that another owner keeps alive, valid only during the call that hands it over.
struct ByteRun {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  /// The bytes of a buffer; nil for an empty one, which may have no address.
  init?(_ buffer: UnsafeBufferPointer<UInt8>) {
    guard let base = buffer.baseAddress, buffer.count > 0 else { return nil }
    self.init(start: base, count: buffer.count)
  }

  @inline(__always)
  subscript(_ index: Int) -> UInt8 { start[index] }

  var isEmpty: Bool { count == 0 }

  /// The bytes from an offset on; empty when the offset lies beyond the end.
  @inline(__always)
  func from(_ offset: Int) -> ByteRun {
    let skipped = min(max(offset, 0), count)
    return ByteRun(start: start + skipped, count: count - skipped)
  }

  /// The bytes before an offset.
  @inline(__always)
  func upTo(_ offset: Int) -> ByteRun {
    ByteRun(start: start, count: min(max(offset, 0), count))
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Without blanks, tabs and carriage returns at the end.
  @inline(__always)
  var trimmedEnd: ByteRun {
    var end = count
    while end > 0, Self.isBlank(start[end - 1]) { end -= 1 }
    return ByteRun(start: start, count: end)
  }

  /// Without blanks and tabs at the start.
  @inline(__always)
  var trimmedStart: ByteRun {
    var first = 0
    while first < count, Self.isBlank(start[first]) { first += 1 }
    return from(first)
  }

  var trimmed: ByteRun { trimmedStart.trimmedEnd }

  /// Without the marks that mail programs put before the lines of what they quote (`> > text`), and
  /// without the byte order mark that a file brought which was put behind another one.
  var unquoted: ByteRun {
    var run = self
    while run.count > 0 {
      if run[0] == UInt8(ascii: ">") {
        run = run.from(1).trimmedStart
      } else if run.hasPrefix("\u{FEFF}") {
        run = run.from(3).trimmedStart
      } else {
        break
      }
    }
    return run
  }

  /// A copy in which blanks that do not break are plain ones, in UTF-8 and in a byte; nil where there
  /// are none.
  var withPlainBlanks: [UInt8]? {
    guard firstIndex(of: 0xA0) != nil else { return nil }
    var bytes: [UInt8] = []
    var isChanged = false
    for byte in UnsafeBufferPointer(start: start, count: count) {
      let last = bytes.last ?? 0
      if byte == 0xA0, last == 0xC2 || last < 0x80 {
        if last == 0xC2 { bytes.removeLast() }
        bytes.append(0x20)
        isChanged = true
      } else {
        bytes.append(byte)
      }
    }
    return isChanged ? bytes : nil
  }

  @inline(__always)
  func firstIndex(of byte: UInt8, from offset: Int = 0) -> Int? {
    guard offset < count else { return nil }
    guard let hit = memchr(start + offset, Int32(byte), count - offset) else { return nil }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(start)
  }

  func lastIndex(of byte: UInt8) -> Int? {
    var index = count - 1
    while index >= 0 {
      if start[index] == byte { return index }
      index -= 1
    }
    return nil
  }

  /// The first blank or tab at or after an offset.
  func firstBlank(from offset: Int = 0) -> Int? {
    var index = offset
    while index < count {
      if Self.isBlank(start[index]) { return index }
      index += 1
    }
    return nil
  }

  @inline(__always)
  func hasPrefix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  func hasSuffix(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return count >= length && memcmp(start + (count - length), text.utf8Start, length) == 0
  }

  /// The rest after a prefix; nil where the run does not start with it.
  func after(_ prefix: StaticString) -> ByteRun? {
    hasPrefix(prefix) ? from(prefix.utf8CodeUnitCount) : nil
  }

  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && memcmp(start, text.utf8Start, count) == 0
  }

  /// Equal when the case of ASCII letters is left aside; `text` is in upper case.
  func equalsFolded(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count {
      let byte = start[index]
      let upper = byte &- 0x61 < 26 ? byte & 0xDF : byte
      if upper != text.utf8Start[index] { return false }
    }
    return true
  }

  /// The first place of a text at or after an offset.
  func find(_ text: StaticString, from offset: Int = 0) -> Int? {
    let length = text.utf8CodeUnitCount
    var place = offset
    while place >= 0, count - place >= length {
      guard let hit = upTo(count - length + 1).firstIndex(of: text.utf8Start[0], from: place) else {
        return nil
      }
      if memcmp(start + hit, text.utf8Start, length) == 0 { return hit }
      place = hit + 1
    }
    return nil
  }

  /// The last place of a text.
  func findLast(_ text: StaticString) -> Int? {
    var last: Int?
    var offset = 0
    while let hit = find(text, from: offset) {
      last = hit
      offset = hit + 1
    }
    return last
  }

  /// The number that the leading digits spell, and how many there are; nil without a digit. A
  /// number of more than 10 digits is held at those: no real figure comes near it, and sums of such
  /// numbers stay within an `Int`.
  var leadingNumber: (value: Int, digits: Int)? {
    var value = 0
    var index = 0
    while index < count, Self.isDigit(start[index]) {
      if index < 10 { value = value * 10 + Int(start[index] &- 0x30) }
      index += 1
    }
    return index == 0 ? nil : (value, index)
  }

  /// The number, where the run is nothing but digits.
  var number: Int? {
    guard let leading = leadingNumber, leading.digits == count, count <= 10 else { return nil }
    return leading.value
  }

  /// The first word and what follows it.
  var firstWord: (word: ByteRun, rest: ByteRun) {
    let body = trimmedStart
    let end = body.firstBlank() ?? body.count
    return (body.upTo(end), body.from(end))
  }

  /// The text; bytes that are no UTF-8 are read as Windows-1252, in which these programs write
  /// names on western Windows servers.
  var text: String {
    let buffer = UnsafeBufferPointer(start: start, count: count)
    if let valid = String(validating: buffer, as: UTF8.self) { return valid }
    var scalars = String.UnicodeScalarView()
    for byte in buffer {
      let scalar =
        (0x80..<0xA0).contains(byte)
        ? Unicode.Scalar(Self.windows1252[Int(byte) - 0x80]) : Unicode.Scalar(byte)
      scalars.append(scalar ?? "\u{FFFD}")
    }
    return String(scalars)
  }

  /// Code page 1252 from 0x80 to 0x9F; the five places that it leaves empty are replaced.
  private static let windows1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}

extension ByteTable {
  /// The number of a run, given one where it is new.
  @inline(__always)
  mutating func number(of run: ByteRun) -> (number: Int, isNew: Bool) {
    number(of: UnsafeBufferPointer(start: run.start, count: run.count))
  }

  /// The bytes of a string by its number, for the length of the call.
  func withRun<Result>(of number: Int, _ body: (ByteRun) -> Result) -> Result {
    withBytes(of: number) {
      body(ByteRun($0) ?? ByteRun(start: ("" as StaticString).utf8Start, count: 0))
    }
  }
}
