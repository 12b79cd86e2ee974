import Migration

extension ChangeDraft {
  /// Makes a change of step 4.
  mutating func make(_ change: InformUsersChange) throws {
    step = .informUsers
    switch change {
    case .stateInformed(let day): try stateInformed(day)
    case .saveText(let kind, let language, let text): try save(text, of: kind, language)
    case .handOver(let written, let users, let terms): try handOverMessages(written, users, terms)
    case .takeBounces(let bounces): try take(bounces)
    }
  }

  private mutating func stateInformed(_ day: Day?) throws {
    let id = Int64(Step.informUsers.rawValue)
    let before = try TrackedTable.statement.values(id, connection)
    let after = day.map { [RecordValue($0.number)] }
    guard before != after else { return }
    try put(.statement, id, before: before, after: after)
    outcome.count = 1
  }

  // MARK: Texts

  private mutating func save(
    _ text: MessageText?, of kind: MessageKind, _ language: String
  ) throws {
    let finding = try connection.statement(
      """
      SELECT ifnull((SELECT id FROM message_text WHERE kind = ? AND language = ?),
        (SELECT ifnull(max(id), 0) + 1 FROM message_text))
      """)
    finding.bind(1, kind.rawValue)
    finding.bind(2, language)
    let id = try finding.step() ? finding.integer(0) : 1
    finding.reset()
    try put(
      .messageText, id,
      text.map {
        [
          RecordValue(kind.rawValue), RecordValue(language), RecordValue($0.subject),
          RecordValue($0.body),
        ]
      })
    outcome.count = record.isEmpty ? 0 : 1
  }

  // MARK: Hand-overs

  /// Keeps a hand-over of messages with its people as they are.
  private mutating func handOverMessages(
    _ written: HandOver, _ users: [UserID], _ terms: MessageTerms
  ) throws {
    guard !users.isEmpty, written.step == .informUsers else {
      throw ChangeRefusal.noSuchHandOver(written.number)
    }
    try keep(written, rows: users.count)
    let adding = try connection.statement("INSERT INTO hand_over_message VALUES (?, ?, ?, ?, ?)")
    adding.bind(1, written.number)
    adding.bind(2, terms.kind.rawValue)
    adding.bind(3, terms.day?.number)
    adding.bind(4, terms.sender)
    adding.bind(5, terms.replyTo)
    try adding.run()
    let copying = try connection.statement(
      """
      INSERT INTO hand_over_row
        (hand_over, position, user, first_name, last_name, address, login, group_name, language)
      SELECT ?, ?, id, first_name, last_name, address, login, group_name, language
      FROM user WHERE id = ?
      """)
    for (position, user) in users.enumerated() {
      copying.bind(1, written.number)
      copying.bind(2, position)
      copying.bind(3, user.number)
      try copying.run()
      let details = try row(user).details
      let notice = NoticeRow(
        user: user.number, kind: terms.kind, standing: .written, handOver: written.number,
        address: details.address)
      let before = try TrackedTable.notice.values(notice.id, connection)
      if let known = before.flatMap({ NoticeRow($0) }), known.standing == .stated {
        throw ChangeRefusal.noSuchHandOver(written.number)
      }
      try put(.notice, notice.id, before: before, after: notice.values)
    }
    step = .informUsers
    outcome.count = users.count
  }

  /// States the messages of a hand-over: they went.
  mutating func stateNotices(_ number: Int, _ day: Day) throws {
    try changeNotices(of: number) { notice in
      guard notice.standing == .written else { return false }
      notice.standing = .stated
      notice.since = day
      return true
    }
  }

  /// Frees the messages of a hand-over that did not go; what came back was sent, and stays.
  mutating func withdrawNotices(_ number: Int) throws {
    outcome.count = 0
    outcome.updated = 1
    for (id, before) in try notices(of: number) {
      guard let notice = NoticeRow(before), notice.standing != .failed else { continue }
      try put(.notice, id, before: before, after: nil)
      outcome.count += 1
    }
  }

  /// Keeps the last day on which a person used a product, as a document tells it.
  mutating func noteSignIn(of user: Int64, _ day: Day, _ evidence: Int) throws {
    let before = try TrackedTable.signIn.values(user, connection)
    if let known = before?.first?.int, known >= day.number { return }
    try put(
      .signIn, user, before: before, after: [RecordValue(day.number), RecordValue(evidence)])
  }

  // MARK: What came back

  /// Keeps which messages came back: by the message's own identifier, else by the address the message of
  /// that person that went last. What nobody here was sent counts as unchanged.
  private mutating func take(_ bounces: [Bounce]) throws {
    let reading = try connection.statement("SELECT number FROM identity")
    let session = try reading.step() ? reading.integer(0) : 0
    reading.reset()
    let identity = MessageIdentity(session: UInt64(bitPattern: session))
    var taken: Set<Int64> = []
    for bounce in bounces {
      guard let id = try notice(of: bounce, identity),
        let before = try TrackedTable.notice.values(id, connection), var notice = NoticeRow(before),
        notice.standing != .failed
      else {
        outcome.unchanged += 1
        continue
      }
      notice.standing = .failed
      notice.since = bounce.day ?? moment.day
      notice.reason = bounce.reason.rawValue
      try put(.notice, id, before: before, after: notice.values)
      if taken.insert(id).inserted { outcome.count += 1 }
    }
  }

  private func notice(of bounce: Bounce, _ identity: MessageIdentity) throws -> Int64? {
    if let id = bounce.messageID, let (kind, user) = identity.person(of: id) {
      return NoticeRow.id(user.number, kind)
    }
    guard !bounce.address.isEmpty else { return nil }
    let finding = try connection.statement(
      """
      SELECT notice.id FROM notice JOIN user ON user.id = notice.user
      WHERE user.shelved = 0 AND user.address_key = ?1 AND notice.standing <> 4
      ORDER BY notice.since DESC, notice.kind DESC LIMIT 1
      """)
    finding.bind(1, copying: UserKeys.address(bounce.address))
    defer { finding.reset() }
    return try finding.step() ? finding.integer(0) : nil
  }

  private mutating func changeNotices(
    of number: Int, _ body: (inout NoticeRow) -> Bool
  ) throws {
    outcome.count = 0
    outcome.updated = 1
    for (id, before) in try notices(of: number) {
      guard var notice = NoticeRow(before), body(&notice) else { continue }
      try put(.notice, id, before: before, after: notice.values)
      outcome.count += 1
    }
  }

  private func notices(of number: Int) throws -> [(Int64, [RecordValue])] {
    let reading = try connection.statement("SELECT id FROM notice WHERE hand_over = ? ORDER BY id")
    reading.bind(1, number)
    var ids: [Int64] = []
    while try reading.step() { ids.append(reading.integer(0)) }
    reading.reset()
    return try ids.compactMap { id in
      try TrackedTable.notice.values(id, connection).map { (id, $0) }
    }
  }
}
