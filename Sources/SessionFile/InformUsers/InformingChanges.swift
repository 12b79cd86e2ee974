import Migration

extension ChangeDraft {
  /// Makes a change of step 4.
  mutating func make(_ change: InformUsersChange) throws {
    step = .informUsers
    switch change {
    case .stateInformed(let day): try stateInformed(day)
    }
  }

  private mutating func stateInformed(_ day: Day?) throws {
    let id = Int64(Step.informUsers.rawValue)
    let before = try TrackedTable.statement.values(id, connection)
    let after = day.map { [RecordValue($0.number)] }
    guard before != after else { return }
    try put(.statement, id, before: before, after: after)
    outcome.count = 1
  }
}
