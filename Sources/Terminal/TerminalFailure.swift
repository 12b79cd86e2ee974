import CTerm

/// Why the terminal cannot be used for frames.
package enum TerminalFailure: Error, Equatable, Sendable {
  /// Standard input or output is a file, a pipe or nothing.
  case notATerminal
  /// The terminfo database has no entry for `TERM`.
  case unknownTerminal
  /// `TERM` is empty or `dumb`, or its terminal cannot move the cursor.
  case tooSimple
  /// The process has the terminal open already.
  case alreadyOpen
  /// The system refused memory or descriptors.
  case refused

  init?(reason: Int32) {
    switch Int(reason) {
    case CT_OK: return nil
    case CT_NOT_A_TERMINAL: self = .notATerminal
    case CT_UNKNOWN_TERMINAL: self = .unknownTerminal
    case CT_TOO_SIMPLE: self = .tooSimple
    case CT_ALREADY_OPEN: self = .alreadyOpen
    default: self = .refused
    }
  }
}
