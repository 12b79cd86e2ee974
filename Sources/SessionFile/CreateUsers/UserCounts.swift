import Migration

/// What a change does to the counts of users, gathered without a name per row.
struct UserCounts {
  /// Live users by standing.
  var standings: [Int: Int] = [:]
  /// Live users that are planned and in no hand-over.
  var free = 0
  /// Live users by group, the empty one left out. Bytes, since strings that look the same are equal
  /// in Swift but not in the file.
  var groups: [[UInt8]: Int] = [:]
  /// Live users who are invited and have not accepted, by the day of the invitation.
  var invitedOn: [Int: Int] = [:]
  /// Proven live users by how far their invitation is, the unknown left out; and stated ones whom the
  /// portal does not have.
  var invitations: [Int: Int] = [:]

  /// Counts a row in (1) or out (-1); shelved rows do not count.
  mutating func count(_ row: UserRow, _ sign: Int) {
    guard !row.isShelved else { return }
    count(
      standing: row.standing, isBound: row.handOver != nil, openInvitation: row.openInvitation,
      invitation: row.invitation, group: Array(row.details.group.utf8), sign)
  }

  mutating func count(
    standing: Standing, isBound: Bool, openInvitation: Int?, invitation: Invitation,
    group: [UInt8], _ amount: Int
  ) {
    Self.add(amount, at: standing.rawValue, in: &standings)
    if standing == .planned, !isBound { free += amount }
    if !group.isEmpty { Self.add(amount, at: group, in: &groups) }
    if let openInvitation { Self.add(amount, at: openInvitation, in: &invitedOn) }
    if Self.tellsOfPortal(standing, invitation) {
      Self.add(amount, at: Int(invitation.rawValue), in: &invitations)
    }
  }

  /// Whether a document has told how far the invitation is.
  private static func tellsOfPortal(_ standing: Standing, _ invitation: Invitation) -> Bool {
    switch standing {
    case .proven: invitation != .unknown
    case .stated: invitation == .absent
    default: false
    }
  }

  /// What it adds to the file's counters.
  func add(to counters: inout Counters) {
    for (standing, amount) in standings { counters.add(amount, "users", String(standing)) }
    if free != 0 { counters.add(free, "free", "") }
    for (group, amount) in groups { counters.add(amount, "group", group) }
    // The name is that of the first version, which had stated users alone.
    for (day, amount) in invitedOn { counters.add(amount, "stated", String(day)) }
    for (invitation, amount) in invitations {
      counters.add(amount, "invitation", String(invitation))
    }
  }

  /// Live users, whatever their standing.
  static func users(_ connection: Connection) throws -> Int {
    let total = try connection.statement(
      "SELECT CAST(total(value) AS INTEGER) FROM counter WHERE kind = 'users'")
    defer { total.reset() }
    return try total.step() ? total.int(0) : 0
  }

  private static func add<Key: Hashable>(_ amount: Int, at key: Key, in counts: inout [Key: Int]) {
    let sum = counts[key, default: 0] + amount
    counts[key] = sum == 0 ? nil : sum
  }
}

/// What a change does to users, while it is being made.
struct UserDraft {
  var counts = UserCounts()
}

extension Tally {
  /// The number of the last user that was ever made.
  static let lastUser = Tally(name: "last-user")
}
