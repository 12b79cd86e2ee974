/// A subscription of the portal as far as it says how many seats there are.
package struct BoughtSeats: Hashable, Sendable {
  /// The offering's name.
  package var offering: String
  /// The team that has it; empty when that is not said.
  package var team: String
  /// The status as the portal writes it.
  package var status: String
  /// The last day; nil when that is not said.
  package var endsOn: Day?
  /// Seats; nil when that is not said.
  package var seats: Int?

  /// Makes a subscription.
  package init(
    offering: String, team: String = "", status: String = "", endsOn: Day? = nil, seats: Int?
  ) {
    self.offering = offering
    self.team = team
    self.status = status
    self.endsOn = endsOn
    self.seats = seats
  }

  /// Whether it has ended by a day, or was ended.
  package func hasEnded(by today: Day) -> Bool {
    if let endsOn, endsOn < today { return true }
    return Self.ended.contains { status.lowercased().hasPrefix($0) }
  }

  /// Beginnings of what the portal calls subscriptions that give no seats any more.
  private static let ended = [
    "expired", "cancel", "terminated", "verlopen", "beëindigd", "opgezegd",
  ]
}

/// The products that a file proposes, and the seats that are not counted among them.
package struct ProposedProducts: Sendable {
  /// The proposals.
  package var proposals: [ProductProposal]
  /// Seats of subscriptions that have ended.
  package var endedSeats = 0
  /// Seats of other teams.
  package var otherTeamSeats = 0

  /// Makes proposals of which everything counts.
  package init(_ proposals: [ProductProposal]) { self.proposals = proposals }

  /// Counts the subscriptions of a team that run on a day or are to begin. Where none names the team,
  /// all of them count.
  package init(_ subscriptions: [BoughtSeats], team: String, today: Day) {
    let hasOwn = subscriptions.contains { TeamName.isSame($0.team, team) }
    var counted: [(offering: String, seats: Int?)] = []
    var (ended, others) = (0, 0)
    for one in subscriptions {
      if hasOwn, !TeamName.isSame(one.team, team) {
        others += one.seats ?? 0
      } else if one.hasEnded(by: today) {
        ended += one.seats ?? 0
      } else {
        counted.append((one.offering, one.seats))
      }
    }
    proposals = ProductProposal.bought(counted)
    endedSeats = ended
    otherTeamSeats = others
  }
}
