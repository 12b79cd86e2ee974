/// A language that texts are written in, by its code as the folders under `screens/` spell it.
package struct Language: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Lower case, ISO 639 with optional parts: `nl`, `en`, `nl-be`.
  package let code: String

  /// The language with this code; any code will do.
  package init(_ code: String) {
    self.code = code
  }

  /// The language that a locale's name states (`nl_NL.UTF-8` is `nl`); nil for `C`, `POSIX` and
  /// an empty name, which state none.
  package init?(localeName: String) {
    let code = localeName.prefix { $0 != "_" && $0 != "." && $0 != "@" }.lowercased()
    guard !code.isEmpty, code != "c", code != "posix" else { return nil }
    self.code = code
  }

  /// Dutch.
  package static let nl = Language("nl")
  /// English, the language of whatever another language does not say.
  package static let en = Language("en")

  /// The code.
  package var description: String { code }

  /// Orders languages by their codes.
  package static func < (left: Language, right: Language) -> Bool {
    left.code < right.code
  }
}
