import Migration

/// People who are there with a login for an address, to be known again in a list that has the address
/// too: by the login name, or by the name.
struct LoginOnlyUsers {
  private var names: ByteTable
  private var logins: ByteTable
  /// The names of the list: one that stands there twice tells nobody.
  private var rows: ByteTable
  /// Two people with one name are none that a name tells.
  private static let several: Int64 = -1

  /// Looks up people by their numbers, beside a list of people.
  init(
    _ users: [Int64], beside batch: PeopleBatch, _ arena: UnsafeBufferPointer<UInt8>,
    _ connection: Connection
  ) throws {
    names = ByteTable(expecting: users.count)
    logins = ByteTable(expecting: users.count * 2)
    rows = ByteTable(expecting: users.isEmpty ? 0 : batch.rows.count)
    guard !users.isEmpty else { return }
    let asking = try connection.statement(
      """
      SELECT name_key, login, address_key, (
        SELECT count(*) FROM user AS other
        WHERE other.name_key = user.name_key AND other.shelved = 0)
      FROM user WHERE id = ?
      """)
    for user in users {
      asking.bind(1, user)
      if try asking.step() {
        // A namesake may be the one, whatever address is known of them.
        if asking.int(3) == 1 { keep(asking.bytes(0), of: user, in: \.names) }
        let login = Folding.caseBlind.bytes(of: asking.bytes(1))
        login.withUnsafeBufferPointer { keep($0, of: user, in: \.logins) }
        let address = asking.bytes(2)
        keep(address, of: user, in: \.logins)
        let name = UnsafeBufferPointer(rebasing: address.prefix { $0 != 0x40 })
        if !name.elementsEqual(login) { keep(name, of: user, in: \.logins) }
      }
      asking.reset()
    }
    for (place, row) in batch.rows.enumerated() {
      Self.name(of: row, arena).withUnsafeBufferPointer { keep($0, of: Int64(place), in: \.rows) }
    }
  }

  private mutating func keep(
    _ key: UnsafeBufferPointer<UInt8>, of user: Int64,
    in table: WritableKeyPath<LoginOnlyUsers, ByteTable>
  ) {
    guard !key.isEmpty else { return }
    let known = self[keyPath: table].value(key)
    self[keyPath: table].set(key, known == nil || known == user ? user : Self.several)
  }

  /// Whose address a row tells; nil for a row with a login for an address itself, for somebody else, and
  /// where it may be several.
  func user(of row: PeopleBatch.Row, _ arena: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard !PersonRules.isInsideAddress(arena[row.address]) else { return nil }
    let login = Self.login(of: row, arena)
    // Who has another login is somebody else, whatever the name.
    guard login.isEmpty else { return only(login, in: logins) }
    let name = Self.name(of: row, arena)
    let isOnce = name.withUnsafeBufferPointer { rows.value($0) } != Self.several
    return isOnce ? only(name, in: names) : nil
  }

  /// The one user with a key.
  private func only(_ key: [UInt8], in table: ByteTable) -> Int64? {
    key.withUnsafeBufferPointer { table.value($0) }.flatMap { $0 == Self.several ? nil : $0 }
  }

  private static func login(
    of row: PeopleBatch.Row, _ arena: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    Folding.caseBlind.bytes(of: arena[row.login])
  }

  /// The key of a whole name, as users have it; empty for half a name.
  private static func name(
    of row: PeopleBatch.Row, _ arena: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    guard !row.firstName.isEmpty, !row.lastName.isEmpty else { return [] }
    var name = Folding.search.bytes(of: arena[row.lastName])
    name.append(UserKeys.separator)
    Folding.search.append(arena[row.firstName], to: &name)
    return name
  }
}
