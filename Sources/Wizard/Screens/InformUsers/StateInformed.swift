import Canvas
import Migration
import Widgets

/// The admin says that everyone is informed, or takes that back.
struct StateInformed: Screen {
  let name = "state-informed"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let day = scene.summary.informedOn
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Paragraph(
        day.map { words("notes.stated", ["day": scene.day($0)]) } ?? words("notes.not-stated")),
      Gap(), Paragraph(words("introduction")),
    ]
    page.footer = [
      ButtonRow([
        day == nil
          ? .init("informed", words("actions.informed"))
          : .init("take-back", words("actions.take-back")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = "cancel"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("informed"), .pressed("take-back"):
      let day = state.summary.informedOn == nil ? state.moment.day : nil
      return [.apply(.informUsers(.stateInformed(day)))]
    case .pressed("cancel"), .answered(.applied): return Navigation.back(&state)
    default: return []
    }
  }
}
