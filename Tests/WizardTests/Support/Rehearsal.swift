import Canvas
import Migration
import ScreenTexts
import SessionFile
import Wizard

@testable import overstap

/// The wizard without a terminal: the reducer, and effects carried out by the program's own runner.
struct Rehearsal {
  /// Effects of one input went on for longer than the program lets them.
  struct EndlessEffects: Error {}

  /// Rounds of effects after one input, as in the program's loop.
  static let mostRounds = 8

  var state: State
  private(set) var runner: EffectRunner
  /// The effects that were the device's: bells, copies, the end.
  private(set) var deviceEffects: [Effect] = []
  private(set) var hasEnded = false

  /// Starts as the program does: with an open session, or with the list of sessions.
  init(
    session: OpenSession?, language: String = "en", size: Size = Size(width: 80, height: 24),
    sessionsFolder: String = "/nonexistent"
  ) throws {
    state = Rehearsal.firstState(language: language, size: size)
    runner = EffectRunner(session: session, sessionsFolder: sessionsFolder)
    if let opened = runner.opened() { try answer(opened) }
    try perform(begin(&state))
  }

  /// The state of a start, at the moment of the fixtures.
  static func firstState(
    language: String, size: Size = Size(width: 80, height: 24), at moment: Moment = Rehearsal.now
  ) -> State {
    let catalogue = EmbeddedScreens.catalogue
    let languages = catalogue.languages.map { catalogue.texts(in: $0) }
    var state = State(
      moment: moment, size: size, languages: languages,
      language: languages.firstIndex { $0.language.code == language } ?? 0,
      first: Visit("sessions"))
    state.isLanguageChosen = true
    return state
  }

  static let now = Moment(day: Day(number: 20_832), minute: 642)

  /// Gives the wizard an input, carries out what follows, and keeps the place as a pause would.
  mutating func take(_ input: TerminalInput) throws {
    guard !hasEnded else { return }
    try perform(reduce(&state, .input(input)))
    keepPlace()
  }

  /// Presses keys one after another.
  mutating func press(_ keys: Key...) throws {
    for key in keys { try take(.key(key)) }
  }

  /// Types a text.
  mutating func type(_ text: String) throws {
    for scalar in text.unicodeScalars { try take(.key(.character(scalar))) }
  }

  /// Gives the wizard an answer as if an effect had brought it.
  mutating func answer(_ answer: Answer) throws {
    try perform(reduce(&state, .answer(answer)))
  }

  /// Carries effects out and gives their answers to the reducer until none is left.
  mutating func perform(_ first: [Effect]) throws {
    var effects = first
    for _ in 0..<Rehearsal.mostRounds where !effects.isEmpty {
      var next: [Effect] = []
      for effect in effects {
        if let answer = carryOut(effect) { next += reduce(&state, .answer(answer)) }
      }
      effects = next
    }
    guard effects.isEmpty else { throw EndlessEffects() }
  }

  private mutating func carryOut(_ effect: Effect) -> Answer? {
    switch effect {
    case .leave:
      hasEnded = true
      deviceEffects.append(effect)
    case .bell, .redraw, .suspend, .copy, .cancel: deviceEffects.append(effect)
    default:
      var progressed = state
      return runner.run(effect, at: state.moment) { progress in
        _ = reduce(&progressed, .answer(progress))
        return true
      }
    }
    return nil
  }

  private mutating func keepPlace() {
    guard state.isPlaceDirty else { return }
    state.isPlaceDirty = !runner.keep(PlaceCoding.place(state))
  }
}
