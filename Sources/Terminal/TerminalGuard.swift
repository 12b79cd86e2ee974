import CTerm

/// The open terminal: opened once, given back exactly once, whatever happens.
///
/// It is given back by `close`, when the last reference goes, when the process exits, and before a
/// crash or an unhandled signal of one ends it.
final class TerminalGuard {
  private var isOpen = true

  /// Takes the terminal at standard input and output: full screen, raw keys.
  init(usesMouse: Bool) throws(TerminalFailure) {
    if let failure = TerminalFailure(reason: ct_open(usesMouse ? 1 : 0)) {
      isOpen = false
      throw failure
    }
  }

  /// Gives the terminal back.
  func close() {
    guard isOpen else { return }
    isOpen = false
    ct_close()
  }

  deinit { close() }
}
