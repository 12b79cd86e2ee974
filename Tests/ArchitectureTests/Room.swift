/// A module's folders, as the table of the house has them.
///
/// Down the house: what belongs to a step lies in that step's folder. Across the house: what serves
/// several steps lies in a folder named after what it is, and names no step.
struct Room: Sendable, CustomStringConvertible {
  /// The folder, from the top.
  let path: String
  /// The folders in it that serve several steps.
  let general: Set<String>
  /// Whether the five steps have folders in it, as far as they have something there.
  let hasSteps: Bool

  var description: String { path }

  init(_ path: String, general: Set<String>, hasSteps: Bool = true) {
    self.path = path
    self.general = general
    self.hasSteps = hasSteps
  }

  /// The table of the house. A line here is a decision of the design, not of a test.
  static let all = [
    Room("Sources/Migration", general: ["Shared", "Text"]),
    Room("Sources/Documents", general: ["Formats", "Portal"]),
    Room("Sources/SessionFile", general: ["File", "Journal", "Rows"]),
    Room("Sources/Wizard", general: ["Engine", "Kit", "Screens"], hasSteps: false),
    Room("Sources/Wizard/Screens", general: ["Start", "Everywhere"]),
    Room("Sources/overstap", general: ["Runtime", "Files", "Commands", "Demonstration"]),
    Room("Tests/MigrationTests", general: ["Shared", "Text"]),
    Room("Tests/DocumentsTests", general: ["Formats", "Portal"]),
    Room("Tests/SessionFileTests", general: ["File", "Files", "Journal", "Rows"]),
    Room("Tests/WizardTests", general: ["Engine", "Kit", "Screens", "Support"]),
    Room("Tests/EndToEndTests", general: ["Commands", "Crashes", "Driving", "Stories"]),
  ]

  /// The folders that name no step: the engine, the kit, the file, formats, the runtime.
  static let unnamed = [
    "Sources/Canvas", "Sources/Documents/Formats", "Sources/PlainMode", "Sources/ScreenTexts",
    "Sources/SessionFile/File", "Sources/SessionFile/Journal", "Sources/SessionFile/Rows",
    "Sources/Terminal", "Sources/Widgets", "Sources/Wizard/Engine", "Sources/Wizard/Kit",
    "Sources/overstap/Runtime",
  ]

  /// The words that are a step's own, in code and in names of screens; small letters, no strokes. The
  /// name of a step itself is not among them: by that a general room may know it.
  static let words: [(step: String, words: [String])] = [
    ("CreateUsers", ["invit", "stranger"]),
    ("AssignProducts", ["assignment", "offering", "seat"]),
    ("SwitchDevices", ["installation", "switching", "computer"]),
    ("InformUsers", ["informed", "announcement"]),
    ("RetireServers", ["licensing", "licenceserver", "licencefile", "lmstat", "checkout"]),
  ]

  /// The steps that a line of code names.
  static func steps(in line: some StringProtocol) -> [String] {
    let text = line.lowercased().filter { $0.isLetter || $0.isNumber }
    return words.filter { _, words in words.contains { text.contains($0) } }.map(\.step)
  }
}
