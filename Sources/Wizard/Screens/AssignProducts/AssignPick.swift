import Canvas
import Migration
import Widgets

/// *Assign users*, by picking: the user table with filter, group and several at once; who has the
/// product already is marked.
struct AssignPick: Screen {
  let name = "assign-pick"

  private static let reading = SeatRowsReader(table: "candidates", isOwn: false)

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    let rows = scene.memory.rows("candidates")
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = Tabs.assign("pick", product, scene)
    if scene.memory.inputs["filter"] != nil {
      page.widgets.append(
        FieldBox(
          id: "filter", label: words("labels.filter"),
          input: scene.memory.inputs["filter"] ?? TextInput(), isPersonal: true, columns: 40))
    }
    if !scene.summary.groups.isEmpty {
      page.widgets.append(
        ChoiceBox(
          id: "group", label: words("labels.group"),
          options: [words("values.all")] + scene.summary.groups.map(\.name),
          chosen: scene.memory.choices["group"] ?? 0))
    }
    page.widgets.append(table(product, scene, rows))
    page.footer = [
      ButtonRow([
        .init(
          "assign",
          rows.chosen.isEmpty
            ? words("actions.assign") : words("counts.assign", count: rows.chosen.count),
          reason: rows.chosen.isEmpty ? words("errors.nobody") : nil),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.mainButton = "assign"
    page.firstFocus = "candidates"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    guard SeatText.product(scene.state) != nil else { return [] }
    return Self.reading.list.offers(
      scene.memory, isEmpty: scene.state.assignProducts.rows.window.total == 0)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = SeatText.product(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened: return Self.reading.reread(product.id, &state)
    case .needs("candidates", let places): return Self.reading.needs(places, state)
    case .edited("filter"), .chose("group"):
      state.memory.tables["candidates", default: Memory.Rows()].cursor = 0
      return Self.reading.reread(product.id, &state)
    case .pressed("filter"): return Focus.move(to: "candidates", &state)
    case .pressed("candidates"):
      return Self.reading.command(.choose, product.id, &state) ?? []
    case .pressed("assign"):
      // The row under the cursor is none: here people are chosen, one or several.
      let users = state.memory.rows("candidates").chosen.sorted().map { UserID($0) }
      guard !users.isEmpty else {
        state.notice = Notice(.problem, "nothing-chosen")
        return Focus.move(to: "candidates", &state) + [.bell]
      }
      return [.apply(.assignProducts(.assign(users, [product.id], .chosen)))]
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id): return Tabs.assign.pressed(id, &state) ?? []
    case .command(let id): return Self.reading.command(id, product.id, &state) ?? []
    case .answered(.createUsers(.userIDs(let query, let ids))):
      Self.reading.take(query, ids, &state)
      return []
    case .answered(.applied): return Form.leave(&state)
    case .answered(.undone), .answered(.redone): return Self.reading.reread(product.id, &state)
    default: return []
    }
  }

  private func table(_ product: Product, _ scene: Scene, _ rows: Memory.Rows) -> Table {
    let words = scene.words
    let held = scene.state.assignProducts.rows
    let window = held.product == product.id ? held.window : RowWindow()
    return Table(
      id: "candidates", name: words("title"),
      columns: [
        Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
        Table.Column(words("columns.address"), width: 18, share: 4, isPersonal: true, dropOrder: 1),
        Table.Column(words("columns.group"), width: 9, share: 1, dropOrder: 2),
        Table.Column(words("columns.seat"), width: 15),
      ],
      rows: Table.Rows(window.rows) { row in
        let details = row.user.details
        return Table.Row(
          key: row.user.id.number,
          items: [
            .plain("\(details.firstName) \(details.lastName)"), .plain(details.address),
            .plain(details.group), SeatText.item(row, scene),
          ])
      }, first: window.first, total: window.total, cursor: rows.cursor, top: rows.top,
      chosen: rows.chosen, ordered: (rows.column, rows.isDescending),
      emptyText: words(scene.memory.text("filter").isEmpty ? "notes.nobody" : "notes.no-hit"))
  }
}
