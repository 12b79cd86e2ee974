import Canvas
import Migration
import Widgets

/// The products on computers that have to go over, and which of them the admin says have.
struct Computers: Screen {
  let name = "computers"

  private static let list: ListPage<Installation> = ListPage(
    table: "computers", source: .file(rows), columns: columns, key: { $0.id.number }, cells: cells,
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
      Paragraph(words("introduction"), style: .dim),
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
    page.firstFocus = funnel.total == 0 ? "use" : "computers"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = Self.list.noRow(scene)
    return Self.list.offers(scene) + [Offer(writing: .remove, unless: empty)]
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return Self.list.open(&state) + [.readSummary]
    case .pressed("computers"): return Focus.move(to: "switched", &state)
    case .pressed("switched"): return write(&state) { .state($0, isSwitched: true) }
    case .pressed("take-back"): return write(&state) { .state($0, isSwitched: false) }
    case .pressed("list"): return write(&state) { .list($0) }
    case .pressed("use"): return Navigation.follow("use", &state)
    case .command(.remove): return write(&state) { .remove($0) }
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  // MARK: Rows

  private static let rows = FileRows(
    \State.migration.switchDevices.installations,
    question: { InstallationQuery(filter: $0.memory.text("filter"), part: part($0.memory)) },
    read: { .switchDevices(.readInstallations($0, $1)) },
    readNumbers: { .switchDevices(.readInstallationIDs($0)) },
    numbers: { answer, query in
      guard case .switchDevices(.installationIDs(query, let ids)) = answer else { return nil }
      return ids.map(\.number)
    })

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
      .text(scene.words("values.source-\(row.details.source.name)"), .dim), standing(row, scene),
    ]
  }

  private static func standing(_ row: Installation, _ scene: Scene) -> Table.Item {
    let words = scene.words
    let day = row.since.map { scene.day($0.day) } ?? ""
    switch row.standing {
    case .stated: return .marked(.told(.stated), words("values.switched", ["day": day]))
    case .proven: return .marked(.told(.proven), words("values.proven", ["day": day]))
    case .failed:
      let key = row.proof.isUsedAfter ? "values.used-after" : "values.failed"
      return .marked(.told(.failed), words(key, ["day": day]))
    case .planned, .setAside: return .marked(.told(.planned), words("values.left"))
    }
  }

  // MARK: Commands

  /// Opens the list on a part; Esc leads back from there at once.
  static func turn(to part: InstallationPart, _ state: inout State) {
    Self().remember(&state) { list.open(on: part.rawValue, &$0) }
  }

  private static func part(_ memory: Memory) -> InstallationPart {
    InstallationPart(rawValue: list.part(memory)) ?? .all
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
