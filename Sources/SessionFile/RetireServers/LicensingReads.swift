import Migration

extension SessionFile {
  /// Reads what step 5 shows into a summary.
  static func readRetireServers(into summary: inout Summary, _ connection: Connection) throws {
    summary.licensing = try licensing(connection)
  }

  /// The servers with what is out and borrowed on each; a handful of small reads.
  static func licensing(_ connection: Connection) throws -> LicensingSummary {
    LicensingSummary(servers: try servers(connection))
  }

  static func servers(_ connection: Connection) throws -> [LicenceServer] {
    let columns = TrackedTable.server.columns
    let reading = try connection.statement(
      "SELECT id, \(columns.joined(separator: ", ")) FROM licence_server ORDER BY id")
    defer { reading.reset() }
    var servers: [LicenceServer] = []
    while try reading.step() {
      let row = ServerRow(columns.indices.map { RecordValue(reading, Int32($0 + 1)) })
      servers.append(
        LicenceServer(
          id: ServerID(reading.integer(0)), details: row.details, standing: row.standing,
          since: row.since.map { Day(number: $0) }, keptReason: row.keptReason, log: row.log,
          answer: row.answer, proof: row.proof,
          fileAwayOn: row.fileAwayOn.map { Day(number: $0) }, toldAt: row.toldAt))
    }
    guard !servers.isEmpty else { return [] }
    for place in servers.indices {
      servers[place].lastUsed = try lastUse(of: servers[place].id, connection)
    }
    let now = try connection.statement(
      """
      SELECT server, open, borrowed_until, queued FROM network_use INDEXED BY network_use_now
      WHERE shelved = 0 AND is_now = 1
      """)
    defer { now.reset() }
    var borrowed: [Int64: [Int: Int]] = [:]
    while try now.step() {
      guard let place = servers.firstIndex(where: { $0.id.number == now.integer(0) }) else {
        continue
      }
      servers[place].openLicences += now.int(1)
      servers[place].queued += now.int(3)
      if let day = now.intOrNil(2) { borrowed[now.integer(0), default: [:]][day, default: 0] += 1 }
    }
    for place in servers.indices {
      let days = borrowed[servers[place].id.number] ?? [:]
      servers[place].borrowed = days.sorted { $0.key < $1.key }.map {
        Summary.DayCount(day: Day(number: $0.key), count: $0.value)
      }
    }
    return servers
  }

  /// The last use of a server that anything showed.
  private static func lastUse(
    of server: ServerID, _ connection: Connection
  ) throws -> Moment? {
    let reading = try connection.statement(
      """
      SELECT max(last_used) FROM network_use INDEXED BY network_use_last
      WHERE shelved = 0 AND server = ?
      """)
    defer { reading.reset() }
    reading.bind(1, server.number)
    guard try reading.step() else { return nil }
    return reading.intOrNil(0).map { Moment(minutes: $0) }
  }

  /// The network use of a query at some places among all of it, with the figures of its window.
  package func uses(
    _ query: UseQuery, places: Range<Int>
  ) throws(SessionReadError) -> (window: RowWindow<NetworkUse>, figures: UseFigures) {
    try reading { connection in
      let revision = try prepareUses(connection)
      guard let (ids, total) = uses?.ids(query, places: places) else {
        return (RowWindow(), UseFigures())
      }
      return (
        RowWindow(
          revision: revision, first: places.clamped(to: 0..<total).lowerBound,
          rows: try ids.compactMap { try use($0, connection) }, total: total),
        uses?.figures(window: query.window) ?? UseFigures()
      )
    }
  }

  /// One row of network use; nil when there is none (any more).
  package func use(_ id: Int64) throws(SessionReadError) -> NetworkUse? {
    try reading { connection in
      _ = try prepareUses(connection)
      return try use(id, connection)
    }
  }

  /// The numbers of all rows of a query, in its order.
  package func useIDs(_ query: UseQuery) throws(SessionReadError) -> [Int64] {
    try reading { connection in
      _ = try prepareUses(connection)
      return uses?.ids(query, places: 0..<Int.max).ids ?? []
    }
  }

  /// The distinct logins of some rows, as first written, in the rows' order.
  package func logins(ofUses ids: [Int64]) throws(SessionReadError) -> [String] {
    try reading { connection in
      _ = try prepareUses(connection)
      return uses?.logins(of: ids) ?? []
    }
  }

  /// What some rows ask of step 2: each offering with the users who have no seat for it.
  package func seatProposals(ofUses ids: [Int64]) throws(SessionReadError) -> [SeatProposal] {
    try reading { connection in
      _ = try prepareUses(connection)
      return uses?.seatProposals(of: ids) ?? []
    }
  }

  /// What the use of one offering within 90 days asks of step 2.
  package func seatProposal(for offering: String) throws(SessionReadError) -> SeatProposal {
    try reading { connection in
      _ = try prepareUses(connection)
      return uses?.seatProposal(for: offering) ?? SeatProposal(offering: offering, users: [])
    }
  }

  /// How many people use each offering over the network licence, the most used first.
  package func offeringUse() throws(SessionReadError) -> [OfferingUse] {
    try reading { connection in
      _ = try prepareUses(connection)
      return uses?.offeringUse() ?? []
    }
  }

  /// Whose the logins are: counted where the use is read already, or where step 5 may hang on it.
  func logins(_ summary: Summary, _ connection: Connection) throws -> LoginCount? {
    guard !summary.licensing.servers.isEmpty else { return nil }
    if uses?.revision != summary.revision {
      guard summary.mayRetire else { return nil }
      _ = try prepareUses(connection)
    }
    return uses?.loginCount
  }

  /// Brings the index up to date; the revision that it holds.
  func prepareUses(_ connection: Connection) throws -> Int64 {
    let revision = try Tally.revision.read(connection)
    if uses?.revision != revision {
      uses = nil
      uses = try UseIndex(revision, try Self.servers(connection), connection)
    }
    return revision
  }

  private func use(_ id: Int64, _ connection: Connection) throws -> NetworkUse? {
    guard let slot = uses?.slot(of: id), let values = try TrackedTable.use.values(id, connection)
    else { return nil }
    let row = UseRow(values)
    guard !row.isShelved else { return nil }
    return uses?.use(id, row, slot)
  }

  /// Follows a change where that costs less than building the index anew.
  func followUses(_ change: Change, revision: Int64) {
    guard let known = uses, known.revision != revision else { return }
    guard known.revision == revision - 1, case .retireServers(let licensing) = change else {
      uses = nil
      return
    }
    switch licensing {
    case .setAside(let logins, let reason):
      uses?.setAside(logins, reason)
      uses?.revision = revision
    case .couple(let login, let user?):
      guard let known = try? self.user(user) else {
        uses = nil
        return
      }
      uses?.couple(login, known)
      uses?.revision = revision
    case .keepServer, .retire, .unretire, .proveServer, .putFileAway: uses?.revision = revision
    case .addServer, .editServer, .removeServer, .take, .couple(_, nil), .planSeats: uses = nil
    }
  }
}
