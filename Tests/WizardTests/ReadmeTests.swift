import ScreenTexts
import Testing
import Wizard
import WizardTesting

@Suite("The README")
struct ReadmeTests {
  /// A block of the README that is made from the program, between `<!-- NAME -->` and `<!-- /NAME -->`.
  struct Block: Sendable, CustomTestStringConvertible {
    let name: String
    let make: @Sendable () -> String
    var testDescription: String { name }
  }

  static let blocks = [
    Block(name: "keys") { KeyTable.markdown(EmbeddedScreens.catalogue.texts(in: .en)) },
    Block(name: "picture overview") { picture("overview") },
    Block(name: "picture invite-single") { picture("invite-single") },
  ]

  @Test(
    "shows what the program shows", .enabled(if: Repository.text("README.md") != nil),
    arguments: blocks)
  func current(_ block: Block) throws {
    let readme = try #require(Repository.text("README.md"))
    let wanted = "<!-- \(block.name) -->\n\(block.make())<!-- /\(block.name) -->"
    #expect(
      readme.contains(wanted),
      "between <!-- \(block.name) --> and <!-- /\(block.name) --> belongs:\n\(block.make())")
  }

  @Test("the table of keys has a row for every command")
  func rows() {
    let lines = KeyTable.markdown(EmbeddedScreens.catalogue.texts(in: .en)).split(separator: "\n")
    #expect(lines.count == Command.all.count + 2)
    #expect(lines.allSatisfy { $0.hasPrefix("|") && $0.hasSuffix("|") && !$0.contains("«") })
  }

  /// The rows of a kept picture, without what its legend says.
  private static func picture(_ screen: String) -> String {
    let kept = Repository.text("screens/pictures/en/\(screen).txt") ?? ""
    let rows = kept.split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
    return "```text\n\(rows.joined(separator: "\n"))\n```\n"
  }
}
