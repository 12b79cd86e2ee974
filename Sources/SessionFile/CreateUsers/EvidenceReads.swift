import Migration

extension SessionFile {
  /// What a document of the portal would prove, before anything is taken over; O(users + people).
  package func compare(_ portal: PortalPeople) throws(SessionReadError) -> EvidenceComparison {
    try reading { connection in
      var comparison = EvidenceComparison()
      var matching = PortalMatcher(portal)
      var absentProven: [Int: Int] = [:]
      var users = try UserStages(connection)
      while let chunk = try users.next() {
        for user in chunk where user.stage.standing != .setAside {
          if let place = matching.isThere(user.addressKey) {
            comparison.known += 1
            if user.stage.standing != .proven { comparison.newlyProven += 1 }
            switch portal.invitations[place] {
            case .pending: comparison.pending += 1
            case .accepted: comparison.accepted += 1
            case .unknown, .absent: break
            }
          } else {
            comparison.absent += 1
            if user.stage.standing == .proven, let since = user.stage.since {
              absentProven[since, default: 0] += 1
            }
          }
        }
      }
      comparison.strangers = matching.strangers.count
      comparison.absentProven = absentProven.sorted { $0.key < $1.key }
        .map { Summary.DayCount(day: Day(number: $0.key), count: $0.value) }
      return comparison
    }
  }

  /// People whom the portal has and our list has not, by name, at some places among all of them.
  ///
  /// They are those of the newest document that tells of absence and of the ones after it, each
  /// address once; who was added to our list since is left out.
  package func strangers(
    _ query: StrangerQuery = StrangerQuery(), places: Range<Int>
  ) throws(SessionReadError) -> RowWindow<PortalPerson> {
    try reading { connection in
      let asking = try connection.statement(Self.strangersQuery)
      defer { asking.reset() }
      let wanted = places.clamped(to: 0..<Int.max)
      var rows: [PortalPerson] = []
      var total = 0
      let words = Folding.search.bytes(of: query.filter).split { $0 <= 0x20 }
      while try asking.step() {
        guard words.isEmpty || PortalPerson(asking).has(words) else { continue }
        if wanted.contains(total) { rows.append(PortalPerson(asking)) }
        total += 1
      }
      return RowWindow(
        revision: try Tally.revision.read(connection),
        first: places.clamped(to: 0..<total).lowerBound, rows: rows, total: total)
    }
  }

  /// All of them that a query has, in its order.
  package func strangerIDs(
    _ query: StrangerQuery
  ) throws(SessionReadError) -> [PortalPerson.ID] {
    try strangers(query, places: 0..<Int.max).rows.map(\.id)
  }

  private static let strangersQuery = """
    WITH base AS (
      SELECT day, number FROM evidence
      WHERE shelved = 0 AND whole = 1 AND kind = '\(Evidence.Kind.usersExport.rawValue)'
      ORDER BY day DESC, number DESC LIMIT 1
    ), told AS (
      SELECT * FROM evidence WHERE shelved = 0
        AND NOT EXISTS (SELECT 1 FROM base WHERE (evidence.day, evidence.number)
          < (base.day, base.number))
    )
    SELECT \(PortalPerson.columns)
    FROM told AS evidence JOIN portal_person ON evidence = number
    WHERE NOT EXISTS (SELECT 1 FROM user
        WHERE user.address_key = portal_person.address_key AND user.shelved = 0)
      AND NOT EXISTS (SELECT 1 FROM portal_person AS newer JOIN told ON told.number = newer.evidence
        WHERE newer.address_key = portal_person.address_key
          AND (told.day, told.number) > (evidence.day, evidence.number))
    ORDER BY name_key, address_key
    """

  /// The documents that prove and hold, newest first by the day they tell about.
  static func evidence(_ connection: Connection) throws -> [Evidence] {
    let asking = try connection.statement(
      """
      SELECT number, kind, file, day, team, whole, digest, row_count, person_count
      FROM evidence WHERE shelved = 0 ORDER BY day DESC, number DESC
      """)
    defer { asking.reset() }
    var evidence: [Evidence] = []
    while try asking.step() {
      evidence.append(
        Evidence(
          number: asking.int(0), kind: Evidence.Kind(rawValue: asking.text(1)) ?? .usersExport,
          file: asking.text(2), day: Day(number: asking.int(3)), team: asking.text(4),
          isWhole: asking.int(5) != 0, digest: asking.text(6), rowCount: asking.int(7),
          personCount: asking.int(8)))
    }
    return evidence
  }
}

extension PortalPerson {
  /// The columns that a person is made from, of the tables `portal_person` and `evidence`.
  static let columns =
    "evidence, position, first_name, last_name, address, invitation, evidence.day"

  /// A row of `columns`.
  init(_ statement: SQLStatement) {
    self.init(
      id: ID(evidence: statement.int(0), position: statement.int(1)),
      firstName: statement.text(2), lastName: statement.text(3), address: statement.text(4),
      invitation: Invitation(rawValue: UInt8(clamping: statement.int(5))) ?? .unknown,
      day: Day(number: statement.int(6)))
  }
}

extension PortalPerson {
  /// Whether each of some folded words stands somewhere in the name or the address.
  fileprivate func has(_ words: [ArraySlice<UInt8>]) -> Bool {
    let text = Folding.search.bytes(of: "\(firstName) \(lastName) \(address)")
    return words.allSatisfy { text.firstRange(of: $0) != nil }
  }
}
