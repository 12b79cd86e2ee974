import Canvas
import Foundation
import Testing
import WizardTesting

@testable import Wizard

@Suite("Pictures of the screens at 80x24")
struct PictureTests {
  /// Whether pictures are recorded anew; the test fails then, so that nothing passes by recording.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_PICTURES"] == "1"

  @Test("looks as its picture", arguments: Situations.pictured, ["nl", "en"])
  func picture(_ situation: Situation, _ language: String) throws {
    let path = "screens/pictures/\(language)/\(situation.screen).txt"
    let seen = render(try situation.state(language)).picture()
    if Self.isRecording {
      try Repository.write(seen, to: path)
      Issue.record("\(path) was recorded; look at it and run again without RECORD_PICTURES")
      return
    }
    let kept = try #require(
      Repository.text(path), "there is no \(path); RECORD_PICTURES=1 records it")
    let difference = firstDifference(kept, seen)
    #expect(difference == nil)
  }

  @Test("there is no picture of a screen that is not there", arguments: ["nl", "en"])
  func noneLeftOver(_ language: String) {
    let kept = Repository.names(in: "screens/pictures/\(language)")
    #expect(kept == Situations.pictured.map { "\($0.screen).txt" }.sorted())
  }

  private func firstDifference(_ kept: String, _ seen: String) -> String? {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = seen.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(old.count, new.count) {
      let left = old.indices.contains(line) ? old[line] : "(nothing)"
      let right = new.indices.contains(line) ? new[line] : "(nothing)"
      if left != right { return "line \(line + 1):\nkept |\(left)\nseen |\(right)" }
    }
    return nil
  }
}
