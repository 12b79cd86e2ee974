import Migration

/// Turns text of any of the encodings into UTF-8, out of chunks that may be cut anywhere.
///
/// A byte order mark in front is left out. What cannot be read becomes U+FFFD. O(bytes).
package struct TextDecoder: Sendable {
  private let encoding: TextEncoding
  // Bytes that wait for the next chunk: part of a sequence, of a pair, or of the mark.
  private var waiting: [UInt8] = []
  private var isAtStart = true

  /// Makes a decoder for one text.
  package init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Decodes the next chunk onto the end of `text`.
  package mutating func decode(_ chunk: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    if waiting.isEmpty {
      decode(chunk, isLast: false, to: &text)
    } else {
      var joined = waiting
      waiting.removeAll(keepingCapacity: true)
      joined.append(contentsOf: chunk)
      joined.withUnsafeBufferPointer { decode($0, isLast: false, to: &text) }
    }
  }

  /// Decodes what still waits, when no chunk comes any more.
  package mutating func finish(to text: inout [UInt8]) {
    let rest = waiting
    waiting = []
    rest.withUnsafeBufferPointer { decode($0, isLast: true, to: &text) }
  }

  private mutating func decode(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool, to text: inout [UInt8]
  ) {
    var index = 0
    if isAtStart {
      // The longest mark has three bytes.
      if chunk.count < 3, !isLast {
        waiting.append(contentsOf: chunk)
        return
      }
      isAtStart = false
      index = encoding.markLength(chunk)
    }
    switch encoding {
    case .utf8, .utf8WithMark: index = decodeUTF8(chunk, from: index, isLast: isLast, to: &text)
    case .utf16LittleEndian, .utf16BigEndian:
      index = decodeUTF16(chunk, from: index, isLast: isLast, to: &text)
    case .windows1252, .macRoman:
      let isMac = encoding == .macRoman
      for byte in chunk[index...] {
        if byte < 0x80 {
          text.append(byte)
        } else {
          TextDecoder.append(
            isMac ? TextDecoder.macRoman(byte) : TextDecoder.windows1252(byte), to: &text)
        }
      }
      index = chunk.count
    }
    waiting.append(contentsOf: chunk[index...])
  }

  private func decodeUTF8(
    _ chunk: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, to text: inout [UInt8]
  ) -> Int {
    guard let base = chunk.baseAddress else { return start }
    var index = start
    while index < chunk.count {
      if base[index] < 0x80 {
        text.append(base[index])
        index += 1
        continue
      }
      switch TextEncoding.sequence(base + index, chunk.count - index) {
      case .valid(let length):
        text.append(contentsOf: chunk[index..<index + length])
        index += length
      case .cut where !isLast: return index
      case .cut, .invalid:
        TextDecoder.append(0xFFFD, to: &text)
        index += 1
      }
    }
    return index
  }

  private func decodeUTF16(
    _ chunk: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, to text: inout [UInt8]
  ) -> Int {
    let low = encoding == .utf16LittleEndian ? 0 : 1
    func unit(_ index: Int) -> UInt32 {
      UInt32(chunk[index + low]) | UInt32(chunk[index + 1 - low]) << 8
    }
    var index = start
    while index + 2 <= chunk.count {
      let first = unit(index)
      switch first {
      case 0xD800...0xDBFF:
        guard index + 4 <= chunk.count else {
          if !isLast { return index }
          TextDecoder.append(0xFFFD, to: &text)
          index += 2
          continue
        }
        let second = unit(index + 2)
        if (0xDC00...0xDFFF).contains(second) {
          TextDecoder.append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &text)
          index += 4
        } else {
          TextDecoder.append(0xFFFD, to: &text)
          index += 2
        }
      case 0xDC00...0xDFFF:
        TextDecoder.append(0xFFFD, to: &text)
        index += 2
      default:
        TextDecoder.append(first, to: &text)
        index += 2
      }
    }
    if isLast, index < chunk.count {
      TextDecoder.append(0xFFFD, to: &text)
      index = chunk.count
    }
    return index
  }

  @inline(__always)
  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x1_0000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    default:
      text.append(UInt8(0xF0 | scalar >> 18 & 0x07))
      text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// The scalar of a byte from 0x80 on (Unicode's CP1252 mapping; the five bytes that it leaves out
  /// are C1 controls, as the WHATWG encoding standard has them).
  static func windows1252(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0x80: 0x20AC
    case 0x82: 0x201A
    case 0x83: 0x0192
    case 0x84: 0x201E
    case 0x85: 0x2026
    case 0x86: 0x2020
    case 0x87: 0x2021
    case 0x88: 0x02C6
    case 0x89: 0x2030
    case 0x8A: 0x0160
    case 0x8B: 0x2039
    case 0x8C: 0x0152
    case 0x8E: 0x017D
    case 0x91: 0x2018
    case 0x92: 0x2019
    case 0x93: 0x201C
    case 0x94: 0x201D
    case 0x95: 0x2022
    case 0x96: 0x2013
    case 0x97: 0x2014
    case 0x98: 0x02DC
    case 0x99: 0x2122
    case 0x9A: 0x0161
    case 0x9B: 0x203A
    case 0x9C: 0x0153
    case 0x9E: 0x017E
    case 0x9F: 0x0178
    default: UInt32(byte)
    }
  }

  /// The scalar of a byte from 0x80 on in Mac OS Roman (Unicode's table ROMAN.TXT, with the euro of
  /// Mac OS 8.5 and later).
  static func macRoman(_ byte: UInt8) -> UInt32 { macScalars[Int(byte & 0x7F)] }

  private static let macScalars: [UInt32] = Array(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
    †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """.unicodeScalars.map(\.value))
}
