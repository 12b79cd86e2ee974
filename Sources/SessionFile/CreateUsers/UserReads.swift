import Migration

extension SessionFile {
  /// One user; nil when there is none with the number, or it was taken out.
  package func user(_ id: UserID) throws(SessionReadError) -> User? {
    try reading { try Self.user(id.number, $0) }
  }

  /// The user with an address, whatever its case; nil for none.
  package func user(address: String) throws(SessionReadError) -> User? {
    try reading { connection in
      let statement = try connection.statement(
        "SELECT id FROM user WHERE address_key = ? AND shelved = 0")
      statement.bind(1, copying: UserKeys.address(address))
      defer { statement.reset() }
      guard try statement.step() else { return nil }
      return try Self.user(statement.integer(0), connection)
    }
  }

  /// The mail domains of the people who are there, in small letters, with how many each has. O(users).
  package func mailDomains() throws(SessionReadError) -> [String: Int] {
    try reading { connection in
      let statement = try connection.statement(
        """
        SELECT substr(address_key, instr(address_key, '@') + 1) AS domain, count(*)
        FROM user INDEXED BY user_by_address WHERE shelved = 0 GROUP BY domain
        """)
      defer { statement.reset() }
      var domains: [String: Int] = [:]
      while try statement.step() { domains[statement.text(0)] = statement.int(1) }
      return domains
    }
  }

  /// The users of a query at some places among all of them.
  ///
  /// Every word of the filter has to stand somewhere in name, address, login name or group, without
  /// regard to case and diacritics. Everyone by name comes from the file's own index until the row
  /// index is there; any other query builds it (some 0.1 s for 100,000 users, see `prepareIndex`).
  package func users(
    _ query: UserQuery, places: Range<Int>
  ) throws(SessionReadError) -> RowWindow<User> {
    try reading { connection in
      let revision = try Tally.revision.read(connection)
      if index?.revision != revision { index = nil }
      if let rows = try seatHolders(query, places, revision, connection) { return rows }
      if index == nil, query.isEverybodyByName {
        return try Self.everybody(query, places, revision, connection)
      }
      try buildIndex(revision, connection)
      try readMembers(query.seats, connection)
      guard let (ids, total) = index?.ids(query, places: places) else { return RowWindow() }
      return RowWindow(
        revision: revision, first: places.clamped(to: 0..<total).lowerBound,
        rows: try ids.compactMap { try Self.user($0, connection) }, total: total)
    }
  }

  /// The numbers of all users of a query, in its order; builds the row index.
  package func userIDs(_ query: UserQuery) throws(SessionReadError) -> [UserID] {
    try reading { try userIDs(query, $0) }
  }

  /// The numbers of all users of a query, as they are before the change that is being made.
  func userIDs(_ query: UserQuery, _ connection: Connection) throws -> [UserID] {
    try buildIndex(Tally.revision.read(connection), connection)
    try readMembers(query.seats, connection)
    return index?.ids(query, places: 0..<Int.max).ids.map { UserID($0) } ?? []
  }

  /// Calls with each user of a query, in its order, until that returns false. Takes the memory of
  /// the numbers, not of the users.
  package func forEachUser(
    _ query: UserQuery, _ body: (User) -> Bool
  ) throws(SessionReadError) {
    try forEachUser(userIDs(query), body)
  }

  /// Calls with each of some users, in their order, until that returns false; those that are not in
  /// the list any more are passed over.
  package func forEachUser(_ ids: [UserID], _ body: (User) -> Bool) throws(SessionReadError) {
    try reading { connection in
      for id in ids {
        guard let user = try Self.user(id.number, connection) else { continue }
        guard body(user) else { return }
      }
    }
  }

  static func user(_ id: Int64, _ connection: Connection) throws -> User? {
    let statement = try connection.statement(
      "SELECT \(UserRow.columns), source FROM user WHERE id = ? AND shelved = 0")
    statement.bind(1, id)
    defer { statement.reset() }
    return try statement.step() ? User(statement) : nil
  }

  /// A window on everyone by name from the file's own index.
  private static func everybody(
    _ query: UserQuery, _ places: Range<Int>, _ revision: Int64, _ connection: Connection
  ) throws -> RowWindow<User> {
    let total = try UserCounts.users(connection)
    let wanted = places.clamped(to: 0..<total)
    let direction = query.isDescending ? "DESC" : "ASC"
    let statement = try connection.statement(
      """
      SELECT \(UserRow.columns), source FROM user INDEXED BY user_by_name WHERE shelved = 0
      ORDER BY name_key \(direction), id \(direction) LIMIT ? OFFSET ?
      """)
    defer { statement.reset() }
    statement.bind(1, wanted.count)
    statement.bind(2, wanted.lowerBound)
    var rows: [User] = []
    while try statement.step() { rows.append(User(statement)) }
    return RowWindow(revision: revision, first: wanted.lowerBound, rows: rows, total: total)
  }

  // MARK: The row index

  /// Builds what filter and sort work on, when it is not there, and reads who has the seats that
  /// queries ask about: to be called when nothing else is to be done. Some 0.1 s for 100,000 users;
  /// nothing when it is up to date.
  package func prepareIndex(seats: SeatQuery? = nil) throws(SessionReadError) {
    try reading { connection in
      if index?.isWorn == true { index = nil }
      let revision = try Tally.revision.read(connection)
      try buildIndex(revision, connection)
      try readMembers(seats, connection)
    }
  }

  /// Whether filter and sort answer at once.
  package var isIndexReady: Bool { index.map { !$0.isWorn } ?? false }

  func buildIndex(_ revision: Int64, _ connection: Connection) throws {
    if index?.revision == revision { return }
    index = nil
    var made = RowIndex(revision: revision)
    made.reserve(try UserCounts.users(connection))
    let statement = try connection.once(
      "SELECT \(RowIndex.columns) FROM user NOT INDEXED WHERE shelved = 0 ORDER BY id")
    while try statement.step() { made.append(statement) }
    made.finish()
    index = made
  }

  /// Brings the row index up to date after a change: row by row for some, anew later for many.
  func follow(_ changed: ChangedRows, revision: Int64) {
    guard index != nil, index?.revision != revision else { return }
    guard let touched = changed.rows(of: .user), index?.revision == revision - 1 else {
      index = nil
      return
    }
    do {
      try reading { connection in
        let statement = try connection.statement(
          "SELECT \(RowIndex.columns) FROM user WHERE id = ? AND shelved = 0")
        defer { statement.reset() }
        for user in Set(touched) {
          index?.remove(user)
          statement.reset()
          statement.bind(1, user)
          guard try statement.step() else { continue }
          index?.append(statement)
          index?.placeLast()
        }
      }
      index?.revision = revision
      index?.forgetMembers()
    } catch {
      // The next query builds it anew.
      index = nil
    }
  }
}

extension UserQuery {
  /// Whether it asks for everyone in the order of names.
  var isEverybodyByName: Bool {
    RowIndex.words(filter).isEmpty && order == .name && group == nil && standing == nil
      && !onlyNotHandedOver && seats == nil && part == .everyone
  }
}

extension User {
  /// A row of `UserRow.columns` and `source`.
  init(_ statement: SQLStatement) {
    let row = UserRow(statement)
    self.init(
      id: UserID(row.id), details: row.details, standing: row.standing,
      source: UserSource(rawValue: statement.int(14)) ?? .typed, handOver: row.handOver,
      since: row.since.map { Day(number: $0) }, invitation: row.invitation,
      invitedOn: row.invitedOn.map { Day(number: $0) }, evidence: row.evidence)
  }
}
