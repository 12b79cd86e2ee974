import CTerm

/// Ends the wait of `TerminalDevice.inputs` from any thread, so that an answer is looked at now.
package struct Waker: Sendable {
  private let ring: @Sendable () -> Void

  /// Makes a waker for the process's terminal.
  package init() { ring = { ct_wake() } }

  /// Makes a waker that does something else; for devices that are no terminal.
  package init(_ ring: @escaping @Sendable () -> Void) { self.ring = ring }

  /// Ends the present wait, or the next one when nobody waits now. Never blocks.
  package func wake() { ring() }
}
