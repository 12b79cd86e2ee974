import Canvas
import Migration
import Widgets

/// A message as a person gets it: both parts, before anything leaves.
struct PreviewMessage: Screen {
  let name = "preview-message"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let (kind, user) = about(scene.state) else {
      return Form.gone(words("notes.gone"), scene)
    }
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: words.of("message-list")("values.kind-\(kind.name)"))
    ]
    page.firstFocus = "message"
    guard let preview = scene.state.informUsers.preview, preview.kind == kind,
      preview.person.id == user
    else {
      page.widgets.append(Paragraph(words("notes.gone")))
      page.footer = [ButtonRow([.init("back", words.common("actions.back"))])]
      page.firstFocus = "back"
      return page
    }
    let details = preview.person.details
    // Names stand anywhere in a message.
    let isMasked = scene.state.look.isMasked
    page.widgets.append(
      Facts([
        Facts.Fact(
          words("labels.to"), "\(details.fullName) <\(details.address)>", isPersonal: true),
        Facts.Fact(words("labels.subject"), preview.subject),
      ]))
    if let fault = preview.fault {
      page.widgets.append(
        Paragraph(
          words.of("messages")(
            "messages.message-\(fault.name)",
            ["name": isMasked ? Mask.text(fault.subject, tag: nil) : fault.subject]),
          style: .warning))
    }
    let isHTML = scene.memory.choices["mail-part"] == 1
    page.widgets += [
      ChoiceBox(
        id: "mail-part", label: words("labels.part"),
        options: [words("values.text"), words("values.html")], chosen: isHTML ? 1 : 0),
      Reader(
        id: "message",
        text: isMasked ? words("notes.masked") : isHTML ? preview.html : preview.text,
        top: scene.memory.rows("message").top),
    ]
    page.footer = [
      ButtonRow([
        .init("edit", words("actions.edit")), .init("back", words.common("actions.back")),
      ])
    ]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let (kind, user) = about(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened, .answered(.applied), .answered(.undone), .answered(.redone):
      return [.informUsers(.preview(kind, user, day: MessageTexts.day(kind, state)))]
    case .chose("mail-part"):
      state.memory.tables["message"] = nil
      return []
    case .pressed("back"): return Navigation.back(&state)
    case .pressed("edit"):
      let preview = state.informUsers.preview
      let language = preview?.person.details.language ?? ""
      return Navigation.follow(
        "edit", about: "\(kind.name)/\(language.isEmpty ? state.setup.language : language)", &state)
    default: return []
    }
  }

  private func about(_ state: State) -> (MessageKind, UserID)? {
    state.visit.message.flatMap { kind, user in Int64(user).map { (kind, UserID($0)) } }
  }
}
