import Migration
import Testing
import WizardTesting

@Suite("The house")
struct HouseTests {
  @Test("the top level has nothing but what belongs there")
  func topLevel() {
    let ignored = (Repository.text(".gitignore") ?? "").split(separator: "\n").map { line in
      line.drop { $0 == "/" }
    }
    let names = Repository.names(in: "").filter { !ignored.contains($0[...]) }
    let wanted = ["LICENSE", "Package.swift", "README.md", "Sources", "Tests", "screens"]
    #expect(Set(names).subtracting(wanted) == [])
    #expect(Set(wanted).subtracting(names) == [])
  }

  @Test("the five steps have the same names in every room", arguments: Step.allCases)
  func steps(_ step: Step) {
    for language in ["nl", "en"] {
      let path = "screens/\(language)/\(step.id).\(language).yaml"
      #expect(Repository.text(path) != nil, "\(path)")
    }
    #expect(kebab("\(step)") == step.id)
  }

  @Test(
    "a room has a folder a step, named after it, and folders that serve several",
    arguments: Room.all)
  func rooms(_ room: Room) {
    let folders = Repository.folders(in: room.path)
    let allowed = room.general.union(room.hasSteps ? Self.stepNames : [])
    #expect(folders.subtracting(allowed) == [], "\(room) has folders that the house has not")
    guard room.path.hasPrefix("Sources") else { return }
    #expect(room.general.subtracting(folders) == [], "\(room) lacks what the house has")
  }

  @Test("a step's folder holds nothing that is called after another step")
  func stepFolders() {
    for path in Repository.swiftFiles(under: "Sources") {
      let parts = path.split(separator: "/").map(String.init)
      for step in Self.stepNames where parts.dropLast().contains(step) {
        let others = Self.stepNames.subtracting([step])
        let name = parts.last ?? ""
        #expect(!others.contains { name.contains($0) }, "\(path)")
      }
    }
  }

  @Test(
    "what serves several steps knows them by their names alone, and has one line for a step",
    arguments: Room.unnamed)
  func generalRooms(_ folder: String) {
    for path in Repository.swiftFiles(under: folder) where !path.contains("/Schema") {
      #expect(Self.repeated(in: Repository.text(path) ?? "") == [], "\(path)")
    }
  }

  @Test("a second line about a step is found, in code and in the name of a screen")
  func findsSteps() {
    let once = "case createUsers(CreateUsers)\nvar assignProducts = SeatState()"
    #expect(Self.repeated(in: once) == [])
    // What is exhaustive over the steps is what a general room is for.
    #expect(Self.repeated(in: once + "\ncase .createUsers: 1") == [])
    #expect(Self.repeated(in: once + "\n// seats") == [])
    #expect(Self.repeated(in: once + "\nvar seats = 0") == ["AssignProducts: var seats = 0"])
    #expect(
      Self.repeated(in: "let a = \"invite-single\"\nlet b = \"invite-multiple\"")
        == ["CreateUsers: let b = \"invite-multiple\""])
  }

  private static let stepNames = Set(
    Step.allCases.map { step in
      let name = "\(step)"
      return name.prefix(1).uppercased() + name.dropFirst()
    })

  /// The lines that speak of a step's things after another one did; comments, cases of a switch over
  /// the steps, and lines that have nothing of a step but its name are left aside.
  private static func repeated(in text: String) -> [String] {
    var seen: Set<String> = []
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      let code = line.trimmed
      guard !code.hasPrefix("//"), !code.hasPrefix("case ") else { continue }
      for step in Room.steps(in: code) where !seen.insert(step).inserted {
        lines.append("\(step): \(code)")
      }
    }
    return lines
  }

  @Test("the file of a screen has the screen's name, and so have its words")
  func screenFiles() {
    for path in Repository.swiftFiles(under: "Sources/Wizard/Screens") {
      let text = Repository.text(path) ?? ""
      guard let start = text.firstRange(of: "let name = \"") else { continue }
      let name = String(text[start.upperBound...].prefix { $0 != "\"" })
      let type = String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "")
      let bare = type.hasSuffix("Page") ? String(type.dropLast("Page".count)) : type
      #expect([kebab(bare), kebab(type)].contains(name), "\(path) has \(name)")
      #expect(
        bare == type || Self.domainTypes.contains(bare),
        "\(path): the domain has no \(bare), so that the screen can be called that")
      for language in ["nl", "en"] {
        let words = "screens/\(language)/\(name).\(language).yaml"
        #expect(Repository.text(words) != nil, "\(words)")
      }
    }
  }

  /// The names of the domain's own types.
  private static let domainTypes = Set(
    Repository.swiftFiles(under: "Sources/Migration").flatMap { types(in: $0) })

  /// The names that end as activities do, and are nouns of the field or of documents.
  private static let nouns: Set = [
    "Briefing", "ComputerWarning", "ControlString", "Ending", "Existing", "FileLanding", "Finding",
    "Folding", "FolderListing", "Heading", "Holding", "InviteSpelling", "MapOffering", "Meaning",
    "Offering", "OfferingMeaning", "Outgoing", "PeopleReading", "PersonFinding", "PlaceCoding",
    "Reading", "SessionListing", "Setting", "Standing", "TableFinding", "TextEncoding",
    "UseNarrowing",
  ]

  @Test("no type is called after an activity")
  func activities() {
    var seen: Set<String> = []
    for path in Repository.swiftFiles(under: "Sources") {
      for type in Self.types(in: path) where type.hasSuffix("ing") {
        seen.insert(type)
        #expect(Self.nouns.contains(type), "\(path): \(type)")
      }
    }
    #expect(Self.nouns.subtracting(seen) == [], "nouns that no type is called")
  }

  /// The names of the types that a file declares.
  private static func types(in path: String) -> [String] {
    (Repository.text(path) ?? "").split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard
        let kind = words.firstIndex(where: { ["struct", "enum", "class", "protocol"].contains($0) }
        ),
        words.indices.contains(kind + 1), !line.trimmed.hasPrefix("//")
      else { return nil }
      return String(words[kind + 1].prefix { $0.isLetter || $0.isNumber })
    }
  }

  @Test("a file is named after what it declares first, or after what it adds to")
  func fileNames() {
    for path in Repository.swiftFiles(under: "Sources/Wizard") {
      let name = String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "")
      let main = name.split(separator: "+").first.map(String.init) ?? name
      let text = Repository.text(path) ?? ""
      let kinds = ["struct", "enum", "class", "protocol", "extension", "actor"]
      let declares = kinds.contains { text.contains("\($0) \(main)") }
      #expect(
        declares || path.hasSuffix("Engine/Reducer.swift"),
        "\(path)")
    }
  }

  /// `createUsers` as `create-users`.
  private func kebab(_ name: String) -> String {
    var text = ""
    for character in name {
      if character.isUppercase {
        if !text.isEmpty { text += "-" }
        text += character.lowercased()
      } else {
        text.append(character)
      }
    }
    return text
  }
}
