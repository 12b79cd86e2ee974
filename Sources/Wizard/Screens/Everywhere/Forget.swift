import Canvas
import Migration
import Widgets

/// What goes when the people of a migration are forgotten, and where their names stand outside of it.
struct Forget: Screen {
  let name = "forget"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    if let forgotten = scene.summary.forgotten {
      page.widgets = [Paragraph(words("notes.forgotten", ["day": scene.day(forgotten.day)]))]
      page.footer = [ButtonRow([.init("cancel", words.common("actions.back"))])]
      return page
    }
    let files = scene.state.outside
    page.widgets = [
      Paragraph(words("counts.people", count: scene.summary.userFunnel.total)),
      Paragraph(words("introduction")),
      Gap(),
      Paragraph(words("counts.files", count: files.count), style: files.isEmpty ? .dim : .warning),
      ItemList(files.enumerated().map { ItemList.Item("file.\($0)", $1) }),
    ]
    page.footer = [
      ButtonRow([
        .init("cancel", words.common("actions.cancel")), .init("forget", words("actions.forget")),
      ])
    ]
    page.firstFocus = "cancel"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      state.outside = []
      return [.listOutside]
    case .pressed("forget"): return Admission.refused(&state) ?? [.forget]
    case .pressed("cancel"): return Navigation.back(&state)
    default: return []
    }
  }
}
