import SessionFile
import Wizard

/// What is said when a session could not be opened.
enum OpenFailure {
  static func answer(_ error: SessionOpenError, path: String) -> Answer {
    let (key, reason) = told(error)
    return .notOpened(key, ["path": path, "reason": reason])
  }

  /// The key of the sentence in `messages`, and the system's words where it has any.
  static func told(_ error: SessionOpenError) -> (key: String, reason: String) {
    switch error {
    case .notFound: ("session-missing", "")
    case .notASession: ("session-foreign", "")
    case .damaged(let words): ("session-damaged", words)
    case .busy: ("busy", "")
    case .needsRecovery: ("session-needs-recovery", "")
    case .diskFull: ("disk-full", "")
    case .notReadable(let words), .notWritable(let words), .notBackedUp(let words):
      ("session-unreadable", words)
    }
  }
}
