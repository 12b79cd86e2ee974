/// What can be written about users, and about what the portal proves of them.
package enum CreateUsersChange: Sendable {
  /// One person more.
  case addUser(UserDetails, UserSource)
  /// Other details of one person; a handed-over row falls back to planned when its row changes.
  case editUser(UserID, UserDetails)
  /// People out of our list (never out of the portal).
  case removeUsers([UserID])
  /// Another group for several people.
  case groupUsers([UserID], String)
  /// The valid and the accepted doubtful rows of a list in one go, and one undo.
  case importUsers(PeopleBatch, UserSource, Change.Existing)
  /// A hand-over whose files are written: its people are bound to it.
  case handOver(HandOver, [UserID])
  /// A document of the portal: who is in it is proven; who is not and was, is taken back when the
  /// document tells of absence. With seats these are proven and taken back by the same document.
  case proveUsers(Evidence, PortalPeople, seats: SeatDecisions? = nil)
  /// People of the portal into our list, proven by the evidence in which they stand, with the seats
  /// that it shows.
  case takeOverFromPortal([PortalPerson.ID])
  /// The admin says that the invitations of these people were sent again on a day.
  case resendInvitations(UserChoice, Day)
  /// Users who go into the next hand-over again: they failed, or their invitation is too old.
  case planUsersAgain(UserChoice)

  /// What its changes are called.
  package enum Name: String, CaseIterable, Sendable {
    case addUser = "add-user"
    case editUser = "edit-user"
    case removeUsers = "remove-users"
    case groupUsers = "group-users"
    case importUsers = "import-users"
    case handOver = "hand-over"
    case proveUsers = "prove-users"
    case proveSeats = "prove-seats"
    case takeOverFromPortal = "take-over-from-portal"
    case resendInvitations = "resend-invitations"
    case planUsersAgain = "plan-users-again"
  }

  /// Its name in the journal and in the words of the screens.
  package var name: Name {
    switch self {
    case .addUser: .addUser
    case .editUser: .editUser
    case .removeUsers: .removeUsers
    case .groupUsers: .groupUsers
    case .importUsers: .importUsers
    case .handOver: .handOver
    case .proveUsers(_, _, let seats): seats == nil ? .proveUsers : .proveSeats
    case .takeOverFromPortal: .takeOverFromPortal
    case .resendInvitations: .resendInvitations
    case .planUsersAgain: .planUsersAgain
    }
  }

  /// How many rows somebody chose for it.
  var size: Int {
    switch self {
    case .removeUsers(let users), .groupUsers(let users, _): users.count
    case .resendInvitations(let users, _), .planUsersAgain(let users): users.count
    case .addUser, .editUser, .importUsers, .handOver, .proveUsers, .takeOverFromPortal: 0
    }
  }
}

/// Why a change of users was not made.
package enum CreateUsersRefusal: Hashable, Sendable {
  /// The address belongs to this user already.
  case addressTaken(UserID)
  /// The user is not in the list (any more).
  case userGone(UserID)

  /// The reasons without what they are about.
  package enum Kind: String, CaseIterable, Sendable {
    case addressTaken = "address-taken"
    case userGone = "user-gone"
  }

  /// Which reason it is.
  package var kind: Kind {
    switch self {
    case .addressTaken: .addressTaken
    case .userGone: .userGone
    }
  }
}
