import Canvas
import Migration
import Widgets

/// Prove step 1: what is stated, proven and accepted, which documents prove it, and who is only in
/// the portal or only here.
struct ProveUsers: Screen {
  let name = "prove-users"

  /// What the page lists.
  enum Tab: CaseIterable {
    /// Who is invited and has not accepted, the oldest invitation first.
    case notAccepted
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

  /// The tab that somebody turned to; nil while nobody turned to any.
  struct Note: PageNote {
    var tab: Tab?

    var kept: [(name: String, text: String)] { tab.map { [("tab", $0.name)] } ?? [] }

    mutating func restore(_ name: String, _ text: String) -> Bool {
      switch name {
      case "note.tab": tab = Tab.allCases.first { $0.name == text }
      // Of older programs, by its place.
      case "choice.tab":
        tab = Int(text).flatMap { Tab.allCases.indices.contains($0) ? Tab.allCases[$0] : nil }
      default: return false
      }
      return true
    }
  }

  var notes: [any PageNote.Type] { [Note.self] }

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
      memory[Note.self].tab = tab
      memory.tables["rows"] = nil
    }
  }

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let tab = tab(scene.state)
    var page = Page()
    page.widgets = [
      Heading(words("title"), remark: latest(scene) + chosen(tab, scene)),
      Facts(facts(scene)),
      TabRow(
        Tab.allCases.map {
          TabRow.Tab("tab-\($0.name)", "\(words("labels.\($0.name)")) \(count($0, scene.state))")
        }, present: "tab-\(tab.name)"),
    ]
    page.widgets += ProveUsersTable.list(tab).widgets(scene)
    page.footer = [ButtonRow(buttons(tab, scene))]
    page.mainButton = "add"
    page.firstFocus = scene.summary.evidence.isEmpty ? "add" : "rows"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    let tab = tab(scene.state)
    let list = ProveUsersTable.list(tab)
    // All of them are taken over with none chosen.
    let own =
      tab == .portalOnly
      ? [Offer(writing: .takeOver, unless: list.noRow(scene))] : []
    return list.offers(scene, own: own)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    let list = ProveUsersTable.list(tab(state))
    switch event {
    case .opened: return [.readSummary] + (list.handle(event, &state) ?? []) + [Self.countStrangers]
    case .answered(.applied), .answered(.undone), .answered(.redone):
      return (list.handle(event, &state) ?? []) + [Self.countStrangers]
    case .pressed("add"): return Navigation.follow("add", &state)
    case .pressed("hand-over"): return Navigation.follow("hand-over", &state)
    case .pressed("rows"): return open(&state)
    case .command(.takeOver): return ProveUsersActions.takeOver(oneAtCursor: true, &state)
    case .pressed(let id) where id.hasPrefix("tab-"):
      let name = id.dropFirst("tab-".count)
      state.memory[Note.self].tab = Tab.allCases.first { $0.name == name }
      return ProveUsersTable.list(tab(state)).begin(&state)
    case .pressed(let id) where id != "filter": return ProveUsersActions.pressed(id, &state)
    default: return list.handle(event, &state) ?? []
    }
  }

  /// How many people are only in the portal stands in a tab, whichever is seen.
  private static let countStrangers = Effect.createUsers(.readStrangers(StrangerQuery(), 0..<0))

  // MARK: Parts

  private func latest(_ scene: Scene) -> String {
    guard let latest = scene.summary.evidence.first else { return scene.words("notes.no-evidence") }
    return scene.words(
      "labels.latest",
      [
        "kind": scene.words("values.\(latest.kind.rawValue)"), "day": scene.day(latest.day),
      ])
  }

  private func chosen(_ tab: Tab, _ scene: Scene) -> String {
    switch tab {
    case .notAccepted: ProveUsersTable.notAccepted.chosenRemark(scene)
    case .hereOnly: ProveUsersTable.hereOnly.chosenRemark(scene)
    case .portalOnly: ProveUsersTable.strangers.chosenRemark(scene)
    case .evidence: ""
    }
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
    if let chosen = memory(state)[Note.self].tab { return chosen }
    if state.summary.evidence.isEmpty { return .evidence }
    return .notAccepted
  }

  private func count(_ tab: Tab, _ state: State) -> Int {
    switch tab {
    case .notAccepted: state.summary.openInvitations.reduce(0) { $0 + $1.count }
    case .portalOnly: state.createUsers.strangerCount
    case .hereOnly: state.summary.userFunnel.total - state.summary.userFunnel.proven
    case .evidence: state.summary.evidence.count
    }
  }

  private func open(_ state: inout State) -> [Effect] {
    switch tab(state) {
    case .portalOnly: return ProveUsersActions.takeOver(oneAtCursor: true, &state)
    case .evidence: return []
    case .notAccepted, .hereOnly:
      guard let user = ProveUsersTable.notAccepted.present(state) else { return [] }
      state.createUsers.user = user
      state.createUsers.userAsked = user.id
      return Navigation.follow("open", about: String(user.id.number), &state)
    }
  }
}
