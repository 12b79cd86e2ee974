import Canvas
import Migration
import Widgets

/// Everything is saved; leave?
struct Leave: Screen {
  let name = "leave"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets =
      scene.state.session.isDemo
      ? [Paragraph(words("notes.demo"), style: .warning)] : [Paragraph(words("introduction"))]
    if !scene.state.session.path.isEmpty {
      page.widgets += [
        Gap(), Facts([Facts.Fact(words("labels.file"), scene.state.session.path)]),
      ]
    }
    page.widgets += [
      Gap(),
      ButtonRow([.init("leave", words("actions.leave")), .init("stay", words("actions.stay"))]),
    ]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("leave"): [.leave]
    case .pressed("stay"): Navigation.back(&state)
    default: []
    }
  }
}
