/// Names of teams, compared as people type them: case, diacritics, blanks and strokes do not count.
package enum TeamName {
  /// Whether two names mean one team; an empty name means none.
  package static func isSame(_ left: String, _ right: String) -> Bool {
    let key = self.key(Array(left.utf8))
    return !key.isEmpty && key == self.key(Array(right.utf8))
  }

  /// What the spellings of one team's name have in common; empty for none. O(bytes).
  @Sendable package static func key(_ name: [UInt8]) -> [UInt8] {
    name.withUnsafeBufferPointer { Folding.search.bytes(of: $0) }.filter {
      $0 > 0x20 && $0 != 0x2D && $0 != 0x5F
    }
  }
}
