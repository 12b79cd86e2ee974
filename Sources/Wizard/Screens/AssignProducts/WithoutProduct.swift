import Canvas
import Migration
import Widgets

/// Users in the list whom nobody gave any product.
struct WithoutProduct: Screen {
  let name = "without-product"

  private static let orders: [UserColumn] = [.name, .address, .group]

  private static let list: ListPage<User> = ListPage(
    table: "users",
    source: .file(
      .users { state in
        let rows = state.memory.rows("users")
        return UserQuery(
          filter: state.memory.text("filter"),
          order: orders.indices.contains(rows.column) ? orders[rows.column] : .name,
          isDescending: rows.isDescending, seats: SeatQuery.none)
      }), columns: columns, key: { $0.id.number },
    cells: { user, _, _ in
      [.plain(user.details.fullName), .plain(user.details.address), .plain(user.details.group)]
    }, orders: orders.indices.map { ListOrder(column: $0) }, empty: { $0.words("notes.none") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: words("counts.users", count: Self.list.total(scene))),
      Paragraph(words("introduction"), style: .dim),
    ]
    page.widgets += Self.list.widgets(scene)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { Self.list.offers(scene) }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard case .pressed("users") = event else { return Self.list.handle(event, &state) ?? [] }
    guard let user = Self.list.present(state) else { return [] }
    return Navigation.follow("user", about: String(user.id.number), &state)
  }

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
      Table.Column(words("columns.address"), width: 22, share: 4, isPersonal: true, dropOrder: 1),
      Table.Column(words("columns.group"), width: 10, share: 1),
    ]
  }
}
