import Canvas
import Migration
import Widgets

/// Prove step 1: what is stated, proven and accepted, which documents prove it, and who is only in
/// the portal or only here.
struct ProveUsers: Screen {
  let name = "prove-users"

  /// What the page lists.
  enum Tab: Int, CaseIterable {
    /// Who is invited and has not accepted, the oldest invitation first.
    case notAccepted = 0
    /// Who is in the portal and not in our list.
    case portalOnly
    /// Who is in our list and whom no document shows in the portal.
    case hereOnly
    /// The documents.
    case evidence

    var name: String {
      switch self {
      case .notAccepted: "not-accepted"
      case .portalOnly: "portal-only"
      case .hereOnly: "here-only"
      case .evidence: "evidence"
      }
    }
  }

  /// The tab on which a thing to do is done.
  static func tab(for toDo: ToDo.Kind) -> Tab? {
    switch toDo {
    case .resendInvitations, .inviteAnew: .notAccepted
    case .failedUsers, .absentUsers: .hereOnly
    case .readExport, .staleExport: .evidence
    default: nil
    }
  }

  /// Opens the page on a tab the next time that it is seen.
  static func turn(to tab: Tab?, _ state: inout State) {
    guard let tab else { return }
    Self().remember(&state) { memory in
      memory.choices["tab"] = tab.rawValue
      memory.tables["rows"] = nil
    }
  }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let tab = tab(scene.state)
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: latest(scene)),
      Facts(facts(scene)),
      TabRow(
        Tab.allCases.map {
          TabRow.Tab("tab-\($0.name)", "\(words("labels.\($0.name)")) \(count($0, scene.state))")
        }, present: "tab-\(tab.name)"),
      ProveUsersTable.table(tab, scene),
    ]
    page.footer = [ButtonRow(buttons(tab, scene))]
    page.mainButton = "add"
    page.firstFocus = scene.summary.evidence.isEmpty ? "add" : "rows"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let tab = tab(scene.state)
    let empty = count(tab, scene.state) == 0 ? Offer.Reason.noRow : nil
    switch tab {
    case .portalOnly:
      // All of them are taken over with none chosen; chosen can only be those that are known here.
      let isWhole =
        scene.state.createUsers.strangers.rows.count == scene.state.createUsers.strangers.total
      return [
        Offer(writing: .takeOver, unless: empty), Offer(.choose, unless: empty),
      ] + (isWhole ? [Offer(.chooseAll, unless: empty)] : [])
    case .notAccepted, .hereOnly:
      return [Offer(.choose, unless: empty), Offer(.chooseAll, unless: empty)]
    case .evidence: return []
    }
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.readSummary] + reread(&state)
    case .needs("rows", let places): return needs(places, &state)
    case .answered(.applied), .answered(.undone), .answered(.redone):
      state.memory.tables["rows", default: Memory.Rows()].chosen = []
      return reread(&state)
    case .answered(.createUsers(.userIDs(let query, let ids))):
      return ProveUsersActions.take(query, ids, &state)
    case .pressed("add"): return Navigation.follow("add", &state)
    case .pressed("hand-over"): return Navigation.follow("hand-over", &state)
    case .pressed("rows"): return open(&state)
    case .command(.takeOver): return ProveUsersActions.takeOver(oneAtCursor: true, &state)
    case .command(.choose): return choose(&state)
    case .command(.chooseAll): return chooseAll(&state)
    case .pressed(let id) where id.hasPrefix("tab-"):
      let name = id.dropFirst("tab-".count)
      state.memory.choices["tab"] = Tab.allCases.first { $0.name == name }?.rawValue
      state.memory.tables["rows"] = nil
      return reread(&state)
    case .pressed(let id): return ProveUsersActions.pressed(id, &state)
    default: return []
    }
  }

  // MARK: Parts

  private func latest(_ scene: Scene) -> String {
    guard let latest = scene.summary.evidence.first else { return scene.words("notes.no-evidence") }
    return scene.words(
      "labels.latest",
      [
        "kind": scene.words("values.\(latest.kind.rawValue)"), "day": scene.day(latest.day),
      ])
  }

  private func facts(_ scene: Scene) -> [Facts.Fact] {
    let words = scene.words
    let funnel = scene.summary.userFunnel
    let invitations = scene.summary.invitations
    return [
      Facts.Fact(
        words("labels.stands"),
        words(
          "notes.stands",
          [
            "total": String(funnel.total), "stated": String(funnel.stated),
            "proven": String(funnel.proven),
          ])),
      Facts.Fact(
        words("labels.in-portal"),
        words(
          "notes.in-portal",
          [
            "pending": String(invitations[.pending, default: 0]),
            "accepted": String(invitations[.accepted, default: 0]),
          ])),
    ]
  }

  private func buttons(_ tab: Tab, _ scene: Scene) -> [ButtonRow.Button] {
    var buttons = [ButtonRow.Button("add", scene.words("actions.add"))]
    buttons += ProveUsersActions.buttons(tab, scene)
    if scene.setup.directory != .sync {
      buttons.append(.init("hand-over", scene.words("actions.hand-over")))
    }
    return buttons
  }

  // MARK: Rows

  /// The chosen tab; without one the first that has something to do, and the documents before there
  /// is any.
  func tab(_ state: State) -> Tab {
    if let chosen = memory(state).choices["tab"].flatMap({ Tab(rawValue: $0) }) { return chosen }
    if state.summary.evidence.isEmpty { return .evidence }
    return .notAccepted
  }

  private func count(_ tab: Tab, _ state: State) -> Int {
    switch tab {
    case .notAccepted: state.summary.openInvitations.reduce(0) { $0 + $1.count }
    case .portalOnly: state.createUsers.strangers.total
    case .hereOnly: state.summary.userFunnel.total - state.summary.userFunnel.proven
    case .evidence: state.summary.evidence.count
    }
  }

  private func query(_ tab: Tab) -> UserQuery? {
    switch tab {
    case .notAccepted: UserQuery(order: .invitation, part: .notAccepted(from: nil, upTo: nil))
    case .hereOnly: UserQuery(order: .name, part: .notProven)
    case .portalOnly, .evidence: nil
    }
  }

  private func reread(_ state: inout State) -> [Effect] {
    let places = AskedRows.seen(state.memory.rows("rows"), state)
    var effects: [Effect] = [.createUsers(.readStrangers(places))]
    if let query = query(tab(state)) {
      if query != state.createUsers.users.query { state.createUsers.users.window = RowWindow() }
      state.createUsers.users.query = query
      effects.append(.createUsers(.readUsers(query, places)))
    }
    return effects
  }

  private func needs(_ places: Range<Int>, _ state: inout State) -> [Effect] {
    let wanted = AskedRows.around(places)
    switch tab(state) {
    case .portalOnly:
      guard state.createUsers.strangers.revision >= 0, !state.createUsers.strangers.covers(places)
      else { return [] }
      return [.createUsers(.readStrangers(wanted))]
    case .notAccepted, .hereOnly:
      guard state.createUsers.users.window.revision >= 0,
        !state.createUsers.users.window.covers(places)
      else { return [] }
      return [.createUsers(.readUsers(state.createUsers.users.query, wanted))]
    case .evidence: return []
    }
  }

  private func open(_ state: inout State) -> [Effect] {
    switch tab(state) {
    case .portalOnly: return ProveUsersActions.takeOver(oneAtCursor: true, &state)
    case .evidence: return []
    case .notAccepted, .hereOnly:
      guard let user = state.createUsers.users.window[state.memory.rows("rows").cursor] else {
        return []
      }
      state.createUsers.user = user
      state.createUsers.userAsked = user.id
      return Navigation.follow("open", about: String(user.id.number), &state)
    }
  }

  private func choose(_ state: inout State) -> [Effect] {
    var rows = state.memory.rows("rows")
    let total = count(tab(state), state)
    let key =
      tab(state) == .portalOnly
      ? state.createUsers.strangers[rows.cursor].map { ProveUsersTable.key($0.id) }
      : state.createUsers.users.window[rows.cursor]?.id.number
    guard let key else { return [] }
    if rows.chosen.remove(key) == nil { rows.chosen.insert(key) }
    rows.cursor = min(rows.cursor + 1, max(0, total - 1))
    state.memory.tables["rows"] = rows
    return []
  }

  private func chooseAll(_ state: inout State) -> [Effect] {
    guard state.memory.rows("rows").chosen.isEmpty else {
      state.memory.tables["rows", default: Memory.Rows()].chosen = []
      return []
    }
    if tab(state) == .portalOnly {
      state.memory.tables["rows", default: Memory.Rows()].chosen = Set(
        state.createUsers.strangers.rows.map { ProveUsersTable.key($0.id) })
      return []
    }
    return query(tab(state)).map { [.createUsers(.readUserIDs($0))] } ?? []
  }
}
