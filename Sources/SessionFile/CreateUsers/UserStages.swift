import Migration

/// How far a user is, without names: what a document of the portal can change.
struct UserStage: Equatable {
  var standing: Standing
  var since: Int?
  var invitation: Invitation
  var invitedOn: Int?
  var evidence: Int?

  /// Its columns in the order of records.
  static let columns = ColumnSet(
    UserRow.Column.standing, .since, .invitation, .invitedOn, .evidence)

  /// The values as records hold them.
  var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.value(.integer(Int64(standing.rawValue)))
    writer.value(RecordValue(since))
    writer.value(.integer(Int64(invitation.rawValue)))
    writer.value(RecordValue(invitedOn))
    writer.value(RecordValue(evidence))
    return writer.bytes
  }

  /// Binds the values to the first five places.
  func bind(_ statement: SQLStatement) {
    statement.bind(1, standing.rawValue)
    statement.bind(2, since)
    statement.bind(3, Int(invitation.rawValue))
    statement.bind(4, invitedOn)
    statement.bind(5, evidence)
  }

  /// The day of an invitation that is not accepted.
  var openInvitation: Int? { invitation.openDay(standing, invitedOn: invitedOn, since: since) }

  /// The stage after a document: `found` is the invitation of somebody who is in it, nil for who is
  /// not. Nil when the document says nothing about the user.
  ///
  /// What a newer document said stays. Somebody set aside is no part of the work.
  func told(by document: Evidence, _ found: Invitation?) -> UserStage? {
    let day = document.day.number
    let isOlder = evidence != nil && (since.map { $0 > day } ?? false)
    guard standing != .setAside, !isOlder else { return nil }
    var after = self
    after.since = day
    after.evidence = document.number
    guard let found else {
      guard document.tellsOfAbsence else { return nil }
      switch standing {
      case .proven:
        after.standing = .failed
        after.invitation = .unknown
        after.invitedOn = nil
      // The portal takes its time: a document of the day of the invitation itself does not count.
      case .stated where (invitedOn ?? since).map { $0 < day } ?? true:
        after.invitation = .absent
      default: return nil
      }
      return after
    }
    after.standing = .proven
    if found != .unknown { after.invitation = found }
    if after.invitation != .accepted, invitedOn == nil {
      after.invitedOn = openInvitation ?? (after.invitation == .pending ? day : nil)
    }
    return after
  }
}

/// All live users by number with their address and stage, some at a time, so that they can be changed
/// while they are gone through.
struct UserStages {
  /// One user.
  struct User {
    var id: Int64
    var addressKey: [UInt8]
    var stage: UserStage
    /// Whether a hand-over holds the user.
    var isBound: Bool
  }

  private static let chunk = 2_048
  private let connection: Connection
  private var last: Int64 = 0

  init(_ connection: Connection) throws { self.connection = connection }

  /// The next users; nil at the end.
  mutating func next() throws -> [User]? {
    let asking = try connection.statement(
      """
      SELECT id, address_key, standing, since, invitation, invited_on, evidence,
        hand_over IS NOT NULL
      FROM user NOT INDEXED WHERE id > ? AND shelved = 0 ORDER BY id LIMIT \(Self.chunk)
      """)
    defer { asking.reset() }
    asking.bind(1, last)
    var users: [User] = []
    users.reserveCapacity(Self.chunk)
    while try asking.step() {
      users.append(
        User(
          id: asking.integer(0), addressKey: Array(asking.bytes(1)),
          stage: UserStage(
            standing: Standing(rawValue: asking.int(2)) ?? .planned, since: asking.intOrNil(3),
            invitation: Invitation(rawValue: UInt8(clamping: asking.int(4))) ?? .unknown,
            invitedOn: asking.intOrNil(5), evidence: asking.intOrNil(6)),
          isBound: asking.int(7) != 0))
    }
    guard let end = users.last else { return nil }
    last = end.id
    return users
  }
}

/// The people of a document by address, and who of them was met.
struct PortalMatcher {
  private var places: ByteTable
  private var isMet: [Bool]
  private let hasAddress: [Bool]

  init(_ portal: PortalPeople) {
    let count = portal.count
    var places = ByteTable(expecting: count)
    var hasAddress = [Bool](repeating: false, count: count)
    portal.people.bytes.withUnsafeBufferPointer { arena in
      var key: [UInt8] = []
      for (place, row) in portal.people.rows.enumerated() where !row.address.isEmpty {
        key.removeAll(keepingCapacity: true)
        Folding.caseBlind.append(arena[row.address], to: &key)
        key.withUnsafeBufferPointer {
          // Two spellings that fold to one address are one person; the first has the row.
          guard places.value($0) == nil else { return }
          places.set($0, Int64(place))
          hasAddress[place] = true
        }
      }
    }
    self.places = places
    self.hasAddress = hasAddress
    isMet = [Bool](repeating: false, count: count)
  }

  /// The place of the person with an address, who is met now; nil when there is none.
  mutating func isThere(_ addressKey: [UInt8]) -> Int? {
    guard let place = addressKey.withUnsafeBufferPointer({ places.value($0) }) else { return nil }
    isMet[Int(place)] = true
    return Int(place)
  }

  /// The places of those who were not met.
  var strangers: [Int] { isMet.indices.filter { hasAddress[$0] && !isMet[$0] } }
}
