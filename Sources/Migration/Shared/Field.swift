/// A thing to fill in, declared once for form, plain mode, import, paste box and command line.
package struct Field: Sendable {
  /// How a value is given.
  package enum Kind: Equatable, Sendable {
    case text
    case address
    case day
    case telephone
    /// One of several values, by their names in the words of the screens.
    case choice([String])
  }

  /// How personal a value is.
  package enum Privacy: Sendable {
    /// May be seen by anyone who sees the screen.
    case open
    /// Hidden when names are hidden.
    case personal
  }

  /// What a check found about a value.
  package struct Finding: Hashable, Sendable {
    /// The key of the sentence in the words of the screens (`errors.<key>`).
    package var key: String
    /// The sentence's argument `{value}`, empty when it has none.
    package var value: String
    /// Whether it holds the way forward; the others are warnings.
    package var isError: Bool
    /// Makes a finding.
    package init(key: String, value: String = "", isError: Bool = true) {
      self.key = key
      self.value = value
      self.isError = isError
    }
  }

  /// Its name: the key of its label, hint and example in the words of the screens.
  package let name: String
  /// How a value is given.
  package let kind: Kind
  /// How personal a value is.
  package let privacy: Privacy
  /// A value as it could be, shown while the field is empty.
  package let example: String
  /// Makes the value that is kept from the text that was typed.
  package let normalise: @Sendable (String) -> String
  /// What is wrong with, or doubtful about, a normalised value; errors before warnings.
  package let check: @Sendable (String) -> [Finding]

  /// Declares a field.
  package init(
    name: String, kind: Kind = .text, privacy: Privacy = .open, example: String = "",
    normalise: @escaping @Sendable (String) -> String,
    check: @escaping @Sendable (String) -> [Finding] = { _ in [] }
  ) {
    self.name = name
    self.kind = kind
    self.privacy = privacy
    self.example = example
    self.normalise = normalise
    self.check = check
  }
}
