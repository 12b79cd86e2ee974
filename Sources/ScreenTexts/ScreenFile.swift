/// One file of `screens/`, read: all that it says about one screen in one language.
///
/// A file is a YAML map of the sections in `ScreensCheck.sections`. A section is a text or a map of
/// texts, to any depth; names are in kebab case, and a text is named by the names on the way to it,
/// joined by dots. `{name}` in a text stands for an argument, `{{` and `}}` for a brace. A map with
/// exactly the names `one` and `other`, or these and `zero`, is one text with a form for a count.
/// Every scalar is a text as written: `no` is a word, `2.10` is not a number.
package struct ScreenFile: Hashable, Sendable {
  /// The file, as it was named to the reader.
  package let path: String
  /// The language, from the folder and the file's name.
  package let language: Language
  /// The screen, from the file's name.
  package let screen: String
  /// The texts in the order of the file.
  package let entries: [Entry]

  /// One text and where it stands.
  package struct Entry: Hashable, Sendable {
    /// The names of the maps around the text and its own, joined by dots: `labels.first-name`.
    package let key: String
    /// The text.
    package let form: TextForm
    /// The line of the key, from 1.
    package let line: Int
    /// The column of the key, from 1, in Unicode scalars.
    package let column: Int
  }
}
