import Migration

extension ChangeDraft {
  /// Takes a document of the portal up: who is in it is proven; who is not, and was proven no later,
  /// is taken back when the document tells of absence; the people whom we do not have are kept beside.
  ///
  /// The same document once more changes only what came after it. O(users + people).
  mutating func prove(
    _ evidence: Evidence, _ portal: PortalPeople, _ progress: ((Int) -> Bool)?
  ) throws {
    let known = try number(of: evidence)
    var evidence = evidence
    evidence.number = try known ?? lastEvidence() + 1
    var matching = PortalMatching(portal)
    var users = try UserStages(connection)
    var done = 0
    while let chunk = try users.next() {
      for user in chunk {
        let isThere = matching.isThere(user.addressKey)
        guard
          let after = user.stage.told(
            by: evidence, isThere.map { portal.invitations[$0] })
        else { continue }
        if isThere != nil {
          outcome.count += user.stage.standing == .proven ? 0 : 1
          outcome.unchanged += user.stage.standing == .proven ? 1 : 0
        } else if after.standing == .failed {
          outcome.updated += 1
        }
        try change(user, to: after)
      }
      done += chunk.count
      if let progress, !progress(done) { throw ChangeRefusal.cancelled }
    }
    subject = evidence.file
    guard known == nil else { return }
    record.evidence = evidence.number
    try keep(evidence)
    try keep(portal, strangers: matching.strangers, of: evidence.number)
  }

  /// The number of the same document where it was taken up before and holds.
  private func number(of evidence: Evidence) throws -> Int? {
    let asking = try connection.statement(
      """
      SELECT number FROM evidence
      WHERE shelved = 0 AND digest = ? AND digest <> '' AND day = ? AND team = ? AND whole = ?
      ORDER BY number DESC LIMIT 1
      """)
    defer { asking.reset() }
    asking.bind(1, evidence.digest)
    asking.bind(2, evidence.day.number)
    asking.bind(3, evidence.team)
    asking.bind(4, evidence.isWhole ? 1 : 0)
    return try asking.step() ? asking.int(0) : nil
  }

  private func lastEvidence() throws -> Int {
    let asking = try connection.statement("SELECT max(number) FROM evidence")
    defer { asking.reset() }
    return try asking.step() ? asking.int(0) : 0
  }

  private func keep(_ evidence: Evidence) throws {
    let adding = try connection.statement(
      """
      INSERT INTO evidence
        (number, kind, file, day, team, whole, digest, row_count, person_count, shelved)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """)
    adding.bind(1, evidence.number)
    adding.bind(2, evidence.kind.rawValue)
    adding.bind(3, evidence.file)
    adding.bind(4, evidence.day.number)
    adding.bind(5, evidence.team)
    adding.bind(6, evidence.isWhole ? 1 : 0)
    adding.bind(7, evidence.digest)
    adding.bind(8, evidence.rowCount)
    adding.bind(9, evidence.personCount)
    try adding.run()
  }

  private func keep(_ portal: PortalPeople, strangers: [Int], of evidence: Int) throws {
    let adding = try connection.statement(
      """
      INSERT INTO portal_person
        (evidence, position, first_name, last_name, address, name_key, address_key, invitation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    adding.bind(1, evidence)
    for position in strangers {
      let person = portal.people.details(of: portal.people.rows[position])
      adding.bind(2, position)
      adding.bind(3, person.firstName)
      adding.bind(4, person.lastName)
      adding.bind(5, person.address)
      adding.bind(6, copying: UserKeys.name(of: person))
      adding.bind(7, copying: UserKeys.address(person.address))
      adding.bind(8, Int(portal.invitations[position].rawValue))
      try adding.run()
    }
  }

  /// Gives a user another stage.
  private mutating func change(_ user: UserStages.User, to after: UserStage) throws {
    guard after != user.stage else { return }
    let statement = try connection.statement(Self.setStage)
    after.bind(statement)
    statement.bind(6, user.id)
    try statement.run()
    record.edit(user.id, UserStage.columns, before: user.stage.bytes, after: after.bytes)
    record.counts.count(user.stage, isBound: user.isBound, -1)
    record.counts.count(after, isBound: user.isBound, 1)
    touch(user.id)
  }

  /// Sets the columns of `UserStage`, then the user's number.
  private static let setStage = UserStage.columns.update

  // MARK: People of the portal

  /// Takes people of the portal into our list, proven by the evidence in which they stand; those who
  /// are here already, or whose names must not leave, are passed over.
  mutating func takeOver(
    _ people: [PortalPerson.ID], _ progress: ((Int) -> Bool)?
  ) throws {
    let first = try Tally.lastUser.read(connection) + 1
    var next = first
    for (place, id) in people.enumerated() {
      if let progress, place % 500 == 499, !progress(place) { throw ChangeRefusal.cancelled }
      guard let person = try portalPerson(id), person.refusal == nil,
        try user(addressKey: UserKeys.address(person.address)) == nil
      else {
        outcome.unchanged += 1
        continue
      }
      try add(person, as: next)
      next += 1
    }
    outcome.count = Int(next - first)
    guard outcome.count > 0 else { return }
    try Tally.lastUser.set(next - 1, connection)
    record.added = (first, outcome.count)
  }

  private func portalPerson(_ id: PortalPerson.ID) throws -> PortalPerson? {
    let asking = try connection.statement(
      """
      SELECT \(PortalPerson.columns) FROM portal_person JOIN evidence ON number = evidence
      WHERE evidence = ? AND position = ? AND shelved = 0
      """)
    defer { asking.reset() }
    asking.bind(1, id.evidence)
    asking.bind(2, id.position)
    return try asking.step() ? PortalPerson(asking) : nil
  }

  private mutating func add(_ person: PortalPerson, as id: Int64) throws {
    let details = UserDetails(
      firstName: person.firstName, lastName: person.lastName, address: person.address)
    let stage = UserStage(
      standing: .proven, since: person.day.number, invitation: person.invitation,
      invitedOn: person.invitation == .pending ? person.day.number : nil,
      evidence: person.id.evidence)
    let adding = try connection.statement(
      """
      INSERT INTO user
        (standing, since, invitation, invited_on, evidence, id, shelved, source, batch, first_name,
         last_name, address, login, group_name, language, name_key, address_key)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?8, ?9, ?10, ?11, '', '', '', ?12, ?13)
      """)
    stage.bind(adding)
    adding.bind(6, id)
    adding.bind(7, UserSource.portal.rawValue)
    adding.bind(8, number)
    adding.bind(9, details.firstName)
    adding.bind(10, details.lastName)
    adding.bind(11, details.address)
    adding.bind(12, copying: UserKeys.name(of: details))
    adding.bind(13, copying: UserKeys.address(details.address))
    try adding.run()
    record.counts.count(stage, isBound: false, 1)
    touch(id)
  }

  // MARK: Invitations

  /// Says that the invitations of people were sent again; who has accepted, or is not invited, stays.
  mutating func resend(_ users: [UserID], on day: Day) throws {
    for user in users {
      let before = try row(user)
      guard before.standing == .stated || before.standing == .proven,
        before.invitation != .accepted
      else { continue }
      var after = before
      after.invitedOn = day.number
      if before.invitation == .absent { after.invitation = .unknown }
      try change(before, to: after, before.differences(of: UserRow.stage, from: after))
      outcome.count += 1
    }
  }

  /// Puts people back to planned, in no hand-over; who has accepted stays.
  mutating func planUsersAgain(_ users: [UserID]) throws {
    for user in users {
      let before = try row(user)
      guard before.standing != .setAside,
        before.standing != .proven || before.invitation != .accepted
      else { continue }
      var after = before
      after.planAgain()
      let columns = before.differences(of: UserRow.stage, from: after)
      try change(before, to: after, columns)
      outcome.count += columns.isEmpty ? 0 : 1
    }
  }
}

extension Counts {
  /// Counts a stage in (1) or out (-1); the group stays as it is.
  fileprivate mutating func count(_ stage: UserStage, isBound: Bool, _ sign: Int) {
    count(
      standing: stage.standing, isBound: isBound, openInvitation: stage.openInvitation,
      invitation: stage.invitation, group: [], sign)
  }
}
