import Widgets

/// The three tabs of *Invite users*, in the portal's own order.
enum InviteTabs {
  static let all = ["single", "multiple", "import"]

  static func row(_ present: String, _ scene: Scene) -> TabRow {
    let words = scene.words.of("invite-single")
    return TabRow(
      all.map { TabRow.Tab("tab-\($0)", words("labels.tab-\($0)")) }, present: "tab-\(present)")
  }

  /// Begins a dialog that is opened anew in its first field, or in the one in which somebody typed last;
  /// one that is come back to stays as it was.
  static func begin(in field: String, _ isReturn: Bool, _ state: inout State) {
    let memory = state.memory
    let isTyping = memory.inputs[memory.focus] != nil || memory.editors[memory.focus] != nil
    if !isReturn, !isTyping { state.memory.focus = field }
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
