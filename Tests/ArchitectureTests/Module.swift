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
    Module("CZlib"),
    Module("Canvas"),
    Module("Migration"),
    Module("ScreenTexts", owns: ["Yams"], system: ["Glibc"]),
    Module("Widgets", ours: ["Canvas"]),
    Module(
      "Documents", ours: ["Migration", "CZlib"], owns: ["Mustache", "CZlib"], system: ["Glibc"]),
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
