import Canvas
import Seeds
import Testing
import Widgets

@Suite("A bar")
struct BarTests {
  private func parts(_ bar: Bar) -> [(String, Int)] {
    [
      (Glyph.barProven, bar.proven), (Glyph.barStated, bar.stated),
      (Glyph.barPlanned, bar.planned), (Glyph.barFree, bar.free),
    ]
  }

  @Test("fills its width, in the order proven, stated, planned, free", arguments: 0..<60)
  func fills(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for width in 0...60 {
      let bar = Bar(
        proven: Int(random.next() % 200), stated: Int(random.next() % 3),
        planned: Int(random.next() % 100_000), free: Int(random.next() % 2))
      let cells = bar.cells(width)
      #expect(cells.count == width)
      let order = [Glyph.barProven, Glyph.barStated, Glyph.barPlanned, Glyph.barFree]
      let places = cells.compactMap { order.firstIndex(of: String($0)) }
      #expect(places == places.sorted())
    }
  }

  @Test("shows whatever is there at all, and nothing that is not", arguments: 0..<60)
  func shows(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for width in 4...40 {
      let counts = (0..<4).map { _ in
        random.next() % 3 == 0 ? 0 : Int(random.next() % (random.next() % 2 == 0 ? 3 : 50_000))
      }
      let bar = Bar(proven: counts[0], stated: counts[1], planned: counts[2], free: counts[3])
      guard counts.contains(where: { $0 > 0 }) else { continue }
      for (glyph, count) in parts(bar) {
        #expect(bar.cells(width).contains(glyph) == (count > 0), "\(bar) in \(width)")
      }
    }
  }

  @Test("is full of what is planned while there is nothing")
  func nothing() {
    #expect(Bar().cells(5) == String(repeating: Glyph.barPlanned, count: 5))
    #expect(Bar().cells(0) == "")
  }

  @Test("is in proportion: a half is a half")
  func proportion() {
    #expect(Bar(proven: 50, planned: 50).cells(10) == "█████░░░░░")
    #expect(Bar(proven: 126, stated: 6).cells(12) == "███████████▒")
    #expect(Bar(proven: 1_000_000, stated: 1).cells(12) == "███████████▒")
  }

  @Test("never has parts below nothing")
  func negative() {
    #expect(Bar(proven: -3, stated: -1, planned: -2, free: -9) == Bar())
  }
}
