import ArgumentParser
import Documents
import Migration
import ScreenTexts
import SessionFile
import Wizard

/// `overstap report`: the whole migration on a page for the manager, and all the rest behind it.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes what was done, proven by what, and what is open, as a page or as Markdown.")

  @Option(help: "Where to write it as a page for a browser: one file that needs nothing else.")
  var html: String?

  @Option(help: "Where to write it as Markdown.")
  var md: String?

  @Flag(help: "Names, addresses, logins, computers, organisation and team hidden.")
  var masked = false

  @OptionGroup var speech: SpeechOptions

  @Argument(help: "The session's file.")
  var session: String

  func run() throws {
    let reader = ReportReader(
      Output.language ?? SpokenLanguage.fromEnvironment(), isMasked: masked,
      at: WallClock.moment())
    let report = try CommandSession.read(AdminPath.system(session)) { try reader.read($0) }
    guard html != nil || md != nil else { return Output.write(MarkdownReport.make(report)) }
    try write(html, HTMLReport.make(report))
    try write(md, MarkdownReport.make(report))
  }

  private func write(_ name: String?, _ bytes: @autoclosure () -> [UInt8]) throws {
    guard let name else { return }
    do {
      try FileAccess.write(bytes(), to: AdminPath.system(name))
    } catch {
      Output.screenProblem("not-written", ["path": name, "reason": error.words])
      throw ExitStatus.cannotWrite.code
    }
  }
}
