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
      let words = words(in: language)
      let code = language.code
      files.append(ScriptFile("README.\(code).txt", text: readMe(order, setup, words)))
      let title = words("labels.leaflet-title")
      let leaflet = leaflet(order, setup, words)
      files.append(ScriptFile("leaflet.\(code).txt", text: "\(title)\n\n\(leaflet)"))
      files.append(
        ScriptFile(
          name: "leaflet.\(code).html",
          bytes: SwitchLeaflet.page(title: title, text: leaflet, language: code)))
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

  private static func leaflet(_ order: SwitchOrder, _ setup: Setup?, _ words: Words) -> String {
    let helpdesk = setup?.helpdesk ?? .standard
    let (older, newer) = names(order).reduce(into: ([String](), [String]())) { parts, name in
      let year = name.split(separator: " ").last.flatMap { Int($0) }
      if let year, (2017...2019).contains(year) {
        parts.0.append(name)
      } else {
        parts.1.append(name)
      }
    }
    let organisation = setup?.organisation ?? ""
    var text =
      words(
        "briefing.leaflet",
        ["organisation": organisation.isEmpty ? words("values.no-organisation") : organisation])
      + "\n"
    if !newer.isEmpty {
      text += words("briefing.leaflet-2020", ["newer": newer.joined(separator: ", ")]) + "\n"
    }
    if !older.isEmpty {
      text += words("briefing.leaflet-2017", ["older": older.joined(separator: ", ")]) + "\n"
    }
    let card = [helpdesk.name, helpdesk.telephone, helpdesk.address].filter { !$0.isEmpty }
    return text + words("briefing.leaflet-end", ["helpdesk": card.joined(separator: " · ")])
  }

  /// The products by name, each once: several keys may be of one.
  private static func names(_ order: SwitchOrder) -> [String] {
    var seen: Set<String> = []
    return order.products.map { $0.name.isEmpty ? $0.key : PrintedText.clean($0.name) }
      .filter { seen.insert($0).inserted }
  }
}
