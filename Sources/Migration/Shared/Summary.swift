/// What the overview and `status` need to know, read in one short transaction from the counters.
package struct Summary: Hashable, Sendable {
  /// The migration's revision: raised by every change, undo and redo.
  package var revision: Int64
  /// The answers of the first screen; nil before they are given.
  package var setup: Setup?
  /// Users by standing.
  package var users: [Standing: Int]
  /// Users that are planned and in no hand-over.
  package var usersNotHandedOver: Int
  /// Groups with the number of their people, by name.
  package var groups: [GroupCount]
  /// The hand-overs, newest first.
  package var handOvers: [HandOver]
  /// Users who are invited and have not accepted, by the day of the invitation, oldest first; for
  /// the rules of 7 and 90 days.
  package var openInvitations: [DayCount]
  /// Proven users by how far their invitation is; those of whom nothing is known are left out.
  package var invitations: [Invitation: Int] = [:]
  /// The documents that prove, newest first by the day they tell about.
  package var evidence: [Evidence] = []
  /// The counts of the later steps; step 1 has `userFunnel`.
  package var funnels: [Step: Funnel] = [:]
  /// The products of step 2, by name.
  package var products: [Product] = []
  /// Users with a product in the plan, whichever.
  package var usersWithProduct = 0
  /// Users who have the seat of a product stated or proven.
  package var usersWithSeat = 0
  /// The day on which the admin said that everyone is informed; nil while nobody did.
  package var informedOn: Day?
  /// The steps that somebody closed with a reason.
  package var closed: [Step: ClosedStep] = [:]
  /// What is left where the people are forgotten; nil while they are there.
  package var forgotten: Forgotten?
  /// The messages of step 4.
  package var messages = MessagesSummary()
  /// The computers of step 3.
  package var devices = DevicesSummary()
  /// The licence servers.
  package var licensing = LicensingSummary()
  /// The name of the change that undo would take back; nil for none.
  package var undoable: Change.Name?
  /// The name of the change that redo would bring back; nil for none.
  package var redoable: Change.Name?
  /// How many rows undo would change.
  package var undoableCount = 0
  /// How many rows redo would change.
  package var redoableCount = 0

  /// A group and how many people are in it.
  package struct GroupCount: Hashable, Sendable {
    /// The group's name.
    package var name: String
    /// People in it.
    package var count: Int
    /// Makes a count.
    package init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// A day and how many people belong to it.
  package struct DayCount: Hashable, Sendable {
    /// The day.
    package var day: Day
    /// People.
    package var count: Int
    /// Makes a count.
    package init(day: Day, count: Int) {
      self.day = day
      self.count = count
    }
  }

  /// Makes a summary of an empty migration.
  package init(
    revision: Int64 = 0, setup: Setup? = nil, users: [Standing: Int] = [:],
    usersNotHandedOver: Int = 0, groups: [GroupCount] = [], handOvers: [HandOver] = [],
    openInvitations: [DayCount] = [], undoable: Change.Name? = nil, redoable: Change.Name? = nil
  ) {
    self.revision = revision
    self.setup = setup
    self.users = users
    self.usersNotHandedOver = usersNotHandedOver
    self.groups = groups
    self.handOvers = handOvers
    self.openInvitations = openInvitations
    self.undoable = undoable
    self.redoable = redoable
  }

  /// Users who are proven and have accepted.
  package var acceptedUsers: Int { invitations[.accepted, default: 0] }
  /// Users who were stated or proven and whom the portal does not have.
  package var usersNotThere: Int {
    users[.failed, default: 0] + invitations[.absent, default: 0]
  }

  /// The funnel of step 1.
  package var userFunnel: Funnel {
    let proven = users[.proven, default: 0]
    let stated = users[.stated, default: 0] + proven
    let failed = users[.failed, default: 0]
    return Funnel(
      total: users[.planned, default: 0] + stated + failed, stated: stated, proven: proven,
      failed: failed)
  }
}
