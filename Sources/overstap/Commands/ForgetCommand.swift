import ArgumentParser
import Glibc
import Migration
import SessionFile
import Wizard

/// `overstap forget`: the people of a migration out of its file, for good.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forgets the people, computers, logins and messages of a session, for good.",
    discussion: """
      Counts, days and which documents proved them stay. What goes is said first, with every file beside \
      the session that holds names, and asked; --yes answers that.
      """)

  @Flag(help: "Does not ask.")
  var yes = false

  @OptionGroup var speech: SpeechOptions

  @Argument(help: "The session's file.")
  var session: String

  func run() throws {
    let path = AdminPath.system(session)
    guard FileAccess.exists(path) else {
      Output.screenProblem("session-missing", ["path": session])
      throw ExitStatus.noFile.code
    }
    let words = Output.words.of("forget")
    let (people, files) = try CommandSession.read(path) { file in
      (try file.summary().userFunnel.total, try OutsideFiles.list(of: file))
    }
    Output.line(words("counts.people", count: people))
    Output.line(words("introduction"))
    Output.line(words("counts.files", count: files.count))
    for file in files { Output.line("  " + file) }
    if !yes { try ask(words) }
    try CommandSession.write(path) { file in
      do throws(ChangeRefusal) {
        try file.forget(at: WallClock.moment())
      } catch {
        Output.problem(error)
        throw ExitStatus(error).code
      }
    }
    Output.line(words("notes.done"))
  }

  /// Waits for the word that stands for yes; nothing else is one.
  private func ask(_ words: Words) throws {
    let wanted = words("values.word")
    Output.line(words("labels.ask", ["word": wanted]))
    guard readLine()?.lowercased().filter({ !$0.isWhitespace }) == wanted else {
      Output.line(words("notes.kept"))
      throw ExitStatus.findings.code
    }
  }
}
