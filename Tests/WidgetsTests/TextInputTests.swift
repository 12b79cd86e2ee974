import Canvas
import Seeds
import Testing
import Widgets

@Suite("A line of text being typed")
struct TextInputTests {
  /// What can be typed, awkward letters among it.
  static let pieces = ["a", "é", "e", "\u{301}", "漢", "👩‍👩‍👧", " ", "van der", "\n", "\t", "ß", "🇳🇱"]

  @Test("keeps its cursor within the text, whatever is done to it", arguments: 0..<40)
  func bounds(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var input = TextInput()
    for _ in 0..<200 {
      Self.change(&input, &random)
      #expect(input.cursor >= 0 && input.cursor <= input.text.count)
      #expect(!input.text.contains { $0.isNewline || $0 == "\t" })
      #expect(input.beforeCursor.count <= input.cursor)
    }
  }

  private static func change(_ input: inout TextInput, _ random: inout SeededGenerator) {
    switch random.next() % 9 {
    case 0...2: input.insert(pieces[Int(random.next() % UInt64(pieces.count))])
    case 3: input.deleteBackward()
    case 4: input.deleteForward()
    case 5: input.move(by: Int(random.next() % 7) - 3)
    case 6: input.deleteWord()
    case 7: random.next() % 2 == 0 ? input.moveToStart() : input.moveToEnd()
    default: if random.next() % 4 == 0 { input.deleteToStart() }
    }
  }

  @Test(
    "what was inserted and taken away leaves the text as it was", arguments: ["a", "漢", "é", " "])
  func inverse(_ piece: String) {
    for cursor in 0...6 {
      var input = TextInput("Willem", cursor: cursor)
      input.insert(piece)
      #expect(input.cursor == cursor + 1)
      input.deleteBackward()
      #expect(input == TextInput("Willem", cursor: cursor))
      input.insert(piece)
      input.move(by: -1)
      input.deleteForward()
      #expect(input == TextInput("Willem", cursor: cursor))
    }
  }

  @Test("words and the start of the line go in one stroke")
  func words() {
    var input = TextInput("van der  Meer  ")
    input.deleteWord()
    #expect(input.text == "van der  ")
    input.deleteWord()
    #expect(input.text == "van ")
    input.insert("den Berg")
    input.move(by: -4)
    input.deleteToStart()
    #expect(input == TextInput("Berg", cursor: 0))
    let isDeleted = input.deleteBackward()
    #expect(!isDeleted)
  }

  @Test("a mark that joins the letter before it is one character with it")
  func joining() {
    var input = TextInput("e")
    input.insert("\u{301}")
    #expect(input.cursor == 1)
    input.deleteBackward()
    #expect(input.text.isEmpty)
  }

  @Test("a cursor that was kept comes back, and one beyond the text stands at its end")
  func kept() {
    #expect(TextInput("Ann", cursor: 1).cursor == 1)
    #expect(TextInput("Ann", cursor: 99).cursor == 3)
    #expect(TextInput("Ann", cursor: -4).cursor == 0)
  }
}

@Suite("Lines of text being typed")
struct TextLinesTests {
  @Test("never lose or make a line break of their own, whatever is done to them", arguments: 0..<40)
  func bounds(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var lines = TextLines()
    for _ in 0..<200 {
      let before = lines.text
      switch random.next() % 9 {
      case 0...2:
        lines.insert(
          TextInputTests.pieces[Int(random.next() % UInt64(TextInputTests.pieces.count))])
      case 3: lines.deleteBackward()
      case 4: lines.deleteForward()
      case 5:
        lines.move(by: Int(random.next() % 7) - 3)
        #expect(lines.text == before)
      case 6:
        lines.move(byLines: Int(random.next() % 7) - 3)
        #expect(lines.text == before)
      case 7: lines.moveToStart()
      default: lines.moveToEnd()
      }
      #expect(!lines.lines.isEmpty)
      #expect(lines.lines.indices.contains(lines.row))
      #expect((0...lines.lines[lines.row].count).contains(lines.column))
      #expect(TextLines(lines.text).lines == lines.lines)
    }
  }

  @Test("a paste of several lines in the middle of one splits it")
  func paste() {
    var lines = TextLines("Ann Smit", row: 0, column: 4)
    lines.insert("de Vries\nBas ")
    #expect(lines.lines == ["Ann de Vries", "Bas Smit"])
    #expect((lines.row, lines.column) == (1, 4))
  }

  @Test("a carriage return with a newline is one line break")
  func carriageReturn() {
    #expect(TextLines("a\r\nb\rc\n").lines == ["a", "b", "c", ""])
  }

  @Test("backspace at the start of a line joins it to the one above, delete at the end to the next")
  func joining() {
    var lines = TextLines("one\ntwo", row: 1, column: 0)
    lines.deleteBackward()
    #expect(lines.text == "onetwo")
    lines = TextLines("one\ntwo", row: 0, column: 3)
    lines.deleteForward()
    #expect(lines.text == "onetwo")
  }

  @Test("the arrows stop at the first and last line, so that the focus can go on")
  func ends() {
    var lines = TextLines("one\ntwo", row: 0, column: 2)
    #expect(lines.move(byLines: -1) == false)
    #expect(lines.move(byLines: 1) == true)
    #expect(lines.move(byLines: 1) == false)
  }
}

@Suite("A box for several lines")
struct EditorTests {
  @Test("shows a tab as the blank that the cursor takes it for")
  func tab() {
    let lines = TextLines("Ann\tOud\tann@example.com")
    let editor = Editor(id: "people", label: "People", lines: lines)
    var frame = Frame(size: Size(width: 60, height: 4))
    editor.draw(
      on: &frame, in: Area(row: 0, column: 0, width: 60, height: 4),
      DrawingContext(focus: "people"))
    #expect(frame.text.contains("Ann Oud ann@example.com"))
    #expect(frame.cursor?.column == 3 + "Ann Oud ann@example.com".count)
  }
}
