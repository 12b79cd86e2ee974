import Migration
import Seeds
import Testing

@testable import Documents

private func decoded(_ chunks: [[UInt8]], _ encoding: TextEncoding) -> String {
  var decoder = TextDecoder(encoding)
  var text: [UInt8] = []
  for chunk in chunks { chunk.withUnsafeBufferPointer { decoder.decode($0, to: &text) } }
  decoder.finish(to: &text)
  #expect(String(validating: text, as: UTF8.self) != nil)
  return String(decoding: text, as: UTF8.self)
}

/// A text in an encoding, with or without its mark.
func encoded(_ text: String, _ encoding: TextEncoding, mark: Bool = false) -> [UInt8] {
  switch encoding {
  case .utf8: return Array(text.utf8)
  case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  case .utf16LittleEndian:
    return (mark ? [0xFF, 0xFE] : [])
      + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case .utf16BigEndian:
    return (mark ? [0xFE, 0xFF] : [])
      + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  case .windows1252:
    return text.unicodeScalars.map { scalar in
      switch scalar {
      case "€": 0x80
      case "’": 0x92
      case "Š": 0x8A
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  case .macRoman:
    return text.unicodeScalars.map { scalar in
      switch scalar {
      case "é": 0x8E
      case "ë": 0x91
      case "ü": 0x9F
      case "ö": 0x9A
      case "’": 0xD5
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }
}

@Suite("Text encodings")
struct TextEncodingTests {
  private static let list = "Roepnaam;Achternaam;E-mail\nZoë;’t Hart;zoe@example.com\n"

  @Test("are told apart and read the same", arguments: TextEncoding.allCases, [false, true])
  func detected(encoding: TextEncoding, mark: Bool) {
    let bytes = encoded(Self.list, encoding, mark: mark)
    #expect(bytes.withUnsafeBufferPointer { TextEncoding.detect($0) } == encoding)
    #expect(decoded([bytes], encoding) == Self.list)
    #expect(decoded(bytes.map { [$0] }, encoding) == Self.list)
  }

  @Test("of plain ASCII and of nothing is UTF-8")
  func ascii() {
    #expect(Array("a,b\n".utf8).withUnsafeBufferPointer { TextEncoding.detect($0) } == .utf8)
    #expect([UInt8]().withUnsafeBufferPointer { TextEncoding.detect($0) } == .utf8)
  }

  @Test(
    "of Windows and of old Macs are told apart by what stands within words, or called a guess",
    arguments: [
      // A list of Excel for Mac: a lone CR ends its lines.
      ("Zo\u{91};M\u{9F}ller\r", TextEncoding.macRoman, false),
      ("Fran\u{8D}ois;No\u{91}l\r", .macRoman, false),
      // The letters of a Mac with other lines, or those of MS-DOS: nobody knows for certain.
      ("Zo\u{91};M\u{9F}ller\n", .macRoman, true),
      ("Zo\u{89};M\u{81}ller\r\n", .macRoman, true),
      ("Zo\u{EB};M\u{FC}ller\n", .windows1252, false),
      ("\u{91}t Hart;d\u{92}Arc;Zo\u{EB}\r\n", .windows1252, false),
      // Lukasz with Polish letters of Windows.
      ("Wa\u{B3}\u{EA}sa;Pi\u{B9}tek\r\n", .windows1252, true),
    ])
  func singleBytes(_ text: String, _ encoding: TextEncoding, _ isGuess: Bool) {
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let found = bytes.withUnsafeBufferPointer { TextEncoding.look(at: $0) }
    #expect(found.encoding == encoding)
    #expect(found.isGuess == isGuess)
  }

  @Test("stays UTF-8 when one letter of many is damaged, or the end is cut")
  func damaged() {
    let good = Array(String(repeating: "é", count: 20).utf8)
    let damaged = good + [0xE9, 0x20]
    #expect(damaged.withUnsafeBufferPointer { TextEncoding.detect($0) } == .utf8)
    #expect(decoded([damaged], .utf8).hasSuffix("é\u{FFFD} "))
    let cut = Array("Zo".utf8) + [0xC3]
    #expect(cut.withUnsafeBufferPointer { TextEncoding.detect($0, isWhole: false) } == .utf8)
    #expect(cut.withUnsafeBufferPointer { TextEncoding.detect($0) } == .windows1252)
  }

  @Test("read any bytes, in any pieces, as the same valid text", arguments: 0..<200)
  func anything(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet: [UInt8] = [
      0x00, 0x41, 0x0A, 0x80, 0xBF, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0xD8, 0xDC,
      0xEF,
      0xBB, 0xBF, 0xFE, 0xFF, 0xED, 0xF4,
    ]
    let bytes = random.bytes(of: alphabet, upTo: 60)
    for encoding in TextEncoding.allCases {
      #expect(decoded(random.cut(bytes), encoding) == decoded([bytes], encoding))
    }
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    let sequences = bytes.withUnsafeBufferPointer { TextEncoding.sequences($0, isWhole: true) }
    #expect((sequences.bad == 0) == isValid)
  }
}
