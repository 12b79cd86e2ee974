import Migration
import Testing

@Suite("Base64")
struct Base64Tests {
  @Test(
    "is as the document has it",
    arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("é", "w6k=")])
  func text(_ text: String, _ encoded: String) {
    #expect(Base64.text(Array(text.utf8)) == encoded)
  }

  @Test("is broken into lines of 76 characters, and nothing of it is lost")
  func lines() {
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0) }
    let lines = Base64.lines(bytes).split(separator: "\r\n")
    #expect(lines.map(\.utf8.count) == [76, 76, 76, 40])
    #expect(lines.joined() == Base64.text(bytes))
  }
}
