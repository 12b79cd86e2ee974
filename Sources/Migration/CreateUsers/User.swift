/// The number of a user within one migration; never used again for another.
package struct UserID: Hashable, Comparable, Sendable {
  /// The row in the session file.
  package let number: Int64
  /// Names the user with this number.
  package init(_ number: Int64) { self.number = number }
  /// The one that was added first comes first.
  package static func < (left: UserID, right: UserID) -> Bool { left.number < right.number }
}

/// What the admin knows and may change of a user.
package struct UserDetails: Hashable, Sendable {
  /// First name, as the portal is to show it.
  package var firstName: String
  /// Last name, particles in front: `van der Meer`.
  package var lastName: String
  /// The person's own e-mail address, as written; compared without regard to case.
  package var address: String
  /// The login name that a licence log shows; empty when not known.
  package var login: String
  /// Pilot, wave or office; empty when in none.
  package var group: String
  /// The language of letters, by its code; empty for the migration's own.
  package var language: String

  /// Makes details; what is not known is empty.
  package init(
    firstName: String = "", lastName: String = "", address: String = "", login: String = "",
    group: String = "", language: String = ""
  ) {
    self.firstName = firstName
    self.lastName = lastName
    self.address = address
    self.login = login
    self.group = group
    self.language = language
  }

  /// First and last name, as they are read.
  package var fullName: String { "\(firstName) \(lastName)" }
}

/// Where a user came from.
package enum UserSource: Int, CaseIterable, Sendable {
  /// Typed on the wizard's own screen.
  case typed = 0
  /// Pasted as text.
  case pasted = 1
  /// Read from a list.
  case imported = 2
  /// Proposed from a licence log.
  case licenceLog = 3
  /// Found in an export of the portal.
  case portal = 4

  /// The source's name in the words of the screens.
  package var name: String {
    switch self {
    case .typed: "typed"
    case .pasted: "pasted"
    case .imported: "imported"
    case .licenceLog: "licence-log"
    case .portal: "portal"
    }
  }
}

/// One user of the migration as the tables show it.
package struct User: Hashable, Sendable {
  /// Its number.
  package var id: UserID
  /// What is known of the person.
  package var details: UserDetails
  /// How far step 1 is for this person.
  package var standing: Standing
  /// Where it came from.
  package var source: UserSource
  /// The hand-over that holds the person's row as it is now; nil when none does.
  package var handOver: Int?
  /// The day of the statement, of the proof, or of the document that took the proof back; nil while
  /// planned.
  package var since: Day?
  /// How far the invitation is, as a document of the portal tells it.
  package var invitation: Invitation
  /// The day on which the invitation was sent last; nil when nothing is known of it.
  package var invitedOn: Day?
  /// The number of the evidence that proves the user or took the proof back; nil for none.
  package var evidence: Int?

  /// Makes a user.
  package init(
    id: UserID, details: UserDetails, standing: Standing = .planned, source: UserSource = .typed,
    handOver: Int? = nil, since: Day? = nil, invitation: Invitation = .unknown,
    invitedOn: Day? = nil, evidence: Int? = nil
  ) {
    self.id = id
    self.details = details
    self.standing = standing
    self.source = source
    self.handOver = handOver
    self.since = since
    self.invitation = invitation
    self.invitedOn = invitedOn
    self.evidence = evidence
  }
}
