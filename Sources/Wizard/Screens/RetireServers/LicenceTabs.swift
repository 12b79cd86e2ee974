import Widgets

/// The three ways in which what a licence server says comes in.
enum LicenceTabs {
  static let all = ["files", "paste", "ask"]

  static func row(_ present: String, _ scene: Scene) -> TabRow {
    let words = scene.words.of("add-licences")
    return TabRow(
      all.map { TabRow.Tab("tab-\($0)", words("labels.tab-\($0)")) }, present: "tab-\(present)")
  }

  /// Turns to the tab with this id; nil when it is no tab.
  static func pressed(_ id: String, _ state: inout State) -> [Effect]? {
    guard id.hasPrefix("tab-") else { return nil }
    let effects = Navigation.turn(String(id.dropFirst("tab-".count)), &state)
    state.memory.focus = id
    return effects
  }
}
