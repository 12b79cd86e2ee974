import Canvas
import Migration
import Widgets

/// Products with their seats from a file: an export of subscriptions, or a licence file.
struct ProductsFile: Screen {
  let name = "products-file"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = FilePicker.widgets(scene, label: words("labels.path"))
    page.footer = [
      Form.buttons(.init("read", words("actions.read")), scene),
      Paragraph(words("notes.what"), style: .dim),
    ]
    page.firstFocus = "path"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    let effects = FilePicker.handle(event, &state) { .assignProducts(.readProducts(path: $0)) }
    if let effects { return effects }
    switch event {
    case .pressed("cancel"): return Form.leave(&state)
    case .answered(.assignProducts(.proposals)): return Navigation.follow("review", &state)
    default: return []
    }
  }
}
