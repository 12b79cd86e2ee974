import Canvas
import Testing

@testable import Terminal

@Suite("What a terminal answers is no key")
struct ControlStringTests {
  /// Answers of terminals as they come: colours, settings, capabilities, versions, graphics, titles.
  static let answers: [[UInt8]] = [
    "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\",
    "\u{1B}]52;c;bXVtbWllcw==\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P0+r544e\u{1B}\\",
    "\u{1B}P>|Terminal 3.1\u{1B}\\", "\u{1B}P!|7E565445\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\",
    "\u{1B}^m\u{1B}\\", "\u{1B}Xm\r\u{7F}m\u{7}", "\u{1B}]\u{7}", "\u{1B}_\u{1B}\\",
    "\u{1B}]2;één 王 titel\u{7}", "\u{9D}11;rgb:0/0/0\u{9C}", "\u{90}1$r0m\u{1B}\\",
  ].map { Array($0.utf8) }

  /// What a device would make of pieces with a pause behind each.
  private static func inputs(_ pieces: [[UInt8]]) -> [TerminalInput] {
    var decoder = InputDecoder(isUTF8: true)
    var inputs: [TerminalInput] = []
    for piece in pieces {
      for byte in piece { decoder.decode(.byte(byte), into: &inputs) }
      decoder.settle(into: &inputs)
    }
    return inputs
  }

  @Test("An answer between two keys gives nothing", arguments: answers)
  func whole(_ answer: [UInt8]) {
    #expect(
      Self.inputs([[0x61] + answer + [0x62]]) == [.key(.character("a")), .key(.character("b"))])
  }

  @Test("An answer that is cut on a slow line, at any place, types nothing", arguments: answers)
  func cut(_ answer: [UInt8]) {
    for first in 1..<answer.count {
      for second in first..<answer.count {
        // A second after its Escape alone, what a sequence began like is given out.
        if first <= 2, second > 2 { continue }
        let pieces = [answer[..<first], answer[first..<second], answer[second...] + [0x62]]
        var inputs = Self.inputs(pieces.map { Array($0) })
        #expect(inputs.popLast() == .key(.character("b")))
        // What came quite alone cannot be told from a key; all else can.
        let alone = first == 1 && second == 2 ? 2 : first <= 2 ? 1 : 0
        let begins = answer.count > 5 && answer[0] == 0x1B && ![0x5E, 0x58].contains(answer[1])
        if begins || alone == 0 { #expect(inputs.count <= alone, "\(first) \(second)") }
      }
    }
  }

  @Test("Any bytes with answers between them are what they are without")
  func anyBytes() {
    var state: UInt64 = 27
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[M +&", "é", "王", "m",
      "\u{1B}[1;5C", "\r", "q", "\u{1B}]1", "\u{7}", "\u{1B}\\",
    ].map { Array($0.utf8) }
    var insertions = 0
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<next(20) {
        bytes += next(3) == 0 ? [UInt8(next(256))] : pieces[next(pieces.count)]
      }
      var (plain, mixed) = (InputDecoder(isUTF8: true), InputDecoder(isUTF8: true))
      var (expected, inputs): ([TerminalInput], [TerminalInput]) = ([], [])
      for byte in bytes {
        if mixed.isAtRest, next(2) == 0 {
          insertions += 1
          let answer = Self.answers[next(Self.answers.count)]
          // Behind its first two bytes an answer may be cut anywhere.
          let cut = 3 + next(answer.count)
          for (place, byte) in answer.enumerated() {
            if place == cut { mixed.settle(into: &inputs) }
            mixed.decode(.byte(byte), into: &inputs)
          }
          #expect(mixed.isAtRest)
        }
        plain.decode(.byte(byte), into: &expected)
        mixed.decode(.byte(byte), into: &inputs)
      }
      plain.settle(into: &expected)
      mixed.settle(into: &inputs)
      #expect(inputs == expected, "\(bytes)")
    }
    #expect(insertions > 1_000)
  }

  @Test("An answer amid a paste is no part of what is pasted")
  func inPaste() {
    for answer in Self.answers where answer[0] == 0x1B {
      let paste = Array("\u{1B}[200~een ".utf8) + answer + Array("twee\u{1B}[201~".utf8)
      #expect(Self.inputs([paste]) == [.paste("een twee")])
    }
  }

  @Test("A string without an end holds no key back: Escape, Ctrl-X and a key of the library end it")
  func withoutEnd() {
    #expect(Self.inputs([Array("\u{1B}]11;x\u{1B}[A".utf8)]) == [.key(.up)])
    #expect(Self.inputs([Array("\u{1B}P1\u{18}a".utf8)]) == [.key(.character("a"))])
    var decoder = InputDecoder(isUTF8: true)
    var inputs: [TerminalInput] = []
    for byte in "\u{1B}]11;".utf8 { decoder.decode(.byte(byte), into: &inputs) }
    #expect(decoder.isInString && decoder.wantsBytes)
    decoder.decode(.key(.down), into: &inputs)
    for byte in "a\u{1B}]11;".utf8 { decoder.decode(.byte(byte), into: &inputs) }
    decoder.leaveString()
    decoder.decode(.byte(0x62), into: &inputs)
    #expect(inputs == [.key(.down), .key(.character("a")), .key(.character("b"))])
  }

  @Test("Alt with a character that begins strings is a key as long as nothing follows")
  func alone() {
    for introducer in ["]", "P", "_", "^", "X"] as [Unicode.Scalar] {
      let byte = UInt8(introducer.value)
      #expect(
        Self.inputs([[0x1B, byte], [0x61]]) == [.key(.alt(introducer)), .key(.character("a"))])
      #expect(
        Self.inputs([[0x1B], [byte], [0x61]]) == [
          .key(.escape), .key(.character(introducer)), .key(.character("a")),
        ])
    }
  }

  @Test(
    "A report of the mouse gives nothing where no mouse was asked for, whole or without its Escape")
  func mouse() {
    for report in ["\u{1B}[M +&", "\u{1B}[<0;11;6M", "\u{1B}[<0;11;6m", "\u{1B}[32;11;6M"] {
      var decoder = InputDecoder(isUTF8: true, usesMouse: false)
      var inputs: [TerminalInput] = []
      for byte in report.utf8 { decoder.decode(.byte(byte), into: &inputs) }
      decoder.decode(.click(Point(row: 1, column: 1)), into: &inputs)
      #expect(inputs.isEmpty && decoder.isAtRest)
    }
    #expect(Self.inputs([[0x1B], Array("[<0;11;6m".utf8)]) == [.key(.escape)])
  }

  @Test("An answer that is longer than any key is left out to its end")
  func long() {
    let attributes = "\u{1B}[?" + (1...60).map(String.init).joined(separator: ";") + "cx"
    #expect(Self.inputs([Array(attributes.utf8)]) == [.key(.character("x"))])
  }

  @Test("A line of text loses the answers in it, and nothing else")
  func line() {
    for answer in Self.answers where answer[0] == 0x1B {
      #expect(ControlString.removed(from: [0x61] + answer + [0x62]) == [0x61, 0x62])
    }
    let open = Array("a\u{1B}]11;b".utf8)
    #expect(ControlString.removed(from: open) == open)
  }
}
