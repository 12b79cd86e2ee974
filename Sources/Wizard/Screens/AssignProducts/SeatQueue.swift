import Canvas
import Migration
import Widgets

/// The order in which a product's seats are given: who comes last waits when seats are short.
struct SeatQueue: Screen {
  let name = "seat-queue"

  private static let list: ListPage<SeatRow> = ListPage(
    table: "queue", source: .file(.queue), columns: columns, key: { $0.user.id.number },
    cells: cells, choosing: .foremost, keepsChoice: true, empty: { $0.words("notes.nobody") })

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(
        words("labels.title", ["product": product.details.name]), remark: remark(product, scene)),
      Paragraph(words("introduction") + Self.list.chosenRemark(scene), style: .dim),
    ]
    page.widgets += Self.list.widgets(scene)
    page.footer = [
      ButtonRow(QueueMove.allCases.map { .init($0.rawValue, words("actions.\($0.rawValue)")) })
    ]
    page.firstFocus = product.counts.planned > 0 ? Self.list.table : "first"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard let product = SeatText.product(scene.state) else { return [] }
    let empty = product.counts.planned == 0 ? Offer.Reason.noRow : nil
    return [
      Offer(.assignProducts(.earlier), unless: empty),
      Offer(.assignProducts(.later), unless: empty),
    ]
      + Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = SeatText.product(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .pressed("queue"):
      guard let row = Self.list.present(state) else { return [] }
      return Navigation.follow("user", about: String(row.user.id.number), &state)
    case .pressed(let id) where QueueMove(rawValue: id) != nil:
      return QueueMove(rawValue: id).map { move($0, product, &state) } ?? []
    case .command(.assignProducts(.earlier)): return move(.earlier, product, &state)
    case .command(.assignProducts(.later)): return move(.later, product, &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  private func remark(_ product: Product, _ scene: Scene) -> String {
    [
      scene.words("counts.get", count: product.seats.handable),
      scene.words("counts.wait", count: product.seats.waiting),
    ].joined(separator: " · ")
  }

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.place"), width: 6, isTrailing: true),
      Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
      Table.Column(words("columns.address"), width: 18, share: 4, isPersonal: true, dropOrder: 1),
      Table.Column(words("columns.group"), width: 9, share: 1, dropOrder: 2),
      Table.Column(words("columns.seat"), width: 13),
    ]
  }

  private static func cells(_ row: SeatRow, _ place: Int, _ scene: Scene) -> [Table.Item] {
    [
      .text(String(row.number ?? place + 1), .dim), .plain(row.user.details.fullName),
      .plain(row.user.details.address), .plain(row.user.details.group), seat(row, scene),
    ]
  }

  private static func seat(_ row: SeatRow, _ scene: Scene) -> Table.Item {
    if SeatText.product(scene.state)?.details.seats == nil {
      return .marked(Mark(.unknown))
    }
    return row.waits
      ? .marked(.told(.attention), scene.words("values.waits"))
      : .marked(.told(.planned), scene.words("values.gets"))
  }

  private func move(_ move: QueueMove, _ product: Product, _ state: inout State) -> [Effect] {
    let users = Self.list.meant(state).map { UserID($0) }
    guard !users.isEmpty else { return Self.list.ask(&state) }
    if state.memory.rows(Self.list.table).chosen.isEmpty {
      // The cursor stays on whom it moved.
      let last = Self.list.total(Scene(state)) - 1
      var rows = state.memory.rows(Self.list.table)
      switch move {
      case .first: rows.cursor = 0
      case .earlier: rows.cursor = max(0, rows.cursor - 1)
      case .later: rows.cursor = min(rows.cursor + 1, last)
      case .last: rows.cursor = last
      }
      state.memory.tables[Self.list.table] = rows
    }
    return [.apply(.assignProducts(.moveInQueue(users, product.id, move)))]
  }
}
