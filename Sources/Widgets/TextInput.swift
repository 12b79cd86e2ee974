/// One line of text being typed: the text and the cursor in it.
///
/// Every operation is O(length of the text).
package struct TextInput: Hashable, Sendable {
  /// The text as typed, right or wrong.
  package private(set) var text: String
  /// The cursor, counted in characters from the start of the text.
  package private(set) var cursor: Int

  /// Makes an input with the cursor behind the text, or where it was.
  package init(_ text: String = "", cursor: Int? = nil) {
    self.text = text
    let count = text.count
    self.cursor = min(max(0, cursor ?? count), count)
  }

  /// Inserts text at the cursor and moves behind it; line breaks and tabs become blanks.
  package mutating func insert(_ addition: String) {
    let line = String(addition.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let before = text.count
    text.insert(contentsOf: line, at: index)
    // Counted afterwards: what is inserted may join with what stands before it.
    cursor += text.count - before
  }

  /// Removes the character before the cursor; false when there is none.
  @discardableResult
  package mutating func deleteBackward() -> Bool {
    guard cursor > 0 else { return false }
    cursor -= 1
    text.remove(at: index)
    return true
  }

  /// Removes the character at the cursor; false when there is none.
  @discardableResult
  package mutating func deleteForward() -> Bool {
    guard cursor < text.count else { return false }
    text.remove(at: index)
    return true
  }

  /// Removes everything before the cursor.
  package mutating func deleteToStart() {
    text.removeSubrange(text.startIndex..<index)
    cursor = 0
  }

  /// Removes everything from the cursor on.
  package mutating func deleteToEnd() { text.removeSubrange(index...) }

  /// Removes the word before the cursor and the blanks behind it.
  package mutating func deleteWord() {
    while cursor > 0, text[text.index(text.startIndex, offsetBy: cursor - 1)] == " " {
      deleteBackward()
    }
    while cursor > 0, text[text.index(text.startIndex, offsetBy: cursor - 1)] != " " {
      deleteBackward()
    }
  }

  /// Moves the cursor by characters, held within the text.
  package mutating func move(by characters: Int) {
    cursor = min(max(0, cursor + characters), text.count)
  }

  /// Moves the cursor to the start of the text.
  package mutating func moveToStart() { cursor = 0 }
  /// Moves the cursor behind the text.
  package mutating func moveToEnd() { cursor = text.count }

  /// The text before the cursor.
  package var beforeCursor: Substring { text[..<index] }

  private var index: String.Index { text.index(text.startIndex, offsetBy: cursor) }
}
