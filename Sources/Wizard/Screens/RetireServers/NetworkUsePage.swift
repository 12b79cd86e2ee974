import Canvas
import Migration
import Widgets

/// Who still uses the network licence: people and computers, and how far the migration is for each.
struct NetworkUsePage: Screen {
  let name = "network-use"

  private static let orders: [UseColumn] = [.person, .computer, .product, .lastUsed, .marks]

  /// The parts that are looked at one after another: which rows, within how many days.
  private static let views: [(narrowing: UseNarrowing, window: Int, name: String)] = [
    (.all, NetworkUse.stillUses, "still"), (.all, NetworkUse.needsSeat, "needs"),
    (.withoutSeat, NetworkUse.needsSeat, "without-seat"), (.nobody, NetworkUse.needsSeat, "nobody"),
    (.now, 0, "now"), (.setAside, 0, "set-aside"), (.afterSwitch, 0, "after-switch"),
  ]

  static let list: ListPage<NetworkUse> = ListPage(
    table: "uses", source: .file(rows), columns: columns, key: { $0.id }, cells: cells,
    orders: orders.indices.map { ListOrder(column: $0) },
    start: (orders.firstIndex(of: .lastUsed) ?? 0, true),
    narrowing: .parts(views.count), choosing: .several)

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: remark(scene))
    ]
    page.widgets += servers(scene)
    page.widgets.append(Paragraph(figures(scene)))
    page.widgets += Self.list.widgets(scene)
    page.footer = [
      Paragraph(words("notes.marks"), style: .dim, role: .legend),
      Paragraph(words("notes.legend"), style: .dim, role: .legend),
      ButtonRow([
        .init("add", words("actions.add")), .init("products", words("actions.products")),
        .init("ready", verdict(scene)),
      ]),
    ]
    page.mainButton = "ready"
    page.firstFocus = scene.summary.licensing.servers.isEmpty ? "add" : Self.list.table
    page.hint = hint(scene)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = Self.list.noRow(scene)
    let isAside = Self.view(scene.memory).narrowing == .setAside
    return [
      Offer(.retireServers(.couple), unless: empty),
      Offer(.retireServers(.propose), unless: isAside ? .aside : empty),
      Offer(.retireServers(.setAside), unless: empty),
    ] + Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return Self.list.open(&state) + [.readSummary]
    case .pressed("uses"): return open(&state)
    case .pressed(let id) where Flow.entry(name).edges[id] != nil:
      return Navigation.follow(id, &state)
    case .command(.retireServers(.couple)): return couple(&state)
    case .command(.retireServers(.propose)): return Navigation.follow("propose", &state)
    case .command(.retireServers(.setAside)): return Navigation.follow("set-aside", &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  // MARK: Parts

  /// Which part is seen, and how many rows are chosen, seen or not.
  private func remark(_ scene: Scene) -> String {
    scene.words("values.view-\(Self.view(scene.memory).name)") + Self.list.chosenRemark(scene)
  }

  /// Each server's answer and log; beyond two the rest as a count.
  private func servers(_ scene: Scene) -> [any Widget] {
    let servers = scene.summary.licensing.servers.filter { $0.standing != .setAside }
    if servers.isEmpty { return [Paragraph(scene.words("notes.no-server"), style: .warning)] }
    var lines = servers.prefix(2).map { server -> any Widget in
      let answer = ServerTexts.answer(server, scene)
      let name = ServerTexts.name(server, scene)
      let log = ServerTexts.log(server, scene)
      let text = "\(name)  \(answer.mark.drawn(before: answer.text))  \(log)"
      return Paragraph(
        Width.clipped(text, to: max(20, scene.state.size.width - 4)),
        style: answer.style == .warning ? .warning : .dim,
        heard: [name, answer.text, log].joined(separator: ", "))
    }
    if servers.count > 2 {
      lines.append(
        Paragraph(scene.words("counts.more-servers", count: servers.count - 2), style: .dim))
    }
    return lines
  }

  private func figures(_ scene: Scene) -> String {
    let figures = scene.state.retireServers.figures
    let words = scene.words
    // Nothing that anybody saw is not nothing: a zero is only said where it is known.
    let unknown = Set(
      scene.summary.retireVerdict(
        quietDays: ReadyToRetire.quietDays(scene.state), now: scene.state.moment
      ).conditions
        .filter { $0.verdict == .unknown }.map(\.kind))
    let isOpenUnknown = figures.openNow == 0 && unknown.contains(.openCheckouts)
    let isBorrowedUnknown = figures.borrowed == 0 && unknown.contains(.borrowed)
    return [
      words("counts.people", count: figures.people),
      isOpenUnknown
        ? words("values.open-unknown") : words("counts.open-now", count: figures.openNow),
      isBorrowedUnknown
        ? words("values.borrowed-unknown") : words("counts.borrowed", count: figures.borrowed),
      words("counts.nobody", count: figures.nobody),
      figures.setAside == 0 ? "" : words("counts.set-aside", count: figures.setAside),
      figures.afterSwitch == 0 ? "" : words("counts.after-switch", count: figures.afterSwitch),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func verdict(_ scene: Scene) -> String {
    let licensing = scene.summary.licensing
    if !licensing.servers.isEmpty, licensing.active.isEmpty {
      return scene.words("labels.verdict-off")
    }
    let verdict = scene.summary.retireVerdict(now: scene.state.moment)
    return scene.words(
      "labels.verdict",
      ["met": String(verdict.metCount), "total": String(verdict.conditions.count)])
  }

  private static func columns(_ scene: Scene) -> [Table.Column] {
    let words = scene.words
    return [
      Table.Column(words("columns.person"), width: 17, share: 3, isPersonal: true),
      Table.Column(words("columns.computer"), width: 9, share: 1, isPersonal: true, dropOrder: 2),
      Table.Column(words("columns.product"), width: 15, share: 2, dropOrder: 1),
      Table.Column(words("columns.last-used"), width: 20),
      Table.Column("1 2 3 4", width: 7, marks: (1...4).map { words("columns.mark-\($0)") }),
    ]
  }

  private static func cells(_ use: NetworkUse, _ place: Int, _ scene: Scene) -> [Table.Item] {
    let words = scene.words
    let isNobody = use.user == nil && use.setAside.isEmpty
    return [
      isNobody
        ? .doubted(use.login, Mark(.unknown, .words(words("values.mark-nobody"))), .warning)
        : .plain(use.userName.isEmpty ? use.login : use.userName),
      .plain(use.computer), .plain(use.product), lastUsed(use, scene),
      .marks(use.marks.map { mark($0, words) }),
    ]
  }

  private static func lastUsed(_ use: NetworkUse, _ scene: Scene) -> Table.Item {
    let words = scene.words
    if let until = use.borrowedUntil {
      return .marked(.told(.attention), words("values.borrowed", ["day": scene.day(until)]))
    }
    if use.openLicences > 0 { return .text(words("values.open-now"), .stated) }
    if use.queued > 0 { return .text(words("values.queued"), .stated) }
    guard let moment = use.lastUsed else { return .marked(Mark(.unknown)) }
    return .plain(scene.moment(moment))
  }

  /// How far a step is for somebody, as the legend of the page says.
  private static func mark(_ mark: StepMark, _ words: Words) -> Mark {
    switch mark {
    case .planned: Mark(.planned, .words(words("values.mark-planned")))
    case .stated: Mark(.stated)
    case .proven: Mark(.proven)
    case .failed: Mark(.failed)
    case .waiting: Mark(.attention, .words(words("values.mark-waiting")))
    case .unknown: Mark(.unknown)
    case .notApplicable: Mark(.notApplicable)
    }
  }

  /// What the row under the cursor needs next.
  private func hint(_ scene: Scene) -> String {
    guard scene.memory.focus == "uses",
      let use = Self.list.present(scene)
    else { return "" }
    let words = scene.words
    if !use.setAside.isEmpty {
      return words("hints.row-set-aside", ["reason": use.setAside])
    }
    if use.isContradiction { return words("hints.row-after-switch") }
    if use.user == nil {
      let shown = scene.state.look.isMasked ? Mask.text(use.login, tag: nil) : use.login
      return words("hints.row-nobody", ["login": shown])
    }
    return use.next.map { words("hints.row-next-\($0 + 1)") } ?? words("hints.row-done")
  }

  // MARK: Commands

  private static func view(
    _ memory: Memory
  ) -> (narrowing: UseNarrowing, window: Int, name: String) {
    views[list.part(memory)]
  }

  /// Turns the page to a part of the use.
  static func turn(to narrowing: UseNarrowing, _ state: inout State) {
    guard let place = views.firstIndex(where: { $0.narrowing == narrowing }) else { return }
    Self().remember(&state) { list.open(on: place, &$0) }
  }

  private static let rows = FileRows(
    \State.migration.retireServers.uses,
    question: { state in
      let rows = state.memory.rows("uses")
      let view = view(state.memory)
      return UseQuery(
        filter: state.memory.text("filter"),
        order: orders.indices.contains(rows.column) ? orders[rows.column] : .lastUsed,
        isDescending: rows.isDescending, narrowing: view.narrowing, window: view.window)
    },
    read: { .retireServers(.readUses($0, $1)) },
    readNumbers: { .retireServers(.readUseIDs($0)) },
    numbers: { answer, query in
      guard case .retireServers(.useIDs(query, let ids)) = answer else { return nil }
      return ids
    })

  private func couple(_ state: inout State) -> [Effect] {
    guard let use = Self.present(state) else {
      return Self.list.ask(&state)
    }
    return Navigation.follow("couple", about: String(use.id), &state)
  }

  /// Enter goes to what the row needs next: somebody for the login, else the person's own page.
  private func open(_ state: inout State) -> [Effect] {
    guard let use = Self.list.present(state) else { return [] }
    guard let user = use.user else { return couple(&state) }
    return Navigation.follow("open", about: String(user.number), &state)
  }
}

/// Which rows are meant: the chosen ones, the one under the cursor, or all.
extension NetworkUsePage {
  /// The numbers of the chosen rows, or of the one under the cursor.
  static func meant(_ state: State) -> [Int64] { list.meant(state, Self().memory(state)) }

  /// The row under the cursor.
  static func present(_ state: State) -> NetworkUse? {
    list.present(state, Self().memory(state))
  }

  /// The chosen rows; with none chosen all that the page shows.
  static func choice(_ state: State) -> UseChoice {
    let chosen = Self().memory(state).rows(list.table).chosen
    let uses = state.retireServers.uses
    return chosen.isEmpty ? .all(uses.query, count: uses.window.total) : .these(chosen.sorted())
  }

  /// Whether it is about chosen rows or all, and how many, in the words of the page that asks.
  static func told(_ scene: Scene) -> String {
    switch choice(scene.state) {
    case .these(let uses): scene.words("counts.chosen", count: uses.count)
    case .all(_, let count): scene.words("counts.all", count: count)
    }
  }

  /// The rows among those in view that are meant.
  static func uses(_ state: State) -> [NetworkUse] {
    let wanted = Set(meant(state))
    return state.retireServers.uses.window.rows.filter { wanted.contains($0.id) }
  }
}
