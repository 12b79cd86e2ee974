/// One person in a hand-over, as the row was when the files were written.
package struct HandOverRow: Hashable, Sendable {
  /// Its place in the hand-over, from 0.
  package var position: Int
  /// The user; may have been changed or taken out since.
  package var user: UserID
  /// The details as they were.
  package var details: UserDetails

  /// Makes a row.
  package init(position: Int, user: UserID, details: UserDetails) {
    self.position = position
    self.user = user
    self.details = details
  }
}
