import Canvas
import Migration
import Widgets

/// One user: what is known, how far the person is, and what can be corrected.
struct UserPage: Screen {
  let name = "user-page"

  private static let fields = [
    PersonFields.firstName, PersonFields.lastName, PersonFields.address, PersonFields.login,
    PersonFields.group,
  ]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    guard let user = scene.state.user, user.id == id(scene.visit) else {
      page.isLoading = scene.state.userAsked != id(scene.visit)
      page.widgets = [
        Heading(words("title")), Paragraph(words("notes.gone")),
        ItemList([ItemList.Item("cancel", words.common("actions.back"))]),
      ]
      return page
    }
    page.widgets = [
      Heading(
        words("title"), remark: StandingText.text(user, scene)),
      Paragraph(standing(user, scene), style: .dim),
    ]
    page.widgets += Self.fields.map { scene.fieldBox($0) }
    page.widgets.append(scene.choiceBox(PersonFields.language))
    page.footer = [
      ButtonRow([
        .init("cancel", words.common("actions.cancel")), .init("keep", words("actions.keep")),
        .init("remove", words("actions.remove")), .init("products", words("actions.products")),
      ])
    ]
    page.defaultButton = "keep"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.readUser(id(state.visit))]
    case .answered(.user(let user)):
      state.userAsked = id(state.visit)
      if let user {
        var memory = state.memory
        PersonForm.fill(user.details, &memory)
        state.memory = memory
      }
      return []
    case .pressed("keep"): return keep(&state)
    case .pressed("products"):
      return Navigation.follow("products", about: state.visit.argument, &state)
    case .pressed("remove"): return [.apply(.removeUsers([id(state.visit)]))]
    case .pressed("cancel"), .answered(.applied):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .answered(.undone), .answered(.redone):
      Navigation.forget(&state)
      return [.readUser(id(state.visit))]
    default: return []
    }
  }

  private func id(_ visit: Visit) -> UserID { UserID(Int64(visit.argument) ?? 0) }

  /// Where the person came from and what a change would mean.
  private func standing(_ user: User, _ scene: Scene) -> String {
    let source = scene.words.common("values.source-\(user.source.name)")
    let from = scene.words("labels.source", ["source": source])
    guard let number = user.handOver else { return from }
    return "\(from) \(scene.words("notes.handed-over", ["number": String(number)]))"
  }

  private func keep(_ state: inout State) -> [Effect] {
    guard state.session.readOnly == nil else {
      state.notice = Notice(.problem, "read-only")
      return [.bell]
    }
    state.memory.hasTried = true
    guard let details = PersonForm.details(&state, fields: Self.fields) else { return [.bell] }
    return [.apply(.editUser(id(state.visit), details))]
  }
}
