import Documents
import Migration
import SessionFile

extension ListedTable {
  /// The products on computers, by computer.
  static let installations = ListedTable(
    reported: ["computer", "product", "version", "method", "user", "standing", "since"],
    columns: [
      Column("number", "its number; stays"),
      Column("computer", "the computer's name", isPersonal: true),
      Column("product", "product and release"),
      Column("key", "the product key; null while no computer told it"),
      Column("version", "the version; null while no computer told it"),
      Column("method", "how it is licensed; null while no computer told it", isWord: true),
      Column("login", "the login that used it last", isPersonal: true),
      Column("user", "the user whose login it is", isPersonal: true),
      Column("standing", "planned, stated, proven, failed or set-aside", isState: true),
      Column("since", "when it was stated as switched, proven, or taken back"),
    ]
  ) { file, body in
    for installed in try file.installations(InstallationQuery(), places: 0..<Int.max).rows {
      let details = installed.details
      body(
        Row(
          number: installed.id.number,
          values: [
            .number(Int(installed.id.number)), .text(details.computer), .text(details.product),
            installed.key.isEmpty ? .absent : .text(installed.key),
            installed.version.isEmpty ? .absent : .text(installed.version),
            installed.method.map { .text($0.name) } ?? .absent, .text(details.login),
            .text(installed.userName),
            .text(installed.standing.name), .moment(installed.since),
          ]))
    }
  }
}
