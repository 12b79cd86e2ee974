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
      [Tabs.invite.row("import", scene)] + FilePicker.widgets(scene, label: words("labels.path"))
    page.footer = [
      Form.buttons(.init("read", words("actions.read")), scene),
      Paragraph(words("notes.what"), style: .dim),
    ]
    page.firstFocus = "path"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    let effects =
      FilePicker.handle(event, &state) { .readFile(path: $0) }
      ?? FileLanding.follow(event, &state)
    if let effects { return effects }
    switch event {
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id): return Tabs.invite.pressed(id, &state) ?? []
    default: return []
    }
  }
}
