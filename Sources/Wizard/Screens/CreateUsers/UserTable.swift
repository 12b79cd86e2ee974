import Canvas
import Migration
import Widgets

/// By User: everyone in the plan, sorted by any column, filtered as one types.
struct UserTable: Screen {
  let name = "user-table"

  private static let columns: [UserColumn] = [
    .name, .address, .standing, .invitation, .login, .group, .source,
  ]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let rows = scene.memory.rows("users")
    let window = scene.state.createUsers.users.window
    var page = Page()
    var remark = words("counts.users", count: window.total)
    if !scene.memory.text("filter").isEmpty {
      remark = words(
        "labels.filtered",
        ["count": String(window.total), "total": String(scene.summary.userFunnel.total)])
    }
    if Self.list.isNarrowed(scene.memory) { remark += " · " + words("labels.without-product") }
    if !rows.chosen.isEmpty {
      remark += " · " + words("counts.chosen", count: rows.chosen.count)
      let hidden = scene.memory.choices["hidden"] ?? 0
      if hidden > 0 { remark += words("counts.hidden", count: hidden) }
    }
    page.widgets.append(Heading(words("title"), remark: remark))
    if Self.list.isFiltering(scene.memory) {
      page.widgets.append(
        FieldBox(
          id: "filter", label: words("labels.filter"),
          input: scene.memory.inputs["filter"] ?? TextInput(), isPersonal: true))
    }
    page.widgets.append(table(scene, rows, window))
    page.footer = [ButtonRow(buttons(scene, chosen: rows.chosen.count))]
    page.firstFocus = scene.summary.userFunnel.total > 0 ? "users" : "invite"
    let isHandedOver = scene.setup.directory != .sync && scene.summary.userFunnel.total > 0
    page.mainButton = isHandedOver ? "hand-over" : "invite"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let empty = scene.state.createUsers.users.window.total == 0 ? Offer.Reason.noRow : nil
    let nobody = scene.memory.rows("users").chosen.isEmpty ? empty : nil
    let own = Self.list.offers(scene.memory, isEmpty: empty != nil)
    return [Offer(writing: .new)] + own.prefix(1)
      + [
        Offer(writing: .remove, unless: nobody),
        Offer(.handOver, unless: scene.setup.directory == .sync ? .noHandOver : nil),
        Offer(writing: .group, unless: nobody), Offer(.edit, unless: empty),
      ] + own.dropFirst()
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened:
      // People who were changed on another page may be gone: a choice holds until a change.
      if state.memory.choices["chosen-at"] != Int(state.summary.revision) { letGo(&state) }
      return [reread(&state)]
    case .needs("users", let places): return needs(places, &state)
    case .edited("filter"):
      // Who was chosen stays so, and it is said how many of them are not seen.
      Self.list.toTop(&state)
      return [reread(&state)] + countHidden(state)
    case .pressed("filter"): return Focus.move(to: "users", &state)
    case .pressed("users"), .command(.edit): return open(&state)
    case .pressed("invite"), .command(.new): return Navigation.follow("invite", &state)
    case .pressed("hand-over"), .command(.handOver):
      // Whoever chose people means them.
      let chosen = state.memory.rows("users").chosen
      if !chosen.isEmpty { HandOverUsers.choose(.chosen(chosen), &state) }
      return Navigation.follow("hand-over", &state)
    case .command(let id): return command(id, &state)
    case .answered(.applied), .answered(.undone), .answered(.redone), .answered(.summary):
      letGo(&state)
      return [reread(&state)]
    case .answered(.createUsers(.userIDs(let query, let ids)))
    where query == state.createUsers.users.query:
      let chosen = state.memory.rows("users").chosen
      if chosen.isEmpty {
        choose(Set(ids), &state)
      } else {
        state.memory.choices["hidden"] = chosen.subtracting(ids).count
      }
      return []
    default: return []
    }
  }

  /// With directory sync nobody is handed over.
  private func buttons(_ scene: Scene, chosen: Int) -> [ButtonRow.Button] {
    let words = scene.words
    let invite = ButtonRow.Button("invite", words("actions.invite"))
    guard scene.setup.directory != .sync else { return [invite] }
    let count = chosen > 0 ? chosen : scene.summary.usersNotHandedOver
    return [invite, .init("hand-over", words("counts.hand-over", count: count))]
  }

  // MARK: Rows

  private func table(_ scene: Scene, _ rows: Memory.Rows, _ window: RowWindow<User>) -> Table {
    let words = scene.words
    return Table(
      id: "users", name: words("title"),
      columns: [
        Table.Column(words("columns.name"), width: 18, share: 3, isPersonal: true),
        Table.Column(words("columns.address"), width: 22, share: 4, isPersonal: true),
        Table.Column(words("columns.standing"), width: 10, share: 1),
        Table.Column(words("columns.invitation"), width: 13, dropOrder: 1),
        Table.Column(
          words("columns.login"), width: 10, share: 1, isPersonal: true, dropOrder: 3),
        Table.Column(words("columns.group"), width: 6, share: 1, dropOrder: 2),
        Table.Column(words("columns.source"), width: 9, dropOrder: 4),
      ],
      rows: Table.Rows(window.rows) { row($0, scene) }, first: window.first, total: window.total,
      cursor: rows.cursor, top: rows.top, chosen: rows.chosen,
      ordered: (rows.column, rows.isDescending),
      emptyText: words(emptyText(scene.memory)))
  }

  private func emptyText(_ memory: Memory) -> String {
    if !memory.text("filter").isEmpty { return "notes.no-hit" }
    return Self.list.isNarrowed(memory) ? "notes.all-given" : "notes.empty"
  }

  private func row(_ user: User, _ scene: Scene) -> Table.Row {
    let details = user.details
    let full = "\(details.firstName) \(details.lastName)"
    return Table.Row(
      key: user.id.number,
      items: [
        .plain(full), .plain(details.address), StandingText.item(user, scene),
        InvitationText.item(user, scene),
        .plain(details.login), .plain(details.group),
        .text(scene.words.common("values.source-\(user.source.name)"), .dim),
      ])
  }

  private func query(_ state: State) -> UserQuery {
    let rows = state.memory.rows("users")
    let column = Self.columns.indices.contains(rows.column) ? Self.columns[rows.column] : .name
    return UserQuery(
      filter: state.memory.text("filter"), order: column, isDescending: rows.isDescending,
      seats: Self.list.isNarrowed(state.memory) ? SeatQuery.none : nil)
  }

  /// Asks for the rows again; until they are here the old ones stay on the screen.
  private func reread(_ state: inout State) -> Effect {
    state.createUsers.users.query = query(state)
    return .createUsers(
      .readUsers(
        state.createUsers.users.query, AskedRows.seen(state.memory.rows("users"), state)))
  }

  /// Asks for rows that are about to be seen and are not here.
  private func needs(_ places: Range<Int>, _ state: inout State) -> [Effect] {
    guard state.createUsers.users.window.revision >= 0,
      !state.createUsers.users.window.covers(places)
    else { return [] }
    return [.createUsers(.readUsers(state.createUsers.users.query, AskedRows.around(places)))]
  }

  // MARK: Commands

  private func choose(_ chosen: Set<Int64>, _ state: inout State) {
    state.memory.tables["users", default: Memory.Rows()].chosen = chosen
    state.memory.choices["chosen-at"] = chosen.isEmpty ? nil : Int(state.summary.revision)
    if chosen.isEmpty { state.memory.choices["hidden"] = nil }
  }

  /// Asks who is seen, where somebody is chosen who may not be.
  private func countHidden(_ state: State) -> [Effect] {
    state.memory.rows("users").chosen.isEmpty
      ? [] : [.createUsers(.readUserIDs(state.createUsers.users.query))]
  }

  private func letGo(_ state: inout State) { choose([], &state) }

  /// The second part has people without any product alone.
  private static let list = ListPage(table: "users", columns: Array(columns.indices), parts: 2)

  private func command(_ id: Command.ID, _ state: inout State) -> [Effect] {
    let window = state.createUsers.users.window
    let own = Self.list.command(
      id, &state, present: window[state.memory.rows("users").cursor]?.id.number,
      total: window.total, all: .createUsers(.readUserIDs(state.createUsers.users.query))
    ) { [reread(&$0)] }
    if let own {
      choose(state.memory.rows("users").chosen, &state)
      return own + (id == .back ? countHidden(state) : [])
    }
    switch id {
    case .remove:
      let users = Self.meant(state)
      return users.isEmpty
        ? PickedRow.ask(in: "users", &state) : [.apply(.createUsers(.removeUsers(users)))]
    case .group:
      guard !Self.meant(state).isEmpty else { return PickedRow.ask(in: "users", &state) }
      return Navigation.follow("group", &state)
    default: return []
    }
  }

  private func open(_ state: inout State) -> [Effect] {
    let place = state.memory.rows("users").cursor
    guard let user = state.createUsers.users.window[place] else { return [] }
    state.createUsers.user = user
    state.createUsers.userAsked = user.id
    return Navigation.follow("open", about: String(user.id.number), &state)
  }
}
