import Canvas
import Migration
import Widgets

/// *Assign users*, by picking: the user table with filter, group and several at once; who has the
/// product already is marked.
struct AssignPick: Screen {
  let name = "assign-pick"

  private static let list: ListPage<SeatRow> = ListPage(
    table: "candidates", source: .file(.seats(in: "candidates", isOwn: false)), columns: columns,
    key: { $0.user.id.number }, cells: cells,
    orders: FileRows.seatOrders.indices.map { ListOrder(column: $0) }, narrowing: .group,
    choosing: .foremost, empty: { $0.words("notes.nobody") })

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    let chosen = scene.memory.rows(Self.list.table).chosen
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = Tabs.assign("pick", product, scene)
    page.widgets += Self.list.widgets(scene)
    page.footer = [
      ButtonRow([
        .init(
          "assign",
          chosen.isEmpty
            ? words("actions.assign") : words("counts.assign", count: chosen.count),
          reason: chosen.isEmpty ? words("errors.nobody") : nil),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.mainButton = "assign"
    page.firstFocus = "candidates"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard SeatText.product(scene.state) != nil else { return [] }
    return Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = SeatText.product(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .pressed("candidates"): return Self.list.handle(.command(.choose), &state) ?? []
    case .pressed("assign"):
      // The row under the cursor is none: here people are chosen, one or several.
      let users = state.memory.rows(Self.list.table).chosen.sorted().map { UserID($0) }
      guard !users.isEmpty else {
        state.notice = Notice(.problem, "nothing-chosen")
        return Focus.move(to: "candidates", &state) + [.bell]
      }
      return [.apply(.assignProducts(.assign(users, [product.id], .chosen)))]
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id) where id.hasPrefix("tab-"): return Tabs.assign.pressed(id, &state) ?? []
    case .answered(.applied): return Form.leave(&state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
      Table.Column(words("columns.address"), width: 18, share: 4, isPersonal: true, dropOrder: 1),
      Table.Column(words("columns.group"), width: 9, share: 1, dropOrder: 2),
      Table.Column(words("columns.seat"), width: 15),
    ]
  }

  private static func cells(_ row: SeatRow, _ place: Int, _ scene: Scene) -> [Table.Item] {
    [
      .plain(row.user.details.fullName), .plain(row.user.details.address),
      .plain(row.user.details.group), SeatText.item(row, scene),
    ]
  }
}
