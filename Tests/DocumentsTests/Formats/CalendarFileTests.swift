import Migration
import Testing

@testable import Documents

@Suite("Days for a calendar program")
struct CalendarFileTests {
  private let today = Day(number: 20_832)

  private func lines(_ entries: [CalendarEntry], name: String = "Brugman") -> [String] {
    // Folded lines are put together again, as a calendar program does.
    String(decoding: CalendarFile.make(entries, name: name, writtenOn: today), as: UTF8.self)
      .replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  private func entry(_ day: Int, _ title: String = "Resend") -> CalendarEntry {
    CalendarEntry(
      id: "resend-invitations-\(day)", day: today + day, title: title, text: "Open; look, do")
  }

  @Test("are events of a whole day")
  func event() {
    let lines = lines([entry(3)])
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.last == "END:VCALENDAR")
    #expect(lines.contains("DTSTART;VALUE=DATE:20270117"))
    #expect(lines.contains("DTEND;VALUE=DATE:20270118"))
    #expect(lines.contains("DTSTAMP:20270114T000000Z"))
    #expect(lines.contains("DESCRIPTION:Open\\; look\\, do"))
  }

  @Test("keep their names when the file is made anew, and differ between migrations")
  func names() {
    func names(_ entries: [CalendarEntry], _ name: String) -> Set<String> {
      Set(lines(entries, name: name).filter { $0.hasPrefix("UID:") })
    }
    #expect(names([entry(3)], "Brugman") == names([entry(3, "Other words")], "Brugman"))
    #expect(names([entry(3), entry(4)], "Brugman").count == 2)
    #expect(names([entry(3)], "Brugman").isDisjoint(with: names([entry(3)], "Zweinstein")))
  }

  @Test("are folded at 75 bytes, never within a character, and nothing begins another line")
  func folding() {
    let long = String(repeating: "é€", count: 90) + "\r\nBEGIN:VALARM\u{0}"
    let bytes = CalendarFile.make([entry(1, long)], name: "x", writtenOn: today)
    let physical = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    #expect(physical.allSatisfy { $0.utf8.count <= 75 })
    #expect(!physical.contains { $0.contains("\u{FFFD}") || $0.hasPrefix("BEGIN:VALARM") })
    #expect(
      lines([entry(1, long)])
        .contains("SUMMARY:" + String(repeating: "é€", count: 90) + "\\nBEGIN:VALARM"))
  }
}
