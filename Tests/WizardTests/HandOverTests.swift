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
      #expect(wizard.state.summary.handOvers.first?.files.first == taken + "-2/01-invite-1.csv")
      let other = try FileManager.default.contentsOfDirectory(atPath: taken).sorted()
      #expect(other == ["01-invite-1.csv", "01-invite-2.csv"])
      let text = try String(contentsOfFile: taken + "/01-invite-1.csv", encoding: .utf8)
      #expect(text == "of somebody else")
    }
  }

  @Test("of the demonstration goes where nobody keeps anything")
  func demonstration() throws {
    let folder = try OpenSession.demonstration().info.handOverFolder
    #expect(folder.hasPrefix(AdminPath.temporary + "/"))
  }

  @Test("is of the group that was chosen, also when another comes to stand before it")
  func groupByName() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("hand-over-users")
    try wizard.focus("group")
    try wizard.press(.right)
    #expect(render(wizard.state).text.contains("(●) Ede"))
    try wizard.perform([
      .apply(
        .createUsers(
          .addUser(
            UserDetails(
              firstName: "Ann", lastName: "Smit", address: "ann@example.com", group: "Apeldoorn"),
            .typed)))
    ])
    try wizard.jump("hand-over-users")
    #expect(render(wizard.state).text.contains("(●) Ede"))
    try withFolder { folder in
      wizard.state.memory.setText("folder", folder)
      try wizard.press(.function(10))
      #expect(wizard.state.summary.handOvers.first?.group == "Ede")
    }
  }

  @Test("of a group that is gone is not one of everybody")
  func groupGone() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("hand-over-users")
    try wizard.focus("group")
    try wizard.press(.right)
    let summary = wizard.state.summary
    var without = summary
    without.groups = []
    wizard.state.summary = without
    try wizard.press(.function(10))
    #expect(wizard.state.notice?.key == "group-gone")
    #expect(Chrome.page(wizard.state).hint == "The group Ede is not there any more. Choose again.")
    #expect(wizard.state.visit.screen == "hand-over-users")
    #expect(wizard.state.memory[HandOverUsers.Note.self].group == "")
  }

  @Test("can be of any group, however many there are")
  func manyGroups() throws {
    var wizard = try Rehearsal.organisation("en") { file throws(ChangeRefusal) in
      try Fixtures.fillEmptyOrganisation(file, language: "en")
      for (place, person) in Fixtures.people.enumerated() {
        var person = person
        person.group = "Office \(Character(Unicode.Scalar(UInt8(65 + place))))"
        _ = try file.apply(.createUsers(.addUser(person, .typed)), at: Fixtures.now)
      }
    }
    try wizard.jump("hand-over-users")
    try wizard.focus("group")
    for _ in Fixtures.people { try wizard.press(.right) }
    #expect(render(wizard.state).text.contains("(●) Office K"))
    try withFolder { folder in
      wizard.state.memory.setText("folder", folder)
      try wizard.press(.function(10))
      #expect(wizard.state.summary.handOvers.first?.group == "Office K")
      #expect(wizard.state.summary.handOvers.first?.rowCount == 1)
    }
  }

  @Test("whose invitations were sent again waits seven days anew")
  func sentAgain() throws {
    var wizard = try Rehearsal.small("en")
    wizard.state.moment = Moment(day: Fixtures.startDate + 12, minute: 600)
    func isDue() -> Bool {
      wizard.state.summary.toDo(today: wizard.state.moment.day)
        .contains { $0.kind == .resendInvitations }
    }
    #expect(isDue())
    try wizard.jump("hand-over", "1")
    try wizard.focus("sent-again")
    try wizard.press(.enter)
    #expect(!isDue())
    #expect(wizard.state.summary.handOvers.last?.statedOn == wizard.state.moment.day)
    #expect(!Chrome.page(wizard.state).targets.contains { $0.id == "sent-again" })
    try wizard.press(.character("u"))
    #expect(isDue())
  }

  @Test("says which team only where it has a name", arguments: ["en", "nl"])
  func team(_ language: String) throws {
    var wizard = try Rehearsal.small(language)
    try wizard.jump("hand-over", "3")
    func clicks() -> String {
      Chrome.page(wizard.state).widgets.compactMap { ($0 as? Reader)?.text }.joined()
    }
    #expect(clicks().contains("team Brugman Ingenieurs - 4417."))
    wizard.state.summary.setup?.team = ""
    #expect(clicks().contains(language == "en" ? "Pick the right team." : "Kies het juiste team."))
  }
}
