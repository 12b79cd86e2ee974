import Canvas
import Migration
import Widgets

/// Whose login is this? A user is found by typing a few letters of a name or an address.
struct CoupleLogin: Screen {
  let name = "couple-login"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let window = scene.state.createUsers.users.window
    let rows = scene.memory.rows("users")
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
      Table(
        id: "users", name: words("labels.users"),
        columns: [
          Table.Column(words("columns.name"), width: 20, share: 1, isPersonal: true),
          Table.Column(words("columns.address"), width: 24, share: 1, isPersonal: true),
        ],
        rows: Table.Rows(window.rows) { user in
          Table.Row(
            key: user.id.number,
            items: [
              .plain("\(user.details.firstName) \(user.details.lastName)"),
              .plain(user.details.address),
            ])
        }, first: window.first, total: window.total, cursor: rows.cursor, top: rows.top,
        emptyText: words("notes.none")),
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
    case .opened, .edited:
      if case .opened(isReturn: false) = event { Navigation.forget(&state) }
      if case .edited = event { state.memory.tables["users"] = nil }
      state.createUsers.users.query = UserQuery(filter: state.memory.text("wanted"))
      return [
        .createUsers(
          .readUsers(
            state.createUsers.users.query, AskedRows.seen(state.memory.rows("users"), state)))
      ]
    case .needs("users", let places):
      guard state.createUsers.users.window.revision >= 0,
        !state.createUsers.users.window.covers(places)
      else { return [] }
      return [.createUsers(.readUsers(state.createUsers.users.query, AskedRows.around(places)))]
    case .pressed("cancel"): return Navigation.back(&state)
    case .pressed("nobody"):
      guard let use = use(state) else { return Navigation.back(&state) }
      return [.apply(.retireServers(.couple(use.login, nil)))]
    case .pressed:
      let total = state.createUsers.users.window.total
      let place = PickedRow.place(in: "users", lettersIn: "wanted", of: total, state)
      guard let use = use(state), let user = place.flatMap({ state.createUsers.users.window[$0] })
      else {
        return PickedRow.ask(in: "users", lettersIn: "wanted", &state)
      }
      return [.apply(.retireServers(.couple(use.login, user.id)))]
    case .answered(.applied):
      NetworkUsePage.letGo(&state)
      return Form.leave(&state)
    default: return []
    }
  }

  private func use(_ state: State) -> NetworkUse? {
    guard let id = Int64(state.visit.argument) else { return nil }
    return state.retireServers.uses.rows.first { $0.id == id }
  }
}
