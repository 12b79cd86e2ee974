import Migration

extension ChangeDraft {
  /// Keeps a hand-over with its rows as they are, and binds its users to it.
  mutating func handOver(_ handOver: HandOver, _ users: [UserID]) throws {
    guard !users.isEmpty else { throw ChangeRefusal.noSuchHandOver(handOver.number) }
    try keep(handOver, rows: users.count)
    let copying = try connection.statement(
      """
      INSERT INTO hand_over_row
        (hand_over, position, user, first_name, last_name, address, login, group_name, language)
      SELECT ?, ?, id, first_name, last_name, address, login, group_name, language
      FROM user WHERE id = ?
      """)
    for (position, user) in users.enumerated() {
      let before = try row(user)
      var after = before
      after.handOver = handOver.number
      copying.bind(1, handOver.number)
      copying.bind(2, position)
      copying.bind(3, user.number)
      try copying.run()
      try change(before, to: after, among: ColumnSet(UserRow.Column.handOver))
    }
    outcome.count = users.count
  }

  /// Keeps a new hand-over with its files, written and not stated.
  mutating func keep(_ handOver: HandOver, rows: Int) throws {
    guard handOver.number > 0, try stage(of: handOver.number) == nil else {
      throw ChangeRefusal.noSuchHandOver(handOver.number)
    }
    let adding = try connection.statement(
      """
      INSERT INTO hand_over
        (number, step, written_on, group_name, row_count, digest, stage, stated_on)
      VALUES (?, ?, ?, ?, ?, ?, \(HandOver.Stage.withdrawn.rawValue), NULL)
      """)
    adding.bind(1, handOver.number)
    adding.bind(2, handOver.step.rawValue)
    adding.bind(3, handOver.writtenOn.number)
    adding.bind(4, handOver.group)
    adding.bind(5, rows)
    adding.bind(6, handOver.digest)
    try adding.run()
    let addingFile = try connection.statement(
      "INSERT INTO hand_over_file (hand_over, position, path) VALUES (?, ?, ?)")
    for (position, path) in handOver.files.enumerated() {
      addingFile.bind(1, handOver.number)
      addingFile.bind(2, position)
      addingFile.bind(3, path)
      try addingFile.run()
    }
    // Undone it is a hand-over that was withdrawn.
    try put(.handOver, Int64(handOver.number), Self.values(.written, on: nil, found: nil))
    step = handOver.step
    subject = String(handOver.number)
  }

  /// States the rows of a hand-over that are as they were; one that is stated already is stated again
  /// on a later day, when its invitations were sent again.
  mutating func state(_ number: Int, _ day: Day, found: Int?) throws {
    let stage = try stage(of: number)
    switch stage {
    case .written?: break
    case .stated? where try statedOn(number).map({ $0 < day }) ?? true: break
    default: throw ChangeRefusal.noSuchHandOver(number)
    }
    let isAgain = stage == .stated
    try turn(
      number, to: .stated, on: day, found: try isAgain ? self.found(number) : found)
    for before in try bound(to: number) {
      var after = before
      if before.standing == .proven {
        guard isAgain, before.invitation != .accepted else { continue }
        after.invitedOn = day.number
      } else {
        guard !isAgain || before.standing == .stated else { continue }
        after.standing = .stated
        after.since = day.number
        after.invitedOn = day.number
        after.invitation = .unknown
        after.evidence = nil
      }
      try change(before, to: after, among: UserRow.stage)
      outcome.count += 1
    }
    if step == .assignProducts { try stateSeats(number, day) }
    if step == .switchDevices { try stateDevices(number) }
    if step == .informUsers { try stateNotices(number, day) }
  }

  /// Frees the rows of a hand-over; what is proven stays so.
  mutating func withdraw(_ number: Int) throws {
    guard let stage = try stage(of: number), stage != .withdrawn else {
      throw ChangeRefusal.noSuchHandOver(number)
    }
    try turn(number, to: .withdrawn, on: nil, found: nil)
    for before in try bound(to: number) where before.standing != .proven {
      var after = before
      after.planAgain()
      try change(before, to: after, among: UserRow.stage)
      outcome.count += 1
    }
    if step == .assignProducts { try withdrawSeats(number) }
    if step == .switchDevices { try withdrawDevices(number) }
    if step == .informUsers { try withdrawNotices(number) }
  }

  private func stage(of number: Int) throws -> HandOver.Stage? {
    let statement = try connection.statement("SELECT stage FROM hand_over WHERE number = ?")
    statement.bind(1, number)
    defer { statement.reset() }
    return try statement.step() ? HandOver.Stage(rawValue: statement.int(0)) : nil
  }

  private func statedOn(_ number: Int) throws -> Day? {
    let statement = try connection.statement("SELECT stated_on FROM hand_over WHERE number = ?")
    statement.bind(1, number)
    defer { statement.reset() }
    return try statement.step() ? statement.intOrNil(0).map { Day(number: $0) } : nil
  }

  private func found(_ number: Int) throws -> Int? {
    let statement = try connection.statement("SELECT found FROM hand_over WHERE number = ?")
    statement.bind(1, number)
    defer { statement.reset() }
    return try statement.step() ? statement.intOrNil(0) : nil
  }

  private mutating func turn(
    _ number: Int, to stage: HandOver.Stage, on day: Day?, found: Int?
  ) throws {
    let reading = try connection.statement("SELECT step FROM hand_over WHERE number = ?")
    reading.bind(1, number)
    defer { reading.reset() }
    guard try reading.step() else { throw ChangeRefusal.noSuchHandOver(number) }
    step = Step(rawValue: reading.int(0))
    try put(.handOver, Int64(number), Self.values(stage, on: day, found: found))
    subject = String(number)
  }

  /// The values in the order of `TrackedTable.handOver`.
  private static func values(
    _ stage: HandOver.Stage, on day: Day?, found: Int?
  ) -> [RecordValue] {
    [RecordValue(stage.rawValue), RecordValue(day?.number), RecordValue(found)]
  }

  /// The live users that a hand-over holds as they are now.
  private func bound(to number: Int) throws -> [UserRow] {
    let statement = try connection.statement(
      "SELECT \(UserRow.columns) FROM user WHERE hand_over = ? AND shelved = 0")
    statement.bind(1, number)
    defer { statement.reset() }
    var rows: [UserRow] = []
    while try statement.step() { rows.append(UserRow(statement)) }
    return rows
  }
}
