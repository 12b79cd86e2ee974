import Canvas
import Migration
import Widgets

/// The order in which a product's seats are given: who comes last waits when seats are short.
struct SeatQueue: Screen {
  let name = "seat-queue"

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(
        words("labels.title", ["product": product.details.name]), remark: remark(product, scene)),
      Paragraph(words("introduction"), style: .dim), table(product, scene),
    ]
    page.footer = [
      ButtonRow(QueueMove.allCases.map { .init($0.rawValue, words("actions.\($0.rawValue)")) })
    ]
    page.firstFocus = product.counts.planned > 0 ? "queue" : "first"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard let product = SeatText.product(scene.state) else { return [] }
    let empty = product.counts.planned == 0 ? Offer.Reason.noRow : nil
    let chosen = !scene.memory.rows("queue").chosen.isEmpty
    return [
      Offer(writing: .earlier, unless: empty), Offer(writing: .later, unless: empty),
      Offer(.choose, unless: empty),
    ] + (chosen ? [Offer(.back)] : [])
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = SeatText.product(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened: return reread(product, &state)
    case .needs("queue", let places):
      guard state.assignProducts.queue.window.revision >= 0,
        !state.assignProducts.queue.window.covers(places)
      else {
        return []
      }
      return [.assignProducts(.readQueue(product.id, AskedRows.around(places)))]
    case .pressed("queue"):
      guard let row = state.assignProducts.queue.window[state.memory.rows("queue").cursor] else {
        return []
      }
      return Navigation.follow("user", about: String(row.user.id.number), &state)
    case .pressed(let id): return QueueMove(rawValue: id).map { move($0, product, &state) } ?? []
    case .command(.earlier): return move(.earlier, product, &state)
    case .command(.later): return move(.later, product, &state)
    case .command(.choose):
      choose(&state)
      return []
    case .command(.back):
      state.memory.tables["queue", default: Memory.Rows()].chosen = []
      return []
    case .answered(.applied), .answered(.undone), .answered(.redone):
      return reread(product, &state)
    default: return []
    }
  }

  private func remark(_ product: Product, _ scene: Scene) -> String {
    [
      scene.words("counts.get", count: product.seats.handable),
      scene.words("counts.wait", count: product.seats.waiting),
    ].joined(separator: " · ")
  }

  private func table(_ product: Product, _ scene: Scene) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("queue")
    let held = scene.state.assignProducts.queue
    let window = held.product == product.id ? held.window : RowWindow()
    return Table(
      id: "queue", name: words("title"),
      columns: [
        Table.Column(words("columns.place"), width: 6, isTrailing: true),
        Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
        Table.Column(words("columns.address"), width: 18, share: 4, isPersonal: true, dropOrder: 1),
        Table.Column(words("columns.group"), width: 9, share: 1, dropOrder: 2),
        Table.Column(words("columns.seat"), width: 13),
      ],
      rows: Table.Rows(count: window.rows.count) { index in
        let row = window.rows[index]
        let details = row.user.details
        return Table.Row(
          key: row.user.id.number,
          items: [
            .text(String(window.first + index + 1), .dim),
            .plain("\(details.firstName) \(details.lastName)"), .plain(details.address),
            .plain(details.group), seat(row, product, words),
          ])
      }, first: window.first, total: window.total, cursor: rows.cursor, top: rows.top,
      chosen: rows.chosen, emptyText: words("notes.nobody"))
  }

  private func seat(_ row: SeatRow, _ product: Product, _ words: Words) -> Table.Item {
    if product.details.seats == nil { return .text(Glyph.unknown, .warning) }
    return row.waits
      ? .text("\(Glyph.attention) \(words("values.waits"))", .warning)
      : .text("\(Glyph.planned) \(words("values.gets"))", .planned)
  }

  private func reread(_ product: Product, _ state: inout State) -> [Effect] {
    if state.assignProducts.queue.product != product.id {
      state.assignProducts.queue.window = RowWindow()
    }
    state.assignProducts.queue.product = product.id
    return [
      .assignProducts(.readQueue(product.id, AskedRows.seen(state.memory.rows("queue"), state)))
    ]
  }

  private func choose(_ state: inout State) {
    var rows = state.memory.rows("queue")
    guard let row = state.assignProducts.queue.window[rows.cursor] else { return }
    if rows.chosen.remove(row.user.id.number) == nil { rows.chosen.insert(row.user.id.number) }
    rows.cursor = min(rows.cursor + 1, state.assignProducts.queue.window.total - 1)
    state.memory.tables["queue"] = rows
  }

  private func move(_ move: QueueMove, _ product: Product, _ state: inout State) -> [Effect] {
    var rows = state.memory.rows("queue")
    var users = rows.chosen.sorted().map { UserID($0) }
    if users.isEmpty {
      guard let row = state.memory.meant("queue").flatMap({ state.assignProducts.queue.window[$0] })
      else {
        return PickedRow.ask(in: "queue", &state)
      }
      users = [row.user.id]
      // The cursor stays on whom it moved.
      switch move {
      case .first: rows.cursor = 0
      case .earlier: rows.cursor = max(0, rows.cursor - 1)
      case .later: rows.cursor = min(rows.cursor + 1, state.assignProducts.queue.window.total - 1)
      case .last: rows.cursor = state.assignProducts.queue.window.total - 1
      }
      state.memory.tables["queue"] = rows
    }
    return [.apply(.assignProducts(.moveInQueue(users, product.id, move)))]
  }
}
