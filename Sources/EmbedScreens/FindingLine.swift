import ScreenTexts

/// A finding in the form in which compilers report, for whoever edits `screens/`.
enum FindingLine {
  /// `path:line:column: error: key: what`.
  static func text(of finding: ScreensError) -> String {
    let key = finding.key.isEmpty ? "" : "\(finding.key): "
    let place = "\(finding.file):\(finding.line):\(finding.column)"
    return "\(place): error: \(key)\(words(finding.reason))"
  }

  private static func words(_ reason: ScreensError.Reason) -> String {
    switch reason {
    case .unreadable(let number): "cannot be read (errno \(number))"
    case .tooLong(let limit): "is longer than \(limit) bytes"
    case .tooManyTexts(let limit): "has more than \(limit) texts"
    case .misnamed: "must be named LANGUAGE/SCREEN.LANGUAGE.yaml, in lower case"
    case .notUTF8: "is not UTF-8"
    case .notYAML(let problem): "is not YAML: \(problem)"
    case .tooDeep(let limit): "lies in more than \(limit) maps and lists"
    case .secondDocument: "must be one document; a second one begins here"
    case .unknownAlias(let name): "has the alias *\(name), and no anchor &\(name) before it"
    case .keyTwice: "stands twice in one map"
    case .notSections: "must be a map of sections"
    case .notText: "must be a text, or a map that holds some"
    case .unknownSection:
      "is not under a known section: \(ScreensCheck.sections.sorted().joined(separator: ", "))"
    case .keyNotKebab: "must be in kebab case: lower-case letters, digits, single hyphens"
    case .emptyText: "is empty"
    case .controlCharacter(let scalar):
      "holds the control character U+\(String(scalar.value, radix: 16, uppercase: true))"
    case .tab: "holds a tab"
    case .strayBrace: "has a brace that is not part of {name}; write {{ or }} for a brace"
    case .noFile(let language): "has no counterpart in \(language)"
    case .noText(let language): "is missing; \(language) has it"
    case .otherPlaceholders(let language, let here, let there):
      "has the placeholders \(list(here)); \(language) has \(list(there))"
    case .otherShape(let language): "is plural here or in \(language), and plain in the other"
    case .unknownScreen: "is not a screen of the program"
    case .unknownText: "is not a text of this screen"
    case .noFiles: "holds no YAML files"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.map { "{\($0)}" }.joined(separator: " ")
  }
}
