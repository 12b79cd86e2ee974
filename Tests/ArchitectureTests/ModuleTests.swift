import Testing
import WizardTesting

@Suite("The modules")
struct ModuleTests {
  static let manifest = Manifest(Repository.text("Package.swift") ?? "")

  @Test("the folders under Sources are the modules of the table")
  func folders() {
    #expect(Repository.names(in: "Sources") == Module.all.map(\.name).sorted())
  }

  @Test("a module imports only what the table lets it", arguments: Module.all)
  func imports(_ module: Module) {
    for path in Repository.swiftFiles(under: "Sources/\(module.name)") {
      for name in imports(in: path) {
        #expect(module.may(import: name), "\(path) imports \(name)")
      }
    }
  }

  @Test("the manifest gives a module only what the table lets it", arguments: Module.all)
  func dependencies(_ module: Module) throws {
    let target = try #require(Self.manifest.targets.first { $0.name == module.name })
    // The plugin is given the program that it runs.
    let runs: Set<String> = module.name == "EmbedScreensPlugin" ? ["EmbedScreens"] : []
    for name in target.targets + target.products where !runs.contains(name) {
      #expect(module.may(import: name), "Package.swift gives \(module) \(name)")
    }
  }

  @Test("what is given in the manifest is imported somewhere", arguments: Module.all)
  func needed(_ module: Module) throws {
    let target = try #require(Self.manifest.targets.first { $0.name == module.name })
    guard target.kind != "plugin" else { return }
    let used = Set(
      Repository.swiftFiles(under: "Sources/\(module.name)").flatMap { imports(in: $0) })
    for name in target.targets + target.products {
      #expect(used.contains(name), "\(module) does not import \(name)")
    }
  }

  @Test("what a module owns nobody else imports", arguments: Module.all)
  func owners(_ module: Module) {
    for other in Module.all where other.name != module.name {
      #expect(other.owns.isDisjoint(with: module.owns), "\(other) and \(module)")
      #expect(module.owns.isDisjoint(with: other.ours), "\(other) may import what \(module) owns")
    }
  }

  @Test("no module but the plugin, which is no part of the program, may import Foundation")
  func noFoundation() {
    for module in Module.all where module.name != "EmbedScreensPlugin" {
      for name in ["Foundation", "FoundationEssentials", "FoundationInternationalization"] {
        #expect(!module.may(import: name), "\(module)")
      }
    }
  }

  @Test("no package is taken that brings Foundation, which is more than the rest of the program")
  func packages() {
    #expect(Self.manifest.packages.map(\.name) == Package.all.map(\.name))
    for (found, package) in zip(Self.manifest.packages, Package.all) {
      #expect(found.isWithoutTraits == package.isWithoutTraits, "\(package.name)")
    }
  }

  @Test("only CTerm knows ncurses")
  func ncurses() {
    for module in Module.all where module.name != "CTerm" {
      for name in Repository.names(in: "Sources/\(module.name)") where name.hasSuffix(".h") {
        let text = Repository.text("Sources/\(module.name)/\(name)") ?? ""
        #expect(!text.contains("curses"), "\(module.name)/\(name)")
      }
    }
    let linked = (Repository.text("Package.swift") ?? "").split(separator: "\n")
      .filter { $0.contains("ncursesw") }
    #expect(linked.count == 1)
  }

  @Test("no module imports itself round a corner")
  func noCircles() {
    for module in Module.all {
      var reached = module.ours
      var isGrowing = true
      while isGrowing {
        let before = reached.count
        for other in Module.all where reached.contains(other.name) { reached.formUnion(other.ours) }
        isGrowing = reached.count > before
      }
      #expect(!reached.contains(module.name), "\(module)")
    }
  }

  @Test("warnings are errors in every target of Swift code")
  func strict() {
    for target in Self.manifest.targets {
      let isSwift = !["CSQLite", "CTerm", "CYaml", "CZlib", "EmbedScreensPlugin"].contains(
        target.name)
      #expect(target.isStrict == isSwift, "\(target)")
    }
    #expect(
      (Repository.text("Package.swift") ?? "").contains(".treatAllWarnings(as: .error)"))
    #expect((Repository.text("Package.swift") ?? "").contains("swiftLanguageModes: [.v6]"))
  }

  @Test("the tests of a module stand in a folder of their own, and each folder is a target")
  func testFolders() {
    // Benchmarks are scripts, run by hand.
    for name in Repository.names(in: "Tests") where name != "Benchmarks" {
      let target = Self.manifest.targets.first {
        $0.path == "Tests/\(name)" || ($0.kind == "testTarget" && $0.name == name)
      }
      #expect(target != nil, "Tests/\(name) is no target")
    }
  }

  private func imports(in path: String) -> [String] {
    SwiftSource(Repository.text(path) ?? "").code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place < 3,
        words[..<place].allSatisfy({
          $0.hasPrefix("@") || ["package", "internal", "public"].contains($0)
        }),
        words.indices.contains(place + 1)
      else { return nil }
      let kinds: Set<Substring> = [
        "struct", "enum", "class", "func", "protocol", "typealias", "var",
      ]
      let name = kinds.contains(words[place + 1]) ? words.last : words[place + 1]
      return name.map { String($0.prefix { $0 != "." }) }
    }
  }
}
