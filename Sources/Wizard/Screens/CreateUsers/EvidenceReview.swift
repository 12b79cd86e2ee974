import Migration

/// A document of the portal that is being looked at before it proves anything.
package struct EvidenceReview: Sendable {
  /// One team that the document tells about.
  package struct Team: Sendable {
    /// Its name; empty when the document names none.
    package var name: String
    /// Its people.
    package var portal: PortalPeople
    /// What they would prove.
    package var comparison: EvidenceComparison
    /// What the document says about their seats.
    package var seats: SeatEvidence
    /// Makes a team.
    package init(
      name: String, portal: PortalPeople, comparison: EvidenceComparison,
      seats: SeatEvidence = SeatEvidence()
    ) {
      self.name = name
      self.portal = portal
      self.comparison = comparison
      self.seats = seats
    }
  }

  /// The file's path as the admin knows it.
  package var path: String
  /// What kind of document it is.
  package var kind: Evidence.Kind
  /// A digest of its bytes.
  package var digest: String
  /// Rows in it.
  package var rowCount: Int
  /// Rows whose person is hidden.
  package var maskedCount: Int
  /// The day on which the file was written, which is mostly that of the export.
  package var day: Day
  /// The teams in it, those with the most people first; at most `mostTeams`.
  package var teams: [Team]
  /// The day on which the same file was taken up before; nil when it never was.
  package var earlier: Day?

  /// More teams than this are left out.
  package static let mostTeams = 6

  /// Makes a review.
  package init(
    path: String, kind: Evidence.Kind, digest: String, rowCount: Int, maskedCount: Int, day: Day,
    teams: [Team], earlier: Day? = nil
  ) {
    self.path = path
    self.kind = kind
    self.digest = digest
    self.rowCount = rowCount
    self.maskedCount = maskedCount
    self.day = day
    self.teams = teams
    self.earlier = earlier
  }

  /// The file's name without its folder.
  package var file: String { PathText.name(of: path) }

  /// Whether nobody in it is named, since personal data is switched off in the portal.
  package var isMasked: Bool { maskedCount > 0 && teams.allSatisfy { $0.portal.count == 0 } }

  /// The place of the migration's own team; nil when none has its name.
  ///
  /// A document without team names is taken to be of the own team, which the page says.
  package func ownTeam(_ setup: Setup) -> Int? {
    if teams.count == 1, teams[0].name.isEmpty { return 0 }
    return teams.firstIndex { TeamName.isSame($0.name, setup.team) }
  }

  /// The evidence that it makes for one of its teams.
  package func evidence(team: Int, day: Day, isWhole: Bool) -> Evidence {
    Evidence(
      kind: kind, file: file, day: day, team: teams[team].name, isWhole: isWhole, digest: digest,
      rowCount: rowCount, personCount: teams[team].portal.count)
  }
}
