/// Where an assignment came from.
package enum AssignmentSource: Int, CaseIterable, Sendable {
  /// Chosen on the wizard's own screens.
  case chosen = 0
  /// With a list that was imported to assign.
  case imported = 1
  /// The seat that the buyer of a subscription is given by itself.
  case buyer = 2
  /// Found in an export of the portal.
  case portal = 3

  /// The source's name in the words of the screens.
  package var name: String {
    switch self {
    case .chosen: "chosen"
    case .imported: "imported"
    case .buyer: "buyer"
    case .portal: "portal"
    }
  }
}

/// What proves, or took back, an assignment.
package enum SeatProof: Int, CaseIterable, Sendable {
  /// The number of seats that the portal showed, at a glance.
  case glance = 1
  /// A Users export.
  case usersExport = 2
  /// A usage report.
  case usageReport = 3

  /// The proof's name in the words of the screens.
  package var name: String {
    switch self {
    case .glance: "glance"
    case .usersExport: "users-export"
    case .usageReport: "usage-report"
    }
  }
}

extension Evidence.Kind {
  /// What such a document is as the proof of a seat.
  package var seatProof: SeatProof {
    switch self {
    case .usersExport: .usersExport
    case .usageReport: .usageReport
    }
  }
}

/// A seat: one user may use one product. There is one for a user and a product, however often it is
/// given.
package struct Assignment: Hashable, Sendable {
  /// Who.
  package var user: UserID
  /// What.
  package var product: ProductID
  /// How far it is.
  package var standing: Standing
  /// Where it came from.
  package var source: AssignmentSource
  /// Its place in the order in which seats are given; only to be compared within one product.
  package var place: Int64
  /// The hand-over that holds it; nil when none does.
  package var handOver: Int?
  /// The day of the statement or proof, or on which it was found gone; nil while planned.
  package var since: Day?
  /// What proves it or took it back; nil for nothing.
  package var proof: SeatProof?
  /// The document that proves it or took it back; nil for none.
  package var evidence: Int?
  /// The address under which the portal has, or may have, the seat still, since the person got another
  /// one after that; nil for none.
  package var oldAddress: String?

  /// Makes an assignment.
  package init(
    user: UserID, product: ProductID, standing: Standing = .planned,
    source: AssignmentSource = .chosen, place: Int64 = 0, handOver: Int? = nil, since: Day? = nil,
    proof: SeatProof? = nil, evidence: Int? = nil, oldAddress: String? = nil
  ) {
    self.user = user
    self.product = product
    self.standing = standing
    self.source = source
    self.place = place
    self.handOver = handOver
    self.since = since
    self.proof = proof
    self.evidence = evidence
    self.oldAddress = oldAddress
  }

  /// Whether the portal has given the seat, as far as is known.
  package var isTaken: Bool { standing == .stated || standing == .proven }
}

/// A user beside a product: with the seat, where there is one.
package struct SeatRow: Hashable, Sendable {
  /// The user.
  package var user: User
  /// The user's seat of the product; nil for none.
  package var assignment: Assignment?
  /// Whether the user is planned and there is no seat left, as things stand.
  package var waits: Bool
  /// Its number in the order in which seats are given, the first is 1; nil where that was not asked.
  package var number: Int?

  /// Makes a row.
  package init(
    user: User, assignment: Assignment? = nil, waits: Bool = false, number: Int? = nil
  ) {
    self.user = user
    self.assignment = assignment
    self.waits = waits
    self.number = number
  }
}

/// Whose planned seats of a product, in the order in which they are given.
package struct QueueQuery: Hashable, Sendable {
  /// The product.
  package var product: ProductID
  /// What every row has to contain somewhere, case-blind; empty for all.
  package var filter: String

  /// Makes a query.
  package init(_ product: ProductID, filter: String = "") {
    self.product = product
    self.filter = filter
  }
}

/// Which seats users have to have to be among the rows of a query.
package enum SeatQuery: Hashable, Sendable {
  /// One of this product.
  case of(ProductID)
  /// None of any product.
  case none
}

/// Where somebody goes in the order in which seats are given.
package enum QueueMove: String, CaseIterable, Sendable {
  /// Before everyone who is planned.
  case first
  /// One place nearer to a seat.
  case earlier
  /// One place further from a seat.
  case later
  /// Behind everyone who is planned.
  case last
}
