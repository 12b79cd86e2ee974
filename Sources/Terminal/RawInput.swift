import Canvas

/// One piece of input as the terminal library gives it, before keys are understood.
enum RawInput: Equatable {
  /// A byte of UTF-8 or of an escape sequence that the library does not know.
  case byte(UInt8)
  /// A key that the library knows; nil for one that the program has no name for.
  case key(Key?)
  /// The start of a paste; what follows are bytes, up to the mark of its end.
  case pasteStart
  /// A click of the first mouse button.
  case click(Point)
}
