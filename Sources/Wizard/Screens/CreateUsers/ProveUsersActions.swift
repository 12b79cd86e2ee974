import Migration
import Widgets

/// What can be done on the page that proves step 1: sent again, invited anew, taken over.
enum ProveUsersActions {
  /// The buttons of a tab, each with how many people it is about: the chosen ones, or all whose time
  /// has come.
  static func buttons(_ tab: ProveUsers.Tab, _ scene: Scene) -> [ButtonRow.Button] {
    let words = scene.words
    let chosen = scene.memory.rows("rows").chosen.count
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
      let count = chosen > 0 ? chosen : scene.state.createUsers.strangers.total
      return count > 0 ? [.init("take-over", words("counts.take-over", count: count))] : []
    case .hereOnly:
      let count = chosen > 0 ? chosen : scene.summary.usersNotThere
      return count > 0 ? [.init("again", words("counts.again", count: count))] : []
    case .evidence: return []
    }
  }

  static func pressed(_ id: String, _ state: inout State) -> [Effect] {
    let chosen = state.memory.rows("rows").chosen.sorted()
    switch id {
    case "calendar":
      return [.createUsers(.writeCalendar(calendar(Scene(state)), folder: folder(state)))]
    case "take-over": return takeOver(oneAtCursor: false, &state)
    case "resent":
      return chosen.isEmpty
        ? [.createUsers(.readUserIDs(dueForResending(state)))]
        : [.apply(.createUsers(.resendInvitations(chosen.map { UserID($0) }, state.moment.day)))]
    case "anew":
      return chosen.isEmpty
        ? [.createUsers(.readUserIDs(dueForAnew(state)))]
        : [.apply(.createUsers(.planUsersAgain(chosen.map { UserID($0) })))]
    case "again":
      return chosen.isEmpty
        ? [.createUsers(.readUserIDs(UserQuery(part: .notThere)))]
        : [.apply(.createUsers(.planUsersAgain(chosen.map { UserID($0) })))]
    default: return []
    }
  }

  /// The people that were asked for: chosen, or something is done to them.
  static func take(_ query: UserQuery, _ ids: [Int64], _ state: inout State) -> [Effect] {
    if query == state.createUsers.users.query {
      state.memory.tables["rows", default: Memory.Rows()].chosen = Set(ids)
      return []
    }
    let users = ids.map { UserID($0) }
    guard !users.isEmpty else { return [] }
    if query == dueForResending(state) {
      return [.apply(.createUsers(.resendInvitations(users, state.moment.day)))]
    }
    if query == dueForAnew(state) || query == UserQuery(part: .notThere) {
      return [.apply(.createUsers(.planUsersAgain(users)))]
    }
    return []
  }

  /// Takes people of the portal over: the chosen ones, else the one under the cursor, else all.
  static func takeOver(oneAtCursor: Bool, _ state: inout State) -> [Effect] {
    let rows = state.memory.rows("rows")
    let people: [PortalPerson.ID]?
    if !rows.chosen.isEmpty {
      people = rows.chosen.sorted().map { ProveUsersTable.person($0) }
    } else if oneAtCursor {
      guard let person = state.createUsers.strangers[rows.cursor] else { return [] }
      people = [person.id]
    } else {
      people = nil
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
