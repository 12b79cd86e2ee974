import Migration

/// What the screens of step 2 look at besides the summary.
package struct SeatState: Sendable {
  /// Users beside a product, with the question that they answer.
  package struct Rows: Sendable {
    /// The product.
    package var product = ProductID(0)
    /// The question.
    package var query = UserQuery()
    /// The answer, near the visible rows.
    package var window = RowWindow<SeatRow>()
    /// Makes no rows.
    package init() {}
  }

  /// The users of a product, or users to choose from.
  package var rows = Rows()
  /// Planned users in the order in which seats are given.
  package var queue = Rows()
  /// The user whose products are seen.
  package var user = UserID(0)
  /// The products of that user.
  package var assignments: [Assignment] = []
  /// What the licence logs say of the use of products; nil while no log was added.
  package var use: [ProductID: ProductUse] = [:]
  /// The products whose use was asked for since the page was opened.
  package var usesAsked: Set<ProductID> = []
  /// The file from which products are proposed, as the admin knows it.
  package var proposalsPath = ""
  /// Products that a file proposes.
  package var proposals: [ProductProposal] = []
  /// Seats in that file of subscriptions that have ended: not proposed.
  package var endedSeats = 0
  /// Seats in that file of other teams: not proposed.
  package var otherTeamSeats = 0
  /// Names in files that were mapped since: the product, or nil for none of ours.
  package var mapped: [String: ProductID?] = [:]
  /// An export that is laid beside the plan; nil when none is.
  package var review: SeatReview?

  /// Makes an empty one.
  package init() {}
}

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
    .prove(
      document, portal,
      SeatTaking(
        evidence, take: comparison.extra.filter(\.followsPortal).map(\.key),
        leave: comparison.gone.filter(\.followsPortal).map(\.key),
        strangers: comparison.strangers.filter(\.followsPortal).map(\.address)))
  }
}

/// Which seats a hand-over is to hold and where its files go.
package struct SeatOrder: Hashable, Sendable {
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

/// Answers of step 2, put where they belong.
enum SeatAnswering {
  static func take(_ answer: Answer, _ state: inout State) {
    switch answer {
    case .seats(let product, let query, let window):
      guard product == state.seats.rows.product, query == state.seats.rows.query,
        window.revision >= state.summary.revision
      else { return }
      state.seats.rows.window = window
    case .queue(let product, let window):
      guard product == state.seats.queue.product, window.revision >= state.summary.revision else {
        return
      }
      state.seats.queue.window = window
    case .assignments(let user, let assignments):
      guard user == state.seats.user else { return }
      state.seats.assignments = assignments
    case .use(let product, let use): state.seats.use[product] = use
    case .proposals(let path, let proposed):
      state.work = nil
      state.seats.proposalsPath = path
      state.seats.proposals = proposed.proposals
      state.seats.endedSeats = proposed.endedSeats
      state.seats.otherTeamSeats = proposed.otherTeamSeats
    case .seatReview(var review):
      state.work = nil
      // Another name or an undo changes what there is to decide, and nothing that was decided.
      if let earlier = state.seats.review, earlier.document == review.document {
        review.made = earlier.made
        review.comparison.decide(as: earlier.comparison, making: earlier.made)
      }
      state.seats.review = review
    default: break
    }
  }
}
