/// A key as the terminal's input was understood.
package enum Key: Hashable, Sendable {
  /// A typed character; never a control character.
  case character(Unicode.Scalar)
  /// Control with a letter, given in lower case: `control("p")` is Ctrl-P.
  case control(Unicode.Scalar)
  /// Alt (or Escape at once followed by) with a character.
  case alt(Unicode.Scalar)
  /// A function key, F1 is 1.
  case function(Int)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
}

/// What a terminal can tell the program.
package enum TerminalInput: Equatable, Sendable {
  /// One key.
  case key(Key)
  /// A bracketed paste: text as it came, newlines as U+000A, other control characters but tab removed.
  case paste(String)
  /// A click of the first mouse button (only when the mouse was asked for).
  case click(Point)
  /// The row of a table at a point is meant, and it alone, whatever else was chosen (only from lines
  /// of text: `d 12`).
  case only(Point)
  /// The terminal has a new size.
  case resized(Size)
  /// The program came back from being suspended; the whole screen has to be painted anew.
  case resumed
  /// The terminal is gone: hang-up, end of input or an input error.
  case lost
  /// The system asks the program to end (SIGTERM, SIGHUP).
  case terminate
}
