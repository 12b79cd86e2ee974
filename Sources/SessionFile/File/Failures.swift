import CSQLite
import Glibc
import Migration

/// Why something could not be read.
package enum SessionReadError: Error, Hashable, Sendable {
  /// Another process is writing; reading again in a moment works.
  case busy
  /// The file is damaged, with SQLite's words.
  case damaged(String)
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
  case damaged(String)
  case other(String)

  init(_ error: any Error) {
    switch error {
    case let failure as SQLFailure:
      self.init(code: failure.code, systemError: failure.systemError, message: failure.message)
    default:
      self = .other(String(describing: error))
    }
  }

  private init(code: Int32, systemError: Int32, message: String) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
    case SQLITE_FULL: self = .diskFull
    case SQLITE_IOERR where systemError == ENOSPC || systemError == EDQUOT: self = .diskFull
    // 3 << 8: a journal has to be rolled back, which takes writing.
    case SQLITE_READONLY where code >> 8 == 3: self = .needsRecovery
    case SQLITE_READONLY where code >> 8 == 4: self = .other(message)
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_NOTADB: self = .notADatabase
    case SQLITE_CORRUPT: self = .damaged(message)
    default: self = .other(Self.words(systemError) ?? message)
    }
  }

  private static func words(_ systemError: Int32) -> String? {
    systemError == 0 ? nil : SystemReason.text(systemError)
  }
}

extension SessionReadError {
  init(_ error: any Error) {
    switch Trouble(error) {
    case .busy: self = .busy
    case .damaged(let words): self = .damaged(words)
    case .notADatabase: self = .damaged("")
    case .diskFull, .readOnly, .needsRecovery: self = .notReadable("")
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
    case .notADatabase: self = .notWritable("")
    case .damaged(let words), .other(let words): self = .notWritable(words)
    }
  }
}
