/// How a frame is to look: the characters it may use, whether names are hidden.
package struct Look: Hashable, Sendable {
  /// Whether only ASCII may reach the terminal.
  package var isASCII: Bool
  /// Whether personal data is masked before it is drawn.
  package var isMasked: Bool
  /// Whether it is heard line by line: then a command is typed as a letter, and there are no keys.
  package var isHeard: Bool

  /// Makes a look; Unicode and unmasked when nothing is said.
  package init(isASCII: Bool = false, isMasked: Bool = false, isHeard: Bool = false) {
    self.isASCII = isASCII
    self.isMasked = isMasked
    self.isHeard = isHeard
  }
}
