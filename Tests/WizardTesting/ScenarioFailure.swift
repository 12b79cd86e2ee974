/// A story that went another way than it was written.
package struct ScenarioFailure: Error, CustomStringConvertible {
  /// What was expected, in words.
  package var expected: String
  /// What was seen instead.
  package var seen: SeenScreen

  /// Makes a failure.
  package init(expected: String, seen: SeenScreen) {
    self.expected = expected
    self.seen = seen
  }

  /// What was expected, and the screen as it was.
  package var description: String {
    "expected \(expected); cursor at \(seen.cursor.row + 1):\(seen.cursor.column + 1) on\n"
      + seen.rows.map { "|\($0)" }.joined(separator: "\n")
  }
}

/// A file of a story that could not be read or written.
package struct ScenarioFileFailure: Error {
  /// Its path.
  package var path: String
  /// The system's number of what went wrong.
  package var code: Int32
}
