import ArgumentParser
import SessionFile

/// `overstap recover`: what becomes of a journal that lies beside a session and is not its own.
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Opens a session without, or with, a journal beside it that is not its own.",
    discussion: """
      A write that is broken off leaves a journal, FILE-journal, and the next start plays it back by \
      itself. A journal of another file, or of another state of it, waits for a decision: without one, \
      this command says what lies there and changes nothing. What was there is kept under another name.
      """)

  @Flag(help: "Put the journal aside: the session is as its file lies there.")
  var withoutJournal = false

  @Flag(help: "Play the journal back; file and journal are copied before.")
  var withJournal = false

  @OptionGroup var speech: SpeechOptions

  @Argument(help: "The session's file.")
  var session: String

  func validate() throws {
    if withoutJournal, withJournal {
      throw ValidationError("Either --without-journal or --with-journal.")
    }
  }

  func run() throws {
    let path = AdminPath.system(session)
    guard withJournal || withoutJournal else { return try tell(path) }
    try CommandSession.underLock(path) {
      let kept = try SessionFile.resolveJournal(at: path, withJournal ? .with : .without)
      for name in kept { Output.screenProblem("journal-kept", ["path": AdminPath.shown(name)]) }
      if kept.isEmpty { Output.problem("journal-none", ["path": session]) }
    }
  }

  private func tell(_ path: String) throws {
    do {
      try SessionFile.demandSession(at: path)
      guard let journal = try SessionFile.strayJournal(at: path) else {
        Output.problem("journal-none", ["path": session])
        return
      }
      OpenFailure.say(.strayJournal(journal), path: session)
      throw ExitStatus.findings.code
    } catch let error as SessionOpenError {
      OpenFailure.say(error, path: session)
      throw ExitStatus(error).code
    }
  }
}
