import Migration

extension ChangeDraft {
  /// Makes a change of the products on computers.
  mutating func make(_ change: SwitchDevicesChange, _ progress: ((Int) -> Bool)?) throws {
    step = .switchDevices
    switch change {
    case .add(let details): try add(details, progress)
    case .remove(let ids): try remove(ids)
    case .state(let ids, let isSwitched): try state(ids, isSwitched: isSwitched)
    }
  }

  private mutating func add(
    _ installations: [InstallationDetails], _ progress: ((Int) -> Bool)?
  ) throws {
    var next = try Tally.lastInstallation.read(connection) + 1
    let finding = try connection.statement("SELECT 1 FROM installation WHERE install_key = ?")
    for (done, details) in installations.enumerated() {
      let row = InstallationRow(details: details)
      finding.bind(1, copying: InstallationRow.key(details.computer, details.product))
      let isKnown = try finding.step()
      finding.reset()
      if isKnown {
        outcome.unchanged += 1
      } else {
        try put(.installation, next, before: nil, after: row.values)
        next += 1
        outcome.count += 1
      }
      if let progress, done % 500 == 499, !progress(done) { throw ChangeRefusal.cancelled }
    }
    try Tally.lastInstallation.set(next - 1, connection)
    name(installations)
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
    for id in ids {
      guard let before = try TrackedTable.installation.values(id.number, connection) else {
        continue
      }
      var row = InstallationRow(before)
      let wanted: Standing = isSwitched ? .stated : .planned
      guard row.standing != wanted else {
        outcome.unchanged += 1
        continue
      }
      row.standing = wanted
      row.since = isSwitched ? moment.minutes : nil
      try put(.installation, id.number, before: before, after: row.values)
      stated.append(row.details)
    }
    outcome.count = stated.count
    name(stated)
  }

  /// What the journal says of one: its computer and product; of several nothing but the count.
  private mutating func name(_ installations: [InstallationDetails]) {
    guard installations.count == 1, let only = installations.first else { return }
    subject = "\(only.computer) · \(only.product)"
    isPersonal = true
  }

  // MARK: Use after it

  /// Whether anything is or was stated as switched, so that later use contradicts it.
  func hasSwitched() throws -> Bool {
    let asking = try connection.statement(
      "SELECT 1 FROM installation WHERE standing IN (\(Self.contradicted)) LIMIT 1")
    defer { asking.reset() }
    return try asking.step()
  }

  /// What use after the statement contradicts, once or again.
  private static let contradicted = "\(Standing.stated.rawValue), \(Standing.failed.rawValue)"

  /// Takes the statement back of a product that took or held a network licence after it; of several
  /// such moments the last one is kept.
  mutating func noteUse(computer: String, product: String, at used: Moment) throws {
    let finding = try connection.statement(
      """
      SELECT id FROM installation
      WHERE install_key = ? AND standing IN (\(Self.contradicted)) AND since < ?
      """)
    finding.bind(1, copying: InstallationRow.key(computer, product))
    finding.bind(2, used.minutes)
    let found: Int64? = try finding.step() ? finding.integer(0) : nil
    finding.reset()
    guard let found, let before = try TrackedTable.installation.values(found, connection) else {
      return
    }
    var row = InstallationRow(before)
    row.standing = .failed
    row.since = used.minutes
    try put(.installation, found, before: before, after: row.values)
  }
}
