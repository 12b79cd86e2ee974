import Migration
import Widgets

/// The three tabs of *Assign users*: type, pick, import.
enum AssignTabs {
  static let all = ["type", "pick", "import"]

  /// The product above the tabs, and the tabs.
  static func widgets(_ present: String, _ product: Product, _ scene: Scene) -> [any Widget] {
    let words = scene.words.of("seats")
    return [
      TabRow(
        all.map { TabRow.Tab("tab-\($0)", words("labels.tab-\($0)")) }, present: "tab-\(present)"),
      Heading(product.details.name, remark: SeatText.available(product, scene)),
    ]
  }

  /// Turns to the tab with this id; nil when it is no tab.
  static func pressed(_ id: String, _ state: inout State) -> [Effect]? {
    guard id.hasPrefix("tab-") else { return nil }
    let outcome = String(id.dropFirst("tab-".count))
    guard let name = Flow.entry(state.visit.screen).edges[outcome] else { return [] }
    let effects = Navigation.replace(with: Visit(name, state.visit.argument), &state)
    // The focus stays on the tabs, so that the arrows go on to the next.
    state.memory.focus = id
    return effects
  }

  /// Back to the product, with nothing left of what was typed.
  static func leave(_ state: inout State) -> [Effect] {
    Navigation.forget(&state)
    return Navigation.back(&state)
  }
}
