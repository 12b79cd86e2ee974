import Canvas
import Migration
import Widgets

/// *Import*: choosing the file; what is in it is looked through on the next screen.
struct ImportUsers: Screen {
  let name = "import-users"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words.of("invite-single")("title")
    page.widgets =
      [InviteTabs.row("import", scene)] + FilePicker.widgets(scene, label: words("labels.path"))
    page.footer = [
      ButtonRow([
        .init("read", words("actions.read")),
        .init("cancel", words.common("actions.cancel")),
      ]),
      Paragraph(words("notes.what"), style: .dim),
    ]
    page.firstFocus = "path"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    let effects =
      FilePicker.handle(event, &state, .readingList) { .readFile(path: $0) }
      ?? FilePicker.follow(event, &state)
    if let effects { return effects }
    switch event {
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed(let id): return InviteTabs.pressed(id, &state) ?? []
    default: return []
    }
  }
}
