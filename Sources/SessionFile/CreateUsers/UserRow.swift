import Migration

/// The columns of a user's row that a change may set, in the order in which records hold them.
struct RowColumns: OptionSet, Hashable {
  let rawValue: Int

  static let firstName = RowColumns(rawValue: 1 << 0)
  static let lastName = RowColumns(rawValue: 1 << 1)
  static let address = RowColumns(rawValue: 1 << 2)
  static let login = RowColumns(rawValue: 1 << 3)
  static let group = RowColumns(rawValue: 1 << 4)
  static let language = RowColumns(rawValue: 1 << 5)
  static let nameKey = RowColumns(rawValue: 1 << 6)
  static let addressKey = RowColumns(rawValue: 1 << 7)
  static let standing = RowColumns(rawValue: 1 << 8)
  static let handOver = RowColumns(rawValue: 1 << 9)
  static let since = RowColumns(rawValue: 1 << 10)
  static let shelved = RowColumns(rawValue: 1 << 11)
  static let invitation = RowColumns(rawValue: 1 << 12)
  static let invitedOn = RowColumns(rawValue: 1 << 13)
  static let evidence = RowColumns(rawValue: 1 << 14)

  /// The names in the table, by bit. Records on disk depend on the order: only ever added to.
  static let names = [
    "first_name", "last_name", "address", "login", "group_name", "language", "name_key",
    "address_key", "standing", "hand_over", "since", "shelved", "invitation", "invited_on",
    "evidence",
  ]

  /// The bits that are set, lowest first.
  var places: [Int] { (0..<Self.names.count).filter { rawValue & 1 << $0 != 0 } }

  /// The statement that sets these columns: their values in order, then the user's number.
  var update: String {
    let set = places.map { "\(Self.names[$0]) = ?" }.joined(separator: ", ")
    return "UPDATE user SET \(set) WHERE id = ?"
  }
}

/// A row of the user table with all that changes and counts look at.
struct UserRow: Equatable {
  var id: Int64
  var details: UserDetails
  var standing: Standing
  var handOver: Int?
  var since: Int?
  var isShelved: Bool
  var invitation: Invitation
  var invitedOn: Int?
  var evidence: Int?

  static let columns = """
    id, first_name, last_name, address, login, group_name, language, standing, hand_over, since, \
    shelved, invitation, invited_on, evidence
    """

  init(_ statement: SQLStatement) {
    id = statement.integer(0)
    details = UserDetails(
      firstName: statement.text(1), lastName: statement.text(2), address: statement.text(3),
      login: statement.text(4), group: statement.text(5), language: statement.text(6))
    standing = Standing(rawValue: statement.int(7)) ?? .planned
    handOver = statement.intOrNil(8)
    since = statement.intOrNil(9)
    isShelved = statement.int(10) != 0
    invitation = Invitation(rawValue: UInt8(clamping: statement.int(11))) ?? .unknown
    invitedOn = statement.intOrNil(12)
    evidence = statement.intOrNil(13)
  }

  /// The value of a column as records hold it.
  func value(_ column: RowColumns) -> RecordValue {
    switch column {
    case .firstName: RecordValue(details.firstName)
    case .lastName: RecordValue(details.lastName)
    case .address: RecordValue(details.address)
    case .login: RecordValue(details.login)
    case .group: RecordValue(details.group)
    case .language: RecordValue(details.language)
    case .nameKey: .text(UserKeys.name(of: details))
    case .addressKey: .text(UserKeys.address(details.address))
    case .standing: .integer(Int64(standing.rawValue))
    case .handOver: RecordValue(handOver)
    case .since: RecordValue(since)
    case .invitation: .integer(Int64(invitation.rawValue))
    case .invitedOn: RecordValue(invitedOn)
    case .evidence: RecordValue(evidence)
    default: .integer(isShelved ? 1 : 0)
    }
  }

  /// The columns in which another row of the same user differs.
  func differences(from other: UserRow) -> RowColumns {
    (0..<RowColumns.names.count).reduce(into: []) { found, bit in
      let column = RowColumns(rawValue: 1 << bit)
      if value(column) != other.value(column) { found.insert(column) }
    }
  }
}

extension UserRow {
  /// The columns that say how far the user is.
  static let stage: RowColumns = [.standing, .since, .handOver, .invitation, .invitedOn, .evidence]

  /// The day of an invitation that is not accepted.
  var openInvitation: Int? { invitation.openDay(standing, invitedOn: invitedOn, since: since) }

  /// Planned again, in no hand-over, with nothing known of the portal.
  mutating func planAgain() {
    handOver = nil
    standing = .planned
    since = nil
    invitation = .unknown
    invitedOn = nil
    evidence = nil
  }
}

/// The keys by which users are told apart and put in order.
enum UserKeys {
  /// Between last and first name: below everything that a name can hold.
  static let separator: UInt8 = 1

  /// The address without regard to case.
  static func address(_ text: String) -> [UInt8] { Folding.caseBlind.bytes(of: text) }

  /// Last name, then first name, without regard to case and diacritics.
  static func name(of details: UserDetails) -> [UInt8] {
    Folding.search.bytes(of: details.lastName) + [separator]
      + Folding.search.bytes(of: details.firstName)
  }
}
