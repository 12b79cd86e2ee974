import Migration

/// An import while it is made: a whole list in one change.
///
/// Rows are bound from the batch's own bytes. Who is there already is found in a hash table, filled
/// once; the indexes are made at the end when most rows are new.
struct BatchImport {
  private let batch: PeopleBatch
  private let source: UserSource
  private let existing: Change.Existing
  private let progress: ((Int) -> Bool)?
  /// Rows between two reports of progress.
  private let stride: Int

  init(
    _ batch: PeopleBatch, _ source: UserSource, _ existing: Change.Existing,
    _ progress: ((Int) -> Bool)?
  ) {
    self.batch = batch
    self.source = source
    self.existing = existing
    self.progress = progress
    stride = max(500, batch.rows.count / 200)
  }

  func make(_ draft: inout ChangeDraft) throws {
    try batch.bytes.withUnsafeBufferPointer { arena in
      let known = try KnownUsers(batch, arena, draft.connection)
      let new = known.users.reduce(into: 0) { $0 += $1 == KnownUsers.new ? 1 : 0 }
      let user = TrackedTable.user
      try TableIndexes.around(user, changing: new, user.all, draft.connection) {
        try insert(known, arena, &draft)
      }
      if existing == .update {
        try update(known, arena, &draft)
      } else {
        draft.outcome.unchanged += known.users.reduce(into: 0) { $0 += $1 > 0 ? 1 : 0 }
      }
    }
  }

  private func insert(
    _ known: borrowing KnownUsers, _ arena: UnsafeBufferPointer<UInt8>, _ draft: inout ChangeDraft
  ) throws {
    let first = try Tally.lastUser.read(draft.connection) + 1
    var next = first
    var groups = ByteTable(expecting: 64)
    let adding = try draft.connection.statement(ChangeDraft.insert)
    adding.bind(2, source.rawValue)
    adding.bind(3, draft.number)
    for index in batch.rows.indices where known.users[index] == KnownUsers.new {
      let row = batch.rows[index]
      adding.bind(1, next)
      adding.bind(4, staying: arena[row.firstName])
      adding.bind(5, staying: arena[row.lastName])
      adding.bind(6, staying: arena[row.address])
      adding.bind(7, staying: arena[row.login])
      adding.bind(8, staying: arena[row.group])
      adding.bind(9, staying: arena[row.language])
      try withUnsafeTemporaryAllocation(
        of: UInt8.self, capacity: (row.nameLength + Int(row.address.length) + 1) * Folding.growth
      ) { room in
        guard let start = room.baseAddress else { return }
        var length = Folding.search.fold(arena[row.lastName], into: start)
        start[length] = UserKeys.separator
        length += 1
        length += Folding.search.fold(arena[row.firstName], into: start + length)
        let key = Folding.caseBlind.fold(arena[row.address], into: start + length)
        adding.bind(10, staying: UnsafeBufferPointer(start: start, count: length))
        adding.bind(11, staying: UnsafeBufferPointer(start: start + length, count: key))
        _ = try adding.step()
        adding.reset()
      }
      next += 1
      if !row.group.isEmpty { groups.count(arena[row.group]) }
      if let progress, Int(next - first) % stride == 0, !progress(Int(next - first)) {
        throw ChangeRefusal.cancelled
      }
    }
    let count = Int(next - first)
    draft.outcome.count = count
    draft.outcome.unchanged = known.repeated
    guard count > 0 else { return }
    try Tally.lastUser.set(next - 1, draft.connection)
    draft.keepBrought(.user, first...next - 1)
    draft.users.counts.count(
      standing: .planned, isBound: false, openInvitation: nil, invitation: .unknown, group: [],
      count)
    for group in 0..<groups.count {
      let name = groups.withBytes(of: group) { Array($0) }
      draft.users.counts.groups[name] = Int(groups.tag(of: group))
    }
  }

  /// Takes over what the list has for people who are there.
  private func update(
    _ known: borrowing KnownUsers, _ arena: UnsafeBufferPointer<UInt8>, _ draft: inout ChangeDraft
  ) throws {
    var done = draft.outcome.count
    for index in batch.rows.indices where known.users[index] > 0 {
      let row = batch.rows[index]
      let user = try draft.connection.statement(ChangeDraft.rowOfUser)
      user.bind(1, known.users[index])
      guard try user.step() else {
        throw ChangeRefusal.createUsers(.userGone(UserID(known.users[index])))
      }
      let fields = row.fields(in: arena, differingFrom: user)
      if fields.isEmpty {
        user.reset()
        draft.outcome.unchanged += 1
      } else {
        let before = UserRow(user)
        user.reset()
        var after = before
        after.details.fill(fields, from: batch.details(of: row))
        if !fields.isDisjoint(with: .handedOver) { after.fallBack(isSomebodyElse: false) }
        try draft.change(before, to: after)
        draft.outcome.updated += 1
      }
      done += 1
      if let progress, done % stride == 0, !progress(done) { throw ChangeRefusal.cancelled }
    }
  }
}

extension ByteTable {
  /// Counts a key: the number is how often.
  fileprivate mutating func count(_ key: UnsafeBufferPointer<UInt8>) {
    set(key, (value(key) ?? 0) + 1)
  }
}

extension PeopleBatch.Row {
  /// Bytes of both names.
  fileprivate var nameLength: Int { Int(firstName.length) + Int(lastName.length) }
}

extension UserDetails {
  /// Takes over some fields.
  fileprivate mutating func fill(_ fields: UserFields, from other: UserDetails) {
    if fields.contains(.firstName) { firstName = other.firstName }
    if fields.contains(.lastName) { lastName = other.lastName }
    if fields.contains(.address) {
      // What stood for the address is the name with which somebody signs in.
      if login.isEmpty { login = String(address.prefix { $0 != "@" }) }
      address = other.address
    }
    if fields.contains(.login) { login = other.login }
    if fields.contains(.group) { group = other.group }
    if fields.contains(.language) { language = other.language }
  }
}
