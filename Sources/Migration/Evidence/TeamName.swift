/// Names of teams, compared as people type them: case, diacritics, blanks and strokes do not count.
package enum TeamName {
  /// Whether two names mean one team; an empty name means none.
  package static func isSame(_ left: String, _ right: String) -> Bool {
    let key = self.key(left)
    return !key.isEmpty && key == self.key(right)
  }

  private static func key(_ name: String) -> [UInt8] {
    Folding.search.bytes(of: name).filter { $0 > 0x20 && $0 != 0x2D && $0 != 0x5F }
  }
}
