import Canvas
import Migration
import Widgets

/// What somebody copied from a server: an lmstat output, a part of a log, a licence file, or the
/// variables in which clients keep the server's address.
struct PasteLicences: Screen {
  let name = "paste-licences"

  private static let box = PasteBox(id: "text", emptyReason: "nothing-pasted-server")

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words.of("add-licences")("title")
    page.widgets = [
      Tabs.licences.row("paste", scene), Self.box.widget(scene, label: words("labels.text")),
    ]
    page.footer = [
      Form.buttons(.init("read", words("actions.read")), scene),
      Paragraph(words("notes.what"), style: .dim),
    ]
    page.firstFocus = "text"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("read"):
      return Self.box.read(&state) { .retireServers(.readText($0)) }
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id): return Tabs.licences.pressed(id, &state) ?? []
    default: return []
    }
  }
}
