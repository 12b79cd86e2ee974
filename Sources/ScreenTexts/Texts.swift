/// Every text of the program in one language, with another language behind it.
///
/// A text is named by its screen (`invite-users`) and its key (`labels.first-name`). Whatever no
/// table says shows as `«screen/key»`, so that it is seen and does not stop anyone's work.
package struct Texts: Sendable {
  /// The language asked for; single texts may come from the language behind it.
  package let language: Language
  private let own: [TextTable]
  private let behind: [TextTable]

  /// The texts of the first table that has them: `own` in this order, then `behind`.
  package init(language: Language, own: [TextTable], behind: [TextTable]) {
    self.language = language
    self.own = own
    self.behind = behind
  }

  /// The text without arguments (its placeholders stay visible, a plural takes its other form),
  /// or nil where no table has it.
  package subscript(screen screen: String, key key: String) -> String? {
    find(screen, (key, "", ""), [:])
  }

  /// The text with its arguments filled in, or `«screen/key»` where no table has it.
  ///
  /// The argument `count` chooses among the forms of a plural text: `1` the one, `0` the zero if
  /// it is there, anything else the other.
  package func text(
    _ screen: String, _ key: String, _ arguments: [String: String] = [:]
  ) -> String {
    find(screen, (key, "", ""), arguments) ?? "«\(screen)/\(key)»"
  }

  /// The text without arguments whose key is put together from these parts, or nil where no table has it:
  /// the same as of the whole key, found without a String for that.
  package func text(_ screen: String, parts: (String, String, String)) -> String? {
    find(screen, parts, [:])
  }

  /// The text for a number of things, which is also the argument `count`.
  package func text(
    _ screen: String, _ key: String, count: Int, _ arguments: [String: String] = [:]
  ) -> String {
    var arguments = arguments
    arguments["count"] = String(count)
    return text(screen, key, arguments)
  }

  /// The text as it was written, or nil where no table has it.
  package func form(_ screen: String, _ key: String) -> TextForm? {
    for table in own {
      if let form = table.form(screen: screen, key: key) { return form }
    }
    for table in behind {
      if let form = table.form(screen: screen, key: key) { return form }
    }
    return nil
  }

  /// Whether the language itself has the text, without the language behind it.
  package func has(_ screen: String, _ key: String) -> Bool {
    own.contains { $0.form(screen: screen, key: key) != nil }
  }

  /// The screens that the language itself has texts for, sorted. Reads every table: for tests.
  package var screens: [String] {
    Set(own.flatMap(\.screens)).sorted()
  }

  /// The keys of a screen that the language itself has, sorted. Reads every table: for tests.
  package func keys(of screen: String) -> [String] {
    Set(own.flatMap { $0.keys(of: screen) }).sorted()
  }

  /// The names in braces in a text, each once, sorted; none where no table has the text.
  package func placeholders(_ screen: String, _ key: String) -> [String] {
    form(screen, key)?.placeholders ?? []
  }

  private func find(
    _ screen: String, _ key: TextKeyParts, _ arguments: [String: String]
  ) -> String? {
    for table in own {
      if let text = table.text(screen: screen, key: key, arguments: arguments) { return text }
    }
    for table in behind {
      if let text = table.text(screen: screen, key: key, arguments: arguments) { return text }
    }
    return nil
  }
}
