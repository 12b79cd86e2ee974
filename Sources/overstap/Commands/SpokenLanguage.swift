import ArgumentParser
import ScreenTexts
import Wizard

/// What every command can be told about its own words.
struct SpeechOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "The language of what is said: nl or en.")
  var language: String?

  func validate() throws {
    guard let language, SpokenLanguage.named(language) == nil else { return }
    throw ValidationError(
      Output.words("messages.language-unknown", ["language": PrintedText.clean(language)]))
  }
}

/// The language of whoever calls: the one that was asked for, else from the variables' names alone.
enum SpokenLanguage {
  /// The language of a code, in capitals or not; nil for one without words.
  static func named(
    _ code: String, in catalogue: TextCatalogue = EmbeddedScreens.catalogue
  ) -> Language? {
    let code = code.lowercased()
    return catalogue.languages.first { $0.code == code }
  }

  /// The language of a call, before anybody has read its words.
  static func asked(_ arguments: [String]) -> Language? {
    let option = "--lang"
    for (place, word) in arguments.enumerated() {
      if word == option, place + 1 < arguments.count { return named(arguments[place + 1]) }
      if word.hasPrefix(option + "=") { return named(String(word.dropFirst(option.count + 1))) }
    }
    return nil
  }

  /// The first variable that states a language decides; one that is unknown means English.
  static func fromEnvironment() -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = AdminPath.environment(name) else { continue }
      return Language(localeName: value).flatMap { known($0) } ?? .en
    }
    return .en
  }

  private static func known(_ language: Language) -> Language? {
    EmbeddedScreens.catalogue.languages.contains(language) ? language : nil
  }
}
