import Canvas
import Migration
import Widgets

/// *Invite Multiple*: a box for what people have, looked through before anything is added.
struct InviteMultiple: Screen {
  let name = "invite-multiple"

  private static let box = PasteBox(id: "people", emptyReason: "nothing-pasted")

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words.of("invite-single")("title")
    page.widgets = [
      Tabs.invite.row("multiple", scene), Self.box.widget(scene, label: words("labels.people")),
    ]
    page.footer = [
      Form.buttons(.init("look", words("actions.look")), scene),
      Paragraph(words("notes.look-first"), style: .dim),
    ]
    page.firstFocus = "people"
    page.defaultButton = "look"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(let isReturn):
      Form.begin(in: "people", isReturn, &state)
      return []
    case .pressed("look"):
      return Self.box.read(&state) { .createUsers(.readPaste($0)) }
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id): return Tabs.invite.pressed(id, &state) ?? []
    case .answered(.createUsers(.review)): return Navigation.follow("review", &state)
    default: return []
    }
  }

  /// What is in the box.
  static func pasted(_ state: State) -> String {
    Self().memory(state).editors[box.id]?.text ?? ""
  }
}
