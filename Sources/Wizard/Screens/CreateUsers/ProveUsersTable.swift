import Canvas
import Migration
import Widgets

/// The rows of the page that proves step 1.
enum ProveUsersTable {
  static func table(_ tab: ProveUsers.Tab, _ scene: Scene) -> Table {
    switch tab {
    case .notAccepted: users({ invited($0, $1) }, scene.words("columns.invited"), scene)
    case .hereOnly: users({ StandingText.hint($0, $1) }, scene.words("columns.why"), scene)
    case .portalOnly: strangers(scene)
    case .evidence: evidence(scene)
    }
  }

  /// What a person of the portal is called among the rows.
  static func key(_ id: PortalPerson.ID) -> Int64 {
    Int64(id.evidence) << 32 | Int64(id.position)
  }

  /// The person with such a key.
  static func person(_ key: Int64) -> PortalPerson.ID {
    PortalPerson.ID(evidence: Int(key >> 32), position: Int(key & 0xFFFF_FFFF))
  }

  private static func users(
    _ last: @escaping @Sendable (User, Scene) -> Table.Item, _ title: String, _ scene: Scene
  ) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("rows")
    let window = scene.state.createUsers.users.window
    return Table(
      id: "rows", name: words("title"),
      columns: [
        Table.Column(words("columns.name"), width: 16, share: 1, isPersonal: true),
        Table.Column(words("columns.address"), width: 22, share: 1, isPersonal: true),
        Table.Column(words("columns.standing"), width: 11),
        Table.Column(title, width: 20),
      ],
      rows: Table.Rows(window.rows) { user in
        Table.Row(
          key: user.id.number,
          items: [
            .plain("\(user.details.firstName) \(user.details.lastName)"),
            .plain(user.details.address), StandingText.item(user, scene), last(user, scene),
          ])
      }, first: window.first, total: window.total, cursor: rows.cursor, top: rows.top,
      chosen: rows.chosen, emptyText: words("notes.none"))
  }

  /// How long somebody was invited ago, marked when something has to be done.
  private static func invited(_ user: User, _ scene: Scene) -> Table.Item {
    guard let day = user.invitedOn ?? user.since else { return .plain("") }
    let age = scene.today - day
    let isDue = age >= InvitationLife.resendAfter
    let text = scene.words("counts.days-ago", count: max(0, age), ["day": scene.day(day)])
    return .text(isDue ? "\(Glyph.attention) \(text)" : "  \(text)", isDue ? .warning : .plain)
  }

  private static func strangers(_ scene: Scene) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("rows")
    let window = scene.state.createUsers.strangers
    return Table(
      id: "rows", name: words("title"),
      columns: [
        Table.Column(words("columns.name"), width: 16, share: 1, isPersonal: true),
        Table.Column(words("columns.address"), width: 22, share: 1, isPersonal: true),
        Table.Column(words("columns.invitation"), width: 13),
        Table.Column(words("columns.why"), width: 20),
      ],
      rows: Table.Rows(window.rows) { person in
        Table.Row(
          key: key(person.id),
          items: [
            .plain("\(person.firstName) \(person.lastName)"), .plain(person.address),
            InvitationText.item(person.invitation, scene),
            .text(
              person.refusal.map {
                words.of("fields")("choices.short-\($0.name)", ["value": person.address])
              } ?? "", .warning),
          ])
      }, first: window.first, total: window.total, cursor: rows.cursor, top: rows.top,
      chosen: rows.chosen,
      emptyText: words(scene.summary.evidence.isEmpty ? "notes.none-read" : "notes.none"))
  }

  private static func evidence(_ scene: Scene) -> Table {
    let words = scene.words
    let rows = scene.memory.rows("rows")
    return Table(
      id: "rows", name: words("labels.evidence"),
      columns: [
        Table.Column(words("columns.file"), width: 24, share: 1),
        Table.Column(words("columns.kind"), width: 12),
        Table.Column(words("columns.day"), width: 11),
        Table.Column(words("columns.people"), width: 6, isTrailing: true),
        Table.Column(words("columns.whole"), width: 12),
      ],
      rows: scene.summary.evidence.map { evidence in
        Table.Row(
          key: Int64(evidence.number),
          items: [
            .plain(evidence.file), .plain(words("values.\(evidence.kind.rawValue)")),
            .plain(scene.day(evidence.day)), .plain(String(evidence.personCount)),
            .text(words(evidence.tellsOfAbsence ? "values.whole" : "values.part"), .dim),
          ])
      }, cursor: rows.cursor, top: rows.top, emptyText: words("notes.how-to"))
  }
}
