import Canvas
import Testing
import Widgets

@Suite("A table")
struct TableTests {
  private func nodes(_ table: Table, look: Look = Look()) -> [Node] {
    var frame = Frame(size: Size(width: 76, height: 8))
    table.draw(
      on: &frame, in: Area(row: 0, column: 0, width: 76, height: 8), DrawingContext(look: look))
    return frame.nodes
  }

  private func rows(_ table: Table, width: Int, height: Int = 8, focus: String = "t") -> [String] {
    var frame = Frame(size: Size(width: width, height: height))
    table.draw(
      on: &frame, in: Area(row: 0, column: 0, width: width, height: height),
      DrawingContext(focus: focus))
    return frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("drops the least important columns first where it is narrow")
  func drops() {
    let table = WidgetExample.table(rows: 5)
    let wide = rows(table, width: 76)[0]
    for title in ["Name", "Email address", "Step 1", "Login", "Rows"] {
      #expect(wide.contains(title))
    }
    let narrower = rows(table, width: 64)[0]
    #expect(!narrower.contains("Login"))
    #expect(narrower.contains("Rows"))
    let narrow = rows(table, width: 56)[0]
    #expect(!narrow.contains("Rows"))
    #expect(narrow.contains("Step 1"))
  }

  @Test("gives what is left over to the columns that can use it")
  func shares() throws {
    let header = rows(WidgetExample.table(rows: 5), width: 128)[0]
    let address = try #require(header.firstRange(of: "Email address"))
    #expect(header.distance(from: header.startIndex, to: address.lowerBound) > 25)
    #expect(header.count <= 128)
  }

  @Test("names the column that orders it, and which way")
  func order() {
    var table = WidgetExample.table(rows: 5)
    #expect(rows(table, width: 76)[0].contains("Name ↓"))
    table.ordered = (1, false)
    #expect(rows(table, width: 76)[0].contains("Email address ↑"))
  }

  @Test("tells as values where it stands, of how many, and which way it is ordered")
  func told() throws {
    var table = WidgetExample.table(rows: 40)
    table.top = 20
    table.cursor = 22
    let told = try #require(nodes(table).first?.table)
    #expect(told.cursor == 23 && told.total == 40)
    #expect(told.columns.map(\.title) == table.columns.map(\.title))
    #expect(told.columns.map(\.order) == [.descending, nil, nil, nil, nil])
    #expect(told.columns.map(\.isAmount) == [false, false, false, false, true])
    let first = try #require(nodes(table).compactMap(\.row).first)
    #expect(first.place == 21 && first.key == 20)
    #expect(first.cells[2] == Node.Cell("8 jan", marks: [Mark(.proven)]))
  }

  @Test("tells columns that have found no room, and nothing for a bar")
  func heard() throws {
    var table = WidgetExample.table(rows: 1)
    table.columns[3].dropOrder = 9
    table.columns[3].width = 90
    #expect(!rows(table, width: 76)[0].contains("Login"))
    #expect(nodes(table).compactMap(\.row).first?.cells[3] == Node.Cell("p0"))
    let bars = Table(
      id: "t", name: "n", columns: [.init("Bar", width: 9)],
      rows: [.init(key: 1, items: [.bar(Bar(proven: 3))])])
    #expect(nodes(bars).compactMap(\.row).first?.cells == [Node.Cell("")])
  }

  @Test("draws marks beside each other, before a text and behind one")
  func marks() {
    let table = Table(
      id: "t", name: "n",
      columns: [
        .init("Who", width: 12), .init("1 2", width: 3, marks: ["user", "seat"]),
        .init("How far", width: 12),
      ],
      rows: [
        .init(
          key: 1,
          items: [
            .doubted("ajansen", Mark(.unknown), .warning), .marks([Mark(.proven), Mark(.planned)]),
            .marked(.told(.stated), "in use"),
          ])
      ])
    #expect(rows(table, width: 40)[1].contains("ajansen  ?   ● · ○ in use"))
    // What the marks are about is what the column is called by ear.
    #expect(nodes(table).first?.table?.columns[1] == Node.Column("", marks: ["user", "seat"]))
  }

  @Test("tells a stand-in for a name that is hidden, the same in every order")
  func standIn() throws {
    let hidden = Look(isMasked: true)
    let cells = try #require(
      nodes(WidgetExample.table(rows: 5), look: hidden).compactMap(\.row).last?.cells)
    #expect(cells[0].text == "P••• (#4)" && cells[1].text == "p•••@e•••.com (#4)")
    #expect(cells[2].text == "8 jan")
  }

  @Test("shows the rows from its top on, with the cursor on its own")
  func window() {
    var table = WidgetExample.table(rows: 40)
    table.top = 20
    table.cursor = 22
    let seen = rows(table, width: 76)
    #expect(seen[1].contains("Person 20"))
    #expect(seen[3].hasPrefix("►") && seen[3].contains("Person 22"))
    #expect(seen[7].contains("Person 26"))
  }

  @Test("leaves a row empty whose data are not here yet")
  func missing() {
    var table = WidgetExample.table(rows: 40)
    table.first = 10
    table.total = 50
    table.top = 8
    table.cursor = 11
    let seen = rows(table, width: 76)
    // Only the mark that rows stand above.
    #expect(seen[1].filter { $0 != " " } == "↑" && seen[2].isEmpty)
    #expect(seen[3].contains("Person 0"))
  }

  @Test("says what is the matter when there are no rows")
  func empty() {
    let seen = rows(WidgetExample.table(rows: 0), width: 76)
    #expect(seen[0].contains("Name"))
    #expect(seen[1].contains("Nobody."))
  }

  @Test("marks the chosen rows also where the cursor is not")
  func chosen() {
    let seen = rows(WidgetExample.table(rows: 5, cursor: 3), width: 76)
    #expect(seen[2].contains("■"))
    #expect(seen.count { $0.contains("■") } == 1)
  }

  @Test("the numbers of a trailing column stand under each other at the right")
  func trailing() {
    let table = Table(
      id: "t", name: "n", columns: [.init("Rows", width: 7, isTrailing: true)],
      rows: [.init(key: 1, items: [.plain("5")]), .init(key: 2, items: [.plain("1234")])])
    let seen = rows(table, width: 20)
    #expect(seen[1].hasSuffix("5") && seen[2].hasSuffix("1234"))
    #expect(seen[1].count == seen[2].count)
  }
}
