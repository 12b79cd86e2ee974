import Migration

/// What the pages of step 1 show, and other steps of users.
package struct CreateUsersState: Sendable {
  /// The rows of the user table near the visible ones.
  package var users = HeldRows<UserQuery, User>(UserQuery())
  /// The user whose page is open; nil when the list has no such user.
  package var user: User?
  /// The user that was asked for last, so that a page knows whether `user` is about it.
  package var userAsked: UserID?
  /// The list that is being looked through.
  package var review: Review?
  /// What is known of a list that was looked through before, until it is read again.
  package var reviewDraft: ReviewDraft?
  /// The document of the portal that is being looked at.
  package var evidence: EvidenceReview?
  /// How many people the portal has and our list has not.
  package var strangerCount = 0
  /// Those of them near the visible rows.
  package var strangers = HeldRows<StrangerQuery, PortalPerson>(StrangerQuery())
  /// Makes the state of a start.
  package init() {}
}

/// The commands of step 1's own.
package enum CreateUsersCommand: String, CaseIterable, Sendable {
  /// Reads a list in another way.
  case columns
  /// Gives the people of a list a product too.
  case seats

  /// Its keys.
  var command: Command {
    switch self {
    case .columns: Command(.createUsers(self), [.character("h")])
    case .seats: Command(.createUsers(self), [.character("y")])
    }
  }
}

/// What the pages of step 1 ask to be carried out.
package enum CreateUsersEffect: Sendable {
  /// Read rows of the user table.
  case readUsers(UserQuery, Range<Int>)
  /// Read the numbers of all users that a query has.
  case readUserIDs(UserQuery)
  /// Read one user.
  case readUser(UserID)
  /// Read people whom the portal has and our list has not.
  case readStrangers(StrangerQuery, Range<Int>)
  /// Read which people a question about those has.
  case readStrangerIDs(StrangerQuery)
  /// Read the people of a hand-over as the text of Invite Multiple.
  case readHandOver(Int, InviteSpelling)
  /// Read pasted people and compare them with the list.
  case readPaste(String)
  /// Read a list again that was looked through before, from its file or from the text of the paste.
  case resumeReview(ReviewDraft, text: String)
  /// Give a row of a review other values and look at the list anew.
  case correct(Review, place: Int, UserDetails)
  /// Take over the people of a review.
  case takeOver(Review, Change.Existing)
  /// Write the refused rows of a review to a file that can be repaired.
  case saveRefused(Review)
  /// Write the files of a hand-over of these people and keep it.
  case handOver(UserHandOverOrder)
  /// Take a document of the portal up as evidence, with its seats as they were decided.
  case prove(Evidence, PortalPeople, SeatDecisions? = nil)
  /// Take people of the portal into our list.
  case takeOverStrangers(RowChoice<PortalPerson.ID, StrangerQuery>)
  /// Write a message with a hand-over's files to whoever may use the portal, as text and as a draft.
  case writeMessage(MessageOrder)
  /// Write days for a calendar program into a folder.
  case writeCalendar([CalendarEntry], folder: String)

  /// How it is carried out.
  var nature: Effect.Nature {
    switch self {
    case .readUsers, .readUserIDs, .readUser, .readStrangers, .readStrangerIDs,
      .readHandOver:
      .immediate
    case .readPaste, .resumeReview, .correct: .long(LongWork(.readingList))
    case .takeOver(let review, _):
      .long(LongWork(.takingOver, total: review.batch.rows.count), writes: true)
    case .takeOverStrangers(let people):
      .long(LongWork(.takingOver, total: people.count), writes: true)
    case .prove: .long(LongWork(.proving), writes: true)
    case .handOver: .long(LongWork(.writingHandOver), writes: true)
    // The files are the migration's own, and it would have to know of them.
    case .saveRefused, .writeMessage, .writeCalendar: .long(nil, writes: true)
    }
  }
}

/// What came of what the pages of step 1 asked.
package enum CreateUsersAnswer: Sendable {
  /// Rows of the user table, with the question that they answer.
  case users(UserQuery, RowWindow<User>)
  /// The numbers of all users that a query has.
  case userIDs(UserQuery, [Int64])
  /// One user; nil when there is none (any more).
  case user(User?)
  /// People whom the portal has and our list has not.
  case strangers(StrangerQuery, RowWindow<PortalPerson>)
  /// Which people a question about those has.
  case strangerIDs(StrangerQuery, [PortalPerson.ID])
  /// The people of a hand-over as the text of Invite Multiple.
  case handOverText(String)
  /// A list was read and compared.
  case review(Review)
  /// A list that was looked through before was read again, with what was decided.
  case reviewResumed(Review)
  /// A list that was looked through before is not there any more as it was.
  case reviewLost(ReviewDraft)
  /// A document of the portal was read and compared.
  case evidence(EvidenceReview)

  /// Puts it where it belongs; nil where it is of no use any more, and no page hears of it.
  func reduce(_ state: inout State) -> [Effect]? {
    switch self {
    case .users(let query, let window):
      // An answer from before the last change, or to another question, is dropped.
      guard state.createUsers.users.take(query, window, after: state.summary.revision) else {
        return nil
      }
      // Somebody else writes, and this wizard only reads.
      return window.revision > state.summary.revision ? [.readSummary] : []
    case .userIDs, .strangerIDs, .handOverText: return []
    case .user(let user): state.createUsers.user = user
    case .strangers(let query, let window):
      if query == StrangerQuery(), window.revision >= state.summary.revision {
        state.createUsers.strangerCount = window.total
      }
      guard state.createUsers.strangers.take(query, window, after: state.summary.revision) else {
        return nil
      }
    case .review(let review):
      state.work = nil
      return ReviewUsers.begin(review, &state)
    case .reviewResumed(let review):
      state.work = nil
      state.createUsers.review = review
    case .reviewLost(let draft): return ReviewUsers.lose(draft, &state)
    case .evidence(let evidence):
      state.work = nil
      state.createUsers.evidence = evidence
    }
    return []
  }
}

extension CreateUsersRefusal {
  /// What its sentence tells of it.
  var arguments: [String: String] {
    switch self {
    case .addressTaken, .userGone: [:]
    }
  }
}
