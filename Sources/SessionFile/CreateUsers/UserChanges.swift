import Migration

extension ChangeDraft {
  /// Makes a change of step 1.
  mutating func make(
    _ change: CreateUsersChange, on file: SessionFile, _ progress: ((Int) -> Bool)?
  ) throws {
    switch change {
    case .addUser(let details, let source): try add(details, source)
    case .editUser(let user, let details): try edit(user, details)
    case .removeUsers(let users): try remove(users)
    case .groupUsers(let users, let group): try move(users, to: group)
    case .importUsers(let batch, let source, let existing):
      try BatchImport(batch, source, existing, progress).make(&self)
    case .handOver(let written, let users): try handOver(written, users)
    case .proveUsers(let evidence, let portal, let seats):
      try prove(evidence, portal, seats, progress)
    case .takeOverFromPortal(let people): try takeOver(people, progress)
    case .resendInvitations(let users, let day):
      try resend(users.ids { try file.userIDs($0, connection) }, on: day)
    case .planUsersAgain(let users):
      try planUsersAgain(users.ids { try file.userIDs($0, connection) })
    }
  }

  /// Reads the live row of a user by number.
  static let rowOfUser = "SELECT \(UserRow.columns) FROM user WHERE id = ? AND shelved = 0"

  /// The live row of a user.
  func row(_ user: UserID) throws -> UserRow {
    let statement = try connection.statement(Self.rowOfUser)
    statement.bind(1, user.number)
    defer { statement.reset() }
    guard try statement.step() else { throw ChangeRefusal.createUsers(.userGone(user)) }
    return UserRow(statement)
  }

  /// The live user with an address; nil for none.
  func user(addressKey: [UInt8]) throws -> UserID? {
    let statement = try connection.statement(
      "SELECT id FROM user WHERE address_key = ? AND shelved = 0")
    statement.bind(1, copying: addressKey)
    defer { statement.reset() }
    return try statement.step() ? UserID(statement.integer(0)) : nil
  }

  /// Gives a user other values in those of some columns in which they are others; returns whether any
  /// is.
  @discardableResult
  mutating func change(
    _ before: UserRow, to after: UserRow, among columns: ColumnSet = .all(of: UserRow.self)
  ) throws -> Bool {
    let columns = try set(before, to: after, among: columns)
    guard !columns.isEmpty else { return false }
    users.counts.count(before, -1)
    users.counts.count(after, 1)
    try followUser(before, after, columns)
    return true
  }

  mutating func add(_ details: UserDetails, _ source: UserSource) throws {
    let key = UserKeys.address(details.address)
    try refuseEmpty(key)
    if let taken = try user(addressKey: key) {
      throw ChangeRefusal.createUsers(.addressTaken(taken))
    }
    let id = try Tally.lastUser.read(connection) + 1
    let adding = try connection.statement(Self.insert)
    adding.bind(1, id)
    adding.bind(2, source.rawValue)
    adding.bind(3, number)
    adding.bind(4, details.firstName)
    adding.bind(5, details.lastName)
    adding.bind(6, details.address)
    adding.bind(7, details.login)
    adding.bind(8, details.group)
    adding.bind(9, details.language)
    adding.bind(10, copying: UserKeys.name(of: details))
    adding.bind(11, copying: key)
    try adding.run()
    try Tally.lastUser.set(id, connection)
    keepBrought(.user, id...id)
    users.counts.count(
      standing: .planned, isBound: false, openInvitation: nil, invitation: .unknown,
      group: Array(details.group.utf8), 1)
    outcome.count = 1
    outcome.user = UserID(id)
    name(details)
  }

  /// Makes a planned row: number, source, batch, the six texts and the two keys.
  static let insert = """
    INSERT INTO user
      (id, shelved, standing, source, batch, first_name, last_name, address, login, group_name,
       language, name_key, address_key)
    VALUES (?1, 0, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    """

  private mutating func edit(_ user: UserID, _ details: UserDetails) throws {
    let before = try row(user)
    var after = before
    after.details = details
    let key = UserKeys.address(details.address)
    try refuseEmpty(key)
    let columns = before.differences(from: after, among: .all(of: UserRow.self))
    if columns.contains(ColumnSet(UserRow.Column.addressKey)),
      let taken = try self.user(addressKey: key)
    {
      throw ChangeRefusal.createUsers(.addressTaken(taken))
    }
    let named = ColumnSet(UserRow.Column.firstName, .lastName, .address)
    if !columns.isDisjoint(with: named) {
      after.fallBack(isSomebodyElse: columns.contains(ColumnSet(UserRow.Column.addressKey)))
    }
    try change(before, to: after)
    outcome.count = columns.isEmpty ? 0 : 1
    outcome.user = user
    name(details)
  }

  private mutating func remove(_ users: [UserID]) throws {
    let shelved = TrackedTable.user.shelved
    try TableIndexes.around(.user, changing: users.count, shelved, connection) {
      for user in users {
        let before = try row(user)
        var after = before
        after.isShelved = true
        try change(before, to: after, among: shelved)
        if users.count == 1 {
          outcome.user = user
          name(before.details)
        }
      }
    }
    outcome.count = users.count
  }

  private mutating func move(_ users: [UserID], to group: String) throws {
    for user in users {
      let before = try row(user)
      guard !before.details.group.utf8.elementsEqual(group.utf8) else { continue }
      var after = before
      after.details.group = group
      try change(before, to: after, among: ColumnSet(UserRow.Column.group))
      outcome.count += 1
    }
    subject = group
  }

  private func refuseEmpty(_ addressKey: [UInt8]) throws {
    guard addressKey.isEmpty else { return }
    throw ChangeRefusal.invalid(
      field: "address", Field.Finding(key: PersonFinding.addressMissing.name))
  }

  mutating func name(_ details: UserDetails) {
    subject =
      details.firstName.isEmpty || details.lastName.isEmpty
      ? details.firstName + details.lastName : "\(details.firstName) \(details.lastName)"
    if subject.isEmpty { subject = details.address }
    isPersonal = true
  }
}

extension UserRow {
  /// What was said of the row as it was does not hold for the row as it is: in no hand-over, and
  /// planned again. A proof is about the address, so it stands while the address does.
  mutating func fallBack(isSomebodyElse: Bool) {
    handOver = nil
    guard standing != .setAside, standing != .proven || isSomebodyElse else { return }
    planAgain()
  }
}
