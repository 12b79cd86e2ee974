import ArgumentParser
import SessionFile

/// `overstap files`: where names of people stand outside a session.
struct FilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: "Lists the files outside a session that hold names: copies, hand-overs, reports.")

  @Flag(help: "A line of JSON for each file.")
  var json = false

  @OptionGroup var speech: SpeechOptions

  @Argument(help: "The session's file.")
  var session: String

  func run() throws { try Output.$tellsJSON.withValue(json) { try list() } }

  private func list() throws {
    for path in try CommandSession.read(AdminPath.system(session), OutsideFiles.list) {
      if json {
        Output.json([("file", .text(path))])
      } else {
        Output.line(path)
      }
    }
  }
}
