import Documents
import Migration
import SessionFile

extension ListedTable {
  /// Who uses the network licence, by login.
  static let use = ListedTable(
    reported: ["login", "computer", "product", "lastUsed", "open", "days", "user", "setAside"],
    columns: [
      Column("login", "the login name as first written", isPersonal: true),
      Column("computer", "the computer; empty where the log leaves it out", isPersonal: true),
      Column("feature", "the licence's name on the server"),
      Column("product", "product and release"),
      Column("offering", "what is bought for it"),
      Column("lastUsed", "when it was last taken or seen out; null where no date is known"),
      Column("open", "licences that are out by the server's last word"),
      Column("borrowedUntil", "the last day of a borrowed licence"),
      Column("queued", "licences waited for"),
      Column("days", "days of use among the last 90"),
      Column("server", "the licence server", isPersonal: true),
      Column("user", "the user whose login it is", isPersonal: true),
      Column("setAside", "why the login is set aside", isPersonal: true),
      Column("steps", "how far user, seat, switch and notice are", isState: true),
    ]
  ) { file, body in
    let servers = try file.summary().licensing.servers
    let names = Dictionary(
      servers.map { ($0.id, $0.details.name) }, uniquingKeysWith: { first, _ in first })
    for part in [UseNarrowing.all, .setAside] {
      let query = UseQuery(order: .person, isDescending: false, narrowing: part, window: 0)
      for use in try file.uses(query, places: 0..<Int.max).window.rows {
        body(
          Row(
            number: use.id,
            values: [
              .text(use.login), .text(use.computer), .text(use.feature), .text(use.product),
              .text(use.offering), .moment(use.lastUsed), .number(use.openLicences),
              .day(use.borrowedUntil), .number(use.queued), .number(use.daysOfUse),
              .known(names[use.server] ?? ""), .text(use.userName), .known(use.setAside),
              .texts(use.marks.map(\.name)),
            ]))
      }
    }
  }

  /// The licence servers, in the order in which they were added.
  static let servers = ListedTable(
    reported: [
      "hosts", "standing", "since", "answered", "answeredAt", "logUntil", "lastUsed", "open",
      "keptReason",
    ],
    columns: [
      Column("hosts", "its computers; three for a redundant set", isPersonal: true),
      Column("lmgrdPort", "the port of lmgrd; null where it is not known"),
      Column("vendorPort", "the port of the vendor daemon; null where it is not known"),
      Column("daemons", "the vendor daemons that it serves, Autodesk's among them"),
      Column("answered", "true, false (it was asked and did not), or null (nobody asked it)"),
      Column("answeredAt", "when it was asked last"),
      Column("logFrom", "the first moment of its debug log"),
      Column("logUntil", "the last moment of its debug log"),
      Column("lastUsed", "its last use that anything showed"),
      Column("open", "licences out now"), Column("borrowed", "licences borrowed now"),
      Column("queued", "people who wait"),
      Column(
        "standing", "planned, stated or proven (out of use), failed, set-aside (kept)",
        isState: true),
      Column("since", "the day of the statement, proof or decision"),
      Column("keptReason", "why it is kept", isPersonal: true),
    ]
  ) { file, body in
    for server in try file.summary().licensing.servers {
      let details = server.details
      body(
        Row(
          number: server.id.number,
          values: [
            .texts(details.hosts), .number(details.lmgrdPort), .number(details.vendorPort),
            .texts(([details.daemon] + details.otherDaemons).filter { !$0.isEmpty }),
            server.answer.map { .truth($0.state != .silent) } ?? .absent,
            .moment(server.answer?.moment), .moment(server.log?.first), .moment(server.log?.end),
            .moment(server.lastUsed), .number(server.openLicences),
            .number(server.borrowed.reduce(0) { $0 + $1.count }), .number(server.queued),
            .text(server.standing.name), .day(server.since), .known(server.keptReason),
          ]))
    }
  }
}
