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
  /// Make a change of a bounded size.
  case apply(Change)
  /// List the migrations on this machine.
  case listSessions
  /// Open a session; an empty path makes a new one named after the setup's organisation.
  case openSession(path: String)
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

  // Long: with progress, and most of them can be cancelled.
  /// Take the last change back.
  case undo
  /// Make the change that was taken back again.
  case redo
  /// Read a file of people and compare it with the list.
  case readList(path: String)
  /// Read pasted people and compare them with the list.
  case readPaste(String)
  /// Take over the people of a review.
  case takeOver(Review, Change.Existing)
  /// Write the files of a hand-over of these people and keep it.
  case handOver(HandOverOrder)
  /// Write the refused rows of a review to a file that can be repaired.
  case saveRefused(Review)
  /// Stop the long work that is going on.
  case cancel

  // Step 5: licence servers.
  /// What its pages ask.
  case licensing(LicensingEffect)

  /// Whether it may take longer than a key may wait.
  package var isLong: Bool {
    switch self {
    case .undo, .redo, .readList, .readPaste, .takeOver, .handOver, .saveRefused: true
    case .licensing(let effect): effect.isLong
    default: false
    }
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
