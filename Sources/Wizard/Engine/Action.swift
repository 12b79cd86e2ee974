import Canvas
import Migration

/// Everything that can happen.
package enum Action: Sendable {
  /// The terminal told something.
  case input(TerminalInput)
  /// An effect was carried out.
  case answer(Answer)
  /// It is another minute.
  case moment(Moment)
}

/// What came of an effect.
package enum Answer: Sendable {
  /// The counts as they are now.
  case summary(Summary)
  /// Rows of the user table, with the question that they answer.
  case users(UserQuery, RowWindow<User>)
  /// The numbers of all users that a query has.
  case userIDs(UserQuery, [Int64])
  /// One user; nil when there is none (any more).
  case user(User?)
  /// A change was made; the counts after it.
  case applied(ChangeOutcome, Summary)
  /// A change was taken back; the counts after it.
  case undone(ChangeOutcome, Summary)
  /// A change was made again; the counts after it.
  case redone(ChangeOutcome, Summary)
  /// A change was not made.
  case refused(ChangeRefusal)
  /// The latest changes, newest first.
  case journal([JournalEntry])
  /// The migrations on this machine.
  case sessions([SessionCard])
  /// A session is open: where it is, its counts, and where somebody was in it.
  case opened(SessionInfo, Summary, Place)
  /// A session could not be opened: the key of a sentence in `messages` and its arguments.
  case notOpened(String, [String: String])
  /// A session was not opened, since a journal that is not its own lies beside it.
  case journalFound(JournalQuestion)
  /// What is in a folder.
  case folder(Folder)
  /// A list was read and compared.
  case review(Review)
  /// A list that was looked through before was read again, with what was decided.
  case reviewResumed(Review)
  /// A list that was looked through before is not there any more as it was.
  case reviewLost(ReviewDraft)
  /// A list could not be read: the key of a sentence in `messages` and its arguments.
  case notRead(String, [String: String])
  /// A hand-over's files are written and it is kept; the counts after it.
  case handedOver(HandOver, Summary)
  /// Something was written to a file.
  case written(path: String, rows: Int)
  /// Something could not be written: the path and the system's words.
  case notWritten(path: String, reason: String)
  /// How far a long work is.
  case progress(done: Int, total: Int)
  /// A long work was stopped; nothing of it is kept.
  case cancelled
  /// A text went to the terminal's clipboard.
  case copied

  // Step 1: what documents of the portal prove.
  /// A document of the portal was read and compared.
  case evidence(EvidenceReview)
  /// People whom the portal has and our list has not.
  case strangers(RowWindow<PortalPerson>)
  /// The people of a hand-over as the text of Invite Multiple.
  case handOverText(String)
  // Step 2.
  /// Users beside a product, with the question that they answer.
  case seats(ProductID, UserQuery, RowWindow<SeatRow>)
  /// Planned users of a product in the order in which seats are given.
  case queue(ProductID, RowWindow<SeatRow>)
  /// The products of a user.
  case assignments(UserID, [Assignment])
  /// What the licence logs say of the use of a product; nil while no log was added.
  case use(ProductID, ProductUse?)
  /// Products that a file proposes: its path as the admin knows it, and the products.
  case proposals(String, ProposedProducts)
  /// An export of the portal was read and laid beside the plan.
  case seatReview(SeatReview)

  // Step 5: licence servers.
  /// What came of what its pages asked.
  case licensing(LicensingAnswer)

  // Step 3: products on computers.
  /// What came of what its pages asked.
  case switching(SwitchingAnswer)
}
