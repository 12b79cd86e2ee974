import Testing
import WizardTesting

/// Where a screen leads is said in the flow's table, and what it remembers it says itself.
@Suite("What a screen knows of others")
struct EdgeTests {
  /// The files of screens and of what they are made of; the flow's table is where screens are named.
  static let files: [String] =
    (Repository.swiftFiles(under: "Sources/Wizard/Screens")
    + Repository.swiftFiles(under: "Sources/Wizard/Kit"))
    .filter { !$0.contains("/Flow+") }

  @Test("no screen names another one's name, memory or fields", arguments: files)
  func apart(_ path: String) {
    let faults = Self.faults(in: Repository.text(path) ?? "", file: Self.type(of: path))
    #expect(faults == [], "\(path)")
  }

  @Test("the table is read, and so are the names")
  func read() {
    #expect(Self.outcomes["UserTable"]?.contains("hand-over") == true)
    #expect(Self.outcomes["Briefing"]?.contains("carry-out") == true)
    #expect(Self.names.isSuperset(of: ["user-table", "leave", "product-page"]))
    #expect(Self.names.count > 50)
  }

  @Test(
    "a screen that reaches into another one is found",
    arguments: [
      ("state.memories[\"user-table\"]?.begin()", 2),
      ("let own = state.memories[state.visit.key]", 1),
      ("let memory = UserTable().memory(state)", 1),
      ("ReviewRow().forget(&state)", 1),
      ("Self().remember(&state) { $0.focus = \"\" }", 0),
      ("return Navigation.jump(to: Visit(\"user-table\"), &state)", 2),
      ("return Navigation.jump(to: Visit(name), &state)", 1),
      ("guard state.visit.screen == \"prove-seats\" else { return [] }", 1),
      ("return Navigation.follow(\"hand-over\", &state)", 0),
      ("return Navigation.follow(\"user-table\", &state)", 1),
      ("let rows = memory.rows(\"servers\")", 1),
      ("let rows = memory.rows(\"servers\") + Table(id: \"servers\")", 0),
      ("let words = scene.words.of(\"servers\")", 0),
      ("  case prove = \"prove-servers\"", 0), ("let page = \"prove-servers\"", 1),
      ("// state.memories[\"user-table\"]", 0),
    ])
  func finds(_ code: String, _ count: Int) {
    let faults = Self.faults(in: code, file: "ByProduct")
    #expect(faults.count == count, "\(code): \(faults)")
  }

  /// What a file says of screens that are not its own.
  private static func faults(in text: String, file type: String) -> [String] {
    let source = SwiftSource(text)
    var faults: [String] = []
    for line in source.code.split(separator: "\n") {
      if line.contains(".memories") { faults.append("memories: \(line.trimmed)") }
      if line.contains("Visit(") { faults.append("a visit: \(line.trimmed)") }
      for call in ["().memory(", "().remember(", "().forget("] {
        guard let place = line.firstRange(of: call) else { continue }
        if !line[..<place.lowerBound].hasSuffix("Self") { faults.append("of: \(line.trimmed)") }
      }
    }
    let spoken = literals(in: text, behind: ["words.of(", "words: "])
    let placed = literals(in: text, behind: ["id: ", "table: ", "Item(", "Button(", ".init("])
    let own = (outcomes[type] ?? []).union(placed).union(spoken).union([name(in: text)])
      .union(cases(in: text))
    for literal in source.literals {
      let screen = String(literal.text.prefix { $0 != "/" })
      if names.contains(screen), !own.contains(screen) {
        faults.append("\(literal.line): \(literal.text)")
      }
    }
    return faults
  }

  /// The literals that stand behind one of some beginnings of a call.
  private static func literals(in text: String, behind beginnings: [String]) -> Set<String> {
    let parts = text.split(separator: Character("\""), omittingEmptySubsequences: false)
    let places = parts.indices.dropFirst().filter { place in
      beginnings.contains { parts[place - 1].hasSuffix($0) }
    }
    return Set(places.map { String(parts[$0]) })
  }

  /// What the cases of a file's own enums are called: a command may be called as the screen is to which
  /// it leads.
  private static func cases(in text: String) -> Set<String> {
    let lines = text.split(separator: "\n").filter {
      $0.trimmed.hasPrefix("case ") && !$0.trimmed.hasPrefix("case .")
    }
    return literals(in: lines.joined(separator: "\n"), behind: [" = "])
  }

  /// The name that a screen gives itself; empty where a file has none.
  private static func name(in text: String) -> String {
    literals(in: text, behind: ["let name = "]).first ?? ""
  }

  /// The names of all screens.
  private static let names: Set<String> = Set(files.map { name(in: Repository.text($0) ?? "") })
    .subtracting([""])

  /// The outcomes of each screen's own edges, by its type.
  private static let outcomes: [String: Set<String>] = {
    var outcomes: [String: Set<String>] = [:]
    let tables = Repository.swiftFiles(under: "Sources/Wizard/Screens").filter {
      $0.contains("/Flow+")
    }
    for path in tables {
      for entry in (Repository.text(path) ?? "").split(separator: "Entry(").dropFirst() {
        let type = String(entry.trimmed.drop { $0.isWhitespace }.prefix { $0.isLetter })
        let ends = entry.split(separator: "\"", omittingEmptySubsequences: false)
        for (place, end) in ends.enumerated() where end.hasPrefix(": ") && place > 0 {
          outcomes[type, default: []].insert(String(ends[place - 1]))
        }
      }
    }
    return outcomes
  }()

  /// The screen that a file is of: the type that it is called after, as far as a stroke or a plus.
  private static func type(of path: String) -> String {
    let file = path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
    return String(file.prefix { $0 != "+" })
  }
}
