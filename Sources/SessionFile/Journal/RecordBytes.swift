/// Writes numbers and texts into the bytes of a journal record.
///
/// Numbers are zigzagged and cut into groups of seven bits, lowest first; texts have their length in
/// front.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: Int64) {
    var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func number(_ value: Int) { number(Int64(value)) }

  mutating func text(_ value: UnsafeBufferPointer<UInt8>) {
    number(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { text($0) }
  }

  mutating func block(_ value: [UInt8]) {
    number(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func value(_ value: RecordValue) {
    switch value {
    case .null: number(0)
    case .integer(let number):
      self.number(1)
      self.number(number)
    case .text(let text):
      number(2)
      block(text)
    }
  }

  /// Empties it and keeps its room.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}

/// One column's value in a journal record.
enum RecordValue: Equatable {
  case null
  case integer(Int64)
  case text([UInt8])

  init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }

  init(_ text: String) { self = .text(Array(text.utf8)) }
}

/// Reads what a `RecordWriter` wrote; a record that ends too early or makes no sense throws.
struct RecordReader {
  /// The record is not one of ours.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private(set) var place: Int
  private let end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = 0
    end = bytes.count
  }

  var isAtEnd: Bool { place >= end }

  mutating func number() throws -> Int64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard place < end, shift < 64 else { throw Malformed() }
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func int() throws -> Int { Int(try number()) }

  /// The place and the length of a text or block, which is passed over.
  mutating func extent() throws -> Range<Int> {
    let length = try int()
    guard length >= 0, length <= end - place else { throw Malformed() }
    defer { place += length }
    return place..<place + length
  }

  mutating func block() throws -> [UInt8] { Array(bytes[try extent()]) }

  mutating func text() throws -> String {
    String(decoding: bytes[try extent()], as: UTF8.self)
  }

  mutating func value() throws -> RecordValue {
    switch try number() {
    case 0: .null
    case 1: .integer(try number())
    case 2: .text(try block())
    default: throw Malformed()
    }
  }
}
