import Migration

/// A subscriptions export of the portal: what was bought, and how many seats of it.
package struct SubscriptionsExport: Sendable {
  /// One subscription.
  package struct Subscription: Hashable, Sendable {
    /// The offering's name.
    package var offering: String
    /// The team that it belongs to; empty when the file does not say.
    package var team: String
    /// The contract's number.
    package var contract: String
    /// The subscription's own number.
    package var id: String
    /// The status as the portal writes it.
    package var status: String
    /// The first day.
    package var startsOn: Day?
    /// The last day.
    package var endsOn: Day?
    /// Seats; nil when the file has no number there.
    package var seats: Int?

    /// What it says about seats.
    package var bought: BoughtSeats {
      BoughtSeats(offering: offering, team: team, status: status, endsOn: endsOn, seats: seats)
    }
  }

  /// The figures of `inspect`.
  package struct Figures: Hashable, Sendable {
    /// Distinct offerings.
    package var products: Int
    /// Seats of all subscriptions; nil where no number is known.
    package var seats: Int?
  }

  /// The subscriptions in the order of the file.
  package let subscriptions: [Subscription]

  /// The figures; O(subscriptions).
  package var figures: Figures {
    let known = subscriptions.compactMap(\.seats)
    return Figures(
      products: Set(subscriptions.map(\.offering)).count,
      seats: known.isEmpty ? nil : known.reduce(0, +))
  }

  /// Reads an export; nil when the file is none. O(bytes).
  package static func read(
    _ bytes: [UInt8], reading: Table.Reading = Table.Reading()
  ) throws(TableFailure) -> SubscriptionsExport? {
    let file = try TableFile(bytes, reading: reading)
    guard let table = try file.table(where: { header($0) != nil }),
      let header = header(table.sample)
    else { return nil }
    let columns = PortalColumn.places(table.sample[header].fields)
    var subscriptions: [Subscription] = []
    var number = 0
    table.forEachRecord { record in
      number += 1
      guard number - 1 > header, !record.isBlank else { return true }
      func text(_ column: PortalColumn) -> String {
        let field = record.field(columns[column] ?? Int.max)
        return PersonRules.normaliseName(String(decoding: field.prefix(1_000), as: UTF8.self))
      }
      func day(_ column: PortalColumn) -> Day? {
        PortalValue.day(record.field(columns[column] ?? Int.max))
      }
      let offering = text(.offering)
      guard !offering.isEmpty else { return true }
      subscriptions.append(
        Subscription(
          offering: offering, team: text(.team), contract: text(.contract),
          id: text(.subscription), status: text(.subscriptionStatus), startsOn: day(.startsOn),
          endsOn: day(.endsOn), seats: PortalValue.count(text(.seats))))
      return true
    }
    return SubscriptionsExport(subscriptions: subscriptions)
  }

  /// Whether a table that begins like this is one.
  static func recognises(_ sample: [Table.Row]) -> Bool { header(sample) != nil }

  /// Whether a file is one: a text, or a sheet of a workbook.
  package static func recognises(_ file: TableFile) throws(TableFailure) -> Bool {
    try file.contains(where: recognises)
  }

  private static func header(_ sample: [Table.Row]) -> Int? {
    for (place, row) in sample.prefix(10).enumerated() {
      let columns = PortalColumn.places(row.fields)
      if columns[.address] == nil, columns[.offering] != nil, columns[.seats] != nil,
        columns[.subscription] != nil || columns[.contract] != nil
      {
        return place
      }
    }
    return nil
  }
}
