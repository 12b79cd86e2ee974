import Documents
import Migration
import ScreenTexts
import Wizard

/// The folder that an order to switch is handed out as: scripts, what they have to be told of, the
/// folder for a fleet and the leaflets.
enum SwitchFolder {
  /// The files, and what of the order they leave out by name; no files where nothing is left to switch.
  static func files(
    for order: SwitchOrder, of setup: Setup?
  ) -> (files: [ScriptFile], refused: [SwitchScripts.Refused]) {
    let catalogue = EmbeddedScreens.catalogue
    let language =
      catalogue.languages.first { $0.code == setup?.language ?? "" } ?? catalogue.fallback
    let own = words(in: language)
    let scripts = SwitchScripts.files(
      for: order,
      words: SwitchScripts.Words(
        switching: own("briefing.script-switching"), undoing: own("briefing.script-undoing"),
        detecting: own("briefing.script-detecting"), trying: own("briefing.script-trying"),
        untried: own("briefing.script-untried")))
    guard !scripts.files.isEmpty else { return scripts }
    let fleet = SwitchFleet.files(for: order)
    let refused = scripts.refused + fleet.refused.filter { !scripts.refused.contains($0) }
    var files = scripts.files
    for language in catalogue.languages {
      let readMe = readMe(order, setup, words(in: language))
      files.append(ScriptFile("README.\(language.code).txt", text: readMe))
      files += leaflet(names(order), "", setup, in: language)
    }
    return (files + fleet.files, refused)
  }

  private static func words(in language: Language) -> Words {
    Words(EmbeddedScreens.catalogue.texts(in: language), screen: "switch-folder")
  }

  private static func readMe(_ order: SwitchOrder, _ setup: Setup?, _ words: Words) -> String {
    let most = 40
    var computers =
      order.hosts.isEmpty
      ? words("values.any-computer") : order.hosts.prefix(most).map(\.name).joined(separator: ", ")
    if order.hosts.count > most { computers += " + \(order.hosts.count - most)" }
    return words(
      "briefing.readme",
      [
        "order": String(order.number), "products": names(order).joined(separator: ", "),
        "computers": PrintedText.clean(computers),
        "until": setup?.networkRightsEnd?.iso ?? words("values.no-day"),
      ])
  }

  /// The leaflet for all people of an order, in each language.
  static func leaflets(for draft: SwitchOrderDraft, of setup: Setup?) -> [ScriptFile] {
    let names = unique(draft.hosts.flatMap(\.rows).map(\.name))
    return EmbeddedScreens.catalogue.languages.flatMap { leaflet(names, "", setup, in: $0) }
  }

  /// A leaflet for each person of an order, with the products of that person, in the person's language.
  static func leaflets(
    for draft: SwitchOrderDraft, in languages: [UserID: String], of setup: Setup?
  ) -> [ScriptFile] {
    let catalogue = EmbeddedScreens.catalogue
    var taken: Set<String> = []
    return draft.people.flatMap { person, products -> [ScriptFile] in
      let own = person.user.flatMap { languages[$0] } ?? ""
      let code = own.isEmpty ? setup?.language ?? "" : own
      let language = catalogue.languages.first { $0.code == code } ?? catalogue.fallback
      let name = person.name.isEmpty ? person.login : person.name
      let base = AdminPath.fileName(for: name)
      var free = base
      var number = 2
      while !taken.insert(free.lowercased()).inserted {
        free = "\(base)-\(number)"
        number += 1
      }
      return leaflet(unique(products), name, setup, in: language, called: free)
    }
  }

  /// A leaflet as text and as a page, for one person or for all.
  private static func leaflet(
    _ names: [String], _ person: String, _ setup: Setup?, in language: Language,
    called name: String = "leaflet"
  ) -> [ScriptFile] {
    let words = words(in: language)
    let title = words.of("leaflet")("title")
    let text =
      (person.isEmpty
        ? "" : words.of("leaflet")("labels.for", ["name": PrintedText.clean(person)]) + "\n")
      + leaflet(names, setup, words)
    return [
      ScriptFile("\(name).\(language.code).txt", text: "\(title)\n\n\(text)"),
      ScriptFile(
        name: "\(name).\(language.code).html",
        bytes: SwitchLeaflet.page(title: title, text: text, language: language.code)),
    ]
  }

  private static func leaflet(_ names: [String], _ setup: Setup?, _ words: Words) -> String {
    let helpdesk = setup?.helpdesk ?? .standard
    let (older, newer) = names.reduce(into: ([String](), [String]())) { parts, name in
      let year = name.split(separator: " ").last.flatMap { Int($0) }
      if let year, (2017...2019).contains(year) {
        parts.0.append(name)
      } else {
        parts.1.append(name)
      }
    }
    let organisation = setup?.organisation ?? ""
    let letter = words.of("leaflet")
    var text =
      letter(
        "messages.text",
        ["organisation": organisation.isEmpty ? words("values.no-organisation") : organisation])
      + "\n"
    if !newer.isEmpty {
      text += letter("messages.newer", ["newer": newer.joined(separator: ", ")]) + "\n"
    }
    if !older.isEmpty {
      text += letter("messages.older", ["older": older.joined(separator: ", ")]) + "\n"
    }
    let card = [helpdesk.name, helpdesk.telephone, helpdesk.address].filter { !$0.isEmpty }
    return text + letter("messages.end", ["helpdesk": card.joined(separator: " · ")])
  }

  /// The products by name, each once: several keys may be of one.
  private static func names(_ order: SwitchOrder) -> [String] {
    unique(order.products.map { $0.name.isEmpty ? $0.key : $0.name })
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map { PrintedText.clean($0) }.filter { seen.insert($0).inserted }
  }
}
