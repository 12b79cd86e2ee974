import WizardTesting

/// What `Package.swift` says about targets, read from its text.
struct Manifest {
  /// One target.
  struct Target: Sendable, CustomStringConvertible {
    /// How it is declared: `target`, `executableTarget`, `testTarget`, `plugin`, `systemLibrary`.
    var kind: String
    var name: String
    /// The targets that it depends on.
    var targets: [String]
    /// The products of other packages that it depends on.
    var products: [String]
    /// Its folder where it is not the usual one.
    var path: String?
    /// Whether warnings are errors in it.
    var isStrict: Bool

    var description: String { name }
  }

  /// One package of others.
  struct Dependency: Sendable {
    var name: String
    /// Whether it is taken without the traits that it has by default.
    var isWithoutTraits: Bool
  }

  private(set) var targets: [Target] = []
  private(set) var packages: [Dependency] = []

  init(_ text: String) {
    var declarations = text[...]
    while let start = declarations.firstRange(of: "    .package(url: \"") {
      declarations = declarations[start.upperBound...]
      let body = Manifest.upToParenthesis(declarations)
      let name = body.prefix { $0 != "\"" }.split(separator: "/").last ?? ""
      packages.append(
        Dependency(name: String(name), isWithoutTraits: body.contains("traits: []")))
    }
    var lines = text[...]
    // The list of targets begins behind the list of packages.
    if let start = lines.firstRange(of: "targets: [\n    .") { lines = lines[start.lowerBound...] }
    for kind in ["target", "executableTarget", "testTarget", "plugin", "systemLibrary"] {
      var rest = lines
      while let start = rest.firstRange(of: "    .\(kind)(") {
        rest = rest[start.upperBound...]
        let body = Manifest.upToParenthesis(rest)
        targets.append(Manifest.target(kind, String(body)))
      }
    }
  }

  private static func target(_ kind: String, _ body: String) -> Target {
    var names = Manifest.quoted(Manifest.list("dependencies", in: body))
    var products: [String] = []
    var rest = Manifest.list("dependencies", in: body)[...]
    while let start = rest.firstRange(of: ".product(name: \"") {
      rest = rest[start.upperBound...]
      let product = String(rest.prefix { $0 != "\"" })
      products.append(product)
      names.removeAll { $0 == product }
      if let package = rest.firstRange(of: "package: \"") {
        let name = String(rest[package.upperBound...].prefix { $0 != "\"" })
        if let place = names.firstIndex(of: name) { names.remove(at: place) }
      }
    }
    return Target(
      kind: kind, name: Manifest.value("name", in: body) ?? "", targets: names,
      products: products, path: Manifest.value("path", in: body),
      isStrict: body.contains("swiftSettings: strict"))
  }

  private static func upToParenthesis(_ text: Substring) -> Substring {
    var depth = 0
    for (index, character) in zip(text.indices, text) {
      if character == "(" { depth += 1 }
      if character == ")" {
        if depth == 0 { return text[..<index] }
        depth -= 1
      }
    }
    return text
  }

  private static func list(_ label: String, in body: String) -> String {
    guard let start = body.firstRange(of: "\(label): [") else { return "" }
    return String(body[start.upperBound...].prefix { $0 != "]" })
  }

  private static func value(_ label: String, in body: String) -> String? {
    guard let start = body.firstRange(of: "\(label): \"") else { return nil }
    return String(body[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func quoted(_ text: String) -> [String] {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }
}
