import ScreenTexts
import Testing
import Wizard
import WizardTesting

@Suite("The README")
struct ReadmeTests {
  /// A block of the README that is made from the program, between `<!-- NAME -->` and
  /// `<!-- /NAME -->`.
  struct Block: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable () throws -> String
    var testDescription: String { name }
  }

  static let blocks = [
    Block(name: "keys") { KeyTable.markdown(EmbeddedScreens.catalogue.texts(in: .en)) },
    Block(name: "picture overview") { try picture("overview") },
    Block(name: "picture invite-single") { try picture("invite-single") },
  ]

  @Test("shows what the program shows")
  func current() throws {
    var readme = try #require(Repository.text("README.md"))
    for block in Self.blocks {
      let (before, after) = ("<!-- \(block.name) -->\n", "<!-- /\(block.name) -->")
      let start = try #require(readme.firstRange(of: before), "no \(before)")
      let end = try #require(readme.firstRange(of: after), "no \(after)")
      let made = try block.make()
      if PictureTests.isRecording {
        readme.replaceSubrange(start.upperBound..<end.lowerBound, with: made)
      } else {
        #expect(String(readme[start.upperBound..<end.lowerBound]) == made, "\(block.name)")
      }
    }
    guard PictureTests.isRecording else { return }
    try Repository.write(readme, to: "README.md")
    Issue.record("README.md was recorded; look at it and run again without RECORD_PICTURES")
  }

  @Test("the table of keys has a row for every command")
  func rows() {
    let lines = KeyTable.markdown(EmbeddedScreens.catalogue.texts(in: .en)).split(separator: "\n")
    #expect(lines.count == Command.all.count + 2)
    #expect(lines.allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") && !$0.contains("«") })
  }

  /// The rows of a screen as its picture shows them.
  private static func picture(_ screen: String) throws -> String {
    let situation = try #require(Situations.pictured.first { $0.screen == screen })
    return "```text\n\(render(try situation.state("en")).text)\n```\n"
  }
}
