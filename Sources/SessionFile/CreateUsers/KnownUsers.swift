import Migration

/// Who of a batch is there already.
struct KnownUsers {
  /// Nobody has the address.
  static let new: Int64 = 0
  /// The row is not taken.
  static let left: Int64 = -1

  /// For each row of the batch `new`, `left`, or the number of the user who has the address, or who
  /// has a login for one and gets it by this row.
  private(set) var users: [Int64]
  /// Taken rows whose address stands in an earlier row of the same batch.
  private(set) var repeated = 0

  /// Looks up the rows that an import would take, or all that it could take.
  init(
    _ batch: PeopleBatch, _ arena: UnsafeBufferPointer<UInt8>, _ connection: Connection,
    withDoubtful: Bool = false
  ) throws {
    users = [Int64](repeating: Self.left, count: batch.rows.count)
    var table = ByteTable(
      expecting: batch.rows.count,
      bytes: batch.rows.reduce(into: 0) { $0 += Int($1.address.length) })
    let loginOnly: [Int64]
    let isSmall = try UserCounts.users(connection) >= batch.rows.count * 8
    (table, loginOnly) = try Self.filled(consume table, withEverybody: !isSmall, connection)
    let logins = try LoginOnlyUsers(loginOnly, beside: batch, arena, connection)
    var completed: Set<Int64> = []
    let asking = try connection.statement(
      "SELECT id FROM user WHERE address_key = ? AND shelved = 0")
    var key: [UInt8] = []
    for index in batch.rows.indices
    where batch.rows[index].isTaken || (withDoubtful && batch.rows[index].verdict == .doubtful) {
      key.removeAll(keepingCapacity: true)
      Folding.caseBlind.append(arena[batch.rows[index].address], to: &key)
      guard !key.isEmpty else { continue }
      var found = key.withUnsafeBufferPointer { table.value($0) }
      if found == nil, isSmall {
        asking.bind(1, copying: key)
        if try asking.step() { found = asking.integer(0) }
        asking.reset()
      }
      switch found {
      case nil:
        users[index] = Self.new
        if !loginOnly.isEmpty, let user = logins.user(of: batch.rows[index], arena),
          // By a login in one row, and by a name in another.
          completed.insert(user).inserted
        {
          users[index] = user
        }
        key.withUnsafeBufferPointer { table.set($0, Self.left) }
      case Self.left?: repeated += 1
      case let user?:
        users[index] = user
        key.withUnsafeBufferPointer { table.set($0, Self.left) }
      }
    }
  }

  /// The table with everybody in it, or with nobody where a few questions cost less; and those who have
  /// a login for an address.
  private static func filled(
    _ empty: consuming ByteTable, withEverybody: Bool, _ connection: Connection
  ) throws -> (table: ByteTable, loginOnly: [Int64]) {
    var table = empty
    var loginOnly: [Int64] = []
    // The index alone answers this.
    let everybody = try connection.statement(
      "SELECT address_key, id FROM user INDEXED BY user_by_address WHERE shelved = 0")
    defer { everybody.reset() }
    while try everybody.step() {
      let address = everybody.bytes(0)
      if withEverybody { table.set(address, everybody.integer(1)) }
      if PersonRules.isInsideAddress(address) { loginOnly.append(everybody.integer(1)) }
    }
    return (table, loginOnly)
  }
}
