import Canvas
import Widgets

/// The page of a state, with what keys, settling and drawing all need of it: what can have the focus,
/// and where everything stands. It is true for as long as the state stays what it was built from.
struct BuiltPage: Sendable {
  /// The page without the words round it.
  let page: Page
  /// What can have the focus, in reading order.
  let targets: [Target]
  /// Where everything stands.
  let layout: PageLayout

  /// Builds the page of a state.
  init(_ state: State) {
    page = Chrome.body(state)
    targets = page.targets
    layout = PageLayout(page, size: state.size)
  }

  /// The target with an id.
  func target(_ id: String) -> Target? { targets.first { $0.id == id } }

  /// The target that has the focus: the first one where the focus is on none.
  func focused(in state: State) -> Target? { target(state.memory.focus) ?? targets.first }

  /// The button that is pressed by default, when the page has it.
  var pressedByDefault: String? { page.defaultButton.flatMap { target($0)?.id } }

  /// The button that F10 presses, when the page has it.
  var mainButton: String? { pressedByDefault ?? page.mainButton.flatMap { target($0)?.id } }

  /// The first thing on the page in which somebody typed or chose what is kept nowhere yet; nil where
  /// there is none.
  func firstAnswer(in memory: Memory) -> String? {
    targets.first { page.answers.contains($0.id) && memory.isTyped($0.id) }?.id
  }

  /// The tab whose page is seen; nil where there are no tabs.
  var openTab: String? { page.widgets.lazy.compactMap { ($0 as? TabRow)?.present }.first }
}
