/// Everything that can be written into a migration: one language for screens and command line.
///
/// A session file applies a change with its journal entry and its inverse in one transaction.
package enum Change: Sendable {
  /// The answers of the first screen, new or corrected.
  case setUp(Setup)
  /// One person more.
  case addUser(UserDetails, UserSource)
  /// Other details of one person; a handed-over row falls back to planned when its row changes.
  case editUser(UserID, UserDetails)
  /// People out of our list (never out of the portal).
  case removeUsers([UserID])
  /// Another group for several people.
  case groupUsers([UserID], String)
  /// The valid and the accepted doubtful rows of a list in one go, and one undo.
  case importUsers(PeopleBatch, UserSource, Existing)
  /// A hand-over whose files are written: its people are bound to it.
  case handOver(HandOver, [UserID])
  /// The admin says that the portal took a hand-over, and how many users the portal found in it; or that
  /// its invitations were sent again on a later day.
  case stateHandOver(Int, Day, found: Int? = nil)
  /// The admin says that a hand-over did not go through.
  case withdrawHandOver(Int)
  // Step 2.
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
  case importAssignments(PeopleBatch, UserSource, Existing, ProductID, seats: PeopleBatch? = nil)
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

  // Step 5: licence servers.
  /// Anything about licence servers and who uses them.
  case licensing(LicensingChange)

  // Step 3: products on computers.
  /// Anything about products on computers, and about who was informed.
  case switching(SwitchingChange)

  // Step 1: what documents of the portal prove.
  /// A document of the portal: who is in it is proven; who is not and was, is taken back when the
  /// document tells of absence. With seats these are proven and taken back by the same document.
  case proveUsers(Evidence, PortalPeople, seats: SeatTaking? = nil)
  /// People of the portal into our list, proven by the evidence in which they stand, with the seats
  /// that it shows.
  case takeOverFromPortal([PortalPerson.ID])
  /// The admin says that the invitations of these people were sent again on a day.
  case resendInvitations([UserID], Day)
  /// Users who go into the next hand-over again: they failed, or their invitation is too old.
  case planUsersAgain([UserID])

  /// What an import does with people who are there already.
  package enum Existing: String, CaseIterable, Sendable {
    /// Leaves them as they are.
    case keep
    /// Takes over the list's values where the list has one.
    case update
  }

  /// The change's name in the journal and in the words of the screens.
  package var name: String {
    switch self {
    case .setUp: "set-up"
    case .addUser: "add-user"
    case .editUser: "edit-user"
    case .removeUsers: "remove-users"
    case .groupUsers: "group-users"
    case .importUsers: "import-users"
    case .handOver: "hand-over"
    case .stateHandOver: "state-hand-over"
    case .withdrawHandOver: "withdraw-hand-over"
    case .proveUsers(_, _, let seats): seats == nil ? "prove-users" : "prove-seats"
    case .takeOverFromPortal: "take-over-from-portal"
    case .resendInvitations: "resend-invitations"
    case .planUsersAgain: "plan-users-again"
    case .addProduct: "add-product"
    case .editProduct: "edit-product"
    case .removeProducts: "remove-products"
    case .takeOverProducts: "take-over-products"
    case .assign(_, _, let source): source == .buyer ? "record-buyer" : "assign"
    case .unassign: "unassign"
    case .addAndAssign: "add-and-assign"
    case .importAssignments: "import-assignments"
    case .moveInQueue: "move-in-queue"
    case .planAgain: "plan-again"
    case .handOverSeats(_, _, let isEarly):
      isEarly ? "hand-over-seats-early" : "hand-over-seats"
    case .glance(_, let isRight): isRight ? "glance-right" : "glance-wrong"
    case .mapOffering: "map-offering"
    case .licensing(let change): change.name
    case .switching(let change): change.name
    }
  }
}

extension Change {
  /// How many rows somebody chose for it; 0 for changes that are about one thing, and for those whose
  /// rows come from a file.
  package var size: Int {
    switch self {
    case .removeUsers(let users), .groupUsers(let users, _), .resendInvitations(let users, _),
      .planUsersAgain(let users), .moveInQueue(let users, _, _):
      users.count
    case .assign(let users, let products, _), .unassign(let users, let products),
      .planAgain(let users, let products):
      users.count * products.count
    default: 0
    }
  }
}

/// What a change did.
package struct ChangeOutcome: Hashable, Sendable {
  /// The change's name, for the sentence on the screen and in the journal.
  package var name: String
  /// The user it was about, when it was about one.
  package var user: UserID?
  /// Rows added, taken out, handed over, stated or newly proven.
  package var count: Int
  /// Rows that got other values (an import), or whose proof was taken back (a document).
  package var updated: Int
  /// Rows that were there with the same values, or were kept (an import); that were proven already
  /// (a document); that could not be taken over (people of the portal).
  package var unchanged: Int
  /// The migration's revision after it.
  package var revision: Int64
  /// The product it was about, when it was about one.
  package var product: ProductID?
  /// Seats that are newly proven, and seats that got other values.
  package var seats = 0, otherSeats = 0

  /// Makes an outcome.
  package init(
    name: String, user: UserID? = nil, count: Int = 1, updated: Int = 0, unchanged: Int = 0,
    revision: Int64 = 0
  ) {
    self.name = name
    self.user = user
    self.count = count
    self.updated = updated
    self.unchanged = unchanged
    self.revision = revision
  }
}

/// Why a change was not made; nothing of it is kept.
package enum ChangeRefusal: Error, Hashable, Sendable {
  /// The address belongs to this user already.
  case addressTaken(UserID)
  /// The user is not in the list (any more).
  case userGone(UserID)
  /// There is no such hand-over, or it is not in a stage in which this can be said.
  case noSuchHandOver(Int)
  /// A value is not allowed; the field's name and what was found.
  case invalid(field: String, Field.Finding)
  /// Nothing can be undone or redone.
  case nothingToUndo
  /// The one who asked for it called it off.
  case cancelled
  /// The session is open for reading only.
  case readOnly
  /// Another process holds the file.
  case busy
  /// No room on the disk.
  case diskFull
  /// The file cannot be written, with the system's words.
  case notWritable(String)
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

  // Step 5: licence servers.
  /// The server is not in the list (any more).
  case serverGone(ServerID)
  /// Another server has this computer's name already.
  case serverTaken(String)
  /// Not all conditions are met, and what was typed is not the server's name.
  case nameNotTyped(String)
}
