import ArgumentParser
import Terminal

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

  func run() throws { try start.run() }

  /// What the wizard is started with.
  var start: WizardStart {
    var start = WizardStart()
    start.file = file
    start.isDemo = demo
    start.language = lang
    start.isASCII = ascii
    start.theme = theme
    start.isMasked = mask
    start.isPlain = plain
    start.usesMouse = mouse
    start.screens = screens
    return start
  }
}
