import Migration

/// What is counted of users.
package struct UserRecount: Equatable, Sendable {
  /// Live users by standing.
  package var users: [Standing: Int] = [:]
  /// Live users that are planned and in no hand-over.
  package var usersNotHandedOver = 0
  /// Live users by group, sorted by the bytes of the name.
  package var groups: [Summary.GroupCount] = []
  /// Live users who are invited and have not accepted, by day, oldest first.
  package var openInvitations: [Summary.DayCount] = []
  /// Proven live users by how far their invitation is, the unknown left out.
  package var invitations: [Invitation: Int] = [:]

  /// Nobody.
  package init() {}

  /// The counts that a summary shows.
  package init(_ summary: Summary) {
    users = summary.users
    usersNotHandedOver = summary.usersNotHandedOver
    groups = summary.groups
    openInvitations = summary.openInvitations
    invitations = summary.invitations
  }

  /// Counts the rows themselves; O(users).
  init(_ connection: Connection) throws {
    let standings = try connection.once(
      "SELECT standing, count(*) FROM user WHERE shelved = 0 GROUP BY standing")
    while try standings.step() {
      if let standing = Standing(rawValue: standings.int(0)) {
        users[standing] = standings.int(1)
      }
    }
    let free = try connection.once(
      """
      SELECT count(*) FROM user WHERE shelved = 0 AND standing = 0 AND hand_over IS NULL
      """)
    if try free.step() { usersNotHandedOver = free.int(0) }
    let groups = try connection.once(
      """
      SELECT group_name, count(*) FROM user WHERE shelved = 0 AND group_name <> ''
      GROUP BY group_name ORDER BY group_name
      """)
    while try groups.step() {
      self.groups.append(Summary.GroupCount(name: groups.text(0), count: groups.int(1)))
    }
    let days = try connection.once(
      """
      SELECT CASE standing WHEN 1 THEN coalesce(invited_on, since) ELSE invited_on END AS day,
        count(*)
      FROM user WHERE shelved = 0 AND standing IN (1, 2) AND invitation NOT IN (2, 3)
      GROUP BY day HAVING day IS NOT NULL ORDER BY day
      """)
    while try days.step() {
      openInvitations.append(
        Summary.DayCount(day: Day(number: days.int(0)), count: days.int(1)))
    }
    let invitations = try connection.once(
      """
      SELECT invitation, count(*) FROM user
      WHERE shelved = 0
        AND ((standing = 2 AND invitation <> 0) OR (standing = 1 AND invitation = 3))
      GROUP BY invitation
      """)
    while try invitations.step() {
      if let invitation = Invitation(rawValue: UInt8(clamping: invitations.int(0))) {
        self.invitations[invitation] = invitations.int(1)
      }
    }
  }
}
