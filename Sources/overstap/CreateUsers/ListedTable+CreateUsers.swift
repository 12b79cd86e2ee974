import Documents
import Migration
import SessionFile

extension ListedTable {
  /// The people of the plan, by name.
  static let users = ListedTable(
    reported: [
      "firstName", "lastName", "address", "group", "standing", "invitation", "since", "handOver",
    ],
    columns: [
      Column("number", "the user's number; stays"),
      Column("firstName", "first name", isPersonal: true),
      Column("lastName", "last name, particles in front", isPersonal: true),
      Column("address", "e-mail address", isPersonal: true),
      Column("login", "the login name that a licence log shows", isPersonal: true),
      Column("group", "pilot, wave or office"), Column("language", "the language of letters"),
      Column("standing", "planned, stated, proven, failed or set-aside", isState: true),
      Column(
        "invitation", "pending or accepted, where an export of the portal says it", isState: true),
      Column("invitedOn", "the day of the last invitation"),
      Column("since", "the day of the statement or proof"),
      Column("handOver", "the hand-over that holds the row"),
      Column("source", "typed, pasted, imported, licence-log or portal", isState: true),
    ]
  ) { file, body in
    try file.forEachUser(UserQuery()) { user in
      let details = user.details
      body(
        Row(
          number: user.id.number,
          values: [
            .number(Int(user.id.number)), .text(details.firstName), .text(details.lastName),
            .text(details.address), .text(details.login), .text(details.group),
            .text(details.language), .text(user.standing.name), invitation(user.invitation),
            .day(user.invitedOn), .day(user.since), .number(user.handOver),
            .text(user.source.name),
          ]))
      return true
    }
  }

  private static func invitation(_ invitation: Invitation) -> FigureValue {
    switch invitation {
    case .pending, .accepted: .text(invitation.name)
    case .unknown, .absent: .absent
    }
  }
}
