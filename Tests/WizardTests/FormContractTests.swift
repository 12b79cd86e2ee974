import Canvas
import Migration
import Testing
import Widgets
import WizardTesting

@testable import Wizard

/// What holds on every page on which something is filled in, however the page stands.
@Suite("Every form")
struct FormContractTests {
  /// Every page that takes text and has a button that forgets it.
  static let forms = Situations.all.filter { situation in
    guard let state = try? situation.state("en"), state.work == nil else { return false }
    let targets = BuiltPage(state).targets
    return targets.contains(where: \.takesText) && targets.contains { $0.id == "cancel" }
  }

  /// Those of them on which answers are given, which would be lost with the page.
  static let answered = forms.filter { situation in
    (try? situation.state("en")).map { !BuiltPage($0).page.answers.isEmpty } ?? false
  }

  @Test("there are as many as people fill in")
  func some() {
    let screens = Set(Self.answered.map(\.screen))
    #expect(
      screens.isSuperset(of: [
        "setup", "invite-single", "invite-multiple", "user-page", "review-row", "group-users",
        "review-evidence", "product-form", "server-page", "keep-server", "set-aside",
        "propose-users", "paste-licences",
      ]))
  }

  @Test(
    "Enter in the last field presses the main button, whatever kind of field it is",
    arguments: forms)
  func lastField(_ situation: Situation) throws {
    var state = try situation.state("en")
    let built = BuiltPage(state)
    guard let main = built.pressedByDefault, let last = Self.lastField(built) else { return }
    guard last.kind != .editor else { return }
    _ = Focus.move(to: last.id, &state)
    state.notice = nil
    var pressed = state
    let byEnter = reduce(&state, .input(.key(.enter))).map(\.name)
    let byPress = Self.press(main, from: last.id, &pressed).map(\.name)
    #expect(byEnter == byPress)
    #expect(state.visits == pressed.visits)
    #expect(state.notice == pressed.notice)
    #expect(state.memory.hasTried == pressed.memory.hasTried)
    #expect(state.memory.focus == pressed.memory.focus)
  }

  @Test("the first button below the fields is not the one that forgets", arguments: forms)
  func firstButton(_ situation: Situation) throws {
    var state = try situation.state("en")
    let built = BuiltPage(state)
    let last = try #require(Self.lastField(built))
    _ = Focus.move(to: last.id, &state)
    let buttons = Set(built.targets.filter { $0.kind == .button }.map(\.id))
    for _ in 0..<200 where !buttons.contains(state.memory.focus) {
      let before = state.memory
      _ = reduce(&state, .input(.key(.down)))
      if state.memory == before { _ = reduce(&state, .input(.key(.tab))) }
    }
    #expect(buttons.contains(state.memory.focus))
    #expect(state.memory.focus != "cancel")
    #expect(built.targets.last { $0.kind == .button }?.id == "cancel")
  }

  @Test("Cancel asks before it forgets what was typed, and no is no", arguments: answered)
  func cancelAsks(_ situation: Situation) throws {
    for id in try Self.texts(situation) {
      var state = try Self.typed(in: id, situation)
      let form = state.visits
      let text = Self.text(id, state)
      _ = Focus.move(to: "cancel", &state)
      _ = reduce(&state, .input(.key(.enter)))
      #expect(state.visit.screen == "throw-away", "with something typed in \(id)")
      // Enter once more, as somebody does who did not look.
      _ = reduce(&state, .input(.key(.enter)))
      #expect(state.visits == form)
      #expect(Self.text(id, state) == text)
      #expect(state.memory.focus != "cancel")
    }
  }

  @Test("what is thrown away is gone, and nothing else", arguments: answered)
  func throwsAway(_ situation: Situation) throws {
    for id in try Self.texts(situation) {
      var state = try Self.typed(in: id, situation)
      let key = state.visit.key
      let count = state.visits.count
      _ = Focus.move(to: "cancel", &state)
      _ = reduce(&state, .input(.key(.enter)))
      _ = Focus.move(to: "throw-away", &state)
      let effects = reduce(&state, .input(.key(.enter)))
      #expect(state.memories[key]?.isTyped(id) != true, "of \(id)")
      #expect(state.visits.count == count - 1 || state.visit.screen == "leave")
      #expect(!effects.contains { if case .apply = $0 { true } else { false } })
    }
  }

  @Test("Cancel on a form as it came asks nothing", arguments: answered)
  func cancelAtOnce(_ situation: Situation) throws {
    var state = try situation.state("en")
    guard BuiltPage(state).firstAnswer(in: state.memory) == nil else { return }
    _ = Focus.move(to: "cancel", &state)
    _ = reduce(&state, .input(.key(.enter)))
    #expect(state.visit.screen != "throw-away")
  }

  @Test("Esc goes back and loses nothing of what was typed", arguments: answered)
  func escKeeps(_ situation: Situation) throws {
    for id in try Self.texts(situation) {
      var state = try Self.typed(in: id, situation)
      let form = state.visit
      let text = Self.text(id, state)
      guard state.visits.count > 1 else { continue }
      _ = reduce(&state, .input(.key(.escape)))
      #expect(state.visit != form)
      #expect(state.notice?.key == "typed-stays")
      _ = Navigation.visit(form, &state)
      // A document that is looked at anew is asked about anew.
      guard form.screen != "review-evidence" else { continue }
      #expect(Self.text(id, state) == text, "in \(id)")
    }
  }

  @Test(
    "the first field that holds a form back has the focus, and nothing is done", arguments: answered
  )
  func firstError(_ situation: Situation) throws {
    var state = try situation.state("en")
    let built = BuiltPage(state)
    let texts = built.targets.filter { $0.kind == .field && built.page.answers.contains($0.id) }
    // Which team a document is of is asked before its day.
    guard let main = built.pressedByDefault, let last = texts.last,
      situation.screen != "review-evidence"
    else { return }
    var wrong: String?
    for target in texts {
      guard let text = Self.wrongText(for: target.id) else { continue }
      state.memory.setText(target.id, text)
      if wrong == nil { wrong = target.id }
    }
    _ = Focus.move(to: last.id, &state)
    let effects = Focus.press(main, on: BuiltPage(state), &state)
    #expect(wrong != nil)
    #expect(state.memory.focus == wrong)
    #expect(state.notice?.key == "look-at-fields")
    #expect(effects.map(\.name) == ["bell"])
    // It is said beside the field too.
    _ = reduce(&state, .moment(state.moment))
    #expect(render(state).nodes.contains { $0.id == wrong && $0.isError })
  }

  @Test("a warning holds a form back once, so that it is seen, and no more than once")
  func warnings() throws {
    let setup = try #require(Self.forms.first { $0.screen == "setup" && $0.how.isEmpty })
    var state = try setup.state("en")
    state.memory.setText("organisation", "Brugman")
    let first = reduce(&state, .input(.key(.function(10))))
    #expect(first.map(\.name) == ["bell"])
    #expect(state.notice?.key == "look-at-warning")
    #expect(state.memory.focus == "team")
    let second = reduce(&state, .input(.key(.function(10))))
    #expect(second.map(\.name) == ["makeSession"])
  }

  /// Every field that is declared.
  private static let fields =
    PersonFields.all + SetupFields.all + ProductFields.all + EvidenceFields.all
    + HandOverFields.all + ServerFields.all + [ServerFields.reason, ServerFields.mailDomain]
    + ComputerFields.all

  /// A text that a field does not take; nil where it takes any.
  private static func wrongText(for id: String) -> String? {
    guard let field = fields.first(where: { $0.name == id }) else { return nil }
    return ["\u{1}", "=x", "x", ""].first { text in
      field.check(field.normalise(text)).contains(where: \.isError)
    }
  }

  // MARK: Parts

  private static func lastField(_ built: BuiltPage) -> Target? {
    built.targets.last { target in
      switch target.kind {
      case .field, .editor, .choice: true
      case .button, .tab, .rows, .reader, .item: false
      }
    }
  }

  private static func press(_ id: String, from field: String, _ state: inout State) -> [Effect] {
    let built = BuiltPage(state)
    var effects = Focus.press(id, on: built, &state)
    effects += reduce(&state, .moment(state.moment))
    return effects
  }

  /// The fields and boxes for answers of a page.
  private static func texts(_ situation: Situation) throws -> [String] {
    let built = BuiltPage(try situation.state("en"))
    return built.targets.filter { $0.takesText && built.page.answers.contains($0.id) }.map(\.id)
  }

  private static func typed(in id: String, _ situation: Situation) throws -> State {
    var state = try situation.state("en")
    _ = Focus.move(to: id, &state)
    _ = reduce(&state, .input(.key(.character("x"))))
    return state
  }

  private static func text(_ id: String, _ state: State) -> String {
    state.memory.editors[id]?.text ?? state.memory.text(id)
  }
}
