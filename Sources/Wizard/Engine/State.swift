import Canvas
import Migration
import ScreenTexts

/// Everything that the wizard shows and knows: one value, changed by `reduce` alone.
///
/// What belongs to the migration that is open is read and written through the state itself.
@dynamicMemberLookup
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
  /// The migration that is open, or none.
  package var migration: OpenMigration
  /// The folder that the file picker shows.
  package var folder = Folder()
  /// The migrations on this machine.
  package var sessions: [SessionCard] = []
  /// What was just done or went wrong; gone with the next key.
  package var notice: Notice?
  /// The long work that is going on; nil when none is.
  package var work: LongWork?
  /// Whether the place differs from the one that was kept.
  package var isPlaceDirty = false
  /// Why what was typed last could not be kept; nil when it is, or nothing was.
  package var unkept: ChangeRefusal?

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
    migration = OpenMigration(at: first)
  }

  /// A part of the migration that is open.
  package subscript<Part>(dynamicMember part: WritableKeyPath<OpenMigration, Part>) -> Part {
    get { migration[keyPath: part] }
    _modify { yield &migration[keyPath: part] }
  }

  /// The screen that is seen.
  package var visit: Visit { migration.visits[migration.visits.count - 1] }

  /// What the screen that is seen remembers.
  package var memory: Memory {
    get { migration.memories[visit.key] ?? Memory() }
    // In place, so that a letter copies none of what else the screen remembers.
    _modify {
      let key = visit.key
      yield &migration.memories[key, default: Memory()]
    }
  }

  /// The setup, or an empty one in the present language before there is any.
  package var setup: Setup {
    migration.summary.setup ?? Setup(language: languages[language].language.code)
  }
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
  /// What is being done; its words are `labels.<kind>` of `work`.
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// A list of people is read.
    case readingList
    /// A file is read of which nobody knows yet what it is.
    case readingFile
    /// A document is taken up as evidence.
    case proving
    /// Rows of a document are taken over.
    case takingOver
    /// The files of a hand-over are written.
    case writingHandOver
    /// A report is written.
    case writingReport
    /// People are forgotten.
    case forgetting
    /// Many rows are changed.
    case changing
    /// A change of many rows is taken back.
    case undoing
    /// A change of many rows is made again.
    case redoing
    /// Something of step 2.
    case assignProducts(AssignProducts)
    /// Something of step 3.
    case switchDevices(SwitchDevices)
    /// Something of step 5.
    case retireServers(RetireServers)

    /// All kinds, those of no step first.
    package static let allCases: [Kind] =
      [
        .readingList, .readingFile, .proving, .takingOver, .writingHandOver, .writingReport,
        .forgetting, .changing, .undoing, .redoing,
      ]
      + AssignProducts.allCases.map { .assignProducts($0) }
      + SwitchDevices.allCases.map { .switchDevices($0) }
      + RetireServers.allCases.map { .retireServers($0) }

    /// What it is called in the keys of words.
    package var name: String {
      switch self {
      case .readingList: "reading-list"
      case .readingFile: "reading-file"
      case .proving: "proving"
      case .takingOver: "taking-over"
      case .writingHandOver: "writing-hand-over"
      case .writingReport: "writing-report"
      case .forgetting: "forgetting"
      case .changing: "changing"
      case .undoing: "undoing"
      case .redoing: "redoing"
      case .assignProducts(let kind): kind.rawValue
      case .switchDevices(let kind): kind.rawValue
      case .retireServers(let kind): kind.rawValue
      }
    }

    /// Whether it looks while it goes on for somebody who wants it stopped; the others are over soon.
    var canCancel: Bool {
      switch self {
      case .takingOver, .proving, .readingFile, .switchDevices, .retireServers: true
      case .readingList, .writingHandOver, .writingReport, .forgetting, .changing,
        .undoing, .redoing,
        .assignProducts:
        false
      }
    }
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
    canCancel = kind.canCancel
  }
}
