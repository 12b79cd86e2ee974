import Migration

/// An export of the portal beside the plan, before anything of it is taken over.
package struct SeatReview: Sendable {
  /// The file's path as the admin knows it.
  package var path: String
  /// Which document it is, of what day and about which team.
  package var document: Evidence
  /// The people of that team.
  package var portal: PortalPeople
  /// What it says about seats.
  package var evidence: SeatEvidence
  /// What that would do.
  package var comparison: SeatComparison
  /// Products that were made out of its names since it is looked at.
  package var made: Set<ProductID> = []

  /// Makes a review.
  package init(
    path: String, document: Evidence, portal: PortalPeople = PortalPeople(),
    evidence: SeatEvidence, comparison: SeatComparison = SeatComparison()
  ) {
    self.path = path
    self.document = document
    self.portal = portal
    self.evidence = evidence
    self.comparison = comparison
  }

  /// What takes the document over, people and seats alike, as it was decided.
  package var taking: Effect {
    .createUsers(
      .prove(
        document, portal,
        SeatDecisions(
          evidence, take: comparison.extra.filter(\.followsPortal).map(\.key),
          leave: comparison.gone.filter(\.followsPortal).map(\.key),
          strangers: comparison.strangers.filter(\.followsPortal).map(\.address))))
  }
}

/// Which seats a hand-over is to hold and where its files go.
package struct SeatHandOverOrder: Hashable, Sendable {
  /// The group whose people it holds; nil for everyone.
  package var group: String?
  /// The folder for the files.
  package var folder: String
  /// Whether it is written before the start date of the subscription.
  package var isEarly: Bool

  /// Makes an order.
  package init(group: String? = nil, folder: String, isEarly: Bool = false) {
    self.group = group
    self.folder = folder
    self.isEarly = isEarly
  }
}
