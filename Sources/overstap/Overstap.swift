import ArgumentParser
import Glibc
import Migration

/// The program: the wizard by itself, and the same rules as commands.
@main
struct Overstap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overstap",
    abstract: "Walks you from Autodesk network licences to single-user licences, in five steps.",
    version: Version.text,
    subcommands: [
      OpenCommand.self, InspectCommand.self, AddCommand.self, ExportCommand.self,
      FilesCommand.self, ForgetCommand.self, ListCommand.self, RecoverCommand.self,
      ReportCommand.self, StatusCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// The words that are commands and no files.
  static let names = [
    "open", "inspect", "add", "export", "files", "forget", "list", "recover", "report", "status",
    "help",
  ]

  /// What the program was called with; names of files may be no UTF-8.
  private static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { place in
      CommandLine.unsafeArgv[place].map { RawName.text($0) }
    }
  }

  /// Runs the command that was asked for.
  ///
  /// The parser's own entry would print what somebody typed as it is, control characters and all.
  static func main() {
    let arguments = arguments
    do {
      if let start = WizardStart(plainly: arguments, commands: names) { return try start.run() }
      try Output.$language.withValue(SpokenLanguage.asked(arguments)) {
        var command = try parseAsRoot(arguments)
        try command.run()
      }
    } catch {
      let code = exitCode(for: error)
      let message = PrintedText.cleanLines(fullMessage(for: error))
      if !code.isSuccess, !message.isEmpty,
        arguments.prefix(while: { $0 != "--" }).contains("--json")
      {
        Output.json([
          ("error", .text("wrong-call")), ("message", .text(self.message(for: error))),
        ])
      }
      if !message.isEmpty { code.isSuccess ? Output.line(message) : Output.problemLine(message) }
      Glibc.exit(code.rawValue)
    }
  }
}

/// The program's version.
enum Version {
  static let text = "0.1.0"
}
