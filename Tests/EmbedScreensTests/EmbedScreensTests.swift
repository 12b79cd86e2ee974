import ScreenTexts
import Testing

@testable import EmbedScreens

@Suite("The words compiled into the program")
struct EmbedScreensTests {
  @Test("stand in a Swift literal with quotation marks, backslashes and controls escaped")
  func literal() {
    #expect(EmbeddedSource.escaped("a\"b\\(c)\nd\u{1F}é►") == "a\\\"b\\\\(c)\\nd\\u{1f}é►")
  }

  @Test("have a table for each language, sorted")
  func tables() throws {
    let files = try ["nl", "en"].map {
      try ScreenFile(path: "\($0)/a.\($0).yaml", bytes: Array("title: \"A \\\"b\\\"\"".utf8))
    }
    let source = EmbeddedSource.swift(of: files)
    let english = try #require(source.firstRange(of: "Language(\"en\")"))
    let dutch = try #require(source.firstRange(of: "Language(\"nl\")"))
    #expect(english.lowerBound < dutch.lowerBound)
    #expect(source.contains("embedded: \"00010000000=0"))
    #expect(source.contains("a/title=A \\\"b\\\"\""))
    #expect(source.contains("package enum EmbeddedScreens {"))
  }

  @Test("are reported, where they are wrong, in the form that editors follow")
  func findings() {
    let finding = ScreensError(
      file: "screens/nl/a.nl.yaml", line: 3, column: 5, key: "labels.first",
      reason: .otherPlaceholders(.en, here: [], there: ["a", "b"]))
    #expect(
      FindingLine.text(of: finding)
        == "screens/nl/a.nl.yaml:3:5: error: labels.first: "
        + "has the placeholders none; en has {a} {b}")
  }
}
