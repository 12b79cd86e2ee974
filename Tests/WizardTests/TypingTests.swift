import Canvas
import Testing
import Widgets

@testable import Wizard

@Suite("Keys on fields, choices and buttons")
struct TypingTests {
  private func form() throws -> Rehearsal {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("invite-single")
    return wizard
  }

  @Test("a new form begins in its first field")
  func firstFocus() throws {
    #expect(try form().state.memory.focus == "first-name")
  }

  @Test("Tab goes through everything and comes back, Shift-Tab the other way")
  func tab() throws {
    var wizard = try form()
    let ids = Chrome.page(wizard.state).targets.map(\.id)
    var seen: [String] = []
    for _ in ids where wizard.state.memory.focus != "tab-single" {
      seen.append(wizard.state.memory.focus)
      try wizard.press(.tab)
    }
    #expect(seen == ids.filter { !$0.hasPrefix("tab-") })
    #expect(wizard.state.memory.focus == "tab-single")
    try wizard.press(.backTab)
    #expect(wizard.state.memory.focus == ids.last)
  }

  @Test("what is typed stands in the field, with the usual keys to correct it")
  func editing() throws {
    var wizard = try form()
    try wizard.type("Wilem van")
    try wizard.press(.control("w"))
    #expect(wizard.state.memory.text("first-name") == "Wilem ")
    try wizard.press(.backspace, .left, .left)
    try wizard.type("l")
    #expect(wizard.state.memory.text("first-name") == "Willem")
    try wizard.press(.home)
    try wizard.type(">")
    try wizard.press(.backspace, .delete)
    #expect(wizard.state.memory.text("first-name") == "illem")
    try wizard.press(.end, .control("u"))
    #expect(wizard.state.memory.text("first-name") == "")
  }

  @Test("Enter goes to the next field, and in the last one presses the page's own button")
  func enter() throws {
    var wizard = try form()
    try wizard.type("Ann")
    try wizard.press(.enter)
    #expect(wizard.state.memory.focus == "last-name")
    try wizard.type("Smit")
    try wizard.press(.enter)
    try wizard.type("ann.smit@example.com")
    let before = wizard.state.summary.userFunnel.total
    try wizard.press(.function(5))
    #expect(wizard.state.memory.focus == "login")
    try wizard.press(.enter)
    #expect(wizard.state.memory.focus == "group")
    #expect(wizard.state.summary.userFunnel.total == before)
    try wizard.press(.function(10))
    #expect(wizard.state.summary.userFunnel.total == before + 1)
    #expect(wizard.state.memory.focus == "first-name")
    #expect(wizard.state.memory.text("first-name") == "")
  }

  @Test("a choice changes with the arrows and stops at its ends")
  func choice() throws {
    var wizard = try form()
    try wizard.press(.function(5))
    try wizard.focus("language")
    try wizard.press(.right, .right, .right)
    #expect(wizard.state.memory.choices["language"] == 2)
    try wizard.press(.left)
    #expect(wizard.state.memory.choices["language"] == 1)
    try wizard.press(.character(" "), .character(" "))
    #expect(wizard.state.memory.choices["language"] == 0)
  }

  @Test("the arrows go from tab to tab, and each shows its page")
  func tabs() throws {
    var wizard = try form()
    try wizard.focus("tab-single")
    try wizard.press(.right)
    #expect(wizard.state.visit.screen == "invite-multiple")
    #expect(wizard.state.memory.focus == "tab-multiple")
    try wizard.press(.right)
    #expect(wizard.state.visit.screen == "import-users")
    try wizard.press(.right)
    #expect(wizard.state.visit.screen == "invite-single")
  }

  @Test("Shift-Tab from the first field goes to the tab that is open")
  func openTab() throws {
    var wizard = try form()
    try wizard.press(.backTab)
    #expect(wizard.state.memory.focus == "tab-single")
    try wizard.press(.tab)
    #expect(wizard.state.memory.focus == "first-name")
  }

  @Test("what was typed on one tab is there after a look at another")
  func tabsKeep() throws {
    var wizard = try form()
    try wizard.type("Ann")
    try wizard.focus("tab-single")
    try wizard.press(.right, .left)
    #expect(wizard.state.visit.screen == "invite-single")
    #expect(wizard.state.memory.text("first-name") == "Ann")
  }

  @Test("a paste into a field never presses a button, whatever line breaks it has")
  func pasteNewline() throws {
    var wizard = try form()
    let before = wizard.state.summary
    try wizard.focus("address")
    try wizard.take(.paste("ann@example.com\n\n"))
    #expect(wizard.state.memory.text("address") == "ann@example.com")
    #expect(wizard.state.memory.focus == "address")
    // Several lines are several people, who have a box of their own.
    try wizard.take(.paste("\nbas@example.com\n"))
    #expect(wizard.state.notice?.key == "paste-several")
    try wizard.take(.paste(String(repeating: "x", count: 1_001)))
    #expect(wizard.state.notice?.key == "paste-several")
    #expect(wizard.state.memory.text("address") == "ann@example.com")
    #expect(wizard.state.memory.focus == "address")
    #expect(wizard.state.visit.screen == "invite-single")
    #expect(wizard.state.summary == before)
    #expect(!wizard.state.memory.text("address").contains("\n"))
  }

  @Test("a paste while a button has the focus does nothing", arguments: ["add", "cancel", "more"])
  func pasteOnButton(_ id: String) throws {
    var wizard = try form()
    try wizard.focus(id)
    let before = wizard.state
    try wizard.take(.paste("\nq\n"))
    #expect(wizard.state.visits == before.visits)
    #expect(wizard.state.memory == before.memory)
    #expect(wizard.state.summary == before.summary)
  }

  @Test("a paste into the box for several keeps its lines")
  func pasteLines() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("invite-multiple")
    try wizard.take(.paste("one\ntwo\n"))
    try wizard.type("x")
    try wizard.press(.enter)
    #expect(wizard.state.memory.editors["people"]?.text == "one\ntwo\nx\n")
    #expect(wizard.state.visit.screen == "invite-multiple")
  }

  @Test("errors are shown after the first try, warnings as soon as a field was left")
  func findings() throws {
    var wizard = try form()
    try wizard.fill("address", "info@example.com")
    #expect(!render(wizard.state).text.contains("shared mailbox"))
    try wizard.press(.tab)
    #expect(render(wizard.state).text.contains("shared mailbox"))
    #expect(!render(wizard.state).text.contains("Fill in a first name"))
    try wizard.press(.function(10))
    #expect(render(wizard.state).text.contains("Fill in a first name"))
    #expect(wizard.state.memory.focus == "first-name")
  }

  @Test("a click focuses a field and presses a button")
  func click() throws {
    var wizard = try form()
    let nodes = render(wizard.state).nodes
    let address = try #require(nodes.first { $0.id == "address" })
    try wizard.take(.click(Point(row: address.area.top + 1, column: address.area.left + 5)))
    #expect(wizard.state.memory.focus == "address")
    let cancel = try #require(nodes.first { $0.id == "cancel" })
    try wizard.take(.click(Point(row: cancel.area.top, column: cancel.area.left + 4)))
    #expect(wizard.state.visit.screen == "user-table")
  }
}
