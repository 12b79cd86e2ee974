import Canvas
import Migration
import Widgets

/// Debug logs, lmstat outputs and licence files: one or several, found by typing or choosing.
struct AddLicences: Screen {
  let name = "add-licences"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let chosen = scene.memory.rows("files").chosen.count
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets =
      [Tabs.licences.row("files", scene)]
      + FilePicker.widgets(scene, label: words("labels.path"), example: words("values.example"))
    let read = chosen == 0 ? words("actions.read") : words("counts.read", count: chosen)
    page.footer = [
      Form.buttons(.init("read", read), scene), Paragraph(words("notes.what"), style: .dim),
    ]
    page.firstFocus = "path"
    page.defaultButton = "read"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { FilePicker.offers(scene) }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    let effects = FilePicker.handleSeveral(event, &state) {
      .retireServers(.readFiles($0))
    }
    if let effects { return effects }
    switch event {
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id): return Tabs.licences.pressed(id, &state) ?? []
    default: return []
    }
  }
}
