import Canvas
import Migration
import Widgets

/// Users in the list whom nobody gave any product.
struct WithoutProduct: Screen {
  let name = "without-product"

  private static let query = UserQuery(seats: SeatQuery.none)

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let rows = scene.memory.rows("users")
    let window =
      scene.state.createUsers.users.query == Self.query
      ? scene.state.createUsers.users.window : RowWindow()
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: words("counts.users", count: window.total)),
      Paragraph(words("introduction"), style: .dim),
      Table(
        id: "users", name: words("title"),
        columns: [
          Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
          Table.Column(
            words("columns.address"), width: 22, share: 4, isPersonal: true, dropOrder: 1),
          Table.Column(words("columns.group"), width: 10, share: 1),
        ],
        rows: Table.Rows(window.rows) { user in
          Table.Row(
            key: user.id.number,
            items: [
              .plain("\(user.details.firstName) \(user.details.lastName)"),
              .plain(user.details.address), .plain(user.details.group),
            ])
        }, first: window.first, total: window.total, cursor: rows.cursor, top: rows.top,
        emptyText: words("notes.none")),
    ]
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened, .answered(.applied), .answered(.undone), .answered(.redone):
      if state.createUsers.users.query != Self.query {
        state.createUsers.users.window = RowWindow()
      }
      state.createUsers.users.query = Self.query
      return [
        .createUsers(.readUsers(Self.query, AskedRows.seen(state.memory.rows("users"), state)))
      ]
    case .needs("users", let places):
      guard state.createUsers.users.window.revision >= 0,
        !state.createUsers.users.window.covers(places)
      else { return [] }
      return [.createUsers(.readUsers(Self.query, AskedRows.around(places)))]
    case .pressed("users"):
      guard let user = state.createUsers.users.window[state.memory.rows("users").cursor] else {
        return []
      }
      return Navigation.follow("user", about: String(user.id.number), &state)
    default: return []
    }
  }
}
