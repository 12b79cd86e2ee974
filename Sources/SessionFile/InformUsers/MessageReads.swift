import Migration

extension SessionFile {
  /// Who gets a message of a kind, of a group or of all, and who is left out.
  ///
  /// An announcement goes to everybody with a product in the plan, since it may go before the portal
  /// gives seats; the others to those who have one.
  package func audience(
    of kind: MessageKind, group wanted: String? = nil, today: Day
  ) throws(SessionReadError) -> MessageAudience {
    try reading { connection in
      var audience = MessageAudience(kind)
      for found in try InformedPeople(of: kind, connection).all(group: wanted, connection) {
        if let reason = found.reason(against: kind, today: today) {
          audience.leftOut.append(
            .init(
              id: found.informed.person.id, name: found.informed.person.details.fullName,
              reason: reason))
        } else {
          audience.people.append(found.informed.person)
        }
      }
      return audience
    }
  }

  /// People with what they were told, by last name: all who are not set aside and have a seat, or were
  /// told something.
  package func informedPeople() throws(SessionReadError) -> [InformedPerson] {
    try reading { connection in
      try InformedPeople(of: .switchOver, connection).all(group: nil, connection)
        .filter { !$0.isAside && ($0.hasSeat || !$0.informed.notices.isEmpty) }.map(\.informed)
    }
  }

  /// A person with what a message of a kind says of the person, whether it goes there or not; nil for
  /// nobody.
  package func messagePerson(
    _ user: UserID, _ kind: MessageKind
  ) throws(SessionReadError) -> MessagePerson? {
    try reading { connection in
      try InformedPeople(of: kind, connection).all(group: nil, connection)
        .first { $0.informed.person.id == user }?.informed.person
    }
  }

  /// What a hand-over of messages is beside its people; nil for none such.
  package func messageTerms(_ number: Int) throws(SessionReadError) -> MessageTerms? {
    try reading { connection in
      let reading = try connection.statement(
        "SELECT kind, day, sender, reply_to FROM hand_over_message WHERE hand_over = ?")
      reading.bind(1, number)
      defer { reading.reset() }
      guard try reading.step(), let kind = MessageKind(rawValue: reading.int(0)) else { return nil }
      return MessageTerms(
        kind, day: reading.intOrNil(1).map { Day(number: $0) }, sender: reading.text(2),
        replyTo: reading.text(3))
    }
  }

  /// The texts that the admin changed.
  package func ownMessageTexts() throws(SessionReadError) -> [OwnMessageText] {
    try reading { connection in
      let reading = try connection.once(
        "SELECT kind, language, subject, body FROM message_text ORDER BY kind, language")
      var texts: [OwnMessageText] = []
      while try reading.step() {
        guard let kind = MessageKind(rawValue: reading.int(0)) else { continue }
        texts.append(
          OwnMessageText(
            kind: kind, language: reading.text(1),
            text: MessageText(subject: reading.text(2), body: reading.text(3))))
      }
      return texts
    }
  }

  /// What makes the session's messages its own.
  package func messageIdentity() throws(SessionReadError) -> MessageIdentity {
    try reading { connection in
      let reading = try connection.statement("SELECT number FROM identity")
      defer { reading.reset() }
      let number = try reading.step() ? reading.integer(0) : 0
      return MessageIdentity(session: UInt64(bitPattern: number))
    }
  }

  /// The counts of step 4 and what is said of it, into a summary.
  static func readInforming(
    into summary: inout Summary, today: Day?, _ connection: Connection
  ) throws {
    let values = try TrackedTable.statement.values(Int64(Step.informUsers.rawValue), connection)
    summary.informedOn = values?.first?.int.map { Day(number: $0) }
    let asking = try connection.statement("SELECT 1 FROM notice LIMIT 1")
    defer { asking.reset() }
    guard try asking.step() else { return }
    var (total, stated, proven) = (0, 0, 0)
    let day = try today ?? Day(number: Int(Tally.lastDay.read(connection)))
    for found in try InformedPeople(of: .switchOver, connection).all(group: nil, connection)
    where !found.isAside {
      let notices = MessageKind.allCases.map { found.informed.notice($0).standing }
      summary.messages.written += notices.count { $0 == .written }
      if notices.contains(.failed) { summary.messages.failed += 1 }
      guard found.hasSeat else { continue }
      total += 1
      let told = found.informed.notice(.switchOver).standing
      if told == .stated || told == .proven { stated += 1 }
      if told == .proven { proven += 1 }
      if told == .none { summary.messages.untold += 1 }
      let isReminded = found.informed.notice(.reminder).standing != .none
      if found.informed.isToChase(today: day), !isReminded { summary.messages.toChase += 1 }
    }
    summary.funnels[.informUsers] = Funnel(
      total: total, stated: stated, proven: proven, failed: summary.messages.failed)
  }
}

/// All people with what they were told, read in one go.
private struct InformedPeople {
  /// A person, and what decides whether a message goes there.
  struct Found {
    var informed: InformedPerson
    var isAside = false
    var hasSeat = false

    /// Why a message of a kind does not go there; nil where it does.
    func reason(against kind: MessageKind, today: Day) -> LeftOutPerson.Reason? {
      if isAside { return .setAside }
      if !hasSeat { return .noSeat }
      switch informed.notice(kind).standing {
      case .none: break
      case .written: return .written
      case .stated, .proven: return .told
      case .failed: return .failed
      }
      guard kind == .reminder else { return nil }
      switch informed.notice(.switchOver).standing {
      case .none, .written, .failed: return .untold
      case .proven: return .signedIn
      case .stated: break
      }
      if !informed.isSwitched { return .notSwitched }
      return informed.isToChase(today: today) ? nil : .tooSoon
    }
  }

  private var products: [Int64: [String]] = [:]
  private var computers: [Int64: [String]] = [:]
  private var unswitched: Set<Int64> = []
  private var notices: [Int64: [NoticeRow]] = [:]
  private var signIns: [Int64: Day] = [:]

  /// Reads them; `kind` says which seats are enough.
  init(of kind: MessageKind, _ connection: Connection) throws {
    try readProducts(kind, connection)
    try readComputers(connection)
    let rows = try connection.once(
      "SELECT \(TrackedTable.notice.columns.joined(separator: ", ")) FROM notice")
    while try rows.step() {
      let values = TrackedTable.notice.columns.indices.map { RecordValue(rows, Int32($0)) }
      if let notice = NoticeRow(values) { notices[notice.user, default: []].append(notice) }
    }
    let uses = try connection.once("SELECT id, day FROM sign_in")
    while try uses.step() { signIns[uses.integer(0)] = Day(number: uses.int(1)) }
    // Who accepted did so on the day of the export at the latest; a usage report tells the day of use.
    let accepted = try connection.once(
      """
      SELECT user.id, evidence.day FROM user JOIN evidence ON evidence.number = user.evidence
      WHERE user.shelved = 0 AND invitation = \(Invitation.accepted.rawValue)
        AND evidence.shelved = 0 AND evidence.kind = '\(Evidence.Kind.usersExport.rawValue)'
      """)
    while try accepted.step() {
      let day = Day(number: accepted.int(1))
      signIns[accepted.integer(0)] = max(day, signIns[accepted.integer(0)] ?? day)
    }
  }

  /// People by last name, of a group or all.
  func all(group wanted: String?, _ connection: Connection) throws -> [Found] {
    let users = try connection.once(
      "SELECT \(UserRow.columns) FROM user WHERE shelved = 0 ORDER BY name_key, id")
    var people: [Found] = []
    while try users.step() {
      let user = UserRow(users)
      if let wanted, wanted != user.details.group { continue }
      var found = Found(
        informed: InformedPerson(
          MessagePerson(
            id: UserID(user.id), details: user.details, products: products[user.id] ?? [],
            computers: computers[user.id] ?? [])))
      found.isAside = user.standing == .setAside
      found.hasSeat = products[user.id] != nil
      found.informed.isSwitched = !unswitched.contains(user.id)
      found.informed.signedIn = signIns[user.id]
      for row in notices[user.id] ?? [] {
        // What came back from another address says nothing of this one.
        if row.standing == .failed, row.address != user.details.address { continue }
        found.informed.notices[row.kind] = row.notice
      }
      people.append(found)
    }
    return people
  }

  /// The products of each user by name.
  private mutating func readProducts(_ kind: MessageKind, _ connection: Connection) throws {
    let standings: [Standing] =
      switch kind {
      case .announcement: [.planned, .stated, .proven]
      case .switchOver, .reminder: [.stated, .proven]
      }
    let list = standings.map { String($0.rawValue) }.joined(separator: ", ")
    let seats = try connection.once(
      """
      SELECT user, product.name FROM assignment JOIN product ON product.id = product
      WHERE assignment.shelved = 0 AND product.shelved = 0 AND standing IN (\(list))
      ORDER BY user, product.product_key
      """)
    while try seats.step() { products[seats.integer(0), default: []].append(seats.text(1)) }
  }

  /// The computers of each user by name, and who has products on them that have not gone over.
  private mutating func readComputers(_ connection: Connection) throws {
    let people = try PeopleByLogin(connection)
    let places = try connection.once(
      """
      SELECT login_key, computer.name, (SELECT count(*) FROM installation
          WHERE computer_id = computer.id AND listed = 1
            AND standing NOT IN (\(Standing.stated.rawValue), \(Standing.proven.rawValue)))
      FROM computer_person JOIN computer ON computer.id = computer ORDER BY computer.name_key
      """)
    while try places.step() {
      guard let person = people.person(Array(places.bytes(0))) else { continue }
      let (id, name) = (person.user.number, places.text(1))
      if computers[id]?.contains(name) != true { computers[id, default: []].append(name) }
      if places.int(2) > 0 { unswitched.insert(id) }
    }
  }
}
