import Widgets

/// The three tabs of *Invite users*, in the portal's own order.
enum InviteTabs {
  static let all = ["single", "multiple", "import"]

  static func row(_ present: String, _ scene: Scene) -> TabRow {
    let words = scene.words.of("invite-single")
    return TabRow(
      all.map { TabRow.Tab("tab-\($0)", words("labels.tab-\($0)")) }, present: "tab-\(present)")
  }

  /// Turns to the tab with this id; nil when it is no tab.
  static func pressed(_ id: String, _ state: inout State) -> [Effect]? {
    guard id.hasPrefix("tab-") else { return nil }
    let effects = Navigation.turn(String(id.dropFirst("tab-".count)), &state)
    // The focus stays on the tabs, so that the arrows go on to the next.
    state.memory.focus = id
    return effects
  }
}
