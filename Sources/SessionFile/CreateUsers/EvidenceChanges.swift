import Migration

extension ChangeDraft {
  /// Takes a document of the portal up: who is in it is proven; who is not, and was proven no later,
  /// is taken back when the document tells of absence; the people whom we do not have are kept beside.
  ///
  /// The same document once more changes only what came after it. With seats it proves these too, and
  /// brings those strangers in who were chosen. O(users + people + seats).
  mutating func prove(
    _ evidence: Evidence, _ portal: PortalPeople, _ seats: SeatDecisions?,
    _ progress: ((Int) -> Bool)?
  ) throws {
    let known = try number(of: evidence)
    var evidence = evidence
    evidence.number = try known ?? lastEvidence() + 1
    var matching = PortalMatcher(portal)
    var stages = try UserStages(connection)
    var done = 0
    while let chunk = try stages.next() {
      for user in chunk {
        let isThere = matching.isThere(user.addressKey)
        if let place = isThere, portal.lastUses.indices.contains(place),
          let used = portal.lastUses[place], used <= moment.day
        {
          try noteSignIn(of: user.id, used, evidence.number)
        }
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
    if known == nil {
      try keep(evidence)
    }
    let strangers = matching.strangers
    try keep(portal, strangers: strangers, seats?.evidence, of: evidence.number)
    guard let seats else { return }
    let taken = try bringIn(seats.strangers, of: portal, strangers, evidence.number, progress)
    try prove(seats, by: evidence)
    try proveSwitches(by: seats.evidence.uses)
    outcome.count += taken
    // A document without a seat of ours is one of people alone.
    if !record.holds(.assignment) { outcome.name = .createUsers(.proveUsers) }
  }

  /// Brings those people of a document into the list whose addresses were chosen; returns how many.
  private mutating func bringIn(
    _ addresses: [String], of portal: PortalPeople, _ strangers: [Int], _ number: Int,
    _ progress: ((Int) -> Bool)?
  ) throws -> Int {
    guard !addresses.isEmpty else { return 0 }
    let wanted = Set(addresses.map { UserKeys.address($0) })
    let people = strangers.filter {
      wanted.contains(UserKeys.address(portal.people.details(of: portal.people.rows[$0]).address))
    }
    let ids = people.map { PortalPerson.ID(evidence: number, position: $0) }
    return try add(ids, progress).added
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

  private mutating func keep(_ evidence: Evidence) throws {
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
    keepBrought(.evidence, Int64(evidence.number)...Int64(evidence.number))
  }

  /// Keeps the people whom we do not have, with the offerings of which they have a seat. Of a document
  /// that was taken up before only those are new who went from the list since.
  private func keep(
    _ portal: PortalPeople, strangers: [Int], _ seats: SeatEvidence?, of evidence: Int
  ) throws {
    guard !strangers.isEmpty else { return }
    var offerings: [[UInt8]: [Int]] = [:]
    for line in seats?.lines ?? [] where line.isAssigned {
      offerings[UserKeys.address(line.address), default: []].append(line.offering)
    }
    let seating = try connection.statement(
      "INSERT OR IGNORE INTO portal_seat (evidence, position, offering) VALUES (?, ?, ?)")
    let adding = try connection.statement(
      """
      INSERT OR IGNORE INTO portal_person
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
      guard let seats else { continue }
      for offering in offerings[UserKeys.address(person.address)] ?? [] {
        seating.bind(1, evidence)
        seating.bind(2, position)
        seating.bind(3, seats.offerings[offering])
        try seating.run()
      }
    }
  }

  /// Gives a user another stage.
  private mutating func change(_ user: UserStages.User, to after: UserStage) throws {
    guard after != user.stage else { return }
    let statement = try connection.statement(Self.setStage)
    after.bind(statement)
    statement.bind(6, user.id)
    try statement.run()
    keep(.user, user.id, UserStage.columns, before: user.stage.bytes, after: after.bytes)
    users.counts.count(user.stage, isBound: user.isBound, -1)
    users.counts.count(after, isBound: user.isBound, 1)
  }

  /// Sets the columns of `UserStage`, then the user's number.
  private static let setStage = TrackedTable.user.update(of: UserStage.columns)

  // MARK: People of the portal

  /// Takes people of the portal into our list, proven by the evidence in which they stand, with their
  /// seats; those who are here already, or whose names must not leave, are passed over.
  mutating func takeOver(
    _ people: [PortalPerson.ID], _ progress: ((Int) -> Bool)?
  ) throws {
    let (added, passed) = try add(people, progress)
    outcome.count = added
    outcome.unchanged += passed
  }

  private mutating func add(
    _ people: [PortalPerson.ID], _ progress: ((Int) -> Bool)?
  ) throws -> (added: Int, passed: Int) {
    var passed = 0
    let first = try Tally.lastUser.read(connection) + 1
    var next = first
    for (place, id) in people.enumerated() {
      if let progress, place % 500 == 499, !progress(place) { throw ChangeRefusal.cancelled }
      guard let person = try portalPerson(id), person.refusal == nil,
        try user(addressKey: UserKeys.address(person.address)) == nil
      else {
        passed += 1
        continue
      }
      try add(person, as: next)
      try takeSeats(of: person.id, as: next)
      next += 1
    }
    let added = Int(next - first)
    guard added > 0 else { return (0, passed) }
    try Tally.lastUser.set(next - 1, connection)
    return (added, passed)
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
    keepBrought(.user, id...id)
    users.counts.count(stage, isBound: false, 1)
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
      try change(before, to: after, among: UserRow.stage)
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
      if try change(before, to: after, among: UserRow.stage) { outcome.count += 1 }
    }
  }
}

extension UserCounts {
  /// Counts a stage in (1) or out (-1); the group stays as it is.
  fileprivate mutating func count(_ stage: UserStage, isBound: Bool, _ sign: Int) {
    count(
      standing: stage.standing, isBound: isBound, openInvitation: stage.openInvitation,
      invitation: stage.invitation, group: [], sign)
  }
}
