import Migration

/// Scripts that switch the products of an order to single-user on the computer on which they run, and
/// put that back.
///
/// Each asks the licensing helper for its `list`, has it `change` what is in scope, one product at a
/// time, and asks for the `list` again: only that tells what came of it, since the helper's exit codes
/// are not documented. A call has a time limit, since the helper can hang. What was before is kept on
/// the computer first. Nothing else is touched, no product is ended and no computer started again. A
/// product of 2017 to 2019 has no helper: its type file is written, with a copy kept.
///
/// The bodies are constant; the values of an order stand in a block at the head, quoted for the
/// language. What a script writes is described at `SwitchOrder`.
///
/// Source of the paths, of `list` and `change` and of the type file: Autodesk's pages about the
/// licensing installer helper and about network licences of 2017 to 2019, and deployment scripts.
package enum SwitchScripts {
  /// What the scripts say of themselves in their first lines, in the language of the migration.
  package struct Words: Hashable, Sendable {
    /// What those that switch do, and what those that put back do.
    package var switching: String, undoing: String
    /// What the one that only looks does.
    package var detecting: String
    /// How to try it without changing anything.
    package var trying: String
    /// That no computer with Windows has run them yet.
    package var untried: String

    /// Makes words.
    package init(
      switching: String = "", undoing: String = "", detecting: String = "", trying: String = "",
      untried: String = ""
    ) {
      self.switching = switching
      self.undoing = undoing
      self.detecting = detecting
      self.trying = trying
      self.untried = untried
    }
  }

  /// What of an order cannot stand in a script.
  package struct Refused: Hashable, Sendable {
    /// What it is.
    package enum Part: String, CaseIterable, Sendable {
      case product, host, results
    }

    /// What it is.
    package var part: Part
    /// What it is called.
    package var value: String
  }

  /// What scripts do.
  enum Action: String, CaseIterable {
    /// Switch, put back, or only tell whether anything is left to switch.
    case `switch`, undo, detect

    /// The languages in which there is one: what detects is one half of a pair of Intune's.
    var languages: [ScriptLanguage] {
      switch self {
      case .switch, .undo: ScriptLanguage.allCases
      case .detect: [.powerShell]
      }
    }
  }

  /// The scripts of an order, and what of it they leave out by name. There are none without a product
  /// that they can name, nor where the order is for some computers and none of these can be named: such
  /// a script would run on any.
  package static func files(
    for order: SwitchOrder, words: Words = Words()
  ) -> (files: [ScriptFile], refused: [Refused]) {
    var refused: [Refused] = []
    let products = order.products.compactMap { product -> String? in
      if let entry = scope(product) { return entry }
      refused.append(
        Refused(part: .product, value: product.name.isEmpty ? product.key : product.name))
      return nil
    }
    let hosts = order.hosts.compactMap { host -> String? in
      if HostName.isPlain(host.name) { return host.name.lowercased() }
      refused.append(Refused(part: .host, value: host.name))
      return nil
    }
    guard !products.isEmpty, hosts.isEmpty == order.hosts.isEmpty else { return ([], refused) }
    let values = Values(
      order: order.number, products: unique(products), hosts: unique(hosts), results: order.results)
    var files: [ScriptFile] = []
    for action in Action.allCases {
      for language in ScriptLanguage.allCases where action.languages.contains(language) {
        files.append(script(action, values, words, in: language, &refused))
      }
    }
    return (files, unique(refused))
  }

  /// What differs from one order to the next.
  private struct Values {
    var order: Int
    var products: [String]
    var hosts: [String]
    var results: String
  }

  private static func script(
    _ action: Action, _ values: Values, _ words: Words, in language: ScriptLanguage,
    _ refused: inout [Refused]
  ) -> ScriptFile {
    switch language {
    case .shell:
      let name = "\(action.rawValue).sh"
      let lines =
        remarks(action, words, in: language, "sudo sh \(name) --dry-run") + [
          language.list("action", [action.rawValue]),
          language.list("order", [String(values.order)]),
          language.list("products", values.products), language.list("hosts", values.hosts),
          results(values.results, in: language, &refused),
        ]
      return ScriptFile(name, "#!/bin/sh\n" + block(lines) + shellBody, in: language)
    case .powerShell:
      let name = "\(action.rawValue).ps1"
      let lines =
        remarks(action, words, in: language, ".\\\(name) -WhatIf") + [
          "$action = '\(action.rawValue)'", "$order = '\(values.order)'",
          language.list("products", values.products), language.list("hosts", values.hosts),
          results(values.results, in: language, &refused),
        ]
      return ScriptFile(name, powerShellOpening + block(lines) + powerShellBody, in: language)
    case .batch:
      let name = "\(action.rawValue).cmd"
      let lines = remarks(action, words, in: language, "\(name) --dry-run")
      return ScriptFile(name, "@echo off\n" + block(lines) + batchBody, in: language)
    }
  }

  private static func block(_ lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
  }

  /// A product as the scripts have it: key and version with a colon between; nil for what is none.
  static func scope(_ product: SwitchOrder.Product) -> String? {
    let isKey =
      !product.key.isEmpty && product.key.utf8.count <= 16
      && product.key.utf8.allSatisfy { isLetterOrDigit($0) }
    let isVersion =
      product.version.utf8.count <= 32
      && product.version.utf8.allSatisfy { isLetterOrDigit($0) || ".-_".utf8.contains($0) }
    return isKey && isVersion ? "\(product.key):\(product.version)" : nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func remarks(
    _ action: Action, _ words: Words, in language: ScriptLanguage, _ call: String
  ) -> [String] {
    let purpose =
      switch action {
      case .switch: words.switching
      case .undo: words.undoing
      case .detect: words.detecting
      }
    let untried = language == .shell ? [] : [words.untried]
    return ([purpose, "\(words.trying)   \(call)"] + untried).map { language.remark($0) }
  }

  /// The folder of the results in one language; a share or a drive of Windows means nothing elsewhere,
  /// nor the other way round.
  private static func results(
    _ folder: String, in language: ScriptLanguage, _ refused: inout [Refused]
  ) -> String {
    // PowerShell has a parameter of that name.
    let name = language == .powerShell ? "share" : "results"
    let isOfWindows = folder.contains("\\") || folder.dropFirst().hasPrefix(":")
    let isMeant = isOfWindows == (language != .shell)
    if let line = language.value(name, isMeant ? folder : "") { return line }
    refused.append(Refused(part: .results, value: folder))
    return language == .powerShell ? "$share = ''" : language.list(name, [])
  }

  private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
