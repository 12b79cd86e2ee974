import Canvas
import Migration
import Widgets

/// A file from anywhere: it is known by its content, and leads to where it belongs.
struct AddFile: Screen {
  let name = "add-file"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets =
      [Paragraph(words("introduction"), style: .dim)]
      + FilePicker.widgets(scene, label: words("labels.path"))
    page.footer = [
      Form.buttons(.init("read", words("actions.read")), scene)
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
    guard case .pressed("cancel") = event else { return [] }
    return Form.leave(&state)
  }
}
