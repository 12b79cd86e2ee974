import Canvas
import Migration
import SessionFile
import Testing
import Widgets
import WizardTesting

@testable import Wizard
@testable import overstap

/// A screen at a moment that the tests look at: which screen, and how things stand.
struct Situation: Sendable, CustomTestStringConvertible {
  /// Which screen.
  let screen: String
  /// How things stand; empty for the way in which the screen is mostly seen.
  let how: String
  private let build: @Sendable (String) throws -> State

  init(
    _ screen: String, _ how: String = "",
    build: @escaping @Sendable (_ language: String) throws -> State
  ) {
    self.screen = screen
    self.how = how
    self.build = build
  }

  var testDescription: String { how.isEmpty ? screen : "\(screen), \(how)" }

  /// The state in a language, at 80x24, in Unicode, with names seen.
  func state(_ language: String) throws -> State {
    var state = try build(language)
    // What differs from run to run is named as on an admin's own machine.
    if !state.session.path.isEmpty || state.session.isDemo, how != "in the demonstration" {
      state.session.isDemo = false
      state.session.path = "/home/jan/.local/share/overstap/brugman-ingenieurs.overstap"
      state.session.handOverFolder = "/home/jan/Downloads"
    }
    return state
  }
}

extension Rehearsal {
  /// The wizard with the small organisation open, kept in memory.
  static func small(_ language: String) throws -> Rehearsal {
    try organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: language)
    }
  }

  /// The wizard with an organisation of nobody open, kept in memory.
  static func empty(_ language: String) throws -> Rehearsal {
    try organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillEmptyOrganisation(file, language: language)
    }
  }

  /// The wizard with a session in memory that is filled before it opens.
  static func organisation(
    _ language: String, _ fill: (SessionFile) throws(ChangeRefusal) -> Void
  ) throws -> Rehearsal {
    let session = try OpenSession.demonstration()
    try fill(session.file)
    var rehearsal = try Rehearsal(session: session, language: language)
    rehearsal.state.session.handOverFolder = "/home/jan/Downloads"
    return rehearsal
  }

  /// The wizard before any session is open.
  static func start(_ language: String) throws -> Rehearsal {
    try Rehearsal(session: nil, language: language)
  }

  /// Goes to a screen as somebody who jumps there.
  mutating func jump(_ screen: String, _ argument: String = "") throws {
    try perform(Navigation.jump(to: Visit(screen, argument), &state))
    _ = reduce(&state, .moment(state.moment))
  }

  /// Moves the focus to a target of the page.
  mutating func focus(_ id: String) throws {
    try perform(Focus.move(to: id, &state))
  }

  /// Gives a field a text as if it had been typed.
  mutating func fill(_ id: String, _ text: String) throws {
    try focus(id)
    state.memory.setText(id, "")
    try type(text)
  }
}
