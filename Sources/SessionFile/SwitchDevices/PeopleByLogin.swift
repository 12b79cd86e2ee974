import Migration

/// Users by their login names and addresses, whatever the case, with what was coupled by hand.
struct PeopleByLogin {
  /// A user to whom a login belongs.
  struct Person {
    var user: UserID
    var name: String
  }

  private var people: [[UInt8]: Person] = [:]
  /// The login of each user that has one.
  private var own: [UserID: [UInt8]] = [:]
  /// Users whom logins name that were coupled by hand, and those whom their address names.
  private var coupled: [UserID: [[UInt8]]] = [:]
  private var addressed: [UserID: [UInt8]] = [:]
  /// The addresses by which somebody at a computer is told.
  private var addresses: Set<[UInt8]> = []

  /// Reads the users of all logins; O(users with a login).
  init(_ connection: Connection) throws {
    let users = try connection.once(
      "SELECT id, login, first_name, last_name FROM user WHERE shelved = 0 AND login <> ''")
    while try users.step() {
      // Of two users with one login the first has it, as where its use is shown.
      let key = Folding.caseBlind.bytes(of: users.bytes(1))
      let person = Self.person(users, name: 2)
      own[person.user] = key
      if people[key] == nil { people[key] = person }
    }
    let byHand = try connection.once(
      """
      SELECT user.id, login_key, first_name, last_name FROM network_login
      JOIN user ON user.id = network_login.user AND user.shelved = 0
      """)
    while try byHand.step() {
      let person = Self.person(byHand, name: 2)
      people[Array(byHand.bytes(1))] = person
      coupled[person.user, default: []].append(Array(byHand.bytes(1)))
    }
    let byAddress = try connection.once(
      """
      SELECT user.id, computer_person.login, first_name, last_name FROM computer_person
      JOIN user ON user.address_key = login_key AND user.shelved = 0
      WHERE instr(computer_person.login, '@') > 0
      """)
    while try byAddress.step() {
      let key = Folding.caseBlind.bytes(of: byAddress.bytes(1))
      let person = Self.person(byAddress, name: 2)
      addressed[person.user] = key
      if people[key] == nil { people[key] = person }
    }
    let told = try connection.once(
      "SELECT login_key FROM computer_person WHERE instr(login, '@') > 0")
    while try told.step() { addresses.insert(Array(told.bytes(0))) }
  }

  /// Whether anything names a user.
  func knows(_ user: UserID) -> Bool {
    own[user] != nil || coupled[user] != nil || addressed[user] != nil
  }

  /// Whether the same logins name a user as before, where these are its login and address now.
  func isNamedAlike(_ user: UserID, login: [UInt8], address: [UInt8]) -> Bool {
    own[user] ?? [] == login
      && addressed[user] == (addresses.contains(address) ? address : nil)
  }

  /// Gives a user another name, whatever names it.
  mutating func rename(_ user: UserID, _ name: String) {
    for key in [own[user], addressed[user]].compactMap({ $0 }) + (coupled[user] ?? [])
    where people[key]?.user == user {
      people[key]?.name = name
    }
  }

  private static func person(_ statement: SQLStatement, name: Int32) -> Person {
    Person(
      user: UserID(statement.integer(0)),
      name: "\(statement.text(name)) \(statement.text(name + 1))")
  }

  /// The user to whom a folded login belongs; nil for nobody.
  func person(_ key: [UInt8]) -> Person? { people[key] }

  /// The name of the user to whom a login belongs; empty for nobody.
  func name(of login: String) -> String {
    login.isEmpty ? "" : people[Folding.caseBlind.bytes(of: login)]?.name ?? ""
  }
}
