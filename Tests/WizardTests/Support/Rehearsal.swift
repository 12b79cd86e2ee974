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

  /// The page that was kept for the frame is not the state's page.
  struct StalePage: Error {}

  var state: State {
    get { stage.state }
    set { stage.change { $0 = newValue } }
  }

  private var stage: Stage
  private(set) var runner: EffectRunner
  /// The effects that were the device's: bells, copies, the end.
  private(set) var deviceEffects: [Effect] = []
  private(set) var hasEnded = false

  /// Starts as the program does: with an open session, or with the list of sessions.
  init(
    session: OpenSession?, language: String = "en", size: Size = Size(width: 80, height: 24),
    sessionsFolder: String = "/nonexistent"
  ) throws {
    stage = Stage(Rehearsal.firstState(language: language, size: size))
    runner = EffectRunner(session: session, sessionsFolder: sessionsFolder)
    if let opened = runner.opened() { try answer(opened) }
    try perform(stage.begin())
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
    try perform(stage.reduce(.input(input)))
    guard stage.frame() == render(state) else { throw StalePage() }
    keepPlace()
  }

  /// Has the program look for the licensing helper below a folder, on a computer of this name.
  mutating func lookFor(helperBelow root: String, on host: String) {
    runner.here.root = root
    runner.here.host = host
    // Among all the tests at once it takes its time to be heard.
    runner.here.listLimit = 600_000
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
    try perform(stage.reduce(.answer(answer)))
  }

  /// Carries effects out and gives their answers to the reducer until none is left.
  mutating func perform(_ first: [Effect]) throws {
    let isDone = EffectRounds.run(first) { effect in
      carryOut(effect).map { stage.reduce(.answer($0)) } ?? []
    }
    guard isDone else { throw EndlessEffects() }
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
    let refusal = runner.keep(PlaceCoding.place(state))
    stage.isPlaceDirty = refusal != nil
  }
}
