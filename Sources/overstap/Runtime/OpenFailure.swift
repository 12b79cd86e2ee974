import SessionFile
import Wizard

/// What is said when a session could not be opened.
enum OpenFailure {
  static func answer(_ error: SessionOpenError, path: String) -> Answer {
    if case .strayJournal(let journal) = error {
      return .journalFound(question(journal, path: path))
    }
    let (key, reason) = told(error)
    return .notOpened(key, ["path": path, "reason": reason])
  }

  /// What the first screen asks about a journal; `path` is the session's as the admin knows it.
  static func question(_ journal: StrayJournal, path: String) -> JournalQuestion {
    JournalQuestion(
      path: path, journal: AdminPath.shown(journal.path), cause: journal.cause.rawValue,
      ways: journal.ways.map { way in
        let glance = journal.glance(way)
        return JournalQuestion.Way(
          name: way.rawValue, people: glance?.people ?? 0, lastDay: glance?.lastDay)
      })
  }

  /// The key of the sentence in `messages`, and the system's words where it has any.
  static func told(_ error: SessionOpenError) -> (key: String, reason: String) {
    switch error {
    case .notFound: ("session-missing", "")
    case .notASession: ("session-foreign", "")
    case .damaged: ("session-damaged", "")
    case .busy: ("busy", "")
    case .strayJournal(let journal): ("journal-\(journal.cause.rawValue)", journal.path)
    case .diskFull: ("disk-full", "")
    case .notReadable(let words), .notWritable(let words), .notBackedUp(let words):
      ("session-unreadable", words)
    }
  }

  /// Says on the command line why a session could not be opened, and what can be done where a journal
  /// lies beside it.
  static func say(_ error: SessionOpenError, path: String) {
    let (key, reason) = told(error)
    Output.screenProblem(key, ["path": path, "reason": reason])
    guard case .strayJournal(let journal) = error else { return }
    for way in journal.ways {
      let glance = journal.glance(way)
      Output.problem(
        "journal-\(way.rawValue)",
        [
          "path": path, "people": String(glance?.people ?? 0),
          "day": glance?.lastDay?.iso ?? "–",
        ])
    }
    if journal.ways.isEmpty { Output.problem("journal-neither") }
  }
}
