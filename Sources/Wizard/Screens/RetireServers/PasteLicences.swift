import Canvas
import Migration
import Widgets

/// What somebody copied from a server: an lmstat output, a part of a log, a licence file, or the
/// variables in which clients keep the server's address.
struct PasteLicences: Screen {
  let name = "paste-licences"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words.of("add-licences")("title")
    page.widgets = [
      LicenceTabs.row("paste", scene),
      Editor(
        id: "text", label: words("labels.text"),
        lines: scene.memory.editors["text"] ?? TextLines(), example: words("values.example"),
        isPersonal: true),
    ]
    page.footer = [
      ButtonRow([
        .init("read", words("actions.read")),
        .init("cancel", words.common("actions.cancel")),
      ]),
      Paragraph(words("notes.what"), style: .dim),
    ]
    page.firstFocus = "text"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("read"):
      let text = state.memory.editors["text"] ?? TextLines()
      guard !text.isEmpty else {
        state.notice = Notice(.problem, "nothing-pasted-server")
        return [.bell]
      }
      state.work = LongWork(.readingLog)
      return [.licensing(.readText(text.text))]
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed(let id): return LicenceTabs.pressed(id, &state) ?? []
    default: return []
    }
  }
}
