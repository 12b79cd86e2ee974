import Migration

/// The migration that is open, as far as it was looked at, and where somebody is in it.
///
/// Opening another one replaces the whole of it, so that nothing of the one before is left.
package struct OpenMigration: Sendable {
  /// Where it is kept.
  package var session: SessionInfo
  /// Its counts and hand-overs.
  package var summary: Summary
  /// The screens from the first to the one that is seen.
  package var visits: [Visit]
  /// What each screen remembers.
  package var memories: [String: Memory] = [:]
  /// What has to be decided about a journal before a session can be opened; nil for nothing.
  package var journalQuestion: JournalQuestion?
  /// The latest changes, newest first.
  package var journal: [JournalEntry] = []
  /// The rows of the user table near the visible ones.
  package var users = UserRows()
  /// The user whose page is open; nil when the list has no such user.
  package var user: User?
  /// The user that was asked for last, so that a page knows whether `user` is about it.
  package var userAsked: UserID?
  /// The list that is being looked through.
  package var review: Review?
  /// What is known of a list that was looked through before, until it is read again.
  package var reviewDraft: ReviewDraft?
  /// The document of the portal that is being looked at.
  package var evidence: EvidenceReview?
  /// People whom the portal has and our list has not, near the visible rows.
  package var strangers = RowWindow<PortalPerson>()
  /// What the screens of step 2 look at.
  package var seats = SeatState()
  /// What the pages about products on computers show.
  package var switching = SwitchingState()
  /// What the pages of step 5 show.
  package var licensing = LicensingState()

  /// Makes none, or one of which nothing was looked at yet, with a first screen.
  package init(
    at first: Visit, session: SessionInfo = SessionInfo(), summary: Summary = Summary()
  ) {
    self.session = session
    self.summary = summary
    visits = [first]
  }
}
