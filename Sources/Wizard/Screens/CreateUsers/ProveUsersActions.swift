import Migration
import Widgets

/// What can be done on the page that proves step 1: sent again, invited anew, taken over.
enum ProveUsersActions {
  /// The buttons of a tab, each with how many people it is about: the chosen ones, or all whose time
  /// has come.
  static func buttons(_ tab: ProveUsers.Tab, _ scene: Scene) -> [ButtonRow.Button] {
    let words = scene.words
    let chosen = scene.memory.rows(ProveUsersTable.table).chosen.count
    switch tab {
    case .notAccepted:
      let again = chosen > 0 ? chosen : due(InvitationLife.resendAfter, scene)
      let anew = chosen > 0 ? chosen : due(InvitationLife.anewAfter, scene)
      var buttons: [ButtonRow.Button] = []
      if again > 0 { buttons.append(.init("resent", words("counts.resent", count: again))) }
      if anew > 0 { buttons.append(.init("anew", words("counts.anew", count: anew))) }
      if !scene.summary.reminders(today: scene.today).isEmpty {
        buttons.append(.init("calendar", words("actions.calendar")))
      }
      return buttons
    case .portalOnly:
      let count = chosen > 0 ? chosen : scene.state.createUsers.strangers.window.total
      return count > 0 ? [.init("take-over", words("counts.take-over", count: count))] : []
    case .hereOnly:
      let count = chosen > 0 ? chosen : scene.summary.usersNotThere
      return count > 0 ? [.init("again", words("counts.again", count: count))] : []
    case .evidence: return []
    }
  }

  static func pressed(_ id: String, _ state: inout State) -> [Effect] {
    let scene = Scene(state)
    switch id {
    case "calendar": return [.createUsers(.writeCalendar(calendar(scene), folder: folder(state)))]
    case "take-over": return takeOver(oneAtCursor: false, &state)
    case "resent":
      let users = users(
        orAll: dueForResending(state), due(InvitationLife.resendAfter, scene), state)
      return [.apply(.createUsers(.resendInvitations(users, state.moment.day)))]
    case "anew":
      let users = users(orAll: dueForAnew(state), due(InvitationLife.anewAfter, scene), state)
      return [.apply(.createUsers(.planUsersAgain(users)))]
    case "again":
      let users = users(
        orAll: UserQuery(part: .notThere), state.summary.usersNotThere, state)
      return [.apply(.createUsers(.planUsersAgain(users)))]
    default: return []
    }
  }

  /// The chosen users; with none chosen all that a question has, so many as the button says.
  private static func users(
    orAll query: UserQuery, _ count: Int, _ state: State
  ) -> UserChoice {
    let chosen = state.memory.rows(ProveUsersTable.table).chosen
    return chosen.isEmpty
      ? .all(query, count: count) : .these(chosen.sorted().map { UserID($0) })
  }

  /// Takes people of the portal over: the chosen ones, else the one under the cursor, else all.
  static func takeOver(oneAtCursor: Bool, _ state: inout State) -> [Effect] {
    let chosen = state.memory.rows(ProveUsersTable.table).chosen
    let strangers = state.createUsers.strangers
    let people: RowChoice<PortalPerson.ID, StrangerQuery>
    if !chosen.isEmpty {
      people = .these(chosen.sorted().map { ProveUsersTable.person($0) })
    } else if oneAtCursor {
      guard let person = ProveUsersTable.strangers.present(state) else { return [] }
      people = .these([person.id])
    } else {
      people = .all(strangers.query, count: strangers.window.total)
    }
    return [.createUsers(.takeOverStrangers(people))]
  }

  /// The days that are to come, for a calendar program; only numbers of people, no names.
  static func calendar(_ scene: Scene) -> [CalendarEntry] {
    scene.summary.reminders(today: scene.today).map { reminder in
      let words = scene.words
      let text = words(
        "counts.calendar-\(reminder.kind.rawValue)", count: reminder.count,
        ["team": scene.setup.team])
      return CalendarEntry(
        id: reminder.id, day: reminder.day, title: "overstap: \(text)",
        text: words("notes.calendar", ["organisation": scene.setup.organisation]))
    }
  }

  /// Where hand-overs go.
  private static func folder(_ state: State) -> String {
    let typed = HandOverUsers.folder(state)
    return typed.isEmpty ? state.session.handOverFolder : typed
  }

  private static func dueForResending(_ state: State) -> UserQuery {
    UserQuery(
      part: .notAccepted(
        from: state.moment.day - (InvitationLife.anewAfter - 1),
        upTo: state.moment.day - InvitationLife.resendAfter))
  }

  private static func dueForAnew(_ state: State) -> UserQuery {
    UserQuery(part: .notAccepted(from: nil, upTo: state.moment.day - InvitationLife.anewAfter))
  }

  private static func due(_ days: Int, _ scene: Scene) -> Int {
    days == InvitationLife.anewAfter
      ? scene.summary.openInvitations(InvitationLife.anewAfter..., on: scene.today)
      : scene.summary.openInvitations(
        InvitationLife.resendAfter...(InvitationLife.anewAfter - 1), on: scene.today)
  }
}
