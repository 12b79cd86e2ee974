import Canvas
import Migration
import Widgets

/// The products on computers that have to go over, and which of them the admin says have.
struct Installations: Screen {
  let name = "installations"

  private static let list: ListPage<Installation> = ListPage(
    table: "installations",
    source: .file(
      .installations {
        InstallationQuery(filter: $0.memory.text("filter"), part: part($0.memory))
      }), columns: columns, key: { $0.id.number }, cells: cells,
    narrowing: .parts(InstallationPart.allCases.count), choosing: .foremost,
    empty: { $0.words(list.part($0.memory) == 0 ? "notes.empty" : "notes.no-hit") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let funnel = scene.summary.funnel(of: .switchDevices)
    let part = Self.part(scene.memory)
    var page = Page()
    page.widgets = [
      Heading(
        words("title"),
        remark: words("values.part-\(part.name)")
          + Self.list.chosenRemark(scene)),
      Tabs.devices.row("product", scene),
      Paragraph(
        [
          words("counts.total", count: funnel.total),
          words("counts.stated", count: funnel.stated),
          words("counts.used-after", count: scene.summary.licensing.contradictions),
          words("counts.failed", count: scene.summary.devices.failed),
        ].joined(separator: " · ")),
    ]
    page.widgets += Self.list.widgets(scene)
    // What was found on computers and is not in our list can be taken into it.
    let found = part == .found ? [ButtonRow.Button("list", words("actions.list"))] : []
    page.footer = [
      ButtonRow(
        found + [
          .init("switched", words("actions.switched")),
          .init("take-back", words("actions.take-back")), .init("use", words("actions.use")),
        ])
    ]
    page.firstFocus = funnel.total == 0 ? "use" : Self.list.table
    page.hint =
      Self.list.present(scene).flatMap { InstallationText.why($0, scene) } ?? ""
    page.hintSubject = Self.list.table
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = Self.list.noRow(scene)
    return Self.list.offers(scene) + [Offer(writing: .remove, unless: empty)]
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return Self.list.open(&state) + [.readSummary]
    case .pressed(Self.list.table): return open(&state)
    case .pressed("switched"): return write(&state) { .state($0, isSwitched: true) }
    case .pressed("take-back"): return write(&state) { .state($0, isSwitched: false) }
    case .pressed("list"): return write(&state) { .list($0) }
    case .pressed("use"): return Navigation.follow("use", &state)
    case .pressed(let id) where Tabs.devices.names.contains { id == "tab-\($0)" }:
      return Tabs.devices.pressed(id, &state) ?? []
    case .command(.remove): return write(&state) { .remove($0) }
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  // MARK: Rows

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.computer"), width: 9, share: 1, isPersonal: true),
      Table.Column(words("columns.product"), width: 22, share: 1),
      Table.Column(words("columns.person"), width: 13, share: 1, isPersonal: true, dropOrder: 1),
      Table.Column(words("columns.source"), width: 11, dropOrder: 2),
      Table.Column(words("columns.standing"), width: 22),
    ]
  }

  private static func cells(_ row: Installation, _ place: Int, _ scene: Scene) -> [Table.Item] {
    [
      .plain(row.details.computer), .plain(row.details.product),
      .plain(row.userName.isEmpty ? row.details.login : row.userName),
      .text(scene.words("values.source-\(row.details.source.name)"), .dim),
      InstallationText.item(row, scene),
    ]
  }

  // MARK: Commands

  /// Opens the list on a part; Esc leads back from there at once.
  static func turn(to part: InstallationPart, _ state: inout State) {
    Self().remember(&state) { list.open(on: part.rawValue, &$0) }
  }

  private static func part(_ memory: Memory) -> InstallationPart {
    InstallationPart(rawValue: list.part(memory)) ?? .all
  }

  private func open(_ state: inout State) -> [Effect] {
    guard let row = Self.list.present(state) else { return [] }
    return Navigation.follow("open", about: String(row.computer.number), &state)
  }

  /// Makes a change of the chosen rows, or of the one under the cursor.
  private func write(
    _ state: inout State, _ change: ([InstallationID]) -> SwitchDevicesChange
  ) -> [Effect] {
    let ids = Self.list.meant(state).map { InstallationID($0) }
    guard !ids.isEmpty else { return Self.list.ask(&state) }
    return [.apply(.switchDevices(change(ids)))]
  }
}
