import Migration

/// What a change does to the counts: kept in its record, so that undo takes back just that.
struct Counts: Equatable {
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

  /// Whether nothing changes.
  var isEmpty: Bool { self == Counts() }

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

  /// The same the other way round.
  var inverse: Counts {
    Counts(
      standings: standings.mapValues { -$0 }, free: -free, groups: groups.mapValues { -$0 },
      invitedOn: invitedOn.mapValues { -$0 }, invitations: invitations.mapValues { -$0 })
  }

  // MARK: On disk

  /// Live users, whatever their standing.
  static func users(_ connection: Connection) throws -> Int {
    let total = try connection.statement(
      "SELECT CAST(total(value) AS INTEGER) FROM counter WHERE kind = 'users'")
    defer { total.reset() }
    return try total.step() ? total.int(0) : 0
  }

  /// Adds to the counters; those that come to nothing are taken out.
  func apply(_ connection: Connection) throws {
    for (standing, amount) in standings {
      try Self.add(amount, to: standing, of: "users", connection)
    }
    try Self.add(free, of: "free", connection) { $0.bind($1, "") }
    for (group, amount) in groups {
      try Self.add(amount, of: "group", connection) { $0.bind($1, copying: group) }
    }
    // The name is that of the first version, which had stated users alone.
    for (day, amount) in invitedOn { try Self.add(amount, to: day, of: "stated", connection) }
    for (invitation, amount) in invitations {
      try Self.add(amount, to: invitation, of: "invitation", connection)
    }
  }

  func write(_ writer: inout RecordWriter) {
    writer.number(standings.count)
    for (standing, amount) in standings.sorted(by: { $0.key < $1.key }) {
      writer.number(standing)
      writer.number(amount)
    }
    writer.number(free)
    writer.number(groups.count)
    for (group, amount) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      writer.block(group)
      writer.number(amount)
    }
    for counts in [invitedOn, invitations] {
      writer.number(counts.count)
      for (key, amount) in counts.sorted(by: { $0.key < $1.key }) {
        writer.number(key)
        writer.number(amount)
      }
    }
  }

  /// Reads counts of a record of a version; the first knew nothing of invitations.
  static func read(_ reader: inout RecordReader, version: Int) throws -> Counts {
    var counts = Counts()
    for _ in 0..<max(0, try reader.int()) {
      let standing = try reader.int()
      counts.standings[standing] = try reader.int()
    }
    counts.free = try reader.int()
    for _ in 0..<max(0, try reader.int()) {
      let group = try reader.block()
      counts.groups[group] = try reader.int()
    }
    for _ in 0..<max(0, try reader.int()) {
      let day = try reader.int()
      counts.invitedOn[day] = try reader.int()
    }
    if version < 2 { return counts }
    for _ in 0..<max(0, try reader.int()) {
      let invitation = try reader.int()
      counts.invitations[invitation] = try reader.int()
    }
    return counts
  }

  private static func add(
    _ amount: Int, to number: Int, of kind: String, _ connection: Connection
  ) throws {
    try add(amount, of: kind, connection) { $0.bind($1, String(number)) }
  }

  private static func add(
    _ amount: Int, of kind: String, _ connection: Connection,
    bindName: (SQLStatement, Int32) -> Void
  ) throws {
    guard amount != 0 else { return }
    let adding = try connection.statement(
      """
      INSERT INTO counter (kind, name, value) VALUES (?, ?, ?)
      ON CONFLICT (kind, name) DO UPDATE SET value = value + excluded.value
      """)
    adding.bind(1, kind)
    bindName(adding, 2)
    adding.bind(3, amount)
    try adding.run()
    let clearing = try connection.statement(
      "DELETE FROM counter WHERE kind = ? AND name = ? AND value = 0")
    clearing.bind(1, kind)
    bindName(clearing, 2)
    try clearing.run()
  }

  private static func add<Key: Hashable>(_ amount: Int, at key: Key, in counts: inout [Key: Int]) {
    let sum = counts[key, default: 0] + amount
    counts[key] = sum == 0 ? nil : sum
  }
}

/// The counters that only ever go up.
enum Tally: String {
  /// Raised by every change, undo and redo.
  case revision
  /// The number of the last user that was ever made.
  case lastUser = "last-user"
  /// The number of the last licence server that was ever made.
  case lastServer = "last-server"
  /// The number of the last product on a computer that was ever made.
  case lastInstallation = "last-installation"
  /// The day of the last change.
  case lastDay = "last-day"
  /// The number of the last product that was ever made.
  case lastProduct = "last-product"
  /// The number of the last assignment that was ever made.
  case lastAssignment = "last-assignment"
  /// The last place that was given at the end of an order of seats.
  case lastPlace = "last-place"
  /// How many places were given before the first of an order of seats.
  case firstPlace = "first-place"

  func read(_ connection: Connection) throws -> Int64 {
    let statement = try connection.statement(
      "SELECT value FROM counter WHERE kind = 'file' AND name = ?")
    statement.bind(1, rawValue)
    defer { statement.reset() }
    return try statement.step() ? statement.integer(0) : 0
  }

  func set(_ value: Int64, _ connection: Connection) throws {
    let statement = try connection.statement(
      """
      INSERT INTO counter (kind, name, value) VALUES ('file', ?, ?)
      ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value
      """)
    statement.bind(1, rawValue)
    statement.bind(2, Int(value))
    try statement.run()
  }
}
