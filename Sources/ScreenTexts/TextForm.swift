/// One text as it was written, before its placeholders are filled in.
package enum TextForm: Hashable, Sendable {
  /// A text that reads the same whatever is counted.
  case plain(String)
  /// A text with a form for one thing, a form for any other number, and sometimes one for none.
  case plural(zero: String?, one: String, other: String)

  /// Every wording of the text: one, or the forms in the order zero, one, other.
  package var wordings: [String] {
    switch self {
    case .plain(let text): [text]
    case .plural(let zero, let one, let other): (zero.map { [$0] } ?? []) + [one, other]
    }
  }

  /// Whether the argument `count` chooses among forms.
  package var isPlural: Bool {
    if case .plural = self { true } else { false }
  }

  /// The names in braces in any of the wordings, each once, sorted.
  package var placeholders: [String] {
    var names: Set<String> = []
    for wording in wordings {
      names.formUnion(TextTemplate.placeholders(in: wording))
    }
    return names.sorted()
  }
}
