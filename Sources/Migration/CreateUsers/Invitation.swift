/// How far somebody's invitation is, as the portal tells it.
package enum Invitation: UInt8, CaseIterable, Comparable, Sendable {
  /// No document says: nothing was read yet, or a usage report without use.
  case unknown = 0
  /// Invited, not accepted yet (`Pending`, later `Invited`).
  case pending
  /// Accepted (`Active`, later `Verified`), or a product was used.
  case accepted
  /// Invited as the admin says, and not in a later document of the whole team.
  case absent

  /// The name in the words of the screens.
  package var name: String {
    switch self {
    case .unknown: "unknown"
    case .pending: "pending"
    case .accepted: "accepted"
    case .absent: "absent"
    }
  }

  /// What is known is more than what is not, accepted more than pending.
  package static func < (left: Invitation, right: Invitation) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The day of the invitation of somebody who has it and has not accepted it; nil when there is none
  /// that is known, or the portal does not have it.
  ///
  /// Rows that were stated before days of invitations were kept have the day of the statement alone.
  package func openDay(_ standing: Standing, invitedOn: Int?, since: Int?) -> Int? {
    guard self != .accepted, self != .absent else { return nil }
    return switch standing {
    case .stated: invitedOn ?? since
    case .proven: invitedOn
    case .planned, .failed, .setAside: nil
    }
  }
}

/// How long an invitation waits before something is done about it.
///
/// Source: an invitation that is not accepted is sent again after 7 days and made anew after 90
/// (Autodesk's pages on adding users, and resellers').
package enum InvitationLife {
  /// Days after which it is sent again.
  package static let resendAfter = 7
  /// Days after which the person is invited anew.
  package static let anewAfter = 90
  /// Days after which an export of the portal says too little about today.
  package static let exportHolds = 7
}
