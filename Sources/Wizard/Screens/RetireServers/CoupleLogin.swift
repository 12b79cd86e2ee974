import Canvas
import Migration
import Widgets

/// Whose login is this? A user is found by typing a few letters of a name or an address.
struct CoupleLogin: Screen {
  let name = "couple-login"

  private static let list: ListPage<User> = ListPage(
    table: "users", title: { $0.words("labels.users") },
    source: .file(.users { UserQuery(filter: $0.memory.text("wanted")) }),
    columns: { scene in
      [
        Table.Column(scene.words("columns.name"), width: 20, share: 1, isPersonal: true),
        Table.Column(scene.words("columns.address"), width: 24, share: 1, isPersonal: true),
      ]
    }, key: { $0.id.number },
    cells: { user, _, _ in [.plain(user.details.fullName), .plain(user.details.address)] },
    letters: .field("wanted"), empty: { $0.words("notes.none") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      Facts([
        Facts.Fact(words("labels.login"), use(scene.state)?.login ?? "", isPersonal: true),
        Facts.Fact(words("labels.computer"), use(scene.state)?.computer ?? "", isPersonal: true),
      ]),
      FieldBox(
        id: "wanted", label: words("labels.wanted"),
        input: scene.memory.inputs["wanted"] ?? TextInput(), isPersonal: true, columns: 40),
      Self.list.widget(scene),
    ]
    page.footer = [
      ButtonRow([
        .init("couple", words("actions.couple")), .init("nobody", words("actions.nobody")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = "wanted"
    page.defaultButton = "couple"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(isReturn: false):
      Navigation.forget(&state)
      return Self.list.open(&state)
    case .pressed("cancel"): return Navigation.back(&state)
    case .pressed("nobody"):
      guard let use = use(state) else { return Navigation.back(&state) }
      return [.apply(.retireServers(.couple(use.login, nil)))]
    case .pressed:
      guard let use = use(state), let user = Self.list.picked(state) else {
        return Self.list.ask(&state)
      }
      return [.apply(.retireServers(.couple(use.login, user.id)))]
    case .answered(.applied): return Form.leave(&state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  private func use(_ state: State) -> NetworkUse? {
    guard let id = Int64(state.visit.argument) else { return nil }
    return state.retireServers.uses.window.rows.first { $0.id == id }
  }
}
