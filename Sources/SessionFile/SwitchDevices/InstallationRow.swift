import Migration

/// A product on a computer as its table holds it.
struct InstallationRow: Equatable {
  var details: InstallationDetails
  var standing = Standing.planned
  var since: Int?

  init(details: InstallationDetails) { self.details = details }

  /// The values in the order of `TrackedTable.installation.columns`.
  init(_ values: [RecordValue]) {
    func text(_ place: Int) -> String { values.indices.contains(place) ? values[place].text : "" }
    func number(_ place: Int) -> Int? { values.indices.contains(place) ? values[place].int : nil }
    details = InstallationDetails(
      computer: text(1), product: text(2), offering: text(3), login: text(4),
      source: number(5).flatMap { InstallationDetails.Source(rawValue: $0) } ?? .licenceLog)
    standing = number(6).flatMap { Standing(rawValue: $0) } ?? .planned
    since = number(7)
  }

  /// The values as the table holds them.
  var values: [RecordValue] {
    [
      .text(Self.key(details.computer, details.product)), RecordValue(details.computer),
      RecordValue(details.product), RecordValue(details.offering), RecordValue(details.login),
      RecordValue(details.source.rawValue), RecordValue(standing.rawValue), RecordValue(since),
    ]
  }

  /// Computer and product without regard to case.
  static func key(_ computer: String, _ product: String) -> [UInt8] {
    var key = Folding.caseBlind.bytes(of: computer)
    key.append(UseRow.separator)
    key += Folding.caseBlind.bytes(of: product)
    return key
  }
}
