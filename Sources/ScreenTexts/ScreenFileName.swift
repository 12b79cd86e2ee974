/// What the path of a file of `screens/` states: `.../LANGUAGE/SCREEN.LANGUAGE.yaml`, and of a letter
/// `.../letters/LETTER.LANGUAGE.yaml`.
package struct ScreenFileName: Hashable, Sendable {
  /// The folder of the letters, of all languages.
  static let letters = "letters"

  /// The language, from the folder and the end of the name, which must agree.
  package let language: Language
  /// The screen, in kebab case.
  package let screen: String

  /// The parts of a path, or nil where it is not built like that.
  package init?(path: String) {
    let folders = path.split(separator: "/")
    guard folders.count >= 2 else { return nil }
    let folder = folders[folders.count - 2]
    let parts = folders[folders.count - 1].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == folder || folder == Self.letters, parts[2] == "yaml",
      Self.isKebab(parts[0]), Self.isKebab(parts[1])
    else { return nil }
    language = Language(String(parts[1]))
    screen = String(parts[0])
  }

  /// Whether a name is lower-case letters and digits with single hyphens between them.
  static func isKebab(_ name: some StringProtocol) -> Bool {
    var afterHyphen = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        afterHyphen = false
      case UInt8(ascii: "-"):
        guard !afterHyphen else { return false }
        afterHyphen = true
      default: return false
      }
    }
    return !afterHyphen
  }
}
