import Canvas
import Migration
import Widgets

/// The lists of the page that proves step 1, one a tab.
enum ProveUsersTable {
  /// The table in which each of them stands.
  static let table = "rows"

  static func list(_ tab: ProveUsers.Tab) -> any PageList {
    switch tab {
    case .notAccepted: notAccepted
    case .portalOnly: strangers
    case .hereOnly: hereOnly
    case .evidence: evidence
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

  /// Who was invited and has not accepted.
  static let notAccepted = users(
    .notAccepted(from: nil, upTo: nil), [.name, .address, .standing, .invitation],
    start: .invitation, column: "columns.invited", invited)

  /// Who is here and in no document.
  static let hereOnly = users(
    .notProven, [.name, .address, .standing], start: .name, column: "columns.why",
    StandingText.hint)

  private static func users(
    _ part: UserPart, _ orders: [UserColumn], start: UserColumn, column: String,
    _ last: @escaping @Sendable (User, Scene) -> Table.Item
  ) -> ListPage<User> {
    ListPage(
      table: table,
      source: .file(
        .users { state in
          let rows = state.memory.rows(table)
          return UserQuery(
            filter: state.memory.text("filter"),
            order: orders.indices.contains(rows.column) ? orders[rows.column] : start,
            isDescending: rows.isDescending, part: part)
        }),
      columns: { scene in
        people(scene) + [
          Table.Column(scene.words("columns.standing"), width: 11),
          Table.Column(scene.words(column), width: 20),
        ]
      }, key: { $0.id.number },
      cells: { user, _, scene in
        [
          .plain(user.details.fullName), .plain(user.details.address),
          StandingText.item(user, scene), last(user, scene),
        ]
      }, orders: orders.indices.map { ListOrder(column: $0) },
      start: (orders.firstIndex(of: start) ?? 0, false), choosing: .foremost,
      empty: { $0.words("notes.none") })
  }

  private static func people(_ scene: Scene) -> [Table.Column] {
    [
      Table.Column(scene.words("columns.name"), width: 16, share: 1, isPersonal: true),
      Table.Column(scene.words("columns.address"), width: 22, share: 1, isPersonal: true),
    ]
  }

  /// How long somebody was invited ago, marked when something has to be done.
  @Sendable private static func invited(_ user: User, _ scene: Scene) -> Table.Item {
    guard let day = user.invitedOn ?? user.since else { return .plain("") }
    let age = scene.today - day
    let isDue = age >= InvitationLife.resendAfter
    let text = scene.words("counts.days-ago", count: max(0, age), ["day": scene.day(day)])
    return isDue ? .marked(Mark(.attention), text) : .plain("  \(text)")
  }

  /// Who is in the portal and not here.
  static let strangers = ListPage<PortalPerson>(
    table: table, source: .file(.strangers),
    columns: { scene in
      people(scene) + [
        Table.Column(scene.words("columns.invitation"), width: 13),
        Table.Column(scene.words("columns.why"), width: 20),
      ]
    }, key: { key($0.id) },
    cells: { person, _, scene in
      [
        .plain("\(person.firstName) \(person.lastName)"), .plain(person.address),
        InvitationText.item(person.invitation, scene),
        .text(
          person.refusal.map {
            scene.words.of("fields")("choices.short-\($0.name)", ["value": person.address])
          } ?? "", .warning),
      ]
    }, choosing: .foremost,
    empty: { $0.words($0.summary.evidence.isEmpty ? "notes.none-read" : "notes.none") })

  /// The documents, the newest first.
  static let evidence = ListPage<Evidence>(
    table: table, title: { $0.words("labels.evidence") }, source: .here { $0.summary.evidence },
    columns: { scene in
      [
        Table.Column(scene.words("columns.file"), width: 24, share: 1),
        Table.Column(scene.words("columns.kind"), width: 12),
        Table.Column(scene.words("columns.day"), width: 11),
        Table.Column(scene.words("columns.people"), width: 6, isTrailing: true),
        Table.Column(scene.words("columns.whole"), width: 12),
      ]
    }, key: { Int64($0.number) },
    cells: { evidence, _, scene in
      [
        .plain(evidence.file), .plain(scene.words("values.\(evidence.kind.rawValue)")),
        .plain(scene.day(evidence.day)), .plain(String(evidence.personCount)),
        .text(scene.words(evidence.tellsOfAbsence ? "values.whole" : "values.part"), .dim),
      ]
    },
    orders: [
      ListOrder(column: 2, key: .given(isDescending: true)), ListOrder(column: 0, key: .text),
      ListOrder(column: 3, key: .number { $0.personCount }),
    ], start: (2, true), empty: { $0.words("notes.how-to") })
}
