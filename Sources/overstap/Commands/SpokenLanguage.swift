import ScreenTexts
import Wizard

/// The language of whoever calls, from the variables' names alone.
enum SpokenLanguage {
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
