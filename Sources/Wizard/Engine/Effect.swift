import Migration

/// Something to be carried out outside the reducer; it answers with an `Answer`, if with anything.
package enum Effect: Sendable {
  // Immediate: bounded, under 5 ms.
  /// Read the counts.
  case readSummary
  /// Read rows of the user table.
  case readUsers(UserQuery, Range<Int>)
  /// Read the numbers of all users that a query has.
  case readUserIDs(UserQuery)
  /// Read one user.
  case readUser(UserID)
  /// Read the latest changes.
  case readJournal
  /// Make a change; one of more than `mostAtOnce` rows is long.
  case apply(Change)
  /// List the migrations on this machine.
  case listSessions
  /// Open a session.
  case openSession(path: String)
  /// Open a session without, or with, the journal that lies beside it: the name of the way.
  case resolveJournal(path: String, way: String)
  /// Make a new session with this setup.
  case makeSession(Setup)
  /// List a folder; an empty path is the one in which the admin's downloads are.
  case listFolder(String)
  /// Send a text to the terminal's clipboard.
  case copy(String)
  /// Ring the terminal's bell.
  case bell
  /// Paint everything anew.
  case redraw
  /// Give the terminal back until the shell brings the program to the front again.
  case suspend
  /// End the program.
  case leave
  // Step 2.
  /// Read users beside a product.
  case readSeats(ProductID, UserQuery, Range<Int>)
  /// Read planned users of a product in the order in which seats are given.
  case readQueue(ProductID, Range<Int>)
  /// Read the products of a user.
  case readAssignments(UserID)
  /// Read what the licence logs say of the use of a product.
  case readUse(ProductID)

  // Long: with progress, and most of them can be cancelled.
  /// Take the last change back.
  case undo
  /// Make the change that was taken back again.
  case redo
  /// Read a file, whatever it is, and look at it; a list of people read in another way when told so.
  case readFile(path: String, as: PeopleReading? = nil)
  /// Read pasted people and compare them with the list.
  case readPaste(String)
  /// Read a list again that was looked through before, from its file or from the text of the paste.
  case resumeReview(ReviewDraft, text: String)
  /// Take over the people of a review.
  case takeOver(Review, Change.Existing)
  /// Write the files of a hand-over of these people and keep it.
  case handOver(HandOverOrder)
  /// Write the refused rows of a review to a file that can be repaired.
  case saveRefused(Review)
  /// Stop the long work that is going on.
  case cancel
  // Step 2.
  /// Read products with their seats from an export of subscriptions or a licence file.
  case readProducts(path: String)
  /// Take over the people of a review as it was decided, each with a seat of a product.
  case takeOverAssigning(Review, ProductID)
  /// Write the files of a hand-over of seats and keep it.
  case handOverSeats(SeatOrder)
  /// Lay the seats of a document beside the plan.
  case compareSeats(SeatReview)

  // Step 5: licence servers.
  /// What its pages ask.
  case licensing(LicensingEffect)

  // Step 3: products on computers.
  /// What its pages ask. Immediate.
  case switching(SwitchingEffect)

  // Step 1: what documents of the portal prove.
  /// Read people whom the portal has and our list has not. Immediate.
  case readStrangers(Range<Int>)
  /// Take a document of the portal up as evidence, with its seats as they were decided.
  case prove(Evidence, PortalPeople, SeatTaking? = nil)
  /// Give a row of a review other values and look at the list anew.
  case correct(Review, place: Int, UserDetails)
  /// Take people of the portal into our list; nil for all of them.
  case takeOverStrangers([PortalPerson.ID]?)
  /// Read the people of a hand-over as the text of Invite Multiple. Immediate.
  case readHandOver(Int, InviteSpelling)
  /// Write a message with a hand-over's files to whoever may use the portal, as text and as a draft.
  case writeMessage(MessageOrder)
  /// Write days for a calendar program into a folder.
  case writeCalendar([CalendarEntry], folder: String)
}

extension Effect {
  /// Whether it changes the rows of the page on which it is asked for, and leads nowhere else.
  package var staysOnPage: Bool {
    switch self {
    case .apply, .undo, .redo: true
    default: false
    }
  }
}

/// A message about a hand-over.
package struct MessageOrder: Hashable, Sendable {
  /// The hand-over.
  package var handOver: HandOver
  /// Whom it is for.
  package var to: String
  /// Its subject.
  package var subject: String
  /// Its text.
  package var text: String

  /// Makes an order.
  package init(handOver: HandOver, to: String, subject: String, text: String) {
    self.handOver = handOver
    self.to = to
    self.subject = subject
    self.text = text
  }
}

/// What a hand-over is to hold and where its files go.
package struct HandOverOrder: Hashable, Sendable {
  /// The step.
  package var step: Step
  /// The people; nil for all that the query has.
  package var users: [UserID]?
  /// The query that gives the people, when they are not named.
  package var query: UserQuery
  /// The folder for the files.
  package var folder: String

  /// Makes an order.
  package init(step: Step, users: [UserID]? = nil, query: UserQuery, folder: String) {
    self.step = step
    self.users = users
    self.query = query
    self.folder = folder
  }
}
