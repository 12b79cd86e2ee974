import Migration

/// The lines of a text as they stand in its file, in any of the encodings.
struct SourceLines {
  private let bytes: [UInt8]
  private let encoding: TextEncoding
  private let delimiter: UInt8
  // Where each line begins, and the end of the text.
  private let starts: [Int]

  /// Finds the lines of a table's text: they end with LF, CRLF or a lone CR. O(bytes).
  init(_ table: Table) {
    (bytes, encoding, delimiter) = (table.bytes, table.encoding, table.delimiter)
    let mark = bytes.withUnsafeBufferPointer { table.encoding.markLength($0) }
    var starts = [mark]
    let (width, low) = SourceLines.unit(encoding)
    var isAfterReturn = false
    for index in stride(from: mark, through: bytes.count - width, by: width) {
      let isWide = width == 2 && bytes[index + 1 - low] != 0
      let byte = isWide ? 0xFF : bytes[index + low]
      if byte == 0x0A, isAfterReturn {
        starts[starts.count - 1] = index + width
      } else if byte == 0x0A || byte == 0x0D {
        starts.append(index + width)
      }
      isAfterReturn = byte == 0x0D
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  /// The byte order mark in front of the text, if there is one.
  var mark: ArraySlice<UInt8> { bytes[..<starts[0]] }

  /// The bytes of the lines from one, counted from 1, up to another or the end, with the end of the
  /// last; lines behind the first in which nothing stands are left out.
  func lines(from first: Int, upTo next: Int?) -> ArraySlice<UInt8> {
    let last = starts.count - 1
    let start = min(max(first - 1, 0), last)
    var end = min(max(next.map { $0 - 1 } ?? last, start), last)
    while end > start + 1, isBlank(bytes[starts[end - 1]..<starts[end]]) { end -= 1 }
    return bytes[starts[start]..<starts[end]]
  }

  /// Whether a run of the text ends with the end of a line.
  func isEnded(_ run: ArraySlice<UInt8>) -> Bool {
    let (width, low) = SourceLines.unit(encoding)
    guard run.count >= width else { return false }
    let unit = run[(run.endIndex - width)...]
    let byte = unit[unit.startIndex + low]
    return (byte == 0x0A || byte == 0x0D) && (width == 1 || unit[unit.endIndex - 1 - low] == 0)
  }

  /// A text in the encoding of the lines; what that does not have becomes a question mark.
  func encoded(_ text: String) -> [UInt8] {
    switch encoding {
    case .utf8, .utf8WithMark: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252, .macRoman:
      text.unicodeScalars.map { scalar in
        if scalar.value < 0x80 { return UInt8(scalar.value) }
        let byte = (UInt8(0x80)...0xFF).first {
          (encoding == .macRoman ? TextDecoder.macRoman($0) : TextDecoder.windows1252($0))
            == scalar.value
        }
        return byte ?? UInt8(ascii: "?")
      }
    }
  }

  private func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 <= 0x20 || $0 == delimiter }
  }

  /// The bytes of a unit, and which of them holds ASCII.
  private static func unit(_ encoding: TextEncoding) -> (width: Int, low: Int) {
    switch encoding {
    case .utf8, .utf8WithMark, .windows1252, .macRoman: (1, 0)
    case .utf16LittleEndian: (2, 0)
    case .utf16BigEndian: (2, 1)
    }
  }
}
