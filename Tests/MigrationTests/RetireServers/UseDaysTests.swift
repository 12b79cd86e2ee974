import Migration
import Seeds
import Testing

@Suite("The days on which something was used")
struct UseDaysTests {
  private static let end = Day(number: 20_832)

  @Test("count within any window as a plain set of days does", arguments: 1...20)
  func asSet(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var days = UseDays()
    var known: Set<Int> = []
    for _ in 0..<Int.random(in: 0..<40, using: &random) {
      let day = Self.end.number - Int.random(in: 0..<120, using: &random)
      days.insert(Day(number: day))
      known.insert(day)
    }
    for _ in 0..<30 {
      let window = Int.random(in: 0..<130, using: &random)
      let last = Self.end.number + Int.random(in: -130..<10, using: &random)
      let wanted = known.count { $0 > last - window && $0 <= last }
      #expect(days.count(inLast: window, upTo: Day(number: last)) == wanted)
    }
  }

  @Test("come together in any order to the same days", arguments: 1...20)
  func union(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var all = UseDays()
    var parts = [UseDays(), UseDays()]
    for _ in 0..<40 {
      let day = Self.end - Int.random(in: 0..<100, using: &random)
      all.insert(day)
      parts[Int.random(in: 0..<2, using: &random)].insert(day)
    }
    var there = parts[0]
    there.formUnion(parts[1])
    var back = parts[1]
    back.formUnion(parts[0])
    #expect(there == all)
    #expect(back == all)
  }
}
