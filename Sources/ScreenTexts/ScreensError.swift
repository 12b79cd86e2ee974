/// Something about a file of `screens/` that is not as it should be, and where.
package struct ScreensError: Error, Hashable, Sendable {
  /// The file or folder.
  package let file: String
  /// The line, from 1; 1 where the whole file is meant.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int
  /// The key of the text (`labels.first-name`), empty where the whole file is meant.
  package let key: String
  /// What is wrong.
  package let reason: Reason

  /// What is wrong at a place.
  package enum Reason: Hashable, Sendable {
    /// The system does not let the file be read; its `errno`.
    case unreadable(Int32)
    /// The file is longer than this number of bytes.
    case tooLong(Int)
    /// The file holds more than this number of texts.
    case tooManyTexts(Int)
    /// The file is not named `LANGUAGE/SCREEN.LANGUAGE.yaml`.
    case misnamed
    /// The bytes are not UTF-8.
    case notUTF8
    /// The file is not YAML; the parser's own words.
    case notYAML(String)
    /// More than this number of maps and lists lie in each other.
    case tooDeep(Int)
    /// A second document begins in the file.
    case secondDocument
    /// The alias has this name, and no anchor before it has.
    case unknownAlias(String)
    /// A map has the key twice; the place is that of the second.
    case keyTwice
    /// The file is not a map of sections.
    case notSections
    /// The value is neither a text nor a map of texts.
    case notText
    /// The section at the top is none of `ScreensCheck.sections`.
    case unknownSection
    /// A part of the key is not lower-case letters and digits with single hyphens between them.
    case keyNotKebab
    /// The text is empty or blank.
    case emptyText
    /// The text holds this control character.
    case controlCharacter(Unicode.Scalar)
    /// The text holds a tab.
    case tab
    /// A brace is neither doubled nor part of a placeholder.
    case strayBrace
    /// This language has no file for the screen, and another has.
    case noFile(Language)
    /// The file does not have the key, and this language has.
    case noText(Language)
    /// The placeholders are not those of this language.
    case otherPlaceholders(Language, here: [String], there: [String])
    /// The text is plural here and plain in this language, or the other way about.
    case otherShape(Language)
    /// The program has no such screen.
    case unknownScreen
    /// The program has no such text on this screen.
    case unknownText
    /// There is no file at all.
    case noFiles
  }

  /// What is wrong in a file, by default with the file as a whole.
  package init(
    file: String, line: Int = 1, column: Int = 1, key: String = "", reason: Reason
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.key = key
    self.reason = reason
  }
}
