/// A package of others that the project may use. None of them brings Foundation; ArgumentParser
/// brings FoundationEssentials, which is small.
struct Package: Sendable {
  let name: String
  /// Whether its traits are left out, since one of them brings Foundation.
  var isWithoutTraits = false

  static let all = [
    Package(name: "swift-argument-parser"), Package(name: "swift-system"),
    Package(name: "swift-subprocess", isWithoutTraits: true),
  ]
}

/// One module of the house: what it may import, and what it alone may import.
struct Module: Sendable, CustomStringConvertible {
  /// Its name, and that of its folder under `Sources`.
  let name: String
  /// The modules of this project that it may import.
  let ours: Set<String>
  /// What it owns: nobody else imports it.
  let owns: Set<String>
  /// The system's modules that it may import besides the standard library.
  let system: Set<String>

  var description: String { name }

  init(_ name: String, ours: Set<String> = [], owns: Set<String> = [], system: Set<String> = []) {
    self.name = name
    self.ours = ours
    self.owns = owns
    self.system = system
  }

  private static let wizardMay: Set<String> = ["Canvas", "Widgets", "Migration", "ScreenTexts"]

  /// The table of the house. A line here is a decision of the design, not of a test.
  static let all = [
    Module("CTerm"),
    Module("CSQLite"),
    Module("CYaml"),
    Module("CZlib"),
    Module("Canvas"),
    Module("Migration"),
    Module("ScreenTexts", ours: ["CYaml"], owns: ["CYaml"], system: ["Glibc"]),
    Module("Widgets", ours: ["Canvas"]),
    Module(
      "Documents", ours: ["Migration", "CZlib"], owns: ["CZlib"], system: ["Glibc"]),
    Module("SessionFile", ours: ["CSQLite", "Migration"], owns: ["CSQLite"], system: ["Glibc"]),
    Module("Wizard", ours: wizardMay),
    Module("Terminal", ours: ["Canvas", "CTerm"], system: ["Glibc"]),
    Module("PlainMode", ours: wizardMay.union(["Wizard"])),
    Module("EmbedScreens", ours: ["ScreenTexts"], system: ["Glibc"]),
    Module(
      "EmbedScreensPlugin", owns: ["PackagePlugin"], system: ["Foundation"]),
    Module(
      "overstap",
      ours: [
        "Canvas", "Documents", "Migration", "PlainMode", "ScreenTexts", "SessionFile",
        "Terminal", "Widgets", "Wizard",
      ], owns: ["ArgumentParser", "Subprocess", "SystemPackage"],
      system: ["Glibc", "Synchronization"]),
  ]

  /// Whether it may import a module.
  func may(import other: String) -> Bool {
    ours.contains(other) || owns.contains(other) || system.contains(other)
  }
}
