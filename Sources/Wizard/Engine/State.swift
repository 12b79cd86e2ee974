import Canvas
import Migration
import ScreenTexts

/// Everything that the wizard shows and knows: one value, changed by `reduce` alone.
package struct State: Sendable {
  /// Now, as the runtime told it last.
  package var moment: Moment
  /// The terminal's size.
  package var size: Size
  /// The characters that may be used, and whether names are hidden.
  package var look: Look
  /// The languages that there are, each with all words.
  package var languages: [Texts]
  /// The place of the present language among them.
  package var language: Int
  /// Whether the language was chosen for this run, so that a migration's own does not replace it.
  package var isLanguageChosen = false
  /// Where the migration is kept.
  package var session = SessionInfo()
  /// The counts and hand-overs of the migration.
  package var summary = Summary()
  /// The screens from the first to the one that is seen.
  package var visits: [Visit]
  /// What each screen remembers.
  package var memories: [String: Memory] = [:]
  /// The rows of the user table near the visible ones.
  package var users = UserRows()
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
  /// People whom the portal has and our list has not, near the visible rows.
  package var strangers = RowWindow<PortalPerson>()
  /// The folder that the file picker shows.
  package var folder = Folder()
  /// The latest changes, newest first.
  package var journal: [JournalEntry] = []
  /// The migrations on this machine.
  package var sessions: [SessionCard] = []
  /// What has to be decided about a journal before a session can be opened; nil for nothing.
  package var journalQuestion: JournalQuestion?
  /// What the pages of step 5 show.
  package var licensing = LicensingState()
  /// What the pages about products on computers show.
  package var switching = SwitchingState()
  /// What was just done or went wrong; gone with the next key.
  package var notice: Notice?
  /// The long work that is going on; nil when none is.
  package var work: LongWork?
  /// Whether the place differs from the one that was kept.
  package var isPlaceDirty = false
  /// What the screens of step 2 look at.
  package var seats = SeatState()

  /// Makes the state of a start.
  package init(
    moment: Moment, size: Size, look: Look = Look(), languages: [Texts], language: Int = 0,
    first: Visit
  ) {
    self.moment = moment
    self.size = size
    self.look = look
    self.languages = languages
    self.language = language
    visits = [first]
  }

  /// The screen that is seen.
  package var visit: Visit { visits[visits.count - 1] }

  /// What the screen that is seen remembers.
  package var memory: Memory {
    get { memories[visit.key] ?? Memory() }
    set { memories[visit.key] = newValue }
  }

  /// The setup, or an empty one in the present language before there is any.
  package var setup: Setup { summary.setup ?? Setup(language: languages[language].language.code) }
}

/// Where a migration is kept and whether it may be written.
package struct SessionInfo: Equatable, Sendable {
  /// Why a session is open for reading only.
  package enum ReadOnlyReason: Equatable, Sendable {
    /// Another process holds it: which one, on which machine, since when.
    case held(process: Int, host: String, since: String)
    /// The file or its folder cannot be written.
    case notWritable
    /// A newer program made it.
    case newer
  }

  /// The file's path as the admin knows it; empty for none.
  package var path = ""
  /// Whether it is the demonstration, kept in memory.
  package var isDemo = false
  /// Why it may only be read; nil when it may be written.
  package var readOnly: ReadOnlyReason?
  /// The moment of the last change; nil before the first.
  package var savedAt: Moment?
  /// Where hand-overs are written when nothing else is said.
  package var handOverFolder = ""
  /// Whether the session lies on a Windows drive under WSL, where locks and syncs are not sure.
  package var isOnWindowsDrive = false
  /// Files whose writing was broken off before this start; nil when there were none.
  package var unfinished: UnfinishedFiles?
  /// The copies that were kept when a journal beside it was decided about; empty for none.
  package var keptCopies: [String] = []

  /// Makes the info of no session.
  package init() {}
}

/// A migration on this machine, as the first screen lists it.
package struct SessionCard: Equatable, Sendable {
  /// The file's path.
  package var path: String
  /// The organisation, or the file's name when there is none yet.
  package var organisation: String
  /// The team.
  package var team: String
  /// The day of its last change; nil when not known.
  package var lastChange: Day?

  /// Makes a card.
  package init(path: String, organisation: String, team: String, lastChange: Day?) {
    self.path = path
    self.organisation = organisation
    self.team = team
    self.lastChange = lastChange
  }
}

/// The user table's rows with the question that they answer.
package struct UserRows: Sendable {
  /// The question.
  package var query = UserQuery()
  /// The answer, near the visible rows.
  package var window = RowWindow<User>()
  /// Makes no rows.
  package init() {}
}

/// One folder as the file picker shows it.
package struct Folder: Equatable, Sendable {
  /// One file or folder in it.
  package struct Entry: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// Whether it is a folder.
    package var isFolder: Bool
    /// Bytes; 0 for folders.
    package var size: Int
    /// Makes an entry.
    package init(name: String, isFolder: Bool, size: Int) {
      self.name = name
      self.isFolder = isFolder
      self.size = size
    }
  }

  /// Its path as the admin knows it; empty before it is read.
  package var path = ""
  /// What is in it, folders first, by name.
  package var entries: [Entry] = []
  /// Whether it could not be read.
  package var isUnreadable = false
  /// Makes an unread folder.
  package init() {}
}

/// A sentence about what was just done or went wrong.
package struct Notice: Equatable, Sendable {
  /// How it is meant.
  package enum Kind: Equatable, Sendable {
    case done
    case problem
  }

  /// How it is meant.
  package var kind: Kind
  /// The key of the sentence in the words of `messages`.
  package var key: String
  /// Its arguments.
  package var arguments: [String: String]

  /// Makes a notice.
  package init(_ kind: Kind, _ key: String, _ arguments: [String: String] = [:]) {
    self.kind = kind
    self.key = key
    self.arguments = arguments
  }
}

/// A long work as its page shows it.
package struct LongWork: Equatable, Sendable {
  /// What is being done.
  package enum Kind: String, Sendable {
    case readingList = "reading-list"
    case readingFile = "reading-file"
    case proving
    case takingOver = "taking-over"
    case writingHandOver = "writing-hand-over"
    case changing
    case undoing
    case redoing
    // Step 2.
    case readingProducts = "reading-products"
    case readingSeats = "reading-seats"

    // Step 5: licence servers.
    case readingLog = "reading-log"
    case takingLog = "taking-log"
    case askingServers = "asking-servers"
    case tryingDoors = "trying-doors"
  }

  /// What is being done.
  package var kind: Kind
  /// How much is done, in rows or bytes.
  package var done: Int
  /// How much there is; 0 when not known.
  package var total: Int
  /// Whether it can be stopped now.
  package var canCancel: Bool

  /// Makes the start of a work.
  package init(_ kind: Kind, done: Int = 0, total: Int = 0) {
    self.kind = kind
    self.done = done
    self.total = total
    // The others look for nothing while they work, and are over soon.
    canCancel =
      switch kind {
      case .takingOver, .proving, .readingLog, .takingLog, .askingServers, .tryingDoors: true
      default: false
      }
  }
}
