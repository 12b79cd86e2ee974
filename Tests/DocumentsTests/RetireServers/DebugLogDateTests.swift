import Testing

@testable import Documents

@Suite("The days of a debug log")
struct DebugLogDateTests {
  private static func out(_ clock: String, _ user: String = "a") -> String {
    "\(clock) (adskflex) OUT: \"f\" \(user)@PC1  \n"
  }

  private func lastOut(_ text: String) -> String? {
    Reading.log(text).lastOut?.day?.isoText
  }

  @Test("are carried forward, with one added where the clock runs back")
  func carried() {
    let stamp = " 9:00:00 (lmgrd) TIMESTAMP 9/7/2026\n"
    #expect(lastOut(stamp + Self.out("10:00:00")) == "2026-09-07")
    #expect(lastOut(stamp + Self.out("10:00:00") + Self.out(" 0:10:00")) == "2026-09-08")
    #expect(lastOut(stamp + Self.out(" 8:58:00") + Self.out(" 8:57:30")) == "2026-09-08")
    #expect(lastOut(stamp + Self.out(" 8:00:00") + Self.out(" 7:00:00")) == "2026-09-09")
  }

  @Test("do not move on when two processes write at once, nor when summer time ends")
  func disorder() {
    let stamp = " 2:00:00 (lmgrd) TIMESTAMP 10/25/2026\n"
    #expect(lastOut(stamp + Self.out(" 1:59:58")) == "2026-10-25")
    #expect(lastOut(stamp + Self.out(" 2:59:00") + Self.out(" 2:00:30")) == "2026-10-25")
  }

  @Test(
    "come from stamps, start lines and the summary",
    arguments: [
      "10:00:00 (adskflex) TIMESTAMP 12/31/2026",
      "10:00:00 (lmgrd) FlexNet Licensing (v11) started on LIC01 (linux) (12/31/2026)",
      "10:00:00 (lmgrd) Server's System Date and Time: Thu Dec 31 2026 10:00:00 CET",
      "10:00:00 (adskflex) (@adskflex-SLOG@) Time: Thu Dec 31 2026 10:00:00 CET",
      "10:00:00 (lmgrd) (@lmgrd-SLOG@) Start-Date: Thu Dec 31 2026 10:00:00 CET",
    ])
  func sources(line: String) {
    #expect(lastOut(line + "\n" + Self.out("10:00:01")) == "2026-12-31")
    #expect(lastOut(line + "\n" + Self.out(" 0:00:01")) == "2027-01-01")
  }

  @Test("do not come from a moment in the past that the summary tells of")
  func pastMoments() {
    let stamp = "10:00:00 (lmgrd) TIMESTAMP 12/31/2026\n"
    let past = "10:00:01 (adskflex) (@adskflex-SLOG@) Time: Tue Dec 01 2026 03:00:00 CET\n"
    #expect(lastOut(stamp + past + Self.out("10:00:02")) == "2026-12-31")
  }

  @Test("before the first date are counted back from it, in the figures too")
  func backdated() {
    let log = Reading.log(
      Self.out("22:00:00") + Self.out(" 6:00:00") + "7:00:00 (lmgrd) TIMESTAMP 9/8/2026\n")
    #expect(log.usages.first?.firstOut?.day?.isoText == "2026-09-07")
    #expect(log.usages.first?.lastOut?.day?.isoText == "2026-09-08")
    let json = Reading.json(log.figures)
    #expect(json.contains(#""lastOutDate":"2026-09-08","daysWithOut":2"#))
  }

  @Test("are unknown where the log states none, yet its days of use are counted")
  func undated() {
    let log = Reading.log(Self.out("22:00:00") + Self.out(" 6:00:00"))
    #expect(log.isDated == false)
    #expect(log.lastOut?.day == nil)
    #expect(log.usages.first?.days.count == 2)
  }

  @Test("are counted once each, and within a window up to a day")
  func window() throws {
    var text = ""
    for day in 1...30 {
      text += " 8:00:00 (lmgrd) TIMESTAMP 9/\(day)/2026\n"
      if day % 3 == 0 { text += Self.out(" 9:00:00") + Self.out("10:00:00") }
    }
    let days = try #require(Reading.log(text).usages.first).days
    let end = try #require(LogDay(year: 2026, month: 9, day: 30))
    #expect(days.count == 10)
    #expect(days.count(inLast: 14, upTo: end) == 5)
    #expect(days.count(inLast: 90, upTo: end) == 10)
    #expect(days.count(inLast: 1, upTo: end) == 1)
    #expect(days.count(inLast: 5, upTo: end.advanced(by: 40)) == 0)
  }
}

@Suite("A calendar day")
struct LogDayTests {
  @Test("goes from number to date and back over four centuries")
  func roundTrip() throws {
    let first = try #require(LogDay(year: 1800, month: 1, day: 1))
    var month = 1
    for offset in 0..<146_097 {
      let day = first.advanced(by: offset)
      let date = day.date
      if date.day == 1 { month = date.month }
      #expect(date.month == month)
      guard LogDay(year: date.year, month: date.month, day: date.day) == day else {
        Issue.record("\(day.isoText) does not come back")
        return
      }
    }
    #expect(LogDay(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(LogDay(year: 2024, month: 2, day: 29)?.isoText == "2024-02-29")
    #expect(LogDay(year: 2026, month: 2, day: 29) == nil)
    #expect(LogDay(year: 2026, month: 13, day: 1) == nil)
  }
}
