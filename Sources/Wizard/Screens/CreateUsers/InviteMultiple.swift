import Canvas
import Migration
import Widgets

/// *Invite Multiple*: a box for what people have, looked through before anything is added.
struct InviteMultiple: Screen {
  let name = "invite-multiple"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words.of("invite-single")("title")
    page.widgets = [
      InviteTabs.row("multiple", scene),
      Editor(
        id: "people", label: words("labels.people"),
        lines: scene.memory.editors["people"] ?? TextLines(), example: words("values.example"),
        isPersonal: true),
    ]
    page.footer = [
      ButtonRow([
        .init("look", words("actions.look")),
        .init("cancel", words.common("actions.cancel")),
      ]),
      Paragraph(words("notes.look-first"), style: .dim),
    ]
    page.firstFocus = "people"
    page.defaultButton = "look"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(let isReturn):
      InviteTabs.begin(in: "people", isReturn, &state)
      return []
    case .pressed("look"):
      let lines = state.memory.editors["people"] ?? TextLines()
      guard !lines.isEmpty else {
        state.notice = Notice(.problem, "nothing-pasted")
        return Focusing.move(to: "people", &state) + [.bell]
      }
      state.work = LongWork(.readingList)
      return [.readPaste(lines.text)]
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed(let id): return InviteTabs.pressed(id, &state) ?? []
    case .answered(.review): return Navigation.follow("review", &state)
    default: return []
    }
  }
}
