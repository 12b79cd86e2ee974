import Testing
import WizardTesting

@Suite("Sentences")
struct SentencesTests {
  @Test(
    "no sentence stands in Swift code: all words come from screens/",
    arguments: ["Sources/Wizard", "Sources/Widgets", "Sources/PlainMode"])
  func inCode(_ folder: String) {
    for path in Repository.swiftFiles(under: folder) {
      for literal in SwiftSource(Repository.text(path) ?? "").literals
      where Self.isSentence(literal.text) {
        Issue.record("\(path):\(literal.line) says \"\(literal.text)\"")
      }
    }
  }

  @Test(
    "a sentence is told from a key, a sign and a number",
    arguments: [
      ("Add a user", true), ("Nothing is sent", true), ("user-table", false), (" · ", false),
      ("[ ⟨⟩ ]", false), ("⟨⟩ ⟨⟩", false), (" / ", false), ("× Esc ", false), ("⟨⟩ B", false),
    ])
  func recognised(_ text: String, _ isSentence: Bool) {
    #expect(Self.isSentence(text) == isSentence)
  }

  /// Two words of letters with a blank between them, beside what is put in; units and names of keys
  /// are no words.
  static func isSentence(_ text: String) -> Bool {
    var plain = text
    while let range = plain.firstRange(of: SwiftSource.interpolation) {
      plain.removeSubrange(range)
    }
    let words = plain.split(whereSeparator: \.isWhitespace)
      .filter { word in word.count { $0.isLetter } > 1 && !["Esc", "kB", "MB"].contains(word) }
    return words.count > 1
  }
}
