import Migration

extension ChangeDraft {
  /// Takes what a usage report tells of the use of people's own licences as a second proof: who works at
  /// one computer with a product that is stated as switched, and used it on or after that day, has it
  /// switched. Whoever has it on two computers may have used either. O(users + people at computers).
  mutating func proveSwitches(by uses: [SeatEvidence.Use]) throws {
    guard !uses.isEmpty, try hasInstallations() else { return }
    let computers = try computersByUser()
    let asking = try connection.statement(
      "SELECT id FROM user WHERE address_key = ? AND shelved = 0")
    // A day to come is no use that anybody made.
    for use in uses where use.day <= moment.day {
      asking.bind(1, copying: UserKeys.address(use.address))
      let user = try asking.step() ? UserID(asking.integer(0)) : nil
      asking.reset()
      guard let user else { continue }
      var found: [(computer: Int64, id: Int64, values: [RecordValue])] = []
      for computer in computers[user] ?? [] {
        for id in try installed(on: computer) {
          guard let values = try TrackedTable.installation.values(id.number, connection),
            Self.isSame(InstallationRow(values).details.offering, use.offering)
          else { continue }
          found.append((computer, id.number, values))
        }
      }
      guard Set(found.map(\.computer)).count == 1 else { continue }
      for (_, id, before) in found {
        var row = InstallationRow(before)
        guard row.proof.standing.standing == .stated, let stated = row.proof.stated,
          stated.day <= use.day
        else { continue }
        row.proof.proven = max(stated, Moment(day: use.day, minute: 0))
        try put(.installation, id, before: before, after: row.values)
      }
    }
  }

  /// The computers at which each user works.
  private func computersByUser() throws -> [UserID: Set<Int64>] {
    let people = try PeopleByLogin(connection)
    let reading = try connection.once("SELECT computer, login_key FROM computer_person")
    var computers: [UserID: Set<Int64>] = [:]
    while try reading.step() {
      guard let user = people.person(Array(reading.bytes(1)))?.user else { continue }
      computers[user, default: []].insert(reading.integer(0))
    }
    return computers
  }

  private static func isSame(_ offering: String, _ other: String) -> Bool {
    if let one = OfferingTable.offering(named: offering),
      let two = OfferingTable.offering(named: other)
    {
      return one.id == two.id
    }
    return Folding.caseBlind.bytes(of: offering) == Folding.caseBlind.bytes(of: other)
  }
}
