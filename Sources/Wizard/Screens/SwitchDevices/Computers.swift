import Canvas
import Migration
import Widgets

/// The products on computers that have to go over, and which of them the admin says have.
struct Computers: Screen {
  let name = "computers"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let window = scene.state.switchDevices.window
    let funnel = scene.summary.funnel(of: .switchDevices)
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: words("values.part-\(Self.part(scene.memory).name)")),
      Paragraph(words("introduction"), style: .dim),
      Paragraph(
        [
          words("counts.total", count: funnel.total),
          words("counts.stated", count: funnel.stated),
          words("counts.used-after", count: funnel.failed),
        ].joined(separator: " · ")),
    ]
    if Self.list.isFiltering(scene.memory) {
      page.widgets.append(
        FieldBox(
          id: "filter", label: words("labels.filter"),
          input: scene.memory.inputs["filter"] ?? TextInput(), isPersonal: true))
    }
    page.widgets.append(table(scene, window))
    page.footer = [
      ButtonRow([
        .init("switched", words("actions.switched")),
        .init("take-back", words("actions.take-back")), .init("use", words("actions.use")),
      ])
    ]
    page.firstFocus = funnel.total == 0 ? "use" : "computers"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = scene.state.switchDevices.window.total == 0 ? Offer.Reason.noRow : nil
    return Self.list.offers(scene.memory, isEmpty: empty != nil)
      + [Offer(writing: .remove, unless: empty)]
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.readSummary]
    case .needs("computers", let places):
      let window = state.switchDevices.window
      guard window.revision >= 0, !window.covers(places) else { return [] }
      return [
        .switchDevices(.readInstallations(state.switchDevices.query, AskedRows.around(places)))
      ]
    case .edited("filter"):
      state.memory.tables["computers", default: Memory.Rows()].cursor = 0
      return [reread(&state)]
    case .pressed("filter"): return Focus.move(to: "computers", &state)
    case .pressed("computers"): return Focus.move(to: "switched", &state)
    case .pressed("switched"):
      return write(&state) { .state($0, isSwitched: true) }
    case .pressed("take-back"):
      return write(&state) { .state($0, isSwitched: false) }
    case .pressed(let id): return Navigation.follow(id, &state)
    case .command(let id): return command(id, &state)
    case .answered(.summary): return [reread(&state)]
    case .answered(.applied), .answered(.undone), .answered(.redone):
      state.memory.tables["computers", default: Memory.Rows()].chosen = []
      return [reread(&state)]
    case .answered(.switchDevices(.installationIDs(let query, let ids)))
    where query == state.switchDevices.query:
      state.memory.tables["computers", default: Memory.Rows()].chosen = Set(ids.map(\.number))
      return []
    default: return []
    }
  }

  // MARK: Rows

  private func table(_ scene: Scene, _ window: RowWindow<Installation>) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("computers")
    let isEmpty = scene.memory.text("filter").isEmpty && Self.part(scene.memory) == .all
    return Table(
      id: "computers", name: words("title"),
      columns: [
        Table.Column(words("columns.computer"), width: 9, share: 1, isPersonal: true),
        Table.Column(words("columns.product"), width: 22, share: 1),
        Table.Column(words("columns.person"), width: 13, share: 1, isPersonal: true, dropOrder: 1),
        Table.Column(words("columns.source"), width: 11, dropOrder: 2),
        Table.Column(words("columns.standing"), width: 22),
      ], rows: Table.Rows(window.rows) { row($0, scene) }, first: window.first, total: window.total,
      cursor: rows.cursor, top: rows.top, chosen: rows.chosen,
      emptyText: words(isEmpty ? "notes.empty" : "notes.no-hit"))
  }

  private func row(_ row: Installation, _ scene: Scene) -> Table.Row {
    let details = row.details
    return Table.Row(
      key: row.id.number,
      items: [
        .plain(details.computer), .plain(details.product),
        .plain(row.userName.isEmpty ? details.login : row.userName),
        .text(scene.words("values.source-licence-log"), .dim), Self.standing(row, scene),
      ])
  }

  private static func standing(_ row: Installation, _ scene: Scene) -> Table.Item {
    let words = scene.words
    let day = row.since.map { scene.day($0.day) } ?? ""
    switch row.standing {
    case .stated, .proven:
      return .text("\(Glyph.stated) \(words("values.switched", ["day": day]))", .stated)
    case .failed:
      return .text("\(Glyph.failed) \(words("values.used-after", ["day": day]))", .error)
    case .planned, .setAside: return .text("\(Glyph.planned) \(words("values.left"))", .planned)
    }
  }

  // MARK: Commands

  private static func part(_ memory: Memory) -> InstallationPart {
    InstallationPart(rawValue: memory.choices["part"] ?? 0) ?? .all
  }

  private static let list = ListPage(
    table: "computers", parts: InstallationPart.allCases.count, isForChoosing: true)

  private func reread(_ state: inout State) -> Effect {
    state.switchDevices.query = InstallationQuery(
      filter: state.memory.text("filter"), part: Self.part(state.memory))
    return .switchDevices(
      .readInstallations(
        state.switchDevices.query, AskedRows.seen(state.memory.rows("computers"), state)))
  }

  /// Makes a change of the chosen rows, or of the one under the cursor.
  private func write(
    _ state: inout State, _ change: ([InstallationID]) -> SwitchDevicesChange
  ) -> [Effect] {
    let rows = state.memory.rows("computers")
    let place = state.memory.meant("computers")
    let present = place.flatMap { state.switchDevices.window[$0] }.map { [$0.id] } ?? []
    let ids = rows.chosen.isEmpty ? present : rows.chosen.sorted().map { InstallationID($0) }
    guard !ids.isEmpty else { return PickedRow.ask(in: "computers", &state) }
    return [.apply(.switchDevices(change(ids)))]
  }

  private func command(_ id: Command.ID, _ state: inout State) -> [Effect] {
    if id == .remove { return write(&state) { .remove($0) } }
    let window = state.switchDevices.window
    return Self.list.command(
      id, &state, present: window[state.memory.rows("computers").cursor]?.id.number,
      total: window.total,
      all: .switchDevices(.readInstallationIDs(state.switchDevices.query))
    ) { [reread(&$0)] } ?? []
  }
}
