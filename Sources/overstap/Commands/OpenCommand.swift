import ArgumentParser
import Canvas
import Glibc
import Migration
import ScreenTexts
import SessionFile
import Terminal
import Wizard

/// `overstap [FILE]`: the wizard.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens the wizard (this is what happens without a command).")

  @Argument(help: "The session's file; made when there is none. Without one: the list of sessions.")
  var file: String?

  @Flag(help: "A complete little organisation in memory; nothing is kept.")
  var demo = false

  @Option(help: "The language of the screens: nl, en, or one from --screens.")
  var lang: String?

  @Flag(help: "Only ASCII characters.")
  var ascii = false

  @Option(help: "Colours: standard, contrast or mono.")
  var theme: String?

  @Flag(help: "Names hidden from the start.")
  var mask = false

  @Flag(help: "Lines of text instead of a full screen: for screen readers and serial lines.")
  var plain = false

  @Flag(help: "Clicks choose and press; the terminal's own selecting needs Shift then.")
  var mouse = false

  @Option(help: "A folder with words: another language, or other words for some screens.")
  var screens: String?

  func validate() throws {
    if let theme, !Theme.all.contains(where: { $0.name == theme }) {
      throw ValidationError("--theme is one of \(Theme.all.map(\.name).joined(separator: ", ")).")
    }
    if demo, file != nil { throw ValidationError("--demo has no file: it is kept in memory.") }
  }

  func run() throws {
    let catalogue = try catalogue()
    let chosen = try language(in: catalogue)
    let moment = WallClock.moment()
    let capabilities = Capabilities.probe()
    let isPlain = plain || capabilities.obstacle == .tooSimple
    if !isPlain { try demandTerminal(capabilities) }
    let session = try session(at: moment, language: chosen.code)
    let languages = catalogue.languages.map { catalogue.texts(in: $0) }
    var state = State(
      moment: moment, size: capabilities.size,
      look: Look(isASCII: ascii || !capabilities.isUTF8, isMasked: mask), languages: languages,
      language: languages.firstIndex { $0.language == chosen } ?? 0, first: Visit("sessions"))
    state.isLanguageChosen = lang != nil
    try run(state, EffectRunner(session: session), isPlain: isPlain, capabilities)
  }

  private func run(
    _ state: State, _ runner: EffectRunner, isPlain: Bool, _ capabilities: Capabilities
  ) throws {
    if isPlain { return runPlain(state, runner, capabilities) }
    do {
      let device = try CursesDevice(
        theme: theme.map { Theme.choice(named: $0, on: capabilities) }, usesMouse: mouse)
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
    // The words are put into ASCII when they are said, since the marks among them are read first.
    state.look.isASCII = false
    var runtime = Runtime(state: state, device: device, runner: runner)
    runtime.run()
  }

  private func demandTerminal(_ capabilities: Capabilities) throws {
    guard let obstacle = capabilities.obstacle else { return }
    if obstacle == .unknownTerminal {
      Output.problem(
        "terminal-unknown", ["name": AdminPath.environment("TERM") ?? ""])
    } else {
      Output.problem("no-terminal")
    }
    throw ExitStatus.usage.code
  }

  private func session(at moment: Moment, language: String) throws -> OpenSession? {
    do {
      if demo {
        let session = try OpenSession.demonstration()
        try Demonstration.fill(session.file, language: language, at: moment)
        return session
      }
      guard let file else { return nil }
      return try OpenSession.open(path: AdminPath.system(file), at: moment)
    } catch let error as SessionOpenError {
      let (key, reason) = OpenFailure.told(error)
      Output.screenProblem(key, ["path": file ?? "", "reason": reason])
      throw ExitStatus(error).code
    }
  }

  private func catalogue() throws -> TextCatalogue {
    guard let screens else { return EmbeddedScreens.catalogue }
    do {
      return try EmbeddedScreens.catalogue.overlaid(withFolder: AdminPath.system(screens))
    } catch {
      Output.problem(
        "screens-wrong",
        ["file": error.file, "line": String(error.line), "reason": "\(error.reason)"])
      throw ExitStatus.badData.code
    }
  }

  private func language(in catalogue: TextCatalogue) throws -> Language {
    guard let lang else { return SpokenLanguage.fromEnvironment() }
    guard let language = catalogue.languages.first(where: { $0.code == lang }) else {
      Output.problem("language-unknown", ["language": lang])
      throw ExitStatus.usage.code
    }
    return language
  }
}
