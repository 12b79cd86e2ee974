import Migration
import Testing
import Widgets
import WizardTesting

@testable import Wizard

@Suite("The place that is kept")
struct PlaceTests {
  /// What is kept of fields, choices and notes of a page, by name.
  private static func kept(_ wizard: Rehearsal) -> [String: String] {
    let key = wizard.state.visit.key + "|"
    let own = PlaceCoding.place(wizard.state).entries.filter { name, _ in
      name.hasPrefix(key) && !name.hasSuffix("|focus") && !name.contains("|table.")
    }
    return Dictionary(own.map { (String($0.name.dropFirst(key.count)), $0.text) }) { $1 }
  }

  @Test("has nothing of a page on which nobody typed, however full its fields are")
  func untouched() throws {
    for (screen, argument) in [
      ("user-page", "9"), ("setup", ""), ("hand-over-users", ""), ("ready-to-retire", ""),
      ("add-file", ""),
    ] {
      var wizard = try Rehearsal.small("en")
      try wizard.jump(screen, argument)
      #expect(Self.kept(wizard) == [:], "\(screen)")
    }
  }

  @Test("has what somebody typed, and what was cleared")
  func typed() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-page", "9")
    try wizard.fill("login", "karel")
    try wizard.fill("group", "")
    #expect(Self.kept(wizard) == ["input.login": "5:karel", "input.group": "0:"])
  }

  @Test("brings back fields that nobody typed in as the list has them by then")
  func resumed() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-page", "9")
    try wizard.fill("login", "karel")
    let group = wizard.state.memory.text("group")
    let place = PlaceCoding.place(wizard.state)
    var again = try Rehearsal.small("en")
    try again.perform([.apply(.createUsers(.groupUsers([UserID(9)], group + "2")))])
    PlaceCoding.restore(place, &again.state)
    try again.perform(
      Flow.screen(again.state.visit.screen).handle(.opened(isReturn: true), &again.state))
    #expect(again.state.memory.text("login") == "karel")
    #expect(again.state.memory.text("group") == group + "2")
    #expect(!again.state.memory.isTyped("group"))
  }

  @Test("keeps the group of the next hand-over, and of the person before")
  func notes() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("hand-over-users")
    HandOverUsers.choose(.group("Wave 1"), &wizard.state)
    #expect(Self.kept(wizard)["note.group"] == "Wave 1")
    let place = PlaceCoding.place(wizard.state)
    var again = Rehearsal.firstState(language: "en")
    again.summary = wizard.state.summary
    PlaceCoding.restore(place, &again)
    #expect(HandOverUsers.who(again) == .group("Wave 1"))
  }

  @Test("of an older program is understood")
  func older() {
    var state = Rehearsal.firstState(language: "en")
    PlaceCoding.restore(
      Place(entries: [
        ("hand-over-users|input.group-name", "0:Wave 1"), ("hand-over-users|choice.selection", "1"),
        ("invite-single|choice.unfolded", "1"), ("invite-single|choice.next", "1"),
        ("assign-type/3|choice.new", "1"), ("assign-type/3|input.first-name", "2:Jo"),
        ("prove-users|choice.tab", "2"),
        ("network-use|choice.view", "2"), ("network-use|choice.view-opened", "2"),
        ("user-table|choice.chosen-at", "7"), ("user-table|choice.hidden", "0"),
        ("add-file|input.listed", "5:/home"), ("add-file|input.path", "9:/home/jan"),
        ("add-file|input.failure", "0:file-none"),
        ("user-page/9|input.login", "5:karel"), ("user-page/9|input.offered-login", "0:"),
        ("user-page/9|input.group", "5:Pilot"), ("user-page/9|input.offered-group", "5:Pilot"),
        ("user-page/9|choice.language", "1"), ("user-page/9|choice.offered-language", "1"),
      ]), &state)
    func memory(_ key: String) -> Memory { state.memories[key] ?? Memory() }
    #expect(HandOverUsers.who(state) == .group("Wave 1"))
    #expect(memory("invite-single")[InviteSingle.Note.self].isUnfolded)
    #expect(memory("invite-single")[InviteSingle.Note.self].goesOn)
    #expect(memory("assign-type/3")[AssignType.Note.self].isNew)
    #expect(memory("assign-type/3").text("first-name") == "Jo")
    #expect(memory("network-use").choices == [:])
    #expect(memory("network-use")[ListNote.self] == ListNote(part: 2, home: 2))
    #expect(memory("prove-users")[ProveUsers.Note.self].tab == .hereOnly)
    #expect(memory("user-table").choices == [:])
    #expect(memory("add-file").inputs.keys.sorted() == ["path"])
    #expect(memory("user-page/9").isTyped("login"))
    #expect(!memory("user-page/9").isTyped("group"))
    #expect(!memory("user-page/9").isTyped("language"))
  }
}
