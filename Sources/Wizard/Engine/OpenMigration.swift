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
  /// The files outside the session that hold names, as far as that was asked.
  package var outside: [String] = []
  /// The path of a file of no bytes that was named at the start, and is made a migration only when
  /// somebody says so; nil for none.
  package var emptyFile: String?
  /// The latest changes, newest first.
  package var journal: [JournalEntry] = []
  /// What the pages of step 1 show.
  package var createUsers = CreateUsersState()
  /// What the pages of step 2 show.
  package var assignProducts = AssignProductsState()
  /// What the pages of step 3 show.
  package var switchDevices = SwitchDevicesState()
  /// What the pages of step 4 show.
  package var informUsers = InformUsersState()
  /// What the pages of step 5 show.
  package var retireServers = RetireServersState()

  /// Makes none, or one of which nothing was looked at yet, with a first screen.
  package init(
    at first: Visit, session: SessionInfo = SessionInfo(), summary: Summary = Summary()
  ) {
    self.session = session
    self.summary = summary
    visits = [first]
  }
}
