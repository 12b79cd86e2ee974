import Testing

@testable import overstap

@Suite("Starting the wizard")
struct WizardStartTests {
  /// Calls that the plain way takes.
  static let plain: [[String]] = [
    [], ["--demo"], ["my.overstap"], ["--lang", "nl"], ["my.overstap", "--lang", "en", "--ascii"],
    ["--mask", "my.overstap"], ["--demo", "--mask", "--ascii", "--lang", "nl"],
  ]

  /// Calls that need the argument parser's care.
  static let careful: [[String]] = [
    ["--version"], ["--help"], ["-h"], ["inspect", "x.csv"], ["status"], ["help"], ["--lang"],
    ["--lang", "--ascii"], ["a.overstap", "b.overstap"], ["--demo", "a.overstap"], [""],
    ["--plain"],
    ["--mouse"], ["--theme", "mono"], ["--screens", "words"], ["--", "a.overstap"], ["--lang=nl"],
    ["--lang", "nl", "--lang", "en"],
  ]

  @Test("is the same with and without the argument parser", arguments: plain)
  func same(_ arguments: [String]) throws {
    let quick = try #require(WizardStart(plainly: arguments, commands: Overstap.names))
    let parsed = try #require(try Overstap.parseAsRoot(arguments) as? OpenCommand)
    #expect(quick == parsed.start)
  }

  @Test("leaves everything else to the argument parser", arguments: careful)
  func left(_ arguments: [String]) {
    #expect(WizardStart(plainly: arguments, commands: Overstap.names) == nil)
  }

  @Test("knows every command's name")
  func names() {
    let known = Overstap.configuration.subcommands.map { $0.configuration.commandName ?? "" }
    #expect(Set(known + ["help"]) == Set(Overstap.names))
  }
}
