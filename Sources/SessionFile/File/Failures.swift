import CSQLite
import Glibc
import Migration

/// Why something could not be read.
package enum SessionReadError: Error, Hashable, Sendable {
  /// Another process is writing; reading again in a moment works.
  case busy
  /// The file is damaged.
  case damaged
  /// The file cannot be read, with the system's words.
  case notReadable(String)
}

/// What a failure comes to, whoever reported it.
enum Trouble {
  case busy
  case diskFull
  case readOnly
  case needsRecovery
  case notADatabase
  case damaged
  case moved
  case other(String)

  init(_ error: any Error) {
    switch error {
    case let failure as SQLFailure:
      self.init(code: failure.code, systemError: failure.systemError)
    default:
      self = .other(SystemReason.unsaid)
    }
  }

  private init(code: Int32, systemError: Int32) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
    case SQLITE_FULL: self = .diskFull
    case SQLITE_IOERR where systemError == ENOSPC || systemError == EDQUOT: self = .diskFull
    // 3 << 8: a journal has to be rolled back, which takes writing.
    case SQLITE_READONLY where code >> 8 == 3: self = .needsRecovery
    // 4 << 8: the file is not where it was opened.
    case SQLITE_READONLY where code >> 8 == 4: self = .moved
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_NOTADB: self = .notADatabase
    case SQLITE_CORRUPT: self = .damaged
    case let kind:
      self = .other(SystemReason.text(systemError == 0 ? Self.cause(kind) : systemError))
    }
  }

  /// The system's error number that comes nearest to a kind of failure, since SQLite's own words are
  /// English; 0 where none does. Source: sqlite3.h, the result codes.
  private static func cause(_ kind: Int32) -> Int32 {
    switch kind {
    case SQLITE_PERM, SQLITE_AUTH: EPERM
    case SQLITE_IOERR, SQLITE_PROTOCOL: EIO
    case SQLITE_CANTOPEN: EACCES
    case SQLITE_TOOBIG, SQLITE_NOLFS: EFBIG
    case SQLITE_NOMEM: ENOMEM
    default: 0
    }
  }
}

extension SessionReadError {
  init(_ error: any Error) {
    switch Trouble(error) {
    case .busy: self = .busy
    case .damaged, .notADatabase: self = .damaged
    case .diskFull: self = .notReadable(SystemReason.text(ENOSPC))
    case .readOnly, .needsRecovery: self = .notReadable(SystemReason.text(EACCES))
    case .moved: self = .notReadable(SystemReason.text(ENOENT))
    case .other(let words): self = .notReadable(words)
    }
  }
}

extension ChangeRefusal {
  init(_ error: any Error) {
    if let refusal = error as? ChangeRefusal {
      self = refusal
      return
    }
    switch Trouble(error) {
    case .busy: self = .busy
    case .diskFull: self = .diskFull
    case .readOnly, .needsRecovery: self = .readOnly
    case .notADatabase: self = .fileReplaced
    case .moved: self = .fileGone
    case .damaged: self = .notWritable(SystemReason.damaged)
    case .other(let words): self = .notWritable(words)
    }
  }
}
