import Migration

/// A product on a computer as its table holds it.
struct InstallationRow: Equatable {
  var details: InstallationDetails
  var computer: Int64 = 0
  var key = ""
  var version = ""
  var feature = ""
  var method: InstallationMethod?
  var helperAt: Int?
  var resultAt: Int?
  var proof = SwitchProof()
  var failure = ""
  var answer = ""
  var isListed = true
  var isMissing = false
  var handOver: Int?
  /// The hand-over whose script's result told of it last.
  var answered: Int?

  init(details: InstallationDetails, computer: Int64) {
    self.details = details
    self.computer = computer
    proof.used = details.lastUsed
  }

  /// The values in the order of `TrackedTable.installation.columns`.
  init(_ values: [RecordValue]) {
    func text(_ place: Int) -> String { values.indices.contains(place) ? values[place].text : "" }
    func number(_ place: Int) -> Int? { values.indices.contains(place) ? values[place].int : nil }
    func moment(_ place: Int) -> Moment? { number(place).map { Moment(minutes: $0) } }
    details = InstallationDetails(
      computer: text(1), product: text(2), offering: text(3), login: text(4),
      source: number(5).flatMap { InstallationDetails.Source(rawValue: $0) } ?? .licenceLog)
    computer = Int64(number(8) ?? 0)
    (key, version, feature) = (text(9), text(10), text(11))
    method = number(12).flatMap { InstallationMethod(rawValue: $0) }
    (helperAt, resultAt) = (number(13), number(14))
    proof = SwitchProof(
      stated: moment(15), proven: moment(16), refuted: moment(17), failed: moment(18),
      used: moment(19))
    details.lastUsed = proof.used
    (failure, answer) = (text(20), text(21))
    isListed = number(22) != 0
    isMissing = number(23) == 1
    (handOver, answered) = (number(24), number(25))
  }

  /// The values as the table holds them; standing and its moment follow from what is known.
  var values: [RecordValue] {
    let (standing, since) = proof.standing
    func minutes(_ moment: Moment?) -> RecordValue { RecordValue(moment?.minutes) }
    return [
      .text(Self.key(details.computer, details.product)), RecordValue(details.computer),
      RecordValue(details.product), RecordValue(details.offering), RecordValue(details.login),
      RecordValue(details.source.rawValue), RecordValue(standing.rawValue), minutes(since),
      .integer(computer), RecordValue(key), RecordValue(version), RecordValue(feature),
      RecordValue(method?.rawValue), RecordValue(helperAt), RecordValue(resultAt),
      minutes(proof.stated), minutes(proof.proven), minutes(proof.refuted), minutes(proof.failed),
      minutes(proof.used), RecordValue(failure), RecordValue(answer),
      RecordValue(isListed ? 1 : 0), RecordValue(isMissing ? 1 : 0), RecordValue(handOver),
      RecordValue(answered),
    ]
  }

  /// Computer and product without regard to case.
  static func key(_ computer: String, _ product: String) -> [UInt8] {
    var key = Folding.caseBlind.bytes(of: computer)
    key.append(UseRow.separator)
    key += Folding.caseBlind.bytes(of: product)
    return key
  }

  /// When its computer told of it last, in minutes; nil for never.
  var toldAt: Int? { [helperAt, resultAt].compactMap { $0 }.max() }

  /// Whether its switch was begun: handed over, stated or proven.
  var isBegun: Bool { handOver != nil || proof.stated != nil || proof.proven != nil }
}

extension Installation {
  /// The installation of a row.
  init(_ id: Int64, _ row: InstallationRow, userName: String) {
    let (standing, since) = row.proof.standing
    self.init(
      id: InstallationID(id), details: row.details, standing: standing, since: since,
      userName: userName)
    computer = ComputerID(row.computer)
    (key, version, method) = (row.key, row.version, row.method)
    proof = row.proof
    helperAt = row.helperAt.map { Moment(minutes: $0) }
    resultAt = row.resultAt.map { Moment(minutes: $0) }
    (failure, answer) = (row.failure, row.answer)
    handOver = row.handOver
    (isListed, isMissing) = (row.isListed, row.isMissing)
  }
}
