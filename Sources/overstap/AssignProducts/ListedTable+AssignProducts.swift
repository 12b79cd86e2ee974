import Documents
import Migration
import SessionFile

extension ListedTable {
  /// The products of the migration, by name.
  static let products = ListedTable(
    reported: ["name", "seats", "people", "stated", "proven", "failed", "waiting"],
    columns: [
      Column("number", "the product's number; stays"), Column("name", "as the portal shows it"),
      Column("offering", "the offering's code; empty where it is not known"),
      Column("seats", "seats bought; null while that is not known"),
      Column("seatsSource", "typed, subscriptions or trade-in", isState: true),
      Column("seatsSince", "the day since which the seats are known"),
      Column("people", "people who are to have it"),
      Column("stated", "of these, stated or proven"), Column("proven", "of these, proven"),
      Column("failed", "of these, gone from the portal"),
      Column("waiting", "of these, without a seat as things stand"),
      Column("free", "seats that the plan leaves; null while seats are not known"),
    ]
  ) { file, body in
    for product in try file.summary().products {
      let (details, seats, funnel) = (product.details, product.seats, product.counts.funnel)
      body(
        Row(
          number: product.id.number,
          values: [
            .number(Int(product.id.number)), .text(details.name), .text(details.offering),
            .number(details.seats), .text(details.source.name), .day(product.seatsSince),
            .number(funnel.total), .number(funnel.stated), .number(funnel.proven),
            .number(funnel.failed), .number(seats.waiting), .number(seats.free),
          ]))
    }
  }

  /// Who is to have which product, by product and name.
  static let assignments = ListedTable(
    reported: [
      "product", "firstName", "lastName", "address", "standing", "proof", "since", "handOver",
    ],
    columns: [
      Column("user", "the user's number"), Column("firstName", "first name", isPersonal: true),
      Column("lastName", "last name", isPersonal: true),
      Column("address", "e-mail address", isPersonal: true),
      Column("product", "the product's name"),
      Column("standing", "planned, stated, proven, failed or set-aside", isState: true),
      Column("waits", "true where no seat is left for it"),
      Column("since", "the day of the statement or proof"),
      Column("proof", "glance, users-export or usage-report", isState: true),
      Column("handOver", "the hand-over that holds it"),
      Column("source", "chosen, imported, buyer or portal", isState: true),
    ]
  ) { file, body in
    for product in try file.summary().products {
      let seats = try file.seats(
        of: product.id, UserQuery(seats: .of(product.id)), places: 0..<Int.max)
      for row in seats.rows {
        guard let seat = row.assignment else { continue }
        let details = row.user.details
        body(
          Row(
            number: row.user.id.number,
            values: [
              .number(Int(row.user.id.number)), .text(details.firstName),
              .text(details.lastName), .text(details.address), .text(product.details.name),
              .text(seat.standing.name), .truth(row.waits), .day(seat.since),
              seat.proof.map { .text($0.name) } ?? .absent, .number(seat.handOver),
              .text(seat.source.name),
            ]))
      }
    }
  }
}
