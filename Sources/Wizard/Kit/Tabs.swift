import Widgets

/// The tabs of a dialog, each a page of its own about the same thing.
struct Tabs: Sendable {
  /// Their names: those of the edges that lead to their pages.
  let names: [String]
  /// The words in which their labels are.
  let words: String

  /// The row of tabs, with the present one marked.
  func row(_ present: String, _ scene: Scene) -> TabRow {
    let words = scene.words.of(words)
    return TabRow(
      names.map { TabRow.Tab("tab-\($0)", words("labels.tab-\($0)")) }, present: "tab-\(present)")
  }

  /// Turns to the tab with this id; nil when it is no tab.
  func pressed(_ id: String, _ state: inout State) -> [Effect]? {
    guard let name = names.first(where: { id == "tab-\($0)" }) else { return nil }
    let effects = Navigation.turn(name, &state)
    // The focus stays on the tabs, so that the arrows go on to the next.
    state.memory.focus = id
    return effects
  }
}
