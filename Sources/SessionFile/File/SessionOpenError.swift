/// Why a session file was not opened.
package enum SessionOpenError: Error, Hashable, Sendable {
  /// There is no such file.
  case notFound
  /// The file is something else.
  case notASession(OtherFile)
  /// The file is damaged, with SQLite's words.
  case damaged(String)
  /// Another process is writing.
  case busy
  /// A program was killed while it wrote, and the file cannot be put right here, since it cannot be
  /// written.
  case needsRecovery
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
    case .busy: self = .busy
    case .diskFull: self = .diskFull
    case .readOnly: self = .notWritable("")
    case .needsRecovery: self = .needsRecovery
    case .notADatabase: self = .notASession(.otherKind)
    case .damaged(let words): self = .damaged(words)
    case .other(let words): self = .notReadable(words)
    }
  }
}
