import Canvas
import Migration
import Widgets

/// The computers with their people and what is on them: how far each is, and what wants a look.
struct Computers: Screen {
  let name = "computers"

  private static let orders: [ComputerColumn] = [
    .computer, .people, .products, .state, .group, .system,
  ]

  static let list: ListPage<Computer> = ListPage(
    table: "computers", source: .file(.computers(question)), columns: columns,
    key: { $0.id.number }, cells: cells, orders: orders.indices.map { ListOrder(column: $0) },
    narrowing: .parts(ComputerPart.allCases.count), choosing: .several,
    empty: { $0.words(list.part($0.memory) == 0 ? "notes.empty" : "notes.no-hit") })

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let devices = scene.summary.devices
    var page = Page()
    page.widgets = [
      Heading(
        words("title"),
        remark: words("values.part-\(Self.part(scene.memory).name)")
          + Self.list.chosenRemark(scene)),
      Tabs.devices.row("computer", scene),
      Paragraph(figures(devices, scene), style: .dim),
    ]
    page.widgets += Self.list.widgets(scene)
    let present = Self.list.present(scene)
    if let present {
      page.widgets.append(
        Paragraph(
          ComputerText.sentence(present, scene), style: present.warnings.isEmpty ? .dim : .warning))
    }
    let new = ButtonRow.Button("new", words("actions.new"))
    page.footer = [
      ButtonRow(
        devices.computers == 0
          ? [.init("use", words("actions.use")), new]
          : [
            .init("hand-over", words("counts.hand-over", count: handedOver(scene))),
            .init("switched", words("actions.switched")),
            .init("take-back", words("actions.take-back")),
          ])
    ]
    page.mainButton = "hand-over"
    page.firstFocus = devices.computers == 0 ? "use" : Self.list.table
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = Self.list.noRow(scene)
    let nobody = scene.memory.rows(Self.list.table).chosen.isEmpty ? empty : nil
    return [Offer(writing: .new)]
      + Self.list.offers(
        scene,
        own: [
          Offer(writing: .remove, unless: nobody), Offer(.handOver), Offer(.group, unless: nobody),
          Offer(.edit, unless: empty),
        ])
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return Self.list.open(&state) + [.readSummary]
    case .pressed(Self.list.table): return open(by: "open", &state)
    case .command(.edit): return open(by: "edit", &state)
    case .pressed("switched"): return write(&state) { .stateComputers($0, isSwitched: true) }
    case .pressed("take-back"): return write(&state) { .stateComputers($0, isSwitched: false) }
    case .pressed("new"), .command(.new): return Navigation.follow("new", &state)
    case .pressed("hand-over"), .command(.handOver):
      // Whoever chose computers means them.
      let chosen = Self.chosen(state)
      if !chosen.isEmpty { HandOverDevices.choose(.chosen(chosen), &state) }
      return Navigation.follow("hand-over", &state)
    case .pressed("use"): return Navigation.follow("use", &state)
    case .pressed(let id) where Tabs.devices.names.contains { id == "tab-\($0)" }:
      return Tabs.devices.pressed(id, &state) ?? []
    case .command(.remove): return write(&state) { .removeComputers($0) }
    case .command(.group):
      guard !Self.meant(state).isEmpty else { return Self.list.ask(&state) }
      return Navigation.follow("group", &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  // MARK: Parts

  /// The chosen computers, or those that may go and are in no hand-over yet.
  private func handedOver(_ scene: Scene) -> Int {
    let chosen = scene.memory.rows(Self.list.table).chosen.count
    return chosen > 0 ? chosen : scene.summary.devices.new.computers
  }

  private func figures(_ devices: DevicesSummary, _ scene: Scene) -> String {
    let words = scene.words
    var parts = [
      words("counts.computers", count: devices.computers),
      words("counts.open", count: devices.open), words("counts.left", count: devices.left),
    ]
    // They count in no "98 of 132", since there is nothing on them that could go over.
    if devices.empty > 0 { parts.append(words("counts.empty", count: devices.empty)) }
    return parts.joined(separator: " · ")
  }

  // MARK: Rows

  private static let question: @Sendable (State) -> ComputerQuery = { state in
    let rows = state.memory.rows("computers")
    return ComputerQuery(
      filter: state.memory.text("filter"),
      order: orders.indices.contains(rows.column) ? orders[rows.column] : .computer,
      isDescending: rows.isDescending, part: part(state.memory))
  }

  private static func part(_ memory: Memory) -> ComputerPart {
    ComputerPart(rawValue: list.part(memory)) ?? .all
  }

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.computer"), width: 10, share: 1, isPersonal: true),
      Table.Column(words("columns.people"), width: 12, share: 2, isPersonal: true),
      Table.Column(words("columns.products"), width: 22, share: 1),
      Table.Column(words("columns.state"), width: 17),
      Table.Column(words("columns.group"), width: 6, share: 1, dropOrder: 1),
      Table.Column(words("columns.system"), width: 12, dropOrder: 2),
    ]
  }

  private static func cells(_ computer: Computer, _ place: Int, _ scene: Scene) -> [Table.Item] {
    [
      .plain(computer.details.name), .plain(ComputerText.people(computer)),
      .plain(ComputerText.products(computer)), ComputerText.item(computer, scene),
      .plain(computer.details.group),
      .text(ComputerText.system(computer.details.system, scene), .dim),
    ]
  }

  // MARK: Commands

  private func open(by edge: String, _ state: inout State) -> [Effect] {
    guard let computer = Self.list.present(state) else { return [] }
    state.switchDevices.computer = computer
    state.switchDevices.computerAsked = computer.id
    return Navigation.follow(edge, about: String(computer.id.number), &state)
  }

  /// Makes a change of the chosen computers, or of the one under the cursor.
  private func write(
    _ state: inout State, _ change: ([ComputerID]) -> SwitchDevicesChange
  ) -> [Effect] {
    let ids = Self.meant(state)
    guard !ids.isEmpty else { return Self.list.ask(&state) }
    return [.apply(.switchDevices(change(ids)))]
  }
}
