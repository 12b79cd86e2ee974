import Seeds
import Testing

@testable import Canvas

@Suite("The ASCII look")
struct TransliterationTests {
  @Test(
    "Marks, bars, boxes and letters have a look of one character each",
    arguments: [
      ("·○●×!?–", ".o*x!?-"), ("░▒█─■", ".=#-#"), ("╔═╗║╚╝╟┌┐└┘│├╪┤┼", "+=+|+++++++|++++"),
      ("►↑↓←→…", ">^v<>."), ("Zoë Ćosić, Łódź, Straße", "Zoe Cosic, Lodz, Strase"),
      ("‘één’ “twee” ‹3›", "'een' \"twee\" <3>"),
      ("Nguyễn Þór Ærø ĳs Œuvre", "Nguyen Tor Aro is Ouvre"),
      ("a\u{A0}b—c=d•", "a b-c=d*"), ("Жук", "???"), ("ＡＢ王!", "A B ? !"), ("e\u{301}", "e"),
    ])
  func looks(_ text: String, _ expected: String) {
    #expect(Transliteration.ascii(text) == expected)
  }

  @Test("Every scalar becomes one printable ASCII character")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let ascii = Transliteration.ascii(scalar).value
      if ascii < 0x20 || ascii > 0x7E { Issue.record("U+\(String(value, radix: 16)): \(ascii)") }
    }
  }

  @Test("A frame of any text is all ASCII, cell by cell, and keeps styles and cursor")
  func frames() {
    var seeded = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      var frame = Frame(size: Size(width: 20, height: 1))
      let text = seeded.text(upTo: 20)
      frame.put(text, row: 0, column: 0, style: .focus)
      frame.cursor = Point(row: 0, column: 7)
      frame.nodes = [
        Node(
          role: .row, name: text, value: text, mark: Mark(.stated, .words(text)), heard: text,
          remark: text, parts: [text],
          table: Node.Table(cursor: 1, total: 1, columns: [Node.Column(text, marks: [text])]),
          row: Node.Row(
            place: 1, key: 1, cells: [Node.Cell(text, marks: [Mark(.failed, .words(text))])]),
          example: text, area: Area(row: 0, column: 0, width: 20, height: 1))
      ]
      let ascii = frame.transliterated()
      for cell in ascii.cells {
        #expect((0x20...0x7E).contains(cell.scalar.value))
        #expect(cell.mark == "\0")
      }
      #expect(ascii.cells.map(\.style) == frame.cells.map(\.style))
      #expect(ascii.cursor == frame.cursor)
      for node in ascii.nodes {
        #expect("\(node)".utf8.allSatisfy { $0 < 0x80 })
      }
      #expect(ascii.transliterated() == ascii)
    }
  }
}
