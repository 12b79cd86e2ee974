import Canvas
import Migration
import Widgets

/// What was typed on the page behind it is no part of the migration yet; throw it away?
struct ThrowAway: Screen {
  let name = "throw-away"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(words("introduction")), Gap(),
      ButtonRow([
        .init("stay", words("actions.stay")), .init("throw-away", words("actions.throw-away")),
      ]),
    ]
    page.firstFocus = "stay"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("stay"): return Navigation.back(&state)
    case .pressed("throw-away"):
      guard state.visits.count > 1 else { return Navigation.back(&state) }
      state.visits.removeLast()
      Navigation.forget(&state)
      return Flow.screen(state.visit.screen).handle(.pressed("cancel"), &state)
    default: return []
    }
  }
}
