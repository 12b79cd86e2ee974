import Migration

/// Users by their login names and addresses, whatever the case, with what was coupled by hand.
struct PeopleByLogin {
  /// A user to whom a login belongs.
  struct Person {
    var user: UserID
    var name: String
  }

  private var people: [[UInt8]: Person] = [:]

  /// Reads the users of all logins; O(users with a login).
  init(_ connection: Connection) throws {
    let users = try connection.once(
      "SELECT id, login, first_name, last_name FROM user WHERE shelved = 0 AND login <> ''")
    while try users.step() {
      // Of two users with one login the first has it, as where its use is shown.
      let key = Folding.caseBlind.bytes(of: users.bytes(1))
      if people[key] == nil { people[key] = Self.person(users, name: 2) }
    }
    let coupled = try connection.once(
      """
      SELECT user.id, login_key, first_name, last_name FROM network_login
      JOIN user ON user.id = network_login.user AND user.shelved = 0
      """)
    while try coupled.step() { people[Array(coupled.bytes(1))] = Self.person(coupled, name: 2) }
    let addressed = try connection.once(
      """
      SELECT user.id, computer_person.login, first_name, last_name FROM computer_person
      JOIN user ON user.address_key = login_key AND user.shelved = 0
      WHERE instr(computer_person.login, '@') > 0
      """)
    while try addressed.step() {
      let key = Folding.caseBlind.bytes(of: addressed.bytes(1))
      if people[key] == nil { people[key] = Self.person(addressed, name: 2) }
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
