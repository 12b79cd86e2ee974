import Canvas
import ScreenTexts
import Testing
import Widgets
import WizardTesting

@testable import Wizard

@Suite("The table of commands")
struct CommandTests {
  @Test("every command is in the table once, and so is whatever a screen offers")
  func complete() throws {
    #expect(Set(Command.all.map(\.id)).count == Command.all.count)
    #expect(Set(Command.all.map(\.id.name)).count == Command.all.count)
    for situation in Situations.all {
      let offers = Flow.screen(situation.screen).commands(Scene(try situation.state("en")))
      for offer in offers { #expect(Command.with(offer.command) != nil, "\(offer.command)") }
    }
  }

  @Test("a command that is there to change the migration is held back where it may only be read")
  func writing() throws {
    for situation in Situations.all {
      var state = try situation.state("en")
      state.session.readOnly = .notWritable
      for offer in Flow.screen(situation.screen).offers(Scene(state)) {
        guard Command.with(offer.command)?.writes == true else { continue }
        #expect(offer.reason == .readOnly, "\(offer.command) on \(situation)")
      }
    }
  }

  @Test("no two commands that can be given together share a key")
  func shared() throws {
    let together = try Situations.all.map { situation in
      Set(Flow.screen(situation.screen).commands(Scene(try situation.state("en"))).map(\.command))
    }
    for (place, one) in Command.all.enumerated() {
      for other in Command.all[(place + 1)...] {
        let keys = Set(one.keys).intersection(other.keys)
        guard !keys.isEmpty else { continue }
        let mayMeet =
          one.scope == .everywhere || other.scope == .everywhere
          || together.contains { $0.isSuperset(of: [one.id, other.id]) }
        #expect(!mayMeet, "\(one.id) and \(other.id) share \(keys)")
      }
    }
  }

  @Test("every command can be given without function keys", arguments: Command.all.map(\.id))
  func letters(_ id: Command.ID) throws {
    let command = try #require(Command.with(id))
    let isByLetter = command.keys.contains { key in
      if case .function = key { false } else { true }
    }
    var palette = try Rehearsal.small("en")
    try palette.press(.control("p"))
    try palette.take(.resized(Size(width: 80, height: 100)))
    let words = EmbeddedScreens.catalogue.texts(in: .en).text("keys", "help.\(id.name)")
    #expect(isByLetter || render(palette.state).text.contains(words))
  }

  @Test("every key is one that terminals deliver, and that nothing in between keeps for itself")
  func deliverable() {
    // Ctrl with H, I, J, M and [ are other keys; Ctrl-S and Ctrl-Q stop and go on with the output.
    let otherKeys = Set("hijm[sq".unicodeScalars)
    for command in Command.all {
      for key in command.keys {
        switch key {
        case .control(let scalar):
          #expect(("a"..."z").contains(scalar) && !otherKeys.contains(scalar), "\(command.id)")
        case .function(let number): #expect((1...12).contains(number), "\(command.id)")
        // Alt cannot be told from Escape and a letter on a slow line.
        case .alt: Issue.record("\(command.id) has an Alt key")
        case .character(let scalar): #expect(scalar.isASCII, "\(command.id)")
        default: break
        }
      }
    }
    // Screen and tmux keep Ctrl-A and Ctrl-B; whatever has one of them has another key beside it.
    for command in Command.all
    where command.keys.contains(.control("a")) || command.keys.contains(.control("b")) {
      #expect(command.keys.count > 1, "\(command.id)")
    }
  }

  @Test("no letter of a command is used up by what has the focus")
  func notUsedUp() throws {
    for situation in Situations.all {
      let state = try situation.state("en")
      guard state.work == nil else { continue }
      let built = BuiltPage(state)
      let offered = Flow.screen(situation.screen).commands(Scene(state)).map(\.command)
      for target in built.targets where !target.takesText {
        for id in offered {
          guard let key = Command.with(id)?.keys.first, key != .enter else { continue }
          var focused = state
          _ = Focus.move(to: target.id, &focused)
          let isUsedUp = Focus.reduce(key, target, on: built, &focused) != nil
          #expect(!isUsedUp || key == .character(" "), "\(id) with the focus on \(target.id)")
        }
      }
    }
  }

  @Test("a letter that goes into a field is no command", arguments: Command.all.flatMap(\.keys))
  func letterInField(_ key: Key) throws {
    guard case .character(let scalar) = key else { return }
    var wizard = try Rehearsal.small("en")
    try wizard.jump("invite-single")
    let before = wizard.state
    try wizard.press(key)
    #expect(wizard.state.visit == before.visit)
    #expect(wizard.state.look == before.look)
    #expect(wizard.state.language == before.language)
    #expect(wizard.state.memory.text("first-name") == String(Character(scalar)))
  }

  @Test("the last row names the commands that the screen has, the first of them always")
  func footer() throws {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("user-table")
    let keys = render(wizard.state).rows[23]
    #expect(keys.contains("n new"))
    #expect(keys.contains("/ filter"))
    #expect(keys.contains("? help"))
    #expect(keys.contains("Esc back"))
  }
}
