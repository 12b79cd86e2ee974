/// The texts of the program in every language that it has.
package struct TextCatalogue: Sendable {
  /// The language behind every other.
  package let fallback: Language
  /// In the order in which they are asked: what was laid over comes first.
  private let tables: [TextTable]

  /// The catalogue of these tables; of two in one language the first is asked first.
  package init(_ tables: [TextTable], fallback: Language = .en) {
    self.tables = tables
    self.fallback = fallback
  }

  /// The languages that have texts, sorted by their codes.
  package var languages: [Language] {
    Set(tables.map(\.language)).sorted()
  }

  /// The texts in a language, the fallback behind it; all from the fallback for one without texts.
  package func texts(in language: Language) -> Texts {
    Texts(
      language: language,
      own: tables.filter { $0.language == language },
      behind: language == fallback ? [] : tables.filter { $0.language == fallback })
  }

  /// The catalogue with the texts of these files in front of its own: another language, or
  /// other words for some texts of a language that it has.
  package func overlaid(with files: [ScreenFile]) -> TextCatalogue {
    let languages = Set(files.map(\.language)).sorted()
    let over = languages.map { language in
      TextTable(language: language, files: files.filter { $0.language == language })
    }
    return TextCatalogue(over + tables, fallback: fallback)
  }

  /// The catalogue with a folder's files in front, read and checked; throws the first finding.
  package func overlaid(withFolder path: String) throws(ScreensError) -> TextCatalogue {
    let files = try ScreensFolder.read(path)
    if let finding = ScreensCheck.overlay(files, over: self).first { throw finding }
    return overlaid(with: files)
  }
}
