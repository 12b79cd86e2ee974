/// What can be written about products, and about who has a seat of which.
package enum AssignProductsChange: Sendable {
  /// One product more.
  case addProduct(ProductDetails)
  /// Other details of a product; fewer seats than were handed over are refused.
  case editProduct(ProductID, ProductDetails)
  /// Products with their assignments out of our list (never out of the portal).
  case removeProducts([ProductID])
  /// Products of an export or a licence file: new ones are added, those that are there get its seats.
  case takeOverProducts([ProductDetails])
  /// A seat of each of the products for each of the users; a seat that is there stays as it is.
  case assign([UserID], [ProductID], AssignmentSource)
  /// No seat of any of the products for any of the users.
  case unassign([UserID], [ProductID])
  /// One person more, with a seat of a product.
  case addAndAssign(UserDetails, ProductID)
  /// The people of a list, new ones added, each with a seat of a product; one undo. `seats` are the
  /// same rows where others get a seat than those that are taken over.
  case importAssignments(
    PeopleBatch, UserSource, Change.Existing, ProductID, seats: PeopleBatch? = nil)
  /// Planned people to another place in the order in which a product's seats are given.
  case moveInQueue([UserID], ProductID, QueueMove)
  /// Seats that went away from the portal are planned again.
  case planAgain([UserID], [ProductID])
  /// A hand-over of seats whose files are written; `isEarly` before the subscription's start date.
  case handOverSeats(HandOver, [SeatKey], isEarly: Bool)
  /// A look at the portal: its number of seats is right, or not.
  case glance(ProductID, isRight: Bool)
  /// An offering's name in exports means this product; nil for one that is none of ours.
  case mapOffering(String, ProductID?)

  /// What its changes are called.
  package enum Name: String, CaseIterable, Sendable {
    case addProduct = "add-product"
    case editProduct = "edit-product"
    case removeProducts = "remove-products"
    case takeOverProducts = "take-over-products"
    case assign
    case recordBuyer = "record-buyer"
    case unassign
    case addAndAssign = "add-and-assign"
    case importAssignments = "import-assignments"
    case moveInQueue = "move-in-queue"
    case planAgain = "plan-again"
    case handOverSeats = "hand-over-seats"
    case handOverSeatsEarly = "hand-over-seats-early"
    case glanceRight = "glance-right"
    case glanceWrong = "glance-wrong"
    case mapOffering = "map-offering"
  }

  /// Its name in the journal and in the words of the screens.
  package var name: Name {
    switch self {
    case .addProduct: .addProduct
    case .editProduct: .editProduct
    case .removeProducts: .removeProducts
    case .takeOverProducts: .takeOverProducts
    case .assign(_, _, let source): source == .buyer ? .recordBuyer : .assign
    case .unassign: .unassign
    case .addAndAssign: .addAndAssign
    case .importAssignments: .importAssignments
    case .moveInQueue: .moveInQueue
    case .planAgain: .planAgain
    case .handOverSeats(_, _, let isEarly): isEarly ? .handOverSeatsEarly : .handOverSeats
    case .glance(_, let isRight): isRight ? .glanceRight : .glanceWrong
    case .mapOffering: .mapOffering
    }
  }

  /// How many rows somebody chose for it.
  var size: Int {
    switch self {
    case .assign(let users, let products, _), .unassign(let users, let products),
      .planAgain(let users, let products):
      users.count * products.count
    case .moveInQueue(let users, _, _): users.count
    case .addProduct, .editProduct, .removeProducts, .takeOverProducts, .addAndAssign,
      .importAssignments, .handOverSeats, .glance, .mapOffering:
      0
    }
  }
}

/// Why a change of products or seats was not made.
package enum AssignProductsRefusal: Hashable, Sendable {
  /// The product is there already.
  case productTaken(ProductID)
  /// The product is not in the list (any more).
  case productGone(ProductID)
  /// Fewer seats than the plan has handed over; how many those are.
  case seatsHandedOver(Int)
  /// A hand-over would hold more people than there are seats, or somebody who is in one already; the
  /// product's name.
  case tooFewSeats(String)
  /// More seats would be stated, or proven at a glance, than there are of a product; its name.
  case seatsOverwritten(String)

  /// The reasons without what they are about.
  package enum Kind: String, CaseIterable, Sendable {
    case productTaken = "product-taken"
    case productGone = "product-gone"
    case seatsHandedOver = "seats-handed-over"
    case tooFewSeats = "too-few-seats"
    case seatsOverwritten = "seats-overwritten"
  }

  /// Which reason it is.
  package var kind: Kind {
    switch self {
    case .productTaken: .productTaken
    case .productGone: .productGone
    case .seatsHandedOver: .seatsHandedOver
    case .tooFewSeats: .tooFewSeats
    case .seatsOverwritten: .seatsOverwritten
    }
  }
}
