import Migration

extension ChangeDraft {
  /// Makes a change of the computers and of what is on them.
  mutating func make(_ change: SwitchDevicesChange, _ progress: ((Int) -> Bool)?) throws {
    step = .switchDevices
    switch change {
    case .add(let details): try add(details, progress)
    case .remove(let ids): try remove(ids)
    case .state(let ids, let isSwitched): try state(ids, isSwitched: isSwitched)
    case .stateComputers(let ids, let isSwitched):
      try state(ids.flatMap { try installed(on: $0.number) }, isSwitched: isSwitched)
    case .take(let batch): try take(batch, progress)
    case .saveComputer(let id, let details): try save(id, details)
    case .groupComputers(let ids, let group): try putInGroup(ids, group)
    case .removeComputers(let ids): try remove(ids)
    case .list(let ids): try list(ids)
    case .handOver(let written, let ids, let terms): try handOverDevices(written, ids, terms)
    }
  }

  // MARK: Products on computers

  private mutating func add(
    _ added: [InstallationDetails], _ progress: ((Int) -> Bool)?
  ) throws {
    let finder = ComputerFinder(connection)
    let installations = InstallationFinder(connection)
    for (done, details) in added.enumerated() {
      let computer = try computer(details.computer, finder)
      var known = details
      known.computer = computer.row.name
      if try installations.find(details.product, on: computer.row.name) != nil {
        outcome.unchanged += 1
      } else {
        try insert(InstallationRow(details: known, computer: computer.id))
        outcome.count += 1
      }
      if !details.login.isEmpty { try addPerson(details.login, to: computer.id) }
      if let progress, done % 500 == 499, !progress(done) { throw ChangeRefusal.cancelled }
    }
    name(added)
  }

  /// Adds a product to its computer.
  mutating func insert(_ row: InstallationRow) throws {
    let next = try Tally.lastInstallation.read(connection) + 1
    try put(.installation, next, before: nil, after: row.values)
    try Tally.lastInstallation.set(next, connection)
  }

  private mutating func remove(_ ids: [InstallationID]) throws {
    var removed: [InstallationDetails] = []
    for id in ids {
      guard let values = try TrackedTable.installation.values(id.number, connection) else {
        continue
      }
      try put(.installation, id.number, before: values, after: nil)
      removed.append(InstallationRow(values).details)
    }
    outcome.count = removed.count
    name(removed)
  }

  private mutating func state(_ ids: [InstallationID], isSwitched: Bool) throws {
    var stated: [InstallationDetails] = []
    try change(ids) { row, moment in
      let standing = row.proof.standing.standing
      if isSwitched {
        guard standing != .stated, standing != .proven else { return false }
        row.proof.stated = moment
        // What is said to be done is in our list from then on.
        row.isListed = true
        // What a clock that is ahead told was at the latest now.
        row.proof.used = row.proof.used.map { min($0, moment) }
      } else {
        guard standing == .stated || standing == .failed else { return false }
        row.proof.stated = nil
        // What was read back stays; what only spoke against the statement goes with it.
        if standing == .failed { row.proof = SwitchProof(used: row.proof.used) }
      }
      stated.append(row.details)
      return true
    }
    outcome.count = stated.count
    name(stated)
  }

  private mutating func list(_ ids: [InstallationID]) throws {
    try change(ids) { row, _ in
      guard !row.isListed else { return false }
      row.isListed = true
      return true
    }
  }

  /// Changes rows that are there; what `body` leaves as it is counts as unchanged.
  private mutating func change(
    _ ids: [InstallationID], _ body: (inout InstallationRow, Moment) throws -> Bool
  ) throws {
    for id in ids {
      guard let before = try TrackedTable.installation.values(id.number, connection) else {
        continue
      }
      var row = InstallationRow(before)
      guard try body(&row, moment) else {
        outcome.unchanged += 1
        continue
      }
      try put(.installation, id.number, before: before, after: row.values)
      outcome.count += 1
    }
  }

  /// What the journal says of one: its computer and product; of several nothing but the count.
  private mutating func name(_ installations: [InstallationDetails]) {
    guard installations.count == 1, let only = installations.first else { return }
    subject = "\(only.computer) · \(only.product)"
    isPersonal = true
  }

  // MARK: Use after it

  /// Whether there is anything that use could tell of.
  func hasInstallations() throws -> Bool {
    let asking = try connection.statement("SELECT 1 FROM installation LIMIT 1")
    defer { asking.reset() }
    return try asking.step()
  }

  /// Keeps when a product took or held a network licence last, which takes the statement or the proof
  /// back of one that went over before that.
  mutating func noteUse(computer: String, product: String, at used: Moment) throws {
    guard let found = try InstallationFinder(connection).find(product, on: computer),
      let before = try TrackedTable.installation.values(found, connection)
    else { return }
    var row = InstallationRow(before)
    row.proof.used = SwitchProof.latest(row.proof.used, used)
    try put(.installation, found, before: before, after: row.values)
  }
}
