import Canvas

/// A terminal: frames go to it, keys come from it.
///
/// One thread uses a device.
package protocol TerminalDevice {
  /// Columns and rows of the screen now.
  var size: Size { get }
  /// What the terminal can do.
  var capabilities: Capabilities { get }

  /// Shows a frame: sends what differs from the last one and places the cursor.
  ///
  /// What lies outside the screen is left out.
  mutating func paint(_ frame: Frame)

  /// Everything that the terminal has to tell now; when there is nothing, waits at most some
  /// milliseconds for it, or for ever when nil.
  ///
  /// Sizes are folded into one, a paste comes whole. Empty when the time is over
  /// and when what came is not complete yet. After `.lost` it returns `.lost` at once, always.
  mutating func inputs(within milliseconds: Int?) -> [TerminalInput]

  /// What was typed while nobody asked, during a long work; what does not go through the page that is
  /// seen, such as whole lines of text, stays for `inputs`.
  mutating func typedAhead() -> [TerminalInput]

  /// Makes the next `paint` send every cell, since something else wrote on the screen.
  mutating func redraw()

  /// Sounds the bell.
  mutating func bell()

  /// Offers a text to the clipboard of the computer at which the person sits (OSC 52); `base64` is the
  /// same text as the sequence wants it (RFC 4648, with padding).
  ///
  /// False when this terminal surely does not know the sequence; true is no promise, since no
  /// terminal answers and many allow it only when told to.
  mutating func copy(_ text: String, base64: String) -> Bool

  /// Gives the terminal to the shell until the person comes back; then `inputs` tells `.resumed`.
  ///
  /// False when there is no shell to go back to.
  mutating func suspend() -> Bool

  /// Gives the terminal back as it was; more than once is harmless.
  mutating func close()
}

extension TerminalDevice {
  /// Most devices have keys, which belong to the page on which they are pressed.
  package mutating func typedAhead() -> [TerminalInput] { inputs(within: 0) }
}
