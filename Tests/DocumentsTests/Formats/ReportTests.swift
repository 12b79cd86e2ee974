import Migration
import Seeds
import Testing

@testable import Documents

@Suite("A report as a page and as Markdown")
struct ReportTests {
  /// A report in which one text stands wherever a value can.
  private static func report(_ text: String) -> Report {
    Report(
      language: "en", title: text, remark: text,
      titles: Report.Titles(
        open: "Open", steps: "Steps", columns: ["Step", "Total", "Stated", "Proven"],
        timeline: "Timeline", contents: "Contents", none: "None"),
      facts: [.init(text, text)], open: [text],
      steps: [
        .init(
          name: text, funnel: Funnel(total: 8, stated: 4, proven: 2, failed: 0), remark: text)
      ], timeline: [.init("1 Jan", text)],
      sections: [
        .init(
          id: "people", title: text, columns: [text, "B"], rows: [[text, text], ["x", text]]),
        .init(id: "empty", title: "Empty", columns: ["A"], rows: []),
      ])
  }

  private static func html(_ text: String) -> String {
    String(decoding: HTMLReport.make(report(text)), as: UTF8.self)
  }

  /// What stands between angle brackets, in order.
  private static func tags(_ page: String) -> [Substring] {
    page.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
  }

  @Test("no value makes a tag, an attribute, a link or a script, whatever it is")
  func anyValue() {
    let wanted = Self.tags(Self.html("x")).map { tag -> String in
      String(tag).replacing("aria-label=\"x", with: "aria-label=\"")
    }
    var generator = SeededGenerator(seed: 7)
    let alphabet = Array("<>&\"'/=ab :;#\u{0}\u{1B}\n\t--!>{}|`".utf8)
    for _ in 0..<500 {
      let text = String(decoding: generator.bytes(of: alphabet, upTo: 24), as: UTF8.self)
      let page = Self.html(text)
      let tags = Self.tags(page).map { tag -> String in
        // The only value within a tag is the label of a bar.
        guard let label = tag.firstRange(of: "aria-label=\""),
          let end = tag[label.upperBound...].firstRange(of: ": 2 / 4 / 8\"")
        else { return String(tag) }
        return String(tag[..<label.upperBound] + tag[end.lowerBound...])
      }
      #expect(tags == wanted, "\(text.debugDescription)")
      #expect(!page.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "\(text.debugDescription)")
    }
  }

  @Test("no value makes a row, a cell, a heading or a link of Markdown, whatever it is")
  func anyValueInMarkdown() {
    func lines(_ text: String) -> [String] {
      String(decoding: MarkdownReport.make(Self.report(text)), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    func cells(_ line: String) -> Int { line.replacing("\\|", with: "").count { $0 == "|" } }
    let wanted = lines("x").map(cells)
    var generator = SeededGenerator(seed: 8)
    let alphabet = Array("|\\`*_[]()<>#!a\n\t&~".utf8)
    for _ in 0..<500 {
      let text = String(decoding: generator.bytes(of: alphabet, upTo: 24), as: UTF8.self)
      let seen = lines(text).map { $0.replacing("\\\\", with: "") }
      #expect(seen.map(cells) == wanted, "\(text.debugDescription)")
    }
    let link = lines("https://example.com/x").joined()
    #expect(link.firstRange(of: "https://") == nil)
  }

  @Test("the first page says what is open before anything else, and bars say how far the steps are")
  func firstPage() throws {
    let page = Self.html("Öpen & shut")
    #expect(page.firstRange(of: "<h1>Öpen &amp; shut</h1>") != nil)
    let open = try #require(page.firstRange(of: "<h2>Open</h2>"))
    let steps = try #require(page.firstRange(of: "<h2>Steps</h2>"))
    #expect(open.lowerBound < steps.lowerBound)
    #expect(page.firstRange(of: "<rect class=\"stated\" height=\"14\" width=\"100\">") != nil)
    #expect(page.firstRange(of: "<rect class=\"proven\" height=\"14\" width=\"50\">") != nil)
    #expect(page.firstRange(of: "<a href=\"#people\">") != nil)
    #expect(page.firstRange(of: "None") != nil)
  }
}
