import ArgumentParser

/// The program: the wizard by itself, and the same rules as commands.
@main
struct Overstap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overstap",
    abstract: "Walks you from Autodesk network licences to single-user licences, in five steps.",
    version: Version.text,
    subcommands: [
      OpenCommand.self, InspectCommand.self, AddCommand.self, ExportCommand.self,
      StatusCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}

/// The program's version.
enum Version {
  static let text = "0.1.0"
}
