import Canvas
import Migration
import Widgets

/// *Assign users*, by typing: letters of a user who is there, or a new person.
struct AssignType: Screen {
  let name = "assign-type"

  private static let list: ListPage<SeatRow> = ListPage(
    table: "hits", title: { $0.words("labels.who") },
    source: .file(.seats(in: "hits", isOwn: false)),
    columns: columns, key: { $0.user.id.number }, cells: cells, letters: .field("filter"),
    empty: { $0.words("notes.no-hit") })
  private static let form = FormPage.invitation

  /// What it remembers beside its fields.
  struct Note: PageNote {
    /// Whether it is somebody new, whose fields are seen.
    var isNew = false

    var kept: [(name: String, text: String)] { isNew ? [("new", "")] : [] }

    mutating func restore(_ name: String, _ text: String) -> Bool {
      guard name == "note.new" || name == "choice.new" else { return false }
      isNew = name == "note.new" || text == "1"
      return true
    }
  }

  var notes: [any PageNote.Type] { [Note.self] }

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
      Self.list.widget(scene),
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
    case .pressed("assign"), .pressed("hits"), .pressed("filter"): return assign(product, &state)
    case .pressed("person"): return unfold(&state)
    case .pressed("known"):
      state.memory[Note.self].isNew = false
      return Focus.move(to: "filter", &state)
    case .pressed("add"): return add(product, &state)
    case .pressed("cancel"): return Form.leave(&state)
    case .pressed(let id) where id.hasPrefix("tab-"): return Tabs.assign.pressed(id, &state) ?? []
    case .answered(.applied):
      // The next one can be typed at once.
      state.memory.setText("filter", "")
      state.memory.choices = [:]
      state.memory[Note.self] = Note()
      for line in Self.form.lines { state.memory.inputs[line.field.name] = nil }
      state.memory.left = []
      state.memory.hasTried = false
      state.memory.focus = "filter"
      return Self.list.begin(&state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  private func isNew(_ memory: Memory) -> Bool { memory[Note.self].isNew }

  private static func columns(_ scene: Scene) -> [Table.Column] {
    [
      Table.Column("", width: 18, share: 3, isPersonal: true),
      Table.Column("", width: 20, share: 4, isPersonal: true, dropOrder: 1),
      Table.Column("", width: 15),
    ]
  }

  private static func cells(_ row: SeatRow, _ place: Int, _ scene: Scene) -> [Table.Item] {
    [
      .plain(row.user.details.fullName), .plain(row.user.details.address),
      SeatText.item(row, scene),
    ]
  }

  private func assign(_ product: Product, _ state: inout State) -> [Effect] {
    // Letters that nobody has are those of somebody new.
    if Self.list.total(Scene(state)) == 0 { return unfold(&state) }
    guard let row = Self.list.picked(state) else { return Self.list.ask(&state) }
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
    state.memory[Note.self].isNew = true
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
