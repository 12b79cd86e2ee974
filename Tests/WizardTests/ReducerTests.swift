import Canvas
import Migration
import Seeds
import Testing
import Widgets
import WizardTesting

@testable import Wizard
@testable import overstap

@Suite("What happens everywhere")
struct ReducerTests {
  @Test("undo and redo say what they did")
  func undoWords() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-table")
    try wizard.press(.character("d"))
    #expect(wizard.state.notice == Notice(.done, "done-remove-users", Self.counts(1)))
    try wizard.press(.character("u"))
    #expect(wizard.state.notice == Notice(.done, "undone-remove-users", Self.counts(1)))
    try wizard.press(.character("U"))
    #expect(wizard.state.notice == Notice(.done, "redone-remove-users", Self.counts(1)))
    try wizard.press(.down)
    #expect(wizard.state.notice == nil)
  }

  private static func counts(_ count: Int) -> [String: String] {
    ["count": String(count), "updated": "0", "unchanged": "0", "seats": "0", "others": "0"]
  }

  @Test("Ctrl-Z takes back what was done, also from a field")
  func controlZ() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("invite-single")
    try wizard.press(.control("z"))
    #expect(wizard.state.notice?.key == "undone-hand-over")
    try wizard.press(.control("y"))
    #expect(wizard.state.notice?.key == "redone-hand-over")
  }

  @Test("with nothing to undo, a sentence says so")
  func nothingToUndo() throws {
    var wizard = try Rehearsal.start("en")
    try wizard.press(.character("u"))
    #expect(wizard.state.notice == Notice(.problem, "nothing-to-undo"))
    #expect(wizard.deviceEffects.map(\.name) == ["bell"])
  }

  @Test("hidden names are seen again with the same key, on every screen")
  func mask() throws {
    for situation in Situations.all {
      var state = try situation.state("en")
      guard state.work == nil else { continue }
      _ = reduce(&state, .input(.key(.function(6))))
      #expect(state.look.isMasked, "\(situation.testDescription)")
      _ = reduce(&state, .input(.key(.function(6))))
      #expect(!state.look.isMasked, "\(situation.testDescription)")
    }
  }

  @Test("the language changes on the spot and leaves everything where it is")
  func language() throws {
    for situation in Situations.all {
      let before = try situation.state("en")
      guard before.work == nil else { continue }
      var state = before
      _ = reduce(&state, .input(.key(.function(7))))
      #expect(state.languages[state.language].language.code == "nl")
      #expect(state.visits == before.visits)
      #expect(state.memory.focus == before.memory.focus, "\(situation.testDescription)")
      #expect(state.memory.inputs == before.memory.inputs)
    }
  }

  @Test("the migration's own language is taken unless one was asked for")
  func ownLanguage() throws {
    for isChosen in [false, true] {
      var state = Rehearsal.firstState(language: "en")
      state.isLanguageChosen = isChosen
      var summary = Summary()
      summary.setup = Setup(organisation: "Brugman", language: "nl")
      _ = reduce(&state, .answer(.opened(SessionInfo(), summary, Place())))
      #expect(state.languages[state.language].language.code == (isChosen ? "en" : "nl"))
      #expect(state.visit.screen == "overview")
    }
  }

  @Test(
    "a palette in Dutch goes where its letters say, by name and by number",
    arguments: ["gebruikers (", "GEBRUIKERS (", "scherm 1.1", " 1.1"])
  func palette(_ typed: String) throws {
    var wizard = try Rehearsal.small("nl")
    try wizard.press(.control("p"))
    try wizard.type(typed)
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "user-table")
  }

  @Test("a command of the palette is carried out on the screen behind it")
  func paletteCommand() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-table")
    try wizard.press(.control("p"))
    try wizard.type("hide or show")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "user-table")
    #expect(wizard.state.look.isMasked)
  }

  @Test("the palette is empty each time it opens")
  func paletteForgets() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.press(.control("p"))
    try wizard.type("users")
    try wizard.press(.escape, .control("p"))
    #expect(wizard.state.memory.text("wanted") == "")
  }

  @Test(
    "the number of a screen in the palette goes to just that screen",
    arguments: ["0", "1", "2", "5", "1.1", "screen 5.1"])
  func paletteNumber(_ typed: String) throws {
    var wizard = try Rehearsal.small("en")
    try wizard.press(.control("p"))
    try wizard.type(typed)
    try wizard.press(.enter)
    let number = typed.split(separator: " ").last.map(String.init)
    #expect(Flow.entry(wizard.state.visit.screen).number == number)
  }

  @Test(
    "F10 presses the main button of a table's page, or says that there is none",
    arguments: [
      ("user-table", "hand-over-users"), ("prove-users", "add-file"),
      ("servers", "add-licences"),
    ])
  func mainButton(_ screen: String, _ next: String) throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump(screen)
    try wizard.press(.function(10))
    #expect(wizard.state.visit.screen == next)
    try wizard.jump("journal")
    try wizard.press(.control("g"))
    #expect(wizard.state.notice == Notice(.problem, "no-main-button"))
  }

  @Test("a wizard that may only read offers no undo, and counts what another one wrote")
  func onlyReading() throws {
    let path = try TemporaryFile.write("", as: "a.overstap")
    defer { TemporaryFile.remove(path) }
    let writer = try OpenSession.open(path: path, at: Fixtures.now)
    try Fixtures.fillSmallOrganisation(writer.file, language: "en")
    let reader = try OpenSession.open(path: path, at: Fixtures.now)
    var wizard = try Rehearsal(session: reader)
    #expect(wizard.state.session.readOnly != nil)
    try wizard.press(.control("c"))
    #expect(!Chrome.page(wizard.state).keys.contains { $0.key == "u" })
    try wizard.press(.escape)
    let details = UserDetails(firstName: "Ann", lastName: "Oud", address: "ann@example.com")
    _ = try writer.file.apply(.createUsers(.addUser(details, .typed)), at: Fixtures.now)
    try wizard.jump("user-table")
    let total = try writer.file.summary().userFunnel.total
    #expect(wizard.state.createUsers.users.window.total == total)
    #expect(wizard.state.summary.userFunnel.total == total)
  }

  @Test("more lines than one are refused with what helps on that page")
  func linesInField() throws {
    for (screen, key) in [("invite-single", "paste-several"), ("setup", "paste-too-long")] {
      var wizard = try Rehearsal.small("en")
      try wizard.jump(screen)
      try wizard.take(.paste("a\nb"))
      #expect(wizard.state.notice?.key == key)
    }
  }

  @Test("a date that cannot be is said when its field is left")
  func wrongDate() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("setup")
    try wizard.fill("start-date", "31-02-2027")
    #expect(!render(wizard.state).nodes.contains { $0.isError })
    try wizard.press(.tab)
    #expect(render(wizard.state).nodes.contains { $0.id == "start-date" && $0.isError })
  }

  @Test("a message of two lines leaves the keys where they are")
  func longMessage() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-table")
    let keys = try #require(render(wizard.state).text.split(separator: "\n").last)
    try wizard.press(.character("d"))
    try wizard.take(.resized(Size(width: 60, height: 20)))
    let rows = render(wizard.state).text.split(separator: "\n")
    #expect(rows.suffix(3).first?.contains("1 person out of the list.") == true)
    #expect(rows.last?.contains("? help") == true)
    #expect(keys.contains("? help"))
  }

  @Test("the way back stands once among the keys, and an empty table has none of its own")
  func keysOnce() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.take(.resized(Size(width: 132, height: 43)))
    try wizard.jump("user-table")
    try wizard.press(.character("/"))
    try wizard.type("no such person")
    #expect(Chrome.page(wizard.state).keys.count { $0.key == "Esc" } == 1)
    try wizard.focus("users")
    #expect(!Chrome.page(wizard.state).keys.contains { $0.key == "Enter" })
  }

  @Test("while a long work goes on, keys do nothing but stop it")
  func work() throws {
    var state = try Rehearsal.small("en").state
    state.work = LongWork(.takingOver, total: 10)
    let before = state.visits
    #expect(reduce(&state, .input(.key(.character("q")))).isEmpty)
    #expect(reduce(&state, .input(.paste("q\n"))).isEmpty)
    #expect(reduce(&state, .input(.click(Point(row: 10, column: 4)))).isEmpty)
    #expect(reduce(&state, .input(.key(.escape))).map(\.name) == ["cancel"])
    state.work?.canCancel = false
    #expect(reduce(&state, .input(.key(.escape))).isEmpty)
    #expect(state.visits == before)
    _ = reduce(&state, .answer(.cancelled))
    #expect(state.work == nil)
    #expect(state.notice?.key == "cancelled")
  }

  @Test("progress is shown and never ends the work")
  func progress() throws {
    var state = try Rehearsal.small("en").state
    state.work = LongWork(.takingOver, total: 10)
    _ = reduce(&state, .answer(.progress(done: 4, total: 10)))
    #expect(state.work?.done == 4)
    #expect(render(state).text.contains("4 of 10"))
  }

  @Test(
    "a lost terminal and a request to end leave at once",
    arguments: [TerminalInput.lost, .terminate])
  func lost(_ input: TerminalInput) throws {
    var state = try Rehearsal.small("en").state
    #expect(reduce(&state, .input(input)).map(\.name) == ["leave"])
  }

  @Test("Ctrl-C asks once and leaves when it is pressed again")
  func leave() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.press(.control("c"))
    #expect(!wizard.hasEnded)
    try wizard.press(.control("c"))
    #expect(wizard.hasEnded)
  }

  @Test("after a stop in the shell everything is painted anew")
  func resumed() throws {
    var state = try Rehearsal.small("en").state
    #expect(reduce(&state, .input(.resumed)).map(\.name) == ["redraw"])
  }

  @Test("a migration that is open for reading only refuses every change in words")
  func readOnly() throws {
    let tries: [(screen: String, argument: String, keys: [Key])] = [
      ("user-table", "", [.character("d")]), ("user-table", "", [.character("n")]),
      ("user-table", "", [.character("g")]), ("user-page", "1", [.function(10)]),
      ("hand-over-users", "", [.function(10)]), ("hand-over", "3", [.function(10)]),
      ("group-users", "", [.character("A"), .function(10)]),
      ("state-informed", "", [.tab, .enter]), ("by-product", "", [.character("d")]),
      ("overview", "", [.character("u")]), ("overview", "", [.character("b")]),
    ]
    for attempt in tries {
      var wizard = try Rehearsal.small("en")
      try wizard.jump(attempt.screen, attempt.argument)
      wizard.state.session.readOnly = .notWritable
      let before = wizard.state.summary
      for key in attempt.keys { try wizard.press(key) }
      #expect(wizard.state.notice?.key == "read-only", "\(attempt)")
      #expect(wizard.state.summary == before, "\(attempt)")
      #expect(wizard.deviceEffects.map(\.name).contains("bell"), "\(attempt)")
    }
  }

  @Test("what a read-only migration refuses has not half happened: the cursor stays where it was")
  func refusedWhole() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-table")
    try wizard.press(.down, .down, .enter)
    try wizard.fill("first-name", "Zoe")
    wizard.state.session.readOnly = .notWritable
    let before = wizard.state.memory
    try wizard.press(.function(10))
    #expect(wizard.state.notice?.key == "read-only")
    #expect(wizard.state.memory == before)
  }

  @Test("a migration that is opened has nothing left of the one before")
  func openedAnew() throws {
    let told: Set<String> = ["session", "summary", "visits", "memories"]
    func seen(_ migration: OpenMigration) -> [String] {
      Mirror(reflecting: migration).children.filter { !told.contains($0.label ?? "") }
        .map { "\($0.label ?? ""): \($0.value)" }
    }
    let reviews = ["review-users", "review-evidence", "review-licences", "seat-differences"]
    for name in reviews + ["journal", "user-page", "product-page", "prove-users"] {
      let situation = try #require(Situations.all.first { $0.screen == name })
      var state = try situation.state("en")
      let nothing = OpenMigration(at: Visit("overview"))
      #expect(seen(state.migration) != seen(nothing), "\(name)")
      _ = reduce(&state, .answer(.opened(state.session, state.summary, Place())))
      #expect(seen(state.migration) == seen(nothing), "\(name)")
      #expect(state.visits == [Visit("overview")])
      #expect(state.memories.keys.allSatisfy { $0 == "overview" })
    }
  }

  @Test("a read-only migration writes no files and starts no long change from any button")
  func readOnlyButtons() throws {
    for situation in Situations.all {
      var state = try situation.state("en")
      guard state.work == nil, state.summary.setup != nil else { continue }
      state.session.readOnly = .notWritable
      for target in Chrome.page(state).targets where target.kind == .button {
        var pressed = state
        _ = Focus.move(to: target.id, &pressed)
        let writing = reduce(&pressed, .input(.key(.enter))).filter(\.writes).map(\.name)
        #expect(writing == [], "\(target.id) on \(situation.testDescription)")
      }
    }
  }

  @Test("the hand-over says from when the subscription runs, and what that means before")
  func gate() throws {
    let situation = try #require(
      Situations.all.first { $0.how == "for a system administrator before the start" })
    let text = render(try situation.state("en")).text
    #expect(text.contains("The subscription begins on 1 Jan 2027."))
    #expect(text.contains("Your role cannot invite."))
  }

  @Test("names are not copied while they are hidden")
  func copyMasked() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("hand-over", "3")
    try wizard.press(.character("c"))
    #expect(wizard.deviceEffects.map(\.name) == ["copy"])
    try wizard.press(.character("m"), .character("c"))
    #expect(wizard.deviceEffects.map(\.name) == ["copy", "bell"])
    #expect(wizard.state.notice?.key == "copy-masked")
  }

  @Test("a new minute changes the moment and nothing else")
  func moment() throws {
    var state = try Rehearsal.small("en").state
    let before = state
    let later = Moment(day: before.moment.day + 1, minute: 3)
    #expect(reduce(&state, .moment(later)).isEmpty)
    #expect(state.moment == later)
    #expect(state.visits == before.visits)
    #expect(state.summary == before.summary)
  }

  @Test("no sequence of keys brings it out of step", arguments: 0..<8)
  func anyKeys(_ seed: UInt64) throws {
    let keys: [Key] = [
      .tab, .backTab, .enter, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .backspace, .delete, .insert, .function(1), .function(3), .function(5), .function(6),
      .function(7), .function(10), .control("p"), .control("z"), .control("y"), .control("u"),
      .character(" "), .character("a"), .character("n"), .character("g"), .character("s"),
      .character("S"), .character("/"), .character("o"), .character("J"), .character("?"),
      .character("t"), .character("w"), .character("@"), .character("."),
    ]
    var random = SeededGenerator(seed: seed)
    var wizard = try Rehearsal.small(seed % 2 == 0 ? "nl" : "en")
    for _ in 0..<200 {
      let key = keys[Int(random.next() % UInt64(keys.count))]
      // Nothing is to be written into a real folder.
      if key == .enter || key == .function(10), wizard.state.visit.screen == "hand-over-users" {
        continue
      }
      try wizard.press(key)
      guard !wizard.hasEnded else { return }
      let found = FrameCheck(wizard.state).atAnySize()
      #expect(found == [], "on \(wizard.state.visit.key)")
      guard found == [] else { return }
    }
  }
}

extension Effect {
  /// The effect's name, without its step and what it is about.
  var name: String {
    switch self {
    case .createUsers(let effect): Self.name(effect)
    case .assignProducts(let effect): Self.name(effect)
    case .switchDevices(let effect): Self.name(effect)
    case .retireServers(let effect): Self.name(effect)
    default: Self.name(self)
    }
  }

  private static func name(_ effect: Any) -> String {
    Mirror(reflecting: effect).children.first?.label ?? "\(effect)"
  }
}
