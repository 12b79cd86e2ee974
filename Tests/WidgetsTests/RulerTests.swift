import Canvas
import Testing
import Widgets

@Suite("The ruler")
struct RulerTests {
  private func rows(_ ruler: Ruler, width: Int = 76) -> [String] {
    var frame = Frame(size: Size(width: width, height: 3))
    ruler.draw(on: &frame, in: Area(row: 0, column: 0, width: width, height: 3), DrawingContext())
    return frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func ruler(today: Int) -> Ruler {
    Ruler([
      .init(day: 0, above: "1 Jan", below: "subscription begins"),
      .init(day: 30, above: "31 Jan", below: "network rights"),
      .init(day: today, above: "today", below: "", isToday: true),
    ])
  }

  @Test("shows the marks in the order of their days, on columns of their own", arguments: -40..<70)
  func order(_ today: Int) throws {
    for width in [20, 36, 76, 128] {
      let line = rows(ruler(today: today), width: width)[1]
      #expect(line.count { "├╪┤■".contains($0) } == 3, "\(line)")
      let marks = line.filter { "├╪┤■".contains($0) }
      let place = today < 0 ? 0 : today <= 30 ? 1 : 2
      guard today != 0, today != 30 else { continue }
      #expect(Array(marks)[place] == "■", "\(line)")
    }
  }

  @Test("what is past is drawn otherwise than what is to come")
  func past() throws {
    let line = rows(ruler(today: 13))[1]
    let halves = line.split(separator: "■")
    #expect(halves.count == 2)
    #expect(halves[0].contains("═") && !halves[0].contains("─"))
    #expect(halves[1].contains("─") && !halves[1].contains("═"))
  }

  @Test("no word runs into another", arguments: -40..<70)
  func words(_ today: Int) {
    for width in [36, 76] {
      let lines = rows(ruler(today: today), width: width)
      #expect(lines[0].contains("31 Jan"))
      for word in lines[0].split(separator: " ") {
        #expect(["1", "31", "Jan", "today"].contains(word), "\(lines[0])")
      }
    }
  }

  @Test("takes no rows while there is nothing between two days")
  func nothing() {
    #expect(Ruler([]).height(width: 76) == 0)
    #expect(Ruler([.init(day: 1, above: "x", below: "")]).height(width: 76) == 0)
  }
}
