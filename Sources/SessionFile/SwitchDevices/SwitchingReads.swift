import Migration

extension SessionFile {
  /// The counts of step 3, into a summary.
  static func readSwitching(into summary: inout Summary, _ connection: Connection) throws {
    let counting = try connection.statement(
      """
      SELECT standing, count(*), count(CASE WHEN used_at = since THEN 1 END)
      FROM installation WHERE listed = 1 GROUP BY standing
      """)
    defer { counting.reset() }
    var counts: [Standing: Int] = [:]
    while try counting.step() {
      guard let standing = Standing(rawValue: counting.int(0)) else { continue }
      counts[standing] = counting.int(1)
      if standing == .failed { summary.licensing.contradictions = counting.int(2) }
    }
    let total = counts.values.reduce(0, +)
    if total > 0 {
      summary.funnels[.switchDevices] = Funnel(
        total: total, stated: counts[.stated, default: 0] + counts[.proven, default: 0],
        proven: counts[.proven, default: 0], failed: counts[.failed, default: 0])
    }
  }

  /// The counts of the computers; nothing is read where there are none.
  func devices(_ connection: Connection) throws -> DevicesSummary {
    let asking = try connection.statement("SELECT 1 FROM computer LIMIT 1")
    defer { asking.reset() }
    guard try asking.step() else { return DevicesSummary() }
    _ = try prepareDevices(connection)
    return devices?.summary() ?? DevicesSummary()
  }

  // MARK: Computers

  /// Computers of a query at some places among all of it.
  package func computers(
    _ query: ComputerQuery, places: Range<Int>
  ) throws(SessionReadError) -> RowWindow<Computer> {
    try reading { connection in
      let revision = try prepareDevices(connection)
      let found = devices?.answer(query) ?? []
      let wanted = places.clamped(to: 0..<found.count)
      return RowWindow(
        revision: revision, first: wanted.lowerBound,
        rows: try found[wanted].compactMap { try devices?.computer($0, connection) },
        total: found.count)
    }
  }

  /// The numbers of all computers of a query, in its order.
  package func computerIDs(_ query: ComputerQuery) throws(SessionReadError) -> [ComputerID] {
    try reading { connection in
      _ = try prepareDevices(connection)
      let found = devices?.answer(query) ?? []
      return found.compactMap { place in devices.map { ComputerID($0.machines[place].id) } }
    }
  }

  /// The computer with a number; nil where there is none.
  package func computer(_ id: ComputerID) throws(SessionReadError) -> Computer? {
    try reading { connection in
      _ = try prepareDevices(connection)
      guard let devices, let place = devices.place(of: id.number) else { return nil }
      return try devices.computer(place, connection)
    }
  }

  // MARK: Products on computers

  /// Rows of a query at some places among all of it.
  package func installations(
    _ query: InstallationQuery, places: Range<Int>
  ) throws(SessionReadError) -> RowWindow<Installation> {
    try reading { connection in
      let revision = try prepareDevices(connection)
      let ids = devices?.answer(query) ?? []
      let wanted = places.clamped(to: 0..<ids.count)
      return RowWindow(
        revision: revision, first: wanted.lowerBound,
        rows: try ids[wanted].compactMap { try devices?.installation($0, connection) },
        total: ids.count)
    }
  }

  /// The numbers of all rows of a query, in its order.
  package func installationIDs(
    _ query: InstallationQuery
  ) throws(SessionReadError) -> [InstallationID] {
    try reading { connection in
      _ = try prepareDevices(connection)
      return (devices?.answer(query) ?? []).map { InstallationID($0) }
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
      let finder = InstallationFinder(connection)
      let new = try found.seen.filter { try finder.find($0.product, on: $0.computer) == nil }
      return (new, found.seen.count - new.count, found.nameless)
    }
  }

  /// Brings the index up to date; the revision that it holds.
  func prepareDevices(_ connection: Connection) throws -> Int64 {
    let revision = try Tally.revision.read(connection)
    let day = try today ?? Day(number: Int(Tally.lastDay.read(connection)))
    if devices?.revision != revision || devices?.today != day {
      devices = nil
      devices = try DeviceIndex(revision, today: day, connection)
    }
    return revision
  }
}
