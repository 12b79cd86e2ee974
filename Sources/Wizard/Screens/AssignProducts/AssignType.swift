import Canvas
import Migration
import Widgets

/// *Assign users*, by typing: letters of a user who is there, or a new person.
struct AssignType: Screen {
  let name = "assign-type"

  private static let reading = SeatRowsReader(table: "hits", isOwn: false)
  private static let form = FormPage.invitation

  func page(_ scene: Scene) -> Page {
    guard let product = SeatText.product(scene.state) else { return SeatText.gone(scene) }
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = Tabs.assign("type", product, scene)
    if isNew(scene.memory) {
      page.widgets += Self.form.widgets(scene)
      page.footer = [
        ButtonRow([
          .init("add", words("actions.add")), .init("known", words("actions.known")),
        ]), Paragraph(words("notes.also-invited"), style: .dim),
      ]
      page.firstFocus = "first-name"
      page.defaultButton = "add"
      return page
    }
    page.widgets += [
      FieldBox(
        id: "filter", label: words("labels.who"),
        input: scene.memory.inputs["filter"] ?? TextInput(), isPersonal: true, columns: 40),
      table(product, scene),
      ChoiceBox(
        id: "source", label: words("labels.source"),
        options: [words("values.ordinary"), words("values.buyer")],
        chosen: scene.memory.choices["source"] ?? 0),
    ]
    page.footer = [
      ButtonRow([
        .init("assign", words("actions.assign")), .init("person", words("actions.person")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = "filter"
    page.defaultButton = "assign"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let product = SeatText.product(state) else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened: return Self.reading.reread(product.id, &state)
    case .needs("hits", let places): return Self.reading.needs(places, state)
    case .edited("filter"):
      state.memory.tables["hits"] = nil
      return Self.reading.reread(product.id, &state)
    case .pressed("assign"), .pressed("hits"), .pressed("filter"): return assign(product, &state)
    case .pressed("person"): return unfold(&state)
    case .pressed("known"):
      state.memory.choices["new"] = nil
      return Focus.move(to: "filter", &state)
    case .pressed("add"): return add(product, &state)
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id): return Tabs.assign.pressed(id, &state) ?? []
    case .answered(.applied):
      // The next one can be typed at once.
      state.memory.setText("filter", "")
      state.memory.choices = [:]
      for line in Self.form.lines { state.memory.inputs[line.field.name] = nil }
      state.memory.left = []
      state.memory.hasTried = false
      state.memory.tables["hits"] = nil
      state.memory.focus = "filter"
      return Self.reading.reread(product.id, &state)
    case .answered(.undone), .answered(.redone): return Self.reading.reread(product.id, &state)
    default: return []
    }
  }

  private func isNew(_ memory: Memory) -> Bool { memory.choices["new"] == 1 }

  private func table(_ product: Product, _ scene: Scene) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("hits")
    let held = scene.state.assignProducts.rows
    let window = held.product == product.id ? held.window : RowWindow()
    return Table(
      id: "hits", name: words("labels.who"),
      columns: [
        Table.Column("", width: 18, share: 3, isPersonal: true),
        Table.Column("", width: 20, share: 4, isPersonal: true, dropOrder: 1),
        Table.Column("", width: 15),
      ],
      rows: Table.Rows(window.rows) { row in
        let details = row.user.details
        return Table.Row(
          key: row.user.id.number,
          items: [
            .plain("\(details.firstName) \(details.lastName)"), .plain(details.address),
            SeatText.item(row, scene),
          ])
      }, first: window.first, total: window.total, cursor: rows.cursor, top: rows.top,
      emptyText: words("notes.no-hit"))
  }

  private func assign(_ product: Product, _ state: inout State) -> [Effect] {
    // Letters that nobody has are those of somebody new.
    let total = state.assignProducts.rows.window.total
    if total == 0 { return unfold(&state) }
    let place = PickedRow.place(in: "hits", lettersIn: "filter", of: total, state)
    guard let row = place.flatMap({ state.assignProducts.rows.window[$0] }) else {
      return PickedRow.ask(in: "hits", lettersIn: "filter", &state)
    }
    let isBuyer = state.memory.choices["source"] == 1
    if row.assignment != nil, !isBuyer {
      state.notice = Notice(.problem, "seat-is-there")
      return [.bell]
    }
    return [
      .apply(.assignProducts(.assign([row.user.id], [product.id], isBuyer ? .buyer : .chosen)))
    ]
  }

  /// The three fields of a new person; what was typed goes where it belongs.
  private func unfold(_ state: inout State) -> [Effect] {
    let typed = PersonFields.firstName.normalise(state.memory.text("filter"))
    state.memory.choices["new"] = 1
    if typed.contains("@") {
      state.memory.setText("address", typed)
    } else if let blank = typed.firstIndex(of: " ") {
      state.memory.setText("first-name", String(typed[..<blank]))
      state.memory.setText("last-name", String(typed[typed.index(after: blank)...]))
    } else if !typed.isEmpty {
      state.memory.setText("first-name", typed)
    }
    return Focus.move(to: "first-name", &state)
  }

  private func add(_ product: Product, _ state: inout State) -> [Effect] {
    Self.form.accept(into: UserDetails(), &state) { details, _ in
      [.apply(.assignProducts(.addAndAssign(details, product.id)))]
    }
  }
}
