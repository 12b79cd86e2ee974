import Canvas
import Migration
import Testing
import Widgets
import WizardTesting

@testable import Wizard

/// Nothing chosen is nobody: no picker takes the first row because it is the first.
@Suite("Every picker")
struct PickerTests {
  /// Every page with a table of rows to choose from and a button that does something with them.
  static let pickers = Situations.all.filter { situation in
    [
      "couple-login", "assign-type", "assign-pick", "assign-list", "user-products", "product-page",
      "seat-queue", "go-to",
    ].contains(situation.screen)
  }

  @Test(
    "does nothing while nobody put the cursor on a row and nothing was typed", arguments: pickers)
  func nobody(_ situation: Situation) throws {
    var state = try situation.state("en")
    for id in state.memory.tables.keys { state.memory.tables[id] = nil }
    for id in state.memory.inputs.keys { state.memory.inputs[id] = nil }
    let built = BuiltPage(state)
    let rows = built.targets.filter { if case .rows = $0.kind { true } else { false } }.map(\.id)
    let visits = state.visits
    let others: Set<String> = ["cancel", "nobody", "person", "add", "known", "assign", "queue"]
    let buttons = built.targets.filter { $0.kind == .button && !others.contains($0.id) }.map(\.id)
    let main = built.pressedByDefault.map { [$0] } ?? []
    let isAssigning = situation.screen != "product-page"
    for id in buttons + main + (isAssigning ? built.mainButton.map { [$0] } ?? [] : []) {
      var pressed = state
      guard let first = built.targets.first(where: { $0.takesText })?.id ?? buttons.first else {
        continue
      }
      pressed.memory.focus = first
      let effects = Focus.press(id, on: BuiltPage(pressed), &pressed)
      #expect(
        pressed.visits == visits || pressed.memory[AssignType.Note.self].isNew, "\(id) of \(rows)")
      #expect(!effects.contains { if case .apply = $0 { true } else { false } }, "\(id) of \(rows)")
    }
  }

  @Test("5.10: k and Enter couple the login to nobody, nor does another Enter")
  func coupleNobody() throws {
    let situation = try #require(Situations.all.first { $0.screen == "couple-login" })
    var state = try situation.state("en")
    state.memory.inputs["wanted"] = nil
    state.memory.focus = "wanted"
    for key in [Key.enter, .enter, .function(10), .enter] {
      let effects = reduce(&state, .input(.key(key)))
      #expect(!effects.contains { if case .apply = $0 { true } else { false } })
      #expect(state.visit.screen == "couple-login")
    }
    #expect(state.notice?.key == "type-letters")
  }

  @Test("2.5: with nobody chosen it says no number and assigns nobody")
  func assignNobody() throws {
    let situation = try #require(
      Situations.all.first { $0.screen == "assign-pick" && $0.how == "" })
    var state = try situation.state("en")
    state.memory.tables["candidates"]?.chosen = []
    #expect(BuiltPage(state).page.label(ofButton: "assign") == "Assign users")
    let effects = reduce(&state, .input(.key(.function(10))))
    #expect(!effects.contains { if case .apply = $0 { true } else { false } })
    #expect(state.notice?.key == "nothing-chosen")
    // Whom Space chooses is meant.
    _ = reduce(&state, .input(.key(.character(" "))))
    #expect(BuiltPage(state).page.label(ofButton: "assign") == "Assign 1 user")
    let chosen = reduce(&state, .input(.key(.function(10))))
    #expect(chosen.contains { if case .apply = $0 { true } else { false } })
  }

  @Test("1.1: a key of the list does nothing to the first row while the focus is elsewhere")
  func listNobody() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-table")
    let before = wizard.state.summary.userFunnel.total
    try wizard.focus("invite")
    try wizard.press(.character("d"))
    #expect(wizard.state.summary.userFunnel.total == before)
    #expect(wizard.state.notice?.key == "nothing-chosen")
    #expect(wizard.state.memory.focus == "users")
  }
}
