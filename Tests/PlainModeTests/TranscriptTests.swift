import Foundation
import ScreenTexts
import Testing

@Suite("What is heard from a first start to a hand-over")
struct TranscriptTests {
  /// Recorded anew with `OVERSTAP_RECORD=1`, and read like code before it is kept.
  private static let isRecording = ProcessInfo.processInfo.environment["OVERSTAP_RECORD"] != nil

  @Test("is the transcript that was read and kept", arguments: [Language.en, .nl])
  func firstStart(language: Language) throws {
    let listener = try Listener(language: language)
    try listener.go("sessions", "actions.new")
    try listener.go("setup", "actions.start")
    try listener.fill("organisation", "Brugman Ingenieurs")
    try listener.fill("team", "Brugman - 4417")
    try listener.fill("start-date", "1-1-2027")
    try listener.fill("role", "2")
    try listener.go("setup", "actions.start")
    // Step 1, and one person whose address is wrong at first.
    listener.type("1")
    try listener.go("create-users", "actions.prepare")
    try listener.go("user-table", "actions.invite")
    try listener.fill("first-name", "Willem")
    try listener.fill("last-name", "van der Meer")
    try listener.fill("address", "wmeer")
    try listener.go("invite-single", "actions.add-next")
    try listener.fill("address", "wmeer@example.com")
    try listener.go("invite-single", "actions.add-next")
    // Two more as lines of text, looked through and taken over.
    listener.type("2")
    try listener.go("invite-multiple", "labels.people")
    listener.type(["Anna de Vries; a.devries@example.com", "Zoë Ćosić <z.cosic@example.com>", "."])
    try listener.go("invite-multiple", "actions.look")
    try listener.go("review-users", "counts.take-over", count: 2)
    // One of them opened and left, the hand-over made and told to be done.
    listener.type(["2", "b"])
    try listener.go("user-table", "counts.hand-over", count: 3)
    try listener.go("hand-over-users", "counts.write", count: 3)
    try listener.go("hand-over", "actions.done")
    listener.type(["b", "b", "b", "b", "q", "q"])
    #expect(listener.hasEnded)
    let file = try #require(listener.file("overstap-hand-over-1/01-invite-1.csv"))
    #expect(file.contains("Willem,van der Meer,wmeer@example.com"))
    try check(listener.transcript, against: "first-start.\(language.code).txt")
  }

  private func check(_ transcript: String, against name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Transcripts/\(name)")
    if Self.isRecording { try transcript.write(to: file, atomically: true, encoding: .utf8) }
    let kept = try String(contentsOf: file, encoding: .utf8)
    for (heard, wanted) in zip(
      transcript.split(separator: "\n", omittingEmptySubsequences: false),
      kept.split(separator: "\n", omittingEmptySubsequences: false)) where heard != wanted
    {
      Issue.record("\(name): “\(heard)” in place of “\(wanted)”")
      return
    }
    #expect(transcript.utf8.count == kept.utf8.count, "\(name) ends elsewhere")
  }
}
