import Migration

extension ChangeDraft {
  /// Keeps a hand-over of products on computers with its rows as they are, and binds them to it.
  mutating func handOverDevices(
    _ written: HandOver, _ installations: [InstallationID], _ terms: SwitchTerms
  ) throws {
    guard !installations.isEmpty, written.step == .switchDevices else {
      throw ChangeRefusal.noSuchHandOver(written.number)
    }
    try keep(written, rows: installations.count)
    let adding = try connection.statement("INSERT INTO hand_over_switch VALUES (?, ?, ?, ?, ?)")
    adding.bind(1, written.number)
    adding.bind(2, terms.way.rawValue)
    adding.bind(3, terms.results)
    adding.bind(4, terms.lockedOut ? 1 : 0)
    adding.bind(5, moment.minutes)
    try adding.run()
    let copying = try connection.statement(
      """
      INSERT INTO hand_over_installation
        (hand_over, position, installation, computer, product, product_key, version)
      SELECT ?, ?, id, computer, product, product_key, version FROM installation WHERE id = ?
      """)
    for (position, id) in installations.enumerated() {
      guard let before = try TrackedTable.installation.values(id.number, connection) else {
        throw ChangeRefusal.noSuchHandOver(written.number)
      }
      copying.bind(1, written.number)
      copying.bind(2, position)
      copying.bind(3, id.number)
      try copying.run()
      var row = InstallationRow(before)
      row.handOver = written.number
      // What was stated and never answered is to be done once more.
      row.proof.stated = nil
      try put(.installation, id.number, before: before, after: row.values)
    }
    step = .switchDevices
    outcome.count = installations.count
  }

  /// States the products of a hand-over that are as they were, but for those of which something was read
  /// back since.
  mutating func stateDevices(_ number: Int) throws {
    outcome.count = 0
    outcome.updated = 1
    let written = try writtenAt(number)
    for (id, before) in try devices(of: number) {
      var row = InstallationRow(before)
      let (standing, since) = row.proof.standing
      let isNews = since.map { $0.minutes >= written } ?? false || row.answered == number
      switch standing {
      case .planned: break
      case .failed where !isNews: break
      case .failed, .stated, .proven, .setAside: continue
      }
      row.proof.stated = moment
      try put(.installation, id, before: before, after: row.values)
      outcome.count += 1
    }
  }

  /// Frees the products of a hand-over; what is proven stays so.
  mutating func withdrawDevices(_ number: Int) throws {
    outcome.count = 0
    outcome.updated = 1
    for (id, before) in try devices(of: number, asTheyWere: false) {
      var row = InstallationRow(before)
      guard row.proof.standing.standing != .proven else { continue }
      row.handOver = nil
      row.proof.stated = nil
      try put(.installation, id, before: before, after: row.values)
      outcome.count += 1
    }
  }

  private func writtenAt(_ number: Int) throws -> Int {
    let asking = try connection.statement(
      "SELECT written_at FROM hand_over_switch WHERE hand_over = ?")
    asking.bind(1, number)
    defer { asking.reset() }
    return try asking.step() ? asking.int(0) : 0
  }

  /// The products that a hand-over has, in its order.
  private func devices(
    of number: Int, asTheyWere: Bool = true
  ) throws -> [(Int64, [RecordValue])] {
    let reading = try connection.statement(
      """
      SELECT installation.id FROM hand_over_installation AS written
      JOIN installation ON installation.id = written.installation
      WHERE written.hand_over = ?1 AND installation.hand_over = ?1
        AND (?2 = 0 OR (installation.computer = written.computer
          AND installation.product = written.product
          AND (installation.product_key = written.product_key OR written.product_key = '')))
      ORDER BY written.position
      """)
    reading.bind(1, number)
    reading.bind(2, asTheyWere ? 1 : 0)
    var ids: [Int64] = []
    while try reading.step() { ids.append(reading.integer(0)) }
    reading.reset()
    return try ids.compactMap { id in
      try TrackedTable.installation.values(id, connection).map { (id, $0) }
    }
  }
}
