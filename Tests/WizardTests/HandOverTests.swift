import Canvas
import Foundation
import Migration
import Testing
import Widgets
import WizardTesting

@testable import Wizard
@testable import overstap

@Suite("A hand-over")
struct HandOverTests {
  /// The wizard on the page of hand-overs, with an empty folder for the files.
  private func carryingOut(into folder: String, _ language: String = "en") throws -> Rehearsal {
    var wizard = try Rehearsal.small(language)
    try wizard.jump("hand-over-users")
    wizard.state.memory.setText("folder", folder)
    return wizard
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let file = try TemporaryFile.write("", as: "nothing.txt")
    defer { TemporaryFile.remove(file) }
    try body(String(file.dropLast("/nothing.txt".count)))
  }

  @Test("never touches the files of another migration with the same number")
  func ownFolder() throws {
    try withFolder { folder in
      let taken = folder + "/overstap-hand-over-4"
      try FileManager.default.createDirectory(
        atPath: taken, withIntermediateDirectories: true)
      for name in ["01-invite-1.csv", "01-invite-2.csv"] {
        try Data("of somebody else".utf8).write(to: URL(filePath: taken + "/" + name))
      }
      var wizard = try carryingOut(into: folder)
      try wizard.press(.function(10))
      #expect(wizard.state.visit == Visit("hand-over", "4"))
      #expect(wizard.state.summary.handOvers.first?.files == [taken + "-2/01-invite-1.csv"])
      let other = try FileManager.default.contentsOfDirectory(atPath: taken).sorted()
      #expect(other == ["01-invite-1.csv", "01-invite-2.csv"])
      let text = try String(contentsOfFile: taken + "/01-invite-1.csv", encoding: .utf8)
      #expect(text == "of somebody else")
    }
  }
}
