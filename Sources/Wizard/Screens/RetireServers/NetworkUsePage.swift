import Canvas
import Migration
import Widgets

/// Who still uses the network licence: people and computers, and how far the migration is for each.
struct NetworkUsePage: Screen {
  let name = "network-use"

  private static let columns: [UseColumn] = [.person, .computer, .product, .lastUsed, .marks]

  /// The parts that are looked at one after another: which rows, within how many days.
  private static let views: [(narrowing: UseNarrowing, window: Int, name: String)] = [
    (.all, NetworkUse.stillUses, "still"), (.all, NetworkUse.needsSeat, "needs"),
    (.withoutSeat, NetworkUse.needsSeat, "without-seat"), (.nobody, NetworkUse.needsSeat, "nobody"),
    (.now, 0, "now"), (.setAside, 0, "set-aside"), (.afterSwitch, 0, "after-switch"),
  ]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let licensing = scene.state.retireServers
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: remark(scene))
    ]
    page.widgets += servers(scene)
    page.widgets.append(Paragraph(figures(scene)))
    if Self.list.isFiltering(scene.memory) {
      page.widgets.append(
        FieldBox(
          id: "filter", label: words("labels.filter"),
          input: scene.memory.inputs["filter"] ?? TextInput(), isPersonal: true))
    }
    page.widgets.append(table(scene, licensing.uses))
    page.footer = [
      Paragraph(words("notes.marks"), style: .dim), Paragraph(words("notes.legend"), style: .dim),
      ButtonRow([
        .init("add", words("actions.add")), .init("products", words("actions.products")),
        .init("ready", verdict(scene)),
      ]),
    ]
    page.mainButton = "ready"
    page.firstFocus = scene.summary.licensing.servers.isEmpty ? "add" : "uses"
    page.hint = hint(scene)
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = scene.state.retireServers.uses.total == 0 ? Offer.Reason.noRow : nil
    let isAside = Self.view(scene.memory).narrowing == .setAside
    return [
      Offer(writing: .couple, unless: empty),
      Offer(writing: .propose, unless: isAside ? .aside : empty),
      Offer(writing: .setAside, unless: empty),
    ] + Self.list.offers(scene.memory, isEmpty: empty != nil)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(let isReturn):
      if !isReturn, state.memory.tables["uses"] == nil {
        var rows = Memory.Rows()
        rows.column = Self.columns.firstIndex(of: .lastUsed) ?? 0
        rows.isDescending = true
        state.memory.tables["uses"] = rows
      }
      return [.readSummary]
    case .needs("uses", let places):
      let window = state.retireServers.uses
      guard window.revision >= 0, !window.covers(places) else { return [] }
      return [.retireServers(.readUses(state.retireServers.query, AskedRows.around(places)))]
    case .edited("filter"):
      state.memory.tables["uses", default: Memory.Rows()].cursor = 0
      return [reread(&state)]
    case .pressed("filter"): return Focus.move(to: "uses", &state)
    case .pressed("uses"): return open(&state)
    case .pressed(let id): return Navigation.follow(id, &state)
    case .command(let id): return command(id, &state)
    // Who comes back from a dialog without doing anything finds the rows still chosen.
    case .answered(.summary): return [reread(&state)]
    case .answered(.applied), .answered(.undone), .answered(.redone):
      Self.letGo(&state)
      return [reread(&state)]
    case .answered(.retireServers(.useIDs(let query, let ids)))
    where query == state.retireServers.query:
      state.memory.tables["uses", default: Memory.Rows()].chosen = Set(ids)
      return []
    default: return []
    }
  }

  // MARK: Parts

  /// Which part is seen, and how many rows are chosen, seen or not.
  private func remark(_ scene: Scene) -> String {
    let view = scene.words("values.view-\(Self.view(scene.memory).name)")
    let chosen = scene.memory.rows("uses").chosen.count
    return chosen == 0 ? view : "\(view) · \(scene.words("counts.chosen", count: chosen))"
  }

  /// Each server's answer and log; beyond two the rest as a count.
  private func servers(_ scene: Scene) -> [any Widget] {
    let servers = scene.summary.licensing.servers.filter { $0.standing != .setAside }
    if servers.isEmpty { return [Paragraph(scene.words("notes.no-server"), style: .warning)] }
    var lines = servers.prefix(2).map { server -> any Widget in
      let answer = ServerTexts.answer(server, scene)
      let name = ServerTexts.name(server, scene)
      let text = "\(name)  \(answer.text)  \(ServerTexts.log(server, scene))"
      return Paragraph(
        Width.clipped(text, to: max(20, scene.state.size.width - 4)),
        style: answer.style == .warning ? .warning : .dim)
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

  private func table(_ scene: Scene, _ window: RowWindow<NetworkUse>) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("uses")
    let isEmpty = scene.memory.text("filter").isEmpty
    return Table(
      id: "uses", name: words("title"),
      columns: [
        Table.Column(words("columns.person"), width: 17, share: 3, isPersonal: true),
        Table.Column(
          words("columns.computer"), width: 9, share: 1, isPersonal: true, dropOrder: 2),
        Table.Column(words("columns.product"), width: 15, share: 2, dropOrder: 1),
        Table.Column(words("columns.last-used"), width: 20),
        Table.Column("1 2 3 4", width: 7),
      ], rows: Table.Rows(window.rows) { row($0, scene) }, first: window.first, total: window.total,
      cursor: rows.cursor, top: rows.top, chosen: rows.chosen,
      ordered: (rows.column, rows.isDescending),
      emptyText: words(isEmpty ? "notes.empty" : "notes.no-hit"))
  }

  private func row(_ use: NetworkUse, _ scene: Scene) -> Table.Row {
    let isNobody = use.user == nil && use.setAside.isEmpty
    let last = lastUsed(use, scene)
    return Table.Row(
      key: use.id,
      items: [
        isNobody
          ? .text("\(use.login)  \(Glyph.unknown)", .warning)
          : .plain(use.userName.isEmpty ? use.login : use.userName),
        .plain(use.computer), .plain(use.product), last,
        .plain(use.marks.map { Self.glyph($0) }.joined(separator: " ")),
      ])
  }

  private func lastUsed(_ use: NetworkUse, _ scene: Scene) -> Table.Item {
    let words = scene.words
    if let until = use.borrowedUntil {
      return .text(
        "\(Glyph.attention) \(words("values.borrowed", ["day": scene.day(until)]))", .warning)
    }
    if use.openLicences > 0 { return .text(words("values.open-now"), .stated) }
    if use.queued > 0 { return .text(words("values.queued"), .stated) }
    guard let moment = use.lastUsed else { return .text(Glyph.unknown, .warning) }
    return .plain(scene.moment(moment))
  }

  static func glyph(_ mark: StepMark) -> String {
    switch mark {
    case .planned: Glyph.planned
    case .stated: Glyph.stated
    case .proven: Glyph.proven
    case .failed: Glyph.failed
    case .waiting: Glyph.attention
    case .unknown: Glyph.unknown
    case .notApplicable: Glyph.notApplicable
    }
  }

  /// What the row under the cursor needs next.
  private func hint(_ scene: Scene) -> String {
    guard scene.memory.focus == "uses",
      let use = scene.state.retireServers.uses[scene.memory.rows("uses").cursor]
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
    let chosen = memory.choices["view"] ?? 0
    return views[views.indices.contains(chosen) ? chosen : 0]
  }

  /// Turns the page to a part of the use.
  static func turn(to narrowing: UseNarrowing, _ state: inout State) {
    guard let place = views.firstIndex(where: { $0.narrowing == narrowing }) else { return }
    Self().remember(&state) { list.open(on: place, &$0) }
  }

  private static let list = ListPage(
    table: "uses", columns: Array(columns.indices), part: "view", parts: views.count)

  private func query(_ state: State) -> UseQuery {
    let rows = state.memory.rows("uses")
    let view = Self.view(state.memory)
    let isColumn = Self.columns.indices.contains(rows.column)
    return UseQuery(
      filter: state.memory.text("filter"),
      order: isColumn ? Self.columns[rows.column] : .lastUsed,
      isDescending: rows.isDescending, narrowing: view.narrowing, window: view.window)
  }

  private func reread(_ state: inout State) -> Effect {
    state.retireServers.query = query(state)
    return .retireServers(
      .readUses(state.retireServers.query, AskedRows.seen(state.memory.rows("uses"), state)))
  }

  private func command(_ id: Command.ID, _ state: inout State) -> [Effect] {
    let window = state.retireServers.uses
    let own = Self.list.command(
      id, &state, present: window[state.memory.rows("uses").cursor]?.id, total: window.total,
      all: .retireServers(.readUseIDs(state.retireServers.query))
    ) { [reread(&$0)] }
    if let own { return own }
    switch id {
    case .couple: return couple(&state)
    case .propose:
      return Navigation.follow("propose", &state)
    case .setAside:
      return Navigation.follow("set-aside", &state)
    default: return []
    }
  }

  private func couple(_ state: inout State) -> [Effect] {
    guard let use = Self.present(state) else {
      return PickedRow.ask(in: "uses", &state)
    }
    return Navigation.follow("couple", about: String(use.id), &state)
  }

  /// Enter goes to what the row needs next: somebody for the login, else the person's own page.
  private func open(_ state: inout State) -> [Effect] {
    guard let use = state.retireServers.uses[state.memory.rows("uses").cursor] else { return [] }
    guard let user = use.user else { return couple(&state) }
    return Navigation.follow("open", about: String(user.number), &state)
  }
}

/// Which rows are meant: the chosen ones, or the one under the cursor.
extension NetworkUsePage {
  /// The numbers of the chosen rows; nil when none is chosen.
  static func chosen(_ state: State) -> [Int64]? {
    let rows = Self().memory(state).rows("uses")
    return rows.chosen.isEmpty ? nil : rows.chosen.sorted()
  }

  /// Lets go of what is chosen, once it was done something about.
  static func letGo(_ state: inout State) {
    Self().remember(&state) { $0.tables["uses"]?.chosen = [] }
  }

  /// The row under the cursor.
  static func present(_ state: State) -> NetworkUse? {
    Self().memory(state).meant("uses").flatMap { state.retireServers.uses[$0] }
  }

  /// The rows among those in view that are meant.
  static func uses(_ state: State) -> [NetworkUse] {
    guard let chosen = chosen(state) else { return present(state).map { [$0] } ?? [] }
    let wanted = Set(chosen)
    return state.retireServers.uses.rows.filter { wanted.contains($0.id) }
  }
}
