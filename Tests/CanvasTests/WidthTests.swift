import Seeds
import Testing

@testable import Canvas

@Suite("Columns that text takes")
struct WidthTests {
  /// One cell as it is drawn.
  struct Drawn: Equatable, CustomStringConvertible {
    var scalar: Unicode.Scalar
    var mark: Unicode.Scalar
    var width: Int
    var description: String { "\(scalar)\(mark == "\0" ? "" : "+\(mark)")/\(width)" }
  }

  static func cells(_ text: String) -> [String] {
    var cells: [String] = []
    Width.forEachCell(of: text) { scalar, mark, width in
      cells.append(Drawn(scalar: scalar, mark: mark, width: width).description)
      return true
    }
    return cells
  }

  @Test(
    "A scalar is as wide as UAX #11 says",
    arguments: [
      ("a", 1), ("é", 1), ("€", 1), ("─", 1), ("█", 1), ("●", 1), ("►", 1), ("Ж", 1), ("א", 1),
      ("\u{301}", 0), ("\u{200D}", 0), ("\u{200B}", 0), ("\u{202E}", 0), ("\u{FEFF}", 0),
      ("\u{AD}", 0), ("\u{1161}", 0), ("王", 2), ("あ", 2), ("カ", 2), ("한", 2), ("\u{1100}", 2),
      ("！", 2), ("ｶ", 1), ("😀", 2), ("⌚", 2), ("⌛", 2), ("☕", 2), ("❤", 1), ("\u{1F1F3}", 1),
      ("\u{20000}", 2), ("\u{3FFFD}", 2), ("\u{1F202}", 2), ("\u{3164}", 2), ("\u{4DC0}", 2),
      ("\u{2FFFE}", 1), ("\u{E000}", 1), ("\u{7}", 1), ("\u{2028}", 1),
    ] as [(Unicode.Scalar, Int)])
  func scalar(_ scalar: Unicode.Scalar, _ width: Int) {
    #expect(Width.of(scalar) == width, "U+\(String(scalar.value, radix: 16))")
  }

  @Test("The table of wide ranges is in order and does not overlap")
  func tableIsSorted() {
    var isWide = false
    var changes = 0
    for value in UInt32(0)..<0x4_0000 where WideRanges.contains(value) != isWide {
      isWide.toggle()
      changes += 1
    }
    #expect(changes == 2 * WideRanges.count)
  }

  @Test(
    "A cluster shows as one scalar and at most one mark",
    arguments: [
      ("e\u{301}", ["e+\u{301}/1"]),
      ("e\u{301}\u{308}x", ["e+\u{301}/1", "x/1"]),
      ("❤\u{FE0F}", ["❤/1"]),
      ("1\u{FE0F}\u{20E3}", ["1/1"]),
      ("👩\u{200D}👩\u{200D}👧", ["👩/2"]),
      ("👍\u{1F3FD}!", ["👍/2", "!/1"]),
      ("\u{1F1F3}\u{1F1F1}\u{1F1E7}\u{1F1EA}", ["\u{1F1F3}/1", "\u{1F1E7}/1"]),
      ("क\u{94D}ष\u{93F}", ["क+\u{94D}/1", "ष/1", "\u{93F}/1"]),
      ("\u{1100}\u{1161}", ["\u{1100}+\u{1161}/2"]),
      ("王\u{301}", ["王+\u{301}/2"]),
      ("\u{301}a", [" +\u{301}/1", "a/1"]),
    ])
  func clusters(_ text: String, _ expected: [String]) {
    #expect(Self.cells(text) == expected)
  }

  @Test(
    "What would move the cursor or turn text around never comes through",
    arguments: [
      ("a\u{1B}[2J", ["a/1", "\u{FFFD}/1", "[/1", "2/1", "J/1"]),
      ("a\r\nb", ["a/1", "\u{FFFD}/1", "b/1"]),
      ("a\tb\u{9B}", ["a/1", "\u{FFFD}/1", "b/1", "\u{FFFD}/1"]),
      ("x\u{202E}moc\u{202C}", ["x/1", "m/1", "o/1", "c/1"]),
      ("\u{2066}a\u{2069}\u{200B}\u{FEFF}b\u{AD}c", ["a/1", "b/1", "c/1"]),
      ("a\u{2028}\u{FFFE}", ["a/1", "\u{FFFD}/1", "\u{FFFD}/1"]),
    ])
  func controls(_ text: String, _ expected: [String]) {
    #expect(Self.cells(text) == expected)
  }

  @Test("The fast way and the careful way agree on every text")
  func fastEqualsCareful() {
    var seeded = SeededGenerator(seed: 1)
    for _ in 0..<3_000 {
      let text = seeded.text(upTo: 20)
      // One character at a time leaves the fast way no neighbour to look at.
      let careful = text.flatMap { Self.cells(String($0)) }
      #expect(Self.cells(text) == careful, "\(text.debugDescription)")
    }
  }

  @Test("Visiting stops when told to")
  func stops() {
    for text in ["abc", "e\u{301}bc", "क\u{94D}ष"] {
      var visits = 0
      Width.forEachCell(of: text) { _, _, _ in
        visits += 1
        return false
      }
      #expect(visits == 1)
    }
  }

  @Test(
    "A text that is too long ends with an ellipsis",
    arguments: [
      ("overstap", 8, "overstap"), ("overstap", 5, "over…"), ("overstap", 1, "…"),
      ("overstap", 0, ""), ("Zoë Ćosić", 6, "Zoë Ć…"), ("王王王", 6, "王王王"), ("王王王", 5, "王王…"),
      ("王王王", 4, "王…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 3, ""),
    ])
  func clipped(_ text: String, _ columns: Int, _ expected: String) {
    #expect(Width.clipped(text, to: columns) == expected)
  }

  @Test("Padding gives exactly the columns, also where a wide scalar does not fit")
  func padded() {
    #expect(Width.padded("ab", to: 4) == "ab  ")
    #expect(Width.padded("12", to: 4, alignedRight: true) == "  12")
    #expect(Width.padded("王王王", to: 4) == "王… ")
    #expect(Width.padded("abc", to: 0).isEmpty)
  }

  @Test(
    "Wrapping keeps words whole and newlines where they are",
    arguments: [
      ("Er gaat nog niets naar Autodesk", 12, ["Er gaat nog", "niets naar", "Autodesk"]),
      ("een\n\ntwee\n", 10, ["een", "", "twee", ""]),
      ("een\r\ntwee", 10, ["een", "twee"]),
      ("  ingesprongen stuk", 14, ["  ingesprongen", "stuk"]),
      ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
      ("a abcdef", 4, ["a", "abcd", "ef"]),
      ("王王王", 4, ["王王", "王"]), ("王a", 1, ["王", "a"]),
      ("", 5, [""]), ("   ", 5, [""]), ("abc", 0, []),
      ("drie  blanks", 12, ["drie  blanks"]),
    ])
  func wrapped(_ text: String, _ columns: Int, _ expected: [String]) {
    #expect(Width.wrapped(text, to: columns) == expected)
  }

  @Test(
    "A beginning ends where a cluster does, in plain texts and in all others")
  func prefix() {
    var seeded = SeededGenerator(seed: 4)
    for _ in 0..<2_000 {
      let text = seeded.text(upTo: 12)
      let columns = Int.random(in: 0...10, using: &seeded)
      let prefix = Width.prefix(of: text[...], columns: columns)
      let careful = text.indices.last { Width.of(text[..<$0]) <= columns }
      let whole = Width.of(text) <= columns
      #expect(
        prefix == (whole ? text : careful.map { String(text[..<$0]) } ?? ""),
        "\(text.debugDescription) in \(columns)")
    }
  }

  @Test("Plain texts wrap as all others do")
  func wrappedPlainly() {
    var seeded = SeededGenerator(seed: 3)
    let letters: [Unicode.Scalar] = [" ", " ", " ", "a", "b", "é", "·", "王", "\n"]
    for _ in 0..<3_000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...30, using: &seeded) {
        scalars.append(letters.randomElement(using: &seeded) ?? " ")
      }
      let text = String(scalars)
      let columns = Int.random(in: 1...12, using: &seeded)
      let lines = Width.wrapped(text, to: columns)
      #expect(
        lines == Width.wrappedByClusters(text, to: columns),
        "\(text.debugDescription) in \(columns)")
      #expect(lines.count == Width.lineCount(text, to: columns))
    }
  }

  @Test("Cut, padded and wrapped text never takes more columns than asked")
  func neverTooWide() {
    var seeded = SeededGenerator(seed: 2)
    for _ in 0..<1_000 {
      let text = seeded.text(upTo: 40)
      let columns = Int.random(in: 8...20, using: &seeded)
      #expect(Width.of(Width.clipped(text, to: columns)) <= columns)
      #expect(Width.of(Width.padded(text, to: columns)) == columns)
      for line in Width.wrapped(text, to: columns) { #expect(Width.of(line) <= columns) }
    }
  }
}
