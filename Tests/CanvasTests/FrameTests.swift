import Seeds
import Testing

@testable import Canvas

@Suite("Drawing on a frame")
struct FrameTests {
  @Test("Text anywhere stays inside, and takes as many columns as its width")
  func putStaysInside() {
    var seeded = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let size = Size(
        width: Int.random(in: 0...12, using: &seeded), height: Int.random(in: 0...3, using: &seeded)
      )
      var frame = Frame(size: size)
      for _ in 0..<6 {
        let text = seeded.text(upTo: 10)
        let row = Int.random(in: -1...3, using: &seeded)
        let column = Int.random(in: -4...14, using: &seeded)
        #expect(frame.put(text, row: row, column: column) == Width.of(text))
        let limit = Int.random(in: 0...5, using: &seeded)
        #expect(frame.put(text, row: row, column: column, limit: limit) <= limit)
      }
      #expect(frame.cells.count == size.width * size.height)
      expectWholeCells(frame)
    }
  }

  @Test("Plain text and fills draw what any other text of these letters draws")
  func plainText() {
    var seeded = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      var ground = Frame(size: Size(width: 12, height: 2))
      for row in 0...1 { ground.put("王王a王王b王", row: row, column: row, style: .dim) }
      let letter = Unicode.Scalar(UInt8.random(in: 0x20..<0x7F, using: &seeded))
      let count = Int.random(in: 0...14, using: &seeded)
      let text = String(repeating: Character(letter), count: count)
      let (row, column) = (
        Int.random(in: -1...2, using: &seeded), Int.random(in: -4...13, using: &seeded)
      )
      let limit = Int.random(in: -1...14, using: &seeded)
      let taken = max(0, min(limit, count))
      var (plain, other, filled) = (ground, ground, ground)
      #expect(
        plain.put(text, row: row, column: column, limit: limit, style: .error) == taken)
      // With a letter of another kind behind what is taken, it is drawn cell by cell.
      other.put(text + "é", row: row, column: column, limit: taken, style: .error)
      #expect(plain.cells == other.cells)
      filled.fill(
        Area(row: row, column: column, width: taken, height: 1), with: letter, style: .error)
      #expect(filled.cells == plain.cells)
      expectWholeCells(plain)
    }
  }

  @Test("A cell has what it was made of, to the last scalar and style")
  func cells() {
    for scalar: Unicode.Scalar in ["\0", "a", "é", "王", "\u{10FFFF}"] {
      for mark: Unicode.Scalar in ["\0", "\u{308}", "\u{10FFFF}"] {
        for style in Style.allCases {
          var cell = Cell(scalar, mark: mark, style: style)
          #expect(cell.scalar == scalar && cell.mark == mark && cell.style == style)
          cell.style = .proven
          cell.scalar = "x"
          #expect(cell == Cell("x", mark: mark, style: .proven))
        }
      }
    }
  }

  @Test("Copying a part leaves no half of a wide scalar behind")
  func copyLeavesNoHalves() {
    var seeded = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      var source = Frame(size: Size(width: 10, height: 2))
      var target = Frame(size: Size(width: 10, height: 2))
      source.put("王王a王王", row: 0, column: Int.random(in: 0...2, using: &seeded))
      target.put("한한한한한", row: 0, column: Int.random(in: 0...1, using: &seeded))
      target.copy(
        source,
        from: Area(row: 0, column: Int.random(in: -2...6, using: &seeded), width: 4, height: 1),
        to: Point(row: 0, column: Int.random(in: -2...9, using: &seeded)))
      expectWholeCells(target)
    }
  }

  private func expectWholeCells(_ frame: Frame) {
    for row in 0..<frame.size.height {
      var expectsSecondHalf = false
      for column in 0..<frame.size.width {
        let cell = frame[row, column]
        #expect(cell.isContinuation == expectsSecondHalf, "halves at \(row), \(column)")
        expectsSecondHalf = !cell.isContinuation && Width.of(cell.scalar) == 2
      }
      #expect(!expectsSecondHalf, "half a scalar at the end of row \(row)")
    }
  }

  @Test("A picture shows rows, styles, cursor and nodes")
  func picture() {
    var frame = Frame(size: Size(width: 20, height: 4))
    frame.put("Voornaam 王", row: 0, column: 1, style: .heading)
    frame.put("[Zoe\u{308}   ]", row: 2, column: 0, style: .field)
    frame.put("x", row: 2, column: 19, style: .error)
    frame.cursor = Point(row: 2, column: 4)
    frame.nodes = [
      Node(role: .title, name: "Voornaam", area: Area(row: 0, column: 1, width: 11, height: 1)),
      Node(
        id: "first", role: .field, name: "Voornaam", value: "Zo\"ë\n\u{1B}", remark: "te kort",
        isPersonal: true, isChosen: true, area: Area(row: 2, column: 0, width: 8, height: 1)),
    ]
    #expect(
      frame.picture() == """
         Voornaam 王

        [Zoe\u{308}   ]           x

        -- 20x4 --
        -- styles --
        1: heading 2-12
        3: field 1-8, error 20
        -- cursor 3:5 --
        -- nodes --
        title "Voornaam"
        field [first] "Voornaam" = "Zo\\"ë\\n\\u{1B}" chosen personal ! "te kort"

        """)
    #expect(frame.text == " Voornaam 王\n\n[Zoe\u{308}   ]           x\n")
  }

  @Test("A picture shows tables by their places, rows by their cells, and marks by their meaning")
  func tablePicture() {
    var frame = Frame(size: Size(width: 8, height: 1))
    let area = Area(row: 0, column: 0, width: 8, height: 1)
    let columns = [Node.Column("Login"), Node.Column("", marks: ["user", "seat"])]
    let cells = [
      Node.Cell("ajansen", marks: [Mark(.unknown, .words("nobody's"))]),
      Node.Cell("", marks: [Mark(.proven), .told(.planned)]), Node.Cell(""),
    ]
    frame.nodes = [
      Node(
        id: "t", role: .table, name: "Logins",
        table: Node.Table(cursor: 3, total: 9, columns: columns), area: area),
      Node(role: .row, name: "", row: Node.Row(place: 3, key: 41, cells: cells), area: area),
      Node(role: .text, name: "Log", value: "none read", mark: .told(.unknown), area: area),
      Node(role: .text, name: "a · b", heard: "a, b", area: area),
    ]
    let nodes = frame.picture().split(separator: "\n").suffix(4)
    #expect(
      Array(nodes) == [
        "table [t] \"Logins\" = \"3 / 9\"", "row \"? (nobody's) ajansen, ● ·\" = \"3\"",
        "text ? \"Log\" = \"none read\"", "text \"a · b\" heard \"a, b\"",
      ])
  }

  @Test("A frame without cells has a picture too")
  func emptyPicture() {
    let picture = Frame(size: Size(width: 0, height: 0)).picture()
    #expect(picture.contains("-- no cursor --"))
  }

  @Test("Only what differs on a row counts as changed, and wide letters count whole")
  func changes() {
    var old = Frame(size: Size(width: 10, height: 1))
    old.put("a王b", row: 0, column: 0)
    var new = old
    #expect(new.changedColumns(row: 0, since: old) == nil)
    new.put("c", row: 0, column: 3)
    #expect(new.changedColumns(row: 0, since: old) == 3..<4)
    new = old
    new.put("黄", row: 0, column: 1)
    #expect(new.changedColumns(row: 0, since: old) == 1..<3)
    new = old
    new.restyle(Area(row: 0, column: 2, width: 1, height: 1), .focus)
    #expect(new.changedColumns(row: 0, since: old) == 1..<3)
    #expect(new.hasUnsureWidths(row: 0))
    #expect(!Frame(size: Size(width: 3, height: 1)).hasUnsureWidths(row: 0))
    #expect(!new.hasUnsureWidths(row: 7))
  }
}
