import CTerm
import Canvas

/// What the terminal at standard input and output can do, found out once.
package struct Capabilities: Equatable, Sendable {
  /// Whether text is UTF-8; if not, only ASCII may reach the terminal.
  package var isUTF8: Bool
  /// How many colours it has; 0 for none.
  package var colours: Int
  /// The size that it tells; 0x0 when it tells none.
  package var size: Size
  /// Why no frame can be shown on it, or nil.
  package var obstacle: TerminalFailure?
  /// Whether the person wants no colour: `NO_COLOR` is set and not empty.
  package var avoidsColour: Bool

  /// Whether the terminal may know the clipboard sequence; consoles without windows do not.
  package var mayHaveClipboard: Bool

  /// Makes capabilities; by default those of a modern terminal of 80x24.
  package init(
    isUTF8: Bool = true, colours: Int = 256, size: Size = Size(width: 80, height: 24),
    obstacle: TerminalFailure? = nil, avoidsColour: Bool = false, mayHaveClipboard: Bool = true
  ) {
    self.isUTF8 = isUTF8
    self.colours = colours
    self.size = size
    self.obstacle = obstacle
    self.avoidsColour = avoidsColour
    self.mayHaveClipboard = mayHaveClipboard
  }

  /// Looks at standard input and output, `TERM` and the locale, and opens nothing.
  ///
  /// Starts the character type of the process's locale, as ncurses needs it.
  package static func probe() -> Capabilities {
    let found = ct_probe()
    return Capabilities(
      isUTF8: found.is_utf8 != 0, colours: Int(found.colours),
      size: Size(width: Int(found.width), height: Int(found.height)),
      obstacle: TerminalFailure(reason: found.reason), avoidsColour: found.no_colour != 0,
      mayHaveClipboard: found.is_console == 0)
  }
}
