import Migration

extension SessionFile {
  /// Makes a change: the rows, its journal entry with what takes it back, and the counts, in one
  /// transaction.
  ///
  /// A change that changes nothing leaves no entry and no new revision. `progress` is told how many
  /// rows of an import are written, some hundred times in all, and calls it off with false. `completing`
  /// says in the same transaction that files which were begun are whole.
  package func apply(
    _ change: Change, at moment: Moment, completing outgoing: Outgoing? = nil,
    progress: ((Int) -> Bool)? = nil
  ) throws(ChangeRefusal) -> ChangeOutcome {
    let (outcome, changed) = try writing { connection in
      var draft = try ChangeDraft(change.name, connection, at: moment)
      try draft.make(change, on: self, progress)
      try draft.finish()
      if let outgoing { try Self.complete(outgoing, connection) }
      return (draft.outcome, draft.changed)
    }
    follow(changed, revision: outcome.revision)
    followUses(change, revision: outcome.revision)
    followDevices(changed, revision: outcome.revision)
    return outcome
  }
}

extension ChangeDraft {
  fileprivate mutating func make(
    _ change: Change, on file: SessionFile, _ progress: ((Int) -> Bool)?
  ) throws {
    switch change {
    case .setUp(let setup): try setUp(setup)
    case .stateHandOver(let number, let day, let found): try state(number, day, found: found)
    case .withdrawHandOver(let number): try withdraw(number)
    case .closeStep(let step, let reason, let day): try close(step, reason, on: day)
    case .createUsers(let change): try make(change, on: file, progress)
    case .assignProducts(let change): try make(change, progress)
    case .switchDevices(let change): try make(change, progress)
    case .informUsers(let change): try make(change)
    case .retireServers(let change): try make(change, progress)
    }
  }

  // MARK: The migration

  private mutating func close(_ closed: Step, _ reason: String, on day: Day) throws {
    step = closed
    let after = reason.isEmpty ? nil : [RecordValue(day.number), RecordValue(reason)]
    try put(.closedStep, Int64(closed.rawValue), after)
    outcome.count = 1
    subject = reason
  }

  private mutating func setUp(_ setup: Setup) throws {
    let before = try Setting.all(connection)
    guard Setting.setup(before) != setup else { return }
    var last = before.map(\.id).max() ?? 0
    for (name, value) in Setting.list(setup) {
      let known = before.first { $0.name == name }
      if known == nil { last += 1 }
      try put(
        .setting, known?.id ?? last, before: known?.values,
        after: [RecordValue(name), RecordValue(value)])
    }
    outcome.count = 1
    step = nil
    subject = setup.organisation
  }
}
