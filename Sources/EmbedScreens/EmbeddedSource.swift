import ScreenTexts

/// The Swift file that holds the words of `screens/`.
enum EmbeddedSource {
  /// The whole file: one string literal a language, which the compiler takes as it is.
  static func swift(of files: [ScreenFile]) -> String {
    let languages = Set(files.map(\.language)).sorted()
    let tables = languages.map { language in
      let bytes = TextTable.bytes(of: files.filter { $0.language == language })
      return """
            TextTable(
              language: Language("\(language.code)"),
              embedded: "\(escaped(String(decoding: bytes, as: UTF8.self)))"),
        """
    }
    return """
      // Written by EmbedScreens from the files of screens/. Edit those.
      import ScreenTexts

      /// The words of `screens/`, compiled in.
      package enum EmbeddedScreens {
        /// The texts in every language of `screens/`; nothing is unpacked when it is made.
        package static let catalogue = TextCatalogue(
          [
      \(tables.joined(separator: "\n"))
          ])
      }

      """
  }

  /// The text as it stands between the quotation marks of a Swift string literal.
  static func escaped(_ text: String) -> String {
    var literal = ""
    literal.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case "\u{00}"..<"\u{20}": literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal
  }
}
