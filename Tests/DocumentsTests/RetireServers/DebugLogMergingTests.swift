import Seeds
import Testing

@testable import Documents

@Suite("Several debug logs")
struct DebugLogMergingTests {
  /// A log of a server over some weeks, with restarts, stray returns and midnights.
  private static func randomLog(_ seed: UInt64, dated: Bool) -> [String] {
    var numbers = SeededGenerator(seed: seed)
    var lines: [String] = []
    var second = 8 * 3600
    var day = 0
    let users = ["harry", "Harry", "ron weasley", "luna@example.com", "h.granger"]
    let features = ["64300ACD_F", "87545ACD_2022_0F", "86815AECCOL_T_F"]
    func clock() -> String {
      let (h, m, s) = (second / 3600, second / 60 % 60, second % 60)
      return "\(h < 10 ? " " : "")\(h):\(m < 10 ? "0" : "")\(m):\(s < 10 ? "0" : "")\(s)"
    }
    for step in 0..<120 {
      second += Int.random(in: 0...9000, using: &numbers)
      if second >= 86_400 {
        second -= 86_400
        day += 1
      }
      if dated, step % 9 == 0 {
        lines.append("\(clock()) (lmgrd) TIMESTAMP 9/\(1 + day)/2026")
      }
      let user = users[Int.random(in: 0..<users.count, using: &numbers)]
      let feature = features[Int.random(in: 0..<features.count, using: &numbers)]
      switch Int.random(in: 0..<20, using: &numbers) {
      case 0: lines.append("\(clock()) (adskflex) FlexNet Licensing version v11.19 build 1")
      case 1: lines.append("\(clock()) (adskflex) DENIED: \"\(feature)\" \(user)@PC1  (No. (-4,1))")
      case 2: lines.append("\(clock()) (lmgrd) EXITING DUE TO SIGNAL 15")
      case 3...11: lines.append("\(clock()) (adskflex) OUT: \"\(feature)\" \(user)@PC1  ")
      default: lines.append("\(clock()) (adskflex) IN: \"\(feature)\" \(user)@PC1  ")
      }
    }
    return lines
  }

  private static func text(_ lines: some Sequence<String>) -> String {
    lines.map { $0 + "\n" }.joined()
  }

  @Test("are the whole again when one was cut in two and given in the wrong order")
  func cutInTwo() {
    for seed in 1...40 as ClosedRange<UInt64> {
      let lines = Self.randomLog(seed, dated: true)
      let whole = Reading.log(Self.text(lines))
      for cut in stride(from: 5, to: lines.count - 20, by: 7) {
        let parts = [
          Reading.log(Self.text(lines[cut...])), Reading.log(Self.text(lines[..<cut])),
        ]
        let merged = DebugLog.merging(parts)
        guard merged == whole else {
          Issue.record("seed \(seed), cut before line \(cut)")
          return
        }
      }
    }
  }

  @Test("are the whole again when the cut is in the start block, save in its list of packages")
  func cutStartBlock() throws {
    let lines = Example.log.split(separator: "\n").map(String.init)
    let whole = Reading.log(Self.text(lines))
    let list = try #require(lines.firstIndex { $0.contains("(consisting of:") })
    for cut in 1..<lines.count where !(list...(list + 4)).contains(cut) {
      let parts = [
        Reading.log(Self.text(lines[cut...])), Reading.log(Self.text(lines[..<cut])),
      ]
      #expect(DebugLog.merging(parts) == whole, "cut before line \(cut)")
    }
  }

  @Test("are the whole again when one was rotated many times, in any order")
  func rotated() {
    for seed in 100...120 as ClosedRange<UInt64> {
      var numbers = SeededGenerator(seed: seed)
      let lines = Self.randomLog(seed, dated: true)
      let whole = Reading.log(Self.text(lines))
      var parts: [DebugLog] = []
      for start in stride(from: 0, to: lines.count, by: 30) {
        let part = lines[start..<min(start + 30, lines.count)]
        parts.append(Reading.log(Self.text(part)))
      }
      #expect(DebugLog.merging(parts.shuffled(using: &numbers)) == whole, "seed \(seed)")
    }
  }

  @Test("of which one states no date are put where fewer returns are left over")
  func undatedPart() {
    let dated = """
      10:00:00 (lmgrd) TIMESTAMP 9/7/2026
      10:00:01 (adskflex) OUT: "f" harry@PC1

      """
    let undated = """
      11:00:00 (adskflex) IN: "f" harry@PC1
      11:00:01 (adskflex) OUT: "f" ron@PC2

      """
    for logs in [[dated, undated], [undated, dated]] {
      let merged = DebugLog.merging(logs.map { Reading.log($0) })
      #expect(merged.openLicences == 1)
      #expect(merged.lastOut?.day?.isoText == "2026-09-07")
      #expect(merged == Reading.log(dated + undated))
    }
  }

  @Test("of several servers are added up, each with its start block")
  func severalServers() {
    func log(_ host: String, _ tail: String) -> DebugLog {
      Reading.log(
        """
        10:00:00 (lmgrd) FlexNet Licensing (v11) started on \(host) (linux) (9/7/2026)
        10:00:01 (adskflex) FlexNet Licensing version v11
        10:00:02 (adskflex) OUT: "f" harry@PC1
        \(tail)
        """)
    }
    let shutDown = "10:10:00 (lmgrd) EXITING DUE TO SIGNAL 15"
    let merged = DebugLog.merging([log("lic01", shutDown), log("LIC02", "")])
    #expect(merged.servers.map(\.host) == ["lic01", "LIC02"])
    #expect(merged.openLicences == 2)
    #expect(merged.usages.count == 1)
    #expect(merged.userHosts == 1)
    #expect(merged.usages.first?.days.count == 1)
    #expect(merged.shutDown == nil)
    #expect(DebugLog.merging([log("lic01", shutDown), log("LIC02", shutDown)]).shutDown != nil)
  }

  @Test("that are none are an empty log")
  func none() {
    #expect(DebugLog.merging([]) == DebugLog())
  }
}

@Suite("The days of use")
struct LogDayTrailTests {
  @Test("are the same set whatever the order, within the days that are remembered")
  func anyOrder() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var numbers = SeededGenerator(seed: seed)
      let days = (0..<30).map { _ in Int32.random(in: 20_000..<20_120, using: &numbers) }
      var trail = LogDayTrail()
      for day in days { trail.insert(day) }
      #expect(trail.count == Set(days).count)
      var (left, right) = (LogDayTrail(), LogDayTrail())
      for day in days.prefix(12) { left.insert(day) }
      for day in days.dropFirst(9) { right.insert(day) }
      left.formUnion(right)
      #expect(left.count == Set(days).count)
      #expect(left == trail)
    }
  }

  @Test("of parts that follow each other add up over years")
  func overYears() {
    var (whole, early, late) = (LogDayTrail(), LogDayTrail(), LogDayTrail())
    for day in stride(from: Int32(10_000), to: 12_000, by: 3) {
      whole.insert(day)
      if day <= 11_200 { early.insert(day) }
      if day >= 11_200 { late.insert(day) }
    }
    late.formUnion(early)
    #expect(late == whole)
  }
}
