import Migration

/// People who are there with a login for an address, to be known again in a list that has the address
/// too: by the login name, or by the name.
struct LoginOnlyUsers {
  private var names: ByteTable
  private var logins: ByteTable
  /// Two people with one name are none that a name tells.
  private static let several: Int64 = -1

  /// Looks up people by their numbers.
  init(_ users: [Int64], _ connection: Connection) throws {
    names = ByteTable(expecting: users.count)
    logins = ByteTable(expecting: users.count * 2)
    guard !users.isEmpty else { return }
    let asking = try connection.statement(
      "SELECT name_key, login, address_key FROM user WHERE id = ?")
    for user in users {
      asking.bind(1, user)
      if try asking.step() {
        keep(asking.bytes(0), of: user, in: \.names)
        let login = Folding.caseBlind.bytes(of: asking.bytes(1))
        login.withUnsafeBufferPointer { keep($0, of: user, in: \.logins) }
        let address = asking.bytes(2)
        keep(address, of: user, in: \.logins)
        let name = UnsafeBufferPointer(rebasing: address.prefix { $0 != 0x40 })
        if !name.elementsEqual(login) { keep(name, of: user, in: \.logins) }
      }
      asking.reset()
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

  /// Whose address a row tells; nil for a row with a login itself, and for somebody else.
  func user(of row: PeopleBatch.Row, _ arena: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard !PersonRules.isInsideAddress(arena[row.address]) else { return nil }
    let login = Folding.caseBlind.bytes(of: arena[row.login])
    if !login.isEmpty, let user = login.withUnsafeBufferPointer({ logins.value($0) }) {
      return user == Self.several ? nil : user
    }
    guard !row.firstName.isEmpty, !row.lastName.isEmpty else { return nil }
    var name = Folding.search.bytes(of: arena[row.lastName])
    name.append(UserKeys.separator)
    Folding.search.append(arena[row.firstName], to: &name)
    let user = name.withUnsafeBufferPointer { names.value($0) }
    return user == Self.several ? nil : user
  }
}
