import Migration

extension SessionFile {
  /// What an import of a list would do, row by row, before anything is taken over; O(rows + users).
  ///
  /// Doubtful rows are looked up too, accepted or not. A row whose address nobody has, but whose name
  /// or login name somebody has, is a conflict; `PeopleBatch.doubt` makes such rows doubtful.
  package func compare(_ batch: PeopleBatch) throws(SessionReadError) -> BatchComparison {
    try reading { connection in
      try batch.bytes.withUnsafeBufferPointer { arena in
        let known = try KnownUsers(batch, arena, connection, withDoubtful: true)
        let others = try NamesAndLogins(connection)
        var comparison = BatchComparison()
        comparison.rows.reserveCapacity(batch.rows.count)
        comparison.users.reserveCapacity(batch.rows.count)
        for (row, user) in zip(batch.rows, known.users) {
          switch user {
          case KnownUsers.left: comparison.add(.left, nil)
          case KnownUsers.new:
            if let (finding, other) = others.conflict(row, arena) {
              comparison.add(.conflict(finding), UserID(other))
            } else {
              comparison.add(.new, nil)
            }
          default: try comparison.add(row, user, arena, connection)
          }
        }
        return comparison
      }
    }
  }
}

extension BatchComparison {
  fileprivate mutating func add(_ row: Row, _ user: UserID?) {
    rows.append(row)
    users.append(user)
  }

  /// A row whose address somebody has.
  fileprivate mutating func add(
    _ row: PeopleBatch.Row, _ id: Int64, _ arena: UnsafeBufferPointer<UInt8>,
    _ connection: Connection
  ) throws {
    let user = try connection.statement(ChangeDraft.rowOfUser)
    defer { user.reset() }
    user.bind(1, id)
    guard try user.step() else { return add(.new, nil) }
    let fields = row.fields(in: arena, differingFrom: user)
    add(fields.isEmpty ? .same : .changed(fields), UserID(id))
  }
}

/// Everybody's names and login names, by hash; a value is the user's number times two, plus one for
/// somebody who is in the portal or on the way there.
private struct NamesAndLogins {
  private var names: ByteTable
  private var logins: ByteTable

  init(_ connection: Connection) throws {
    let count = try UserCounts.users(connection)
    names = ByteTable(expecting: count)
    logins = ByteTable(expecting: 64)
    let everybody = try connection.once(
      """
      SELECT id * 2 + (hand_over IS NOT NULL OR standing IN (1, 2)), name_key, login
      FROM user NOT INDEXED WHERE shelved = 0
      """)
    var key: [UInt8] = []
    while try everybody.step() {
      names.set(everybody.bytes(1), everybody.integer(0))
      let login = everybody.bytes(2)
      if login.isEmpty { continue }
      key.removeAll(keepingCapacity: true)
      Folding.caseBlind.append(login, to: &key)
      key.withUnsafeBufferPointer { logins.set($0, everybody.integer(0)) }
    }
  }

  /// Who has the name or the login name of a row whose address nobody has.
  func conflict(
    _ row: PeopleBatch.Row, _ arena: UnsafeBufferPointer<UInt8>
  ) -> (PersonFinding, Int64)? {
    let namesake = user(named: row, arena)
    if !row.login.isEmpty {
      let login = Folding.caseBlind.bytes(of: arena[row.login])
      if let user = login.withUnsafeBufferPointer({ logins.value($0) }), user != namesake {
        return (.loginOfAnother, user / 2)
      }
    }
    return namesake.map { ($0 % 2 == 1 ? .secondAccount : .samePersonOtherAddress, $0 / 2) }
  }

  private func user(
    named row: PeopleBatch.Row, _ arena: UnsafeBufferPointer<UInt8>
  ) -> Int64? {
    guard !row.firstName.isEmpty, !row.lastName.isEmpty else { return nil }
    var name: [UInt8] = []
    Folding.search.append(arena[row.lastName], to: &name)
    name.append(UserKeys.separator)
    Folding.search.append(arena[row.firstName], to: &name)
    return name.withUnsafeBufferPointer { names.value($0) }
  }
}
