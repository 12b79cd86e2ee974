import Migration

extension SessionFile {
  /// The counts of step 3 and what is said of step 4, into a summary.
  static func readSwitching(into summary: inout Summary, _ connection: Connection) throws {
    let counting = try connection.statement(
      "SELECT standing, count(*) FROM installation GROUP BY standing")
    defer { counting.reset() }
    var counts: [Standing: Int] = [:]
    while try counting.step() {
      if let standing = Standing(rawValue: counting.int(0)) { counts[standing] = counting.int(1) }
    }
    let total = counts.values.reduce(0, +)
    if total > 0 {
      summary.funnels[.switchDevices] = Funnel(
        total: total, stated: counts[.stated, default: 0] + counts[.proven, default: 0],
        proven: counts[.proven, default: 0], failed: counts[.failed, default: 0])
    }
    summary.licensing.contradictions = counts[.failed, default: 0]
    let values = try TrackedTable.statement.values(Int64(Step.informUsers.rawValue), connection)
    summary.informedOn = values?.first?.int.map { Day(number: $0) }
  }

  /// Rows of a query at some places among all of it.
  package func installations(
    _ query: InstallationQuery, places: Range<Int>
  ) throws(SessionReadError) -> RowWindow<Installation> {
    try reading { connection in
      let revision = try prepareInstallations(connection)
      let ids = installed?.answer(query) ?? []
      let wanted = places.clamped(to: 0..<ids.count)
      return RowWindow(
        revision: revision, first: wanted.lowerBound,
        rows: try ids[wanted].compactMap { try installed?.installation($0, connection) },
        total: ids.count)
    }
  }

  /// The numbers of all rows of a query, in its order.
  package func installationIDs(
    _ query: InstallationQuery
  ) throws(SessionReadError) -> [InstallationID] {
    try reading { connection in
      _ = try prepareInstallations(connection)
      return (installed?.answer(query) ?? []).map { InstallationID($0) }
    }
  }

  /// The products on computers that rows of network use show and our list does not have, and how many
  /// of the rows name no computer. What is set aside needs nothing.
  package func proposedInstallations(
    ofUses ids: [Int64]
  ) throws(SessionReadError) -> (new: [InstallationDetails], known: Int, nameless: Int) {
    try reading { connection in
      _ = try prepareUses(connection)
      let none: (seen: [InstallationDetails], nameless: Int) = ([], 0)
      let found = uses?.installations(of: ids) ?? none
      let asking = try connection.statement("SELECT 1 FROM installation WHERE install_key = ?")
      var new: [InstallationDetails] = []
      for details in found.seen {
        asking.bind(1, copying: InstallationRow.key(details.computer, details.product))
        if try !asking.step() { new.append(details) }
        asking.reset()
      }
      return (new, found.seen.count - new.count, found.nameless)
    }
  }

  private func prepareInstallations(_ connection: Connection) throws -> Int64 {
    let revision = try Tally.revision.read(connection)
    if installed?.revision != revision {
      installed = nil
      installed = try InstallationIndex(revision, connection)
    }
    return revision
  }
}
