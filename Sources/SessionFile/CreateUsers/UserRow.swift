import Migration

/// A row of the user table with all that changes and counts look at.
struct UserRow: Equatable, TrackedRow {
  static let table = TrackedTable.user

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

  /// The columns that a change may set, in the order in which records hold them: only ever added to.
  enum Column: Int, TrackedColumn {
    case firstName
    case lastName
    case address
    case login
    case group
    case language
    case nameKey
    case addressKey
    case standing
    case handOver
    case since
    case shelved
    case invitation
    case invitedOn
    case evidence

    var name: String {
      switch self {
      case .firstName: "first_name"
      case .lastName: "last_name"
      case .address: "address"
      case .login: "login"
      case .group: "group_name"
      case .language: "language"
      case .nameKey: "name_key"
      case .addressKey: "address_key"
      case .standing: "standing"
      case .handOver: "hand_over"
      case .since: "since"
      case .shelved: "shelved"
      case .invitation: "invitation"
      case .invitedOn: "invited_on"
      case .evidence: "evidence"
      }
    }
  }

  func value(_ column: Column) -> RecordValue {
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
    case .shelved: .integer(isShelved ? 1 : 0)
    case .invitation: .integer(Int64(invitation.rawValue))
    case .invitedOn: RecordValue(invitedOn)
    case .evidence: RecordValue(evidence)
    }
  }
}

extension UserRow {
  /// The columns that say how far the user is.
  static let stage = ColumnSet(
    Column.standing, .since, .handOver, .invitation, .invitedOn, .evidence)

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
