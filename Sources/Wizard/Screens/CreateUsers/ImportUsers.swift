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
      [InviteTabs.row("import", scene)] + FilePicker.widgets(scene, words("labels.path"))
    page.footer = [
      ButtonRow([
        .init("cancel", words.common("actions.cancel")), .init("read", words("actions.read")),
      ]),
      Paragraph(words("notes.what"), style: .dim),
    ]
    page.firstFocus = "path"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    if let effects = FilePicker.handle(event, .readingList, &state) { return effects }
    guard case .pressed(let id) = event else { return [] }
    return InviteTabs.pressed(id, &state) ?? []
  }
}
