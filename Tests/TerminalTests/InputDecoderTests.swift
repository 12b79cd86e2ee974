import Canvas
import Testing

@testable import Terminal

@Suite("Understanding keys")
struct InputDecoderTests {
  /// What bytes mean that come without a pause, then one.
  static func decoded(_ bytes: [UInt8], isUTF8: Bool = true) -> [TerminalInput] {
    var decoder = InputDecoder(isUTF8: isUTF8)
    var inputs: [TerminalInput] = []
    for byte in bytes { decoder.decode(.byte(byte), into: &inputs) }
    decoder.settle(into: &inputs)
    return inputs
  }

  static func keys(_ text: String) -> [TerminalInput] { decoded(Array(text.utf8)) }

  @Test(
    "Characters and control keys",
    arguments: [
      ("aé王👍", [.character("a"), .character("é"), .character("王"), .character("👍")]),
      ("\r\n\t\u{8}\u{7F}", [.enter, .enter, .tab, .backspace, .backspace]),
      (
        "\0\u{1}\u{1A}\u{1C}\u{1F}",
        [
          .control(" "), .control("a"), .control("z"), .control("\\"), .control("_"),
        ]
      ),
      ("\u{85}x", [.character("x")]),
    ] as [(String, [Key])])
  func typed(_ text: String, _ expected: [Key]) {
    #expect(Self.keys(text) == expected.map(TerminalInput.key))
  }

  @Test(
    "Escape, Alt and sequences that the terminal library does not know",
    arguments: [
      ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.alt("x")]),
      ("\u{1B}é", [.alt("é")]), ("\u{1B}\u{7F}", [.alt("\u{7F}")]), ("\u{1B}\t", [.escape, .tab]),
      ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}[B", [.down]),
      ("\u{1B}[1;5C", [.right]), ("\u{1B}OA", [.up]), ("\u{1B}OM", [.enter]),
      ("\u{1B}Ow", [.character("7")]), ("\u{1B}[[C", [.function(3)]),
      ("\u{1B}[15~", [.function(5)]),
      ("\u{1B}[24~", [.function(12)]), ("\u{1B}[3~", [.delete]), ("\u{1B}[Z", [.backTab]),
      ("\u{1B}[27;5;112~", [.control("p")]), ("\u{1B}[112;5u", [.control("p")]),
      ("\u{1B}[97;3u", [.alt("a")]), ("\u{1B}[27u", [.escape]), ("\u{1B}[9;2u", [.backTab]),
      ("\u{1B}[?1;2cx", [.character("x")]), ("\u{1B}[12;40R", []), ("\u{1B}[1;2R", [.function(3)]),
      ("\u{1B}[999~", []), ("\u{1B}[1;2", []), ("\u{1B}[99999999999999999999u", []),
      ("\u{1B}[5\ra", [.enter, .character("a")]), ("\u{1B}[127;1u", [.backspace]),
    ] as [(String, [Key])])
  func sequences(_ text: String, _ expected: [Key]) {
    #expect(Self.keys(text) == expected.map(TerminalInput.key))
  }

  @Test(
    "A paste is text: one newline for each kind, no controls, no keys",
    arguments: [
      ("een\rtwee\r\ndrie\nvier", "een\ntwee\ndrie\nvier"), ("a\tb\u{1B}[Ac\u{3}\u{7F}", "a\tb[Ac"),
      ("\u{9B}31m", "31m"), ("", ""), ("\u{1B}[201", "[201"), ("é王", "é王"),
      ("a\u{1B}[200~b", "a[200~b"),
    ])
  func paste(_ text: String, _ expected: String) {
    #expect(
      Self.keys("x\u{1B}[200~\(text)\u{1B}[201~\u{1B}[A") == [
        .key(.character("x")), .paste(expected), .key(.up),
      ])
  }

  @Test("A paste takes no keys, also those that the terminal library found in it")
  func keysInPaste() {
    var decoder = InputDecoder(isUTF8: true)
    var inputs: [TerminalInput] = []
    decoder.decode(.pasteStart, into: &inputs)
    #expect(decoder.isPasting)
    for byte in "een".utf8 { decoder.decode(.byte(byte), into: &inputs) }
    decoder.settle(into: &inputs)
    decoder.decode(.key(.enter), into: &inputs)
    decoder.decode(.click(Point(row: 0, column: 0)), into: &inputs)
    decoder.decode(.pasteStart, into: &inputs)
    #expect(inputs.isEmpty)
    for byte in " twee\u{1B}[201~".utf8 { decoder.decode(.byte(byte), into: &inputs) }
    #expect(inputs == [.paste("een twee")])
    #expect(!decoder.isPasting)
  }

  @Test("A key of the library ends what was under way")
  func keyAfterEscape() {
    var decoder = InputDecoder(isUTF8: true)
    var inputs: [TerminalInput] = []
    decoder.decode(.byte(0x1B), into: &inputs)
    #expect(decoder.isAfterEscape)
    decoder.decode(.key(.up), into: &inputs)
    decoder.decode(.key(nil), into: &inputs)
    #expect(inputs == [.key(.escape), .key(.up)])
  }

  @Test("A letter that comes in parts, with pauses, is one letter")
  func parts() {
    var decoder = InputDecoder(isUTF8: true)
    var inputs: [TerminalInput] = []
    for byte in "é王👍".utf8 {
      decoder.decode(.byte(byte), into: &inputs)
      if !decoder.isInSequence { decoder.settle(into: &inputs) }
    }
    #expect(inputs == [.key(.character("é")), .key(.character("王")), .key(.character("👍"))])
  }

  @Test("A paste whose mark comes in parts is a paste, and an Escape before a bracket is not")
  func lateMark() {
    var decoder = InputDecoder(isUTF8: true)
    var inputs: [TerminalInput] = []
    func take(_ text: String) {
      for byte in text.utf8 { decoder.decode(.byte(byte), into: &inputs) }
    }
    take("\u{1B}")
    decoder.settle(into: &inputs)
    take("[200~een\u{1B}[20")
    decoder.settle(into: &inputs)
    take("1~x")
    #expect(inputs == [.key(.escape), .paste("een"), .key(.character("x"))])
    inputs = []
    take("\u{1B}[20")
    #expect(decoder.isAmidParameters)
    take("0~twee\u{1B}[201~")
    #expect(inputs == [.paste("twee")])
    inputs = []
    take("\u{1B}")
    decoder.settle(into: &inputs)
    take("[2a[20")
    decoder.settle(into: &inputs)
    #expect(
      inputs == [.key(.escape)] + "[2a[20".unicodeScalars.map { TerminalInput.key(.character($0)) })
  }

  @Test("Clicks in the oldest form have a place, and nothing of them is typed")
  func oldMouse() {
    #expect(
      Self.keys("\u{1B}[M +&x") == [
        .click(Point(row: 5, column: 10)), .key(.character("x")),
      ])
    #expect(Self.keys("\u{1B}[M#+&").isEmpty)
    #expect(Self.keys("\u{1B}[M ").isEmpty)
  }

  @Test("Broken UTF-8 shows that something was there, and in older character sets it is Latin-1")
  func broken() {
    let bytes: [UInt8] = [0x61, 0xE9, 0x62, 0xFF, 0xC3, 0x28]
    #expect(
      Self.decoded(bytes) == [
        .key(.character("a")), .key(.character("\u{FFFD}")), .key(.character("b")),
        .key(.character("\u{FFFD}")), .key(.character("\u{FFFD}")), .key(.character("(")),
      ])
    #expect(
      Self.decoded([0x61, 0xE9, 0x62], isUTF8: false) == [
        .key(.character("a")), .key(.character("é")), .key(.character("b")),
      ])
    let paste = Array("\u{1B}[200~".utf8) + [0xE9, 0x6E] + Array("\u{1B}[201~".utf8)
    #expect(Self.decoded(paste, isUTF8: false) == [.paste("én")])
  }

  @Test("Any bytes, cut anywhere, give characters that are no controls, and never trap")
  func anyBytes() {
    var state: UInt64 = 9
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let pieces = [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "200~", "201~", ";", "1", "é", "\r", "u", "~", "[",
    ]
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<next() % 20 {
        if next() % 2 == 0 {
          bytes += Array(pieces[Int(next()) % pieces.count].utf8)
        } else {
          bytes.append(UInt8(truncatingIfNeeded: next()))
        }
      }
      for input in Self.decoded(bytes) {
        switch input {
        case .key(.character(let scalar)):
          #expect(scalar.properties.generalCategory != .control)
        case .paste(let text):
          #expect(
            !text.unicodeScalars.contains {
              $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
            })
        default: break
        }
      }
    }
  }
}
