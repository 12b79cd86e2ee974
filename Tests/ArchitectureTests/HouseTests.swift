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

  @Test("the screens stand in folders named after the steps")
  func screenFolders() {
    let steps = Step.allCases.map { step in
      let name = "\(step)"
      return name.prefix(1).uppercased() + name.dropFirst()
    }
    #expect(
      steps == ["CreateUsers", "AssignProducts", "SwitchDevices", "InformUsers", "RetireServers"])
    let folders = Repository.names(in: "Sources/Wizard/Screens").filter { !$0.hasSuffix(".swift") }
    #expect(Set(folders).subtracting(steps).subtracting(["Start", "Everywhere"]) == [])
    #expect(folders.contains("CreateUsers"))
  }

  @Test("the file of a screen has the screen's name, and so have its words")
  func screenFiles() {
    for path in Repository.swiftFiles(under: "Sources/Wizard/Screens") {
      let text = Repository.text(path) ?? ""
      guard let start = text.firstRange(of: "let name = \"") else { continue }
      let name = String(text[start.upperBound...].prefix { $0 != "\"" })
      let file = kebab(String(path.split(separator: "/").last?.dropLast(".swift".count) ?? ""))
      #expect([name, "\(name)-page", "\(name)-screen"].contains(file), "\(path) has \(name)")
      for language in ["nl", "en"] {
        let words = "screens/\(language)/\(name).\(language).yaml"
        #expect(Repository.text(words) != nil, "\(words)")
      }
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
        declares || path.hasSuffix("Engine/Reducer.swift") || path.hasSuffix("LaterPages.swift"),
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
