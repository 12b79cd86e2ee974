import Glibc
import Migration

/// Why a session file was not opened.
package enum SessionOpenError: Error, Hashable, Sendable {
  /// There is no such file.
  case notFound
  /// The file is something else.
  case notASession(OtherFile)
  /// The file is damaged.
  case damaged
  /// Another process is writing.
  case busy
  /// A journal lies beside it that a killed write of this very state has not left. Nothing was changed.
  case strayJournal(StrayJournal)
  /// No room on the disk.
  case diskFull
  /// The file cannot be read, with the system's words.
  case notReadable(String)
  /// The file cannot be made or written, with the system's words.
  case notWritable(String)
  /// The copy that is made before an older file is brought up to date could not be made.
  case notBackedUp(String)

  /// What a file is that is no session.
  package enum OtherFile: Hashable, Sendable {
    /// It holds nothing.
    case empty
    /// It is a folder.
    case folder
    /// It is an SQLite file of another program.
    case otherDatabase
    /// It is no SQLite file at all.
    case otherKind
  }

  init(_ error: any Error) {
    if let known = error as? SessionOpenError {
      self = known
      return
    }
    switch Trouble(error) {
    // A journal that lies there since a moment ago is looked at by the next try.
    case .busy, .needsRecovery: self = .busy
    case .diskFull: self = .diskFull
    case .readOnly: self = .notWritable(SystemReason.text(EACCES))
    case .notADatabase: self = .notASession(.otherKind)
    case .damaged: self = .damaged
    case .moved: self = .notFound
    case .other(let words): self = .notReadable(words)
    }
  }
}
