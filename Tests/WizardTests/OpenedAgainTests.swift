import Canvas
import Migration
import Testing
import Widgets
import WizardTesting

@testable import Wizard

@Suite("A page that was open before")
struct OpenedAgainTests {
  @Test("shows what the list has by now, and saving takes nothing back")
  func user() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-table")
    try wizard.press(.enter)
    let user = try #require(wizard.state.createUsers.user)
    try wizard.press(.escape)
    try wizard.perform([.apply(.createUsers(.groupUsers([user.id], "Wave 2")))])
    try wizard.press(.enter)
    #expect(wizard.state.memory.text("group") == "Wave 2")
    try wizard.fill("first-name", "Zoe")
    try wizard.press(.function(10))
    try wizard.jump("user-page", String(user.id.number))
    #expect(wizard.state.createUsers.user?.details.group == "Wave 2")
    #expect(wizard.state.createUsers.user?.details.firstName == "Zoe")
  }

  @Test("keeps what was typed there and not saved")
  func typed() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-page", "9")
    try wizard.fill("login", "karel")
    try wizard.press(.escape)
    try wizard.perform([.apply(.createUsers(.groupUsers([UserID(9)], "Wave 2")))])
    try wizard.jump("user-page", "9")
    #expect(wizard.state.memory.text("login") == "karel")
    #expect(wizard.state.memory.text("group") == "Wave 2")
  }

  @Test("of the setup shows what was undone meanwhile as undone")
  func setup() throws {
    var wizard = try Rehearsal.empty("en")
    try wizard.jump("setup")
    try wizard.fill("organisation", "Brugman and Daughters")
    try wizard.press(.function(10))
    try wizard.jump("setup")
    #expect(wizard.state.memory.text("organisation") == "Brugman and Daughters")
    try wizard.press(.escape)
    try wizard.press(.character("u"))
    try wizard.jump("setup")
    #expect(wizard.state.memory.text("organisation") == "Brugman Ingenieurs")
    try wizard.press(.control("y"))
    #expect(wizard.state.memory.text("organisation") == "Brugman and Daughters")
  }

  @Test(
    "as a dialog begins in its first field",
    arguments: [
      ("invite-single", "first-name"), ("invite-multiple", "people"), ("import-users", "path"),
    ])
  func dialog(_ screen: String, _ first: String) throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump(screen)
    try wizard.focus("tab-import")
    try wizard.press(.escape)
    #expect(wizard.state.visit.screen == "user-table")
    try wizard.perform(Navigation.visit(Visit(screen), &wizard.state))
    #expect(wizard.state.memory.focus == first)
  }

  @Test(
    "begins where it began the first time, wherever the focus was left",
    arguments: Flow.entries.filter { $0.isGoal && $0.screen.name != "overview" }.map(\.screen.name))
  func begins(_ screen: String) throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump(screen)
    let first = BuiltPage(wizard.state).focused(in: wizard.state)?.id
    let last = try #require(BuiltPage(wizard.state).targets.last?.id)
    try wizard.focus(last)
    try wizard.jump("overview")
    try wizard.jump(screen)
    #expect(BuiltPage(wizard.state).focused(in: wizard.state)?.id == first)
  }
}
