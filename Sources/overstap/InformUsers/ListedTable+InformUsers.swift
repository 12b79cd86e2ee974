import Documents
import Migration
import SessionFile

extension ListedTable {
  /// The messages to people, by last name and kind; who was told nothing has one row without a kind.
  static let messages = ListedTable(
    reported: [
      "firstName", "lastName", "address", "products", "kind", "standing", "since", "reason",
      "signedIn",
    ],
    columns: [
      Column("number", "the user's number; stays"),
      Column("firstName", "first name", isPersonal: true),
      Column("lastName", "last name", isPersonal: true),
      Column("address", "the address", isPersonal: true),
      Column("products", "the products with a seat"),
      Column("kind", "announcement, switch-over or reminder; null for nothing yet", isWord: true),
      Column("standing", "none, written, stated, proven or failed", isState: true),
      Column("since", "the day on which it went, came back, or was followed by a sign-in"),
      Column("reason", "why it came back; null for the rest", isPersonal: true),
      Column("signedIn", "the last day on which a document shows a sign-in"),
    ]
  ) { file, body in
    for informed in try file.informedPeople() {
      let kinds = MessageKind.allCases.filter { informed.notices[$0] != nil }
      for kind in kinds.isEmpty ? [nil] : kinds.map(Optional.some) {
        let notice = kind.map { informed.notice($0) } ?? UserNotice()
        let details = informed.person.details
        body(
          Row(
            number: informed.person.id.number,
            values: [
              .number(Int(informed.person.id.number)), .text(details.firstName),
              .text(details.lastName), .text(details.address), .texts(informed.person.products),
              kind.map { .text($0.name) } ?? .absent, .text(notice.standing.name),
              .day(notice.since), .known(notice.reason), .day(informed.signedIn),
            ]))
      }
    }
  }
}
