import Migration

/// The installations in the order of the page, with the folded text that a filter looks through.
struct InstallationIndex {
  let revision: Int64
  private var ids: [Int64] = []
  private var standings: [Standing] = []
  private var texts = RankedTexts()
  private var last: (query: InstallationQuery, ids: [Int64])?
  private let names: LoginNames

  /// Builds it; O(installations + users).
  init(_ revision: Int64, _ connection: Connection) throws {
    self.revision = revision
    names = try LoginNames(connection)
    let reading = try connection.once(
      "SELECT id, standing, computer, product, login FROM installation ORDER BY install_key")
    while try reading.step() {
      ids.append(reading.integer(0))
      standings.append(Standing(rawValue: reading.int(1)) ?? .planned)
      let login = reading.text(4)
      let text = "\(reading.text(2)) \(reading.text(3)) \(login) \(names.name(of: login))"
      texts.append(Folding.search.bytes(of: text))
    }
  }

  /// The ids of a query, in its order.
  mutating func answer(_ query: InstallationQuery) -> [Int64] {
    if let last, last.query == query { return last.ids }
    let hits = RowIndex.words(query.filter).map { texts.hits($0) }
    let places = ids.indices.filter { place in
      let isMeant =
        switch query.part {
        case .all: true
        case .left: standings[place] != .stated && standings[place] != .proven
        case .usedAfter: standings[place] == .failed
        }
      return isMeant && hits.allSatisfy { $0[place] }
    }
    let found = places.map { ids[$0] }
    last = (query, found)
    return found
  }

  /// The row with a number.
  func installation(_ id: Int64, _ connection: Connection) throws -> Installation? {
    guard let values = try TrackedTable.installation.values(id, connection) else { return nil }
    let row = InstallationRow(values)
    return Installation(
      id: InstallationID(id), details: row.details, standing: row.standing,
      since: row.since.map { Moment(minutes: $0) }, userName: names.name(of: row.details.login))
  }
}

/// The names of users by their login names, whatever the case, with what was coupled by hand.
struct LoginNames {
  private var names: [[UInt8]: String] = [:]

  init(_ connection: Connection) throws {
    let users = try connection.once(
      "SELECT login, first_name, last_name FROM user WHERE shelved = 0 AND login <> ''")
    while try users.step() {
      // Of two users with one login the first has it, as where its use is shown.
      let key = Folding.caseBlind.bytes(of: users.bytes(0))
      if names[key] == nil { names[key] = "\(users.text(1)) \(users.text(2))" }
    }
    let coupled = try connection.once(
      """
      SELECT login_key, first_name, last_name FROM network_login
      JOIN user ON user.id = network_login.user AND user.shelved = 0
      """)
    while try coupled.step() {
      names[Array(coupled.bytes(0))] = "\(coupled.text(1)) \(coupled.text(2))"
    }
  }

  /// The name of the user to whom a login belongs; empty for nobody.
  func name(of login: String) -> String {
    login.isEmpty ? "" : names[Folding.caseBlind.bytes(of: login)] ?? ""
  }
}
