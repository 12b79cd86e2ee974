import Migration

/// What the screens of step 2 look at besides the summary.
package struct AssignProductsState: Sendable {
  /// The users of a product, or users to choose from.
  package var rows = HeldRows<SeatRowsQuery, SeatRow>(SeatRowsQuery())
  /// Planned users in the order in which seats are given.
  package var queue = HeldRows<QueueQuery, SeatRow>(QueueQuery(ProductID(0)))
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

/// Which users beside which product.
package struct SeatRowsQuery: Hashable, Sendable {
  /// The product.
  package var product = ProductID(0)
  /// The users.
  package var users = UserQuery()
}

/// The commands of step 2's own.
package enum AssignProductsCommand: String, CaseIterable, Sendable {
  /// One place nearer to a seat.
  case earlier
  /// One place further from a seat.
  case later
  case unassign
  /// Plans a seat again that went away.
  case planAgain = "plan-again"

  /// Its keys; all are there to change the migration.
  var command: Command {
    switch self {
    case .earlier: Command(.assignProducts(self), [.character("+")], writes: true)
    case .later: Command(.assignProducts(self), [.character("-")], writes: true)
    case .unassign: Command(.assignProducts(self), [.character("r")], writes: true)
    case .planAgain: Command(.assignProducts(self), [.character("p")], writes: true)
    }
  }
}

/// What the pages of step 2 ask to be carried out.
package enum AssignProductsEffect: Sendable {
  /// Read users beside a product.
  case readSeats(ProductID, UserQuery, Range<Int>)
  /// Read planned users of a product in the order in which seats are given.
  case readQueue(QueueQuery, Range<Int>)
  /// Read which users a question about that order has.
  case readQueueIDs(QueueQuery)
  /// Read the products of a user.
  case readAssignments(UserID)
  /// Read what the licence logs say of the use of a product.
  case readUse(ProductID)
  /// Read products with their seats from an export of subscriptions or a licence file.
  case readProducts(path: String)
  /// Take over the people of a review as it was decided, each with a seat of a product.
  case takeOverAssigning(Review, ProductID)
  /// Write the files of a hand-over of seats and keep it.
  case handOverSeats(SeatHandOverOrder)
  /// Lay the seats of a document beside the plan.
  case compareSeats(SeatReview)

  /// How it is carried out.
  var nature: Effect.Nature {
    switch self {
    case .readSeats, .readQueue, .readQueueIDs, .readAssignments, .readUse: .immediate
    case .readProducts: .long(LongWork(.assignProducts(.readingProducts)))
    case .takeOverAssigning(let review, _):
      .long(LongWork(.takingOver, total: review.batch.rows.count), writes: true)
    case .handOverSeats: .long(LongWork(.writingHandOver), writes: true)
    case .compareSeats: .long(LongWork(.assignProducts(.readingSeats)))
    }
  }
}

/// What came of what the pages of step 2 asked.
package enum AssignProductsAnswer: Sendable {
  /// Users beside a product, with the question that they answer.
  case seats(ProductID, UserQuery, RowWindow<SeatRow>)
  /// Planned users of a product in the order in which seats are given.
  case queue(QueueQuery, RowWindow<SeatRow>)
  /// Which users a question about that order has.
  case queueIDs(QueueQuery, [UserID])
  /// The products of a user.
  case assignments(UserID, [Assignment])
  /// What the licence logs say of the use of a product; nil while no log was added.
  case use(ProductID, ProductUse?)
  /// Products that a file proposes: its path as the admin knows it, and the products.
  case proposals(String, ProposedProducts)
  /// An export of the portal was read and laid beside the plan.
  case seatReview(SeatReview)

  /// Puts it where it belongs.
  func reduce(_ state: inout State) -> [Effect] {
    switch self {
    case .seats(let product, let query, let window):
      _ = state.assignProducts.rows.take(
        SeatRowsQuery(product: product, users: query), window, after: state.summary.revision)
    case .queueIDs: break
    case .queue(let query, let window):
      _ = state.assignProducts.queue.take(query, window, after: state.summary.revision)
    case .assignments(let user, let assignments):
      guard user == state.assignProducts.user else { break }
      state.assignProducts.assignments = assignments
    case .use(let product, let use): state.assignProducts.use[product] = use
    case .proposals(let path, let proposed):
      state.work = nil
      state.assignProducts.proposalsPath = path
      state.assignProducts.proposals = proposed.proposals
      state.assignProducts.endedSeats = proposed.endedSeats
      state.assignProducts.otherTeamSeats = proposed.otherTeamSeats
    case .seatReview(var review):
      state.work = nil
      // Another name or an undo changes what there is to decide, and nothing that was decided.
      if let earlier = state.assignProducts.review, earlier.document == review.document {
        review.made = earlier.made
        review.comparison.decide(as: earlier.comparison, making: earlier.made)
      }
      state.assignProducts.review = review
    }
    return []
  }
}

extension LongWork.Kind {
  /// What step 2 does at length.
  package enum AssignProducts: String, CaseIterable, Sendable {
    case readingProducts = "reading-products"
    case readingSeats = "reading-seats"
  }
}

extension AssignProductsRefusal {
  /// What its sentence tells of it.
  var arguments: [String: String] {
    switch self {
    case .productTaken, .productGone: [:]
    case .seatsHandedOver(let count): ["count": String(count)]
    case .tooFewSeats(let product), .seatsOverwritten(let product): ["product": product]
    }
  }
}
