/// What an import would do, row by row, found before anything is taken over.
package struct BatchComparison: Sendable {
  /// What a row of the list is beside the people who are there.
  package enum Row: Hashable, Sendable {
    /// Nobody has the address yet.
    case new
    /// The address is there, with other values in these fields; or somebody is who has a login for an
    /// address, and the row tells the address.
    case changed(UserFields)
    /// The address is there with the same values.
    case same
    /// Nobody has the address, but somebody else has the name or the login name.
    case conflict(PersonFinding)
    /// Refused, or a duplicate within the list: never taken over.
    case left
  }

  /// One value for each row of the batch.
  package var rows: [Row]
  /// The user with the address, or the one that a conflict is with; nil for none.
  package var users: [UserID?]

  /// Makes a comparison.
  package init(rows: [Row] = [], users: [UserID?] = []) {
    self.rows = rows
    self.users = users
  }
}

/// Some of a user's fields.
package struct UserFields: OptionSet, Hashable, Sendable {
  /// One bit for each field.
  package let rawValue: UInt8
  /// Names fields by their bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// First name.
  package static let firstName = UserFields(rawValue: 1)
  /// Last name.
  package static let lastName = UserFields(rawValue: 2)
  /// Address.
  package static let address = UserFields(rawValue: 4)
  /// Login name.
  package static let login = UserFields(rawValue: 8)
  /// Group.
  package static let group = UserFields(rawValue: 16)
  /// Language of letters.
  package static let language = UserFields(rawValue: 32)
  /// The fields that a hand-over holds: another value there makes a row another one.
  package static let handedOver: UserFields = [.firstName, .lastName, .address]
}
