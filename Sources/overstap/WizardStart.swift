import ArgumentParser
import Canvas
import Migration
import ScreenTexts
import SessionFile
import Terminal
import Wizard

/// What the wizard is started with, however it was said.
struct WizardStart: Equatable {
  /// The session's file; nil for the list of sessions.
  var file: String?
  /// Whether it is the demonstration.
  var isDemo = false
  /// The language's code; nil for the environment's.
  var language: String?
  var isASCII = false
  /// The theme's name; nil for the one that suits the terminal.
  var theme: String?
  var isMasked = false
  var isPlain = false
  var usesMouse = false
  /// A folder with words; nil for the program's own.
  var screens: String?

  /// The start for the plainest calls, without the argument parser, whose reflection takes more time
  /// than opening a session; nil for everything that needs its care. A test holds both to the same.
  init?(plainly arguments: [String], commands: [String]) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--demo": isDemo = true
      case "--ascii": isASCII = true
      case "--mask": isMasked = true
      case "--lang":
        guard language == nil, let code = rest.popFirst(), !code.hasPrefix("-") else { return nil }
        language = code
      default:
        guard file == nil, !word.isEmpty, !word.hasPrefix("-"), !commands.contains(word) else {
          return nil
        }
        file = word
      }
    }
    if isDemo, file != nil { return nil }
  }

  /// Makes a start from nothing said.
  init() {}

  /// Runs the wizard until the person leaves it.
  func run() throws {
    let catalogue = try catalogue()
    let chosen = try spokenLanguage(in: catalogue)
    let moment = WallClock.moment()
    let capabilities = Capabilities.probe()
    let isPlain = isPlain || capabilities.obstacle == .tooSimple
    if !isPlain { try demandTerminal(capabilities) }
    let emptyFile = emptyFile
    let (session, question) =
      try emptyFile == nil ? session(at: moment, language: chosen.code) : (nil, nil)
    let languages = catalogue.languages.map { catalogue.texts(in: $0) }
    var state = State(
      moment: moment, size: capabilities.size,
      look: Look(
        isASCII: isASCII || !capabilities.isUTF8, isMasked: isMasked || Self.isMaskedByEnvironment,
        isHeard: isPlain),
      languages: languages, language: languages.firstIndex { $0.language == chosen } ?? 0,
      first: Visit(Flow.first))
    state.emptyFile = emptyFile
    state.isLanguageChosen = language != nil
    state.journalQuestion = question
    let runner = EffectRunner(session: session)
    isPlain
      ? runPlain(state, runner, capabilities) : try runFullScreen(state, runner, capabilities)
  }

  /// Whether names are hidden in every wizard of whoever calls.
  private static var isMaskedByEnvironment: Bool {
    AdminPath.environment("OVERSTAP_MASK").map { $0 != "0" } ?? false
  }

  /// The file that was named, if it holds nothing and no wizard made it: it may be somebody's.
  private var emptyFile: String? {
    guard let file, SessionFile.isEmptyFileOfOthers(AdminPath.system(file)) else { return nil }
    return AdminPath.shown(AdminPath.system(file))
  }

  private func runFullScreen(
    _ state: State, _ runner: EffectRunner, _ capabilities: Capabilities
  ) throws {
    do {
      let device = try CursesDevice(
        theme: theme.map { Theme.choice(named: $0, on: capabilities) }, usesMouse: usesMouse)
      var state = state
      state.size = device.size
      var runtime = Runtime(state: state, device: device, runner: runner)
      runtime.run()
    } catch {
      Output.problem("no-terminal")
      throw ExitStatus.usage.code
    }
  }

  private func runPlain(
    _ state: State, _ runner: EffectRunner, _ capabilities: Capabilities
  ) {
    let device = LineDevice(
      languages: state.languages, isASCII: state.look.isASCII, capabilities: capabilities)
    var state = state
    state.size = device.size
    // The words are put into ASCII when they are said, behind the signs that set their parts apart.
    state.look.isASCII = false
    var runtime = Runtime(state: state, device: device, runner: runner)
    runtime.run()
  }

  private func demandTerminal(_ capabilities: Capabilities) throws {
    guard let obstacle = capabilities.obstacle else { return }
    if obstacle == .unknownTerminal {
      Output.problem("terminal-unknown", ["name": AdminPath.environment("TERM") ?? ""])
    } else {
      Output.problem("no-terminal")
    }
    throw ExitStatus.usage.code
  }

  /// The session that is asked for, or what has to be decided before it can be opened.
  private func session(
    at moment: Moment, language: String
  ) throws -> (OpenSession?, JournalQuestion?) {
    do {
      if isDemo {
        let session = try OpenSession.demonstration()
        try Demonstration.fill(session.file, language: language, at: moment)
        return (session, nil)
      }
      guard let file else { return (nil, nil) }
      return (try OpenSession.open(path: AdminPath.system(file), at: moment), nil)
    } catch SessionOpenError.strayJournal(let journal) {
      return (
        nil, OpenFailure.question(journal, path: AdminPath.shown(AdminPath.system(file ?? "")))
      )
    } catch let error as SessionOpenError {
      OpenFailure.say(error, path: file ?? "")
      throw ExitStatus(error).code
    }
  }

  private func catalogue() throws -> TextCatalogue {
    guard let screens else { return EmbeddedScreens.catalogue }
    do {
      return try EmbeddedScreens.catalogue.overlaid(withFolder: AdminPath.system(screens))
    } catch {
      let isMissing = if case .unreadable = error.reason { true } else { false }
      Output.problem(
        isMissing ? "screens-missing" : "screens-wrong",
        ["file": error.file, "line": String(error.line), "reason": "\(error.reason)"])
      throw (isMissing ? ExitStatus.noFile : .badData).code
    }
  }

  private func spokenLanguage(in catalogue: TextCatalogue) throws -> Language {
    guard let language else { return SpokenLanguage.fromEnvironment() }
    guard let known = SpokenLanguage.named(language, in: catalogue) else {
      Output.problem("language-unknown", ["language": language])
      throw ExitStatus.usage.code
    }
    return known
  }
}
