import Migration

/// Something to be carried out outside the reducer; it answers with an `Answer`, if with anything.
package enum Effect: Sendable {
  /// Read the counts.
  case readSummary
  /// Read the latest changes.
  case readJournal
  /// Make a change; one of more than `mostAtOnce` rows is long.
  case apply(Change)
  /// Take the last change back.
  case undo
  /// Make the change that was taken back again.
  case redo
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
  /// Read a file, whatever it is, and look at it; a list of people read in another way when told so.
  case readFile(path: String, as: PeopleReading? = nil)
  /// List the files outside the session that hold names.
  case listOutside
  /// Forget everybody, for good.
  case forget
  /// Write a report into a folder, in a language, with names or without.
  case writeReport(folder: String, isMasked: Bool, language: String)
  /// Stop the long work that is going on.
  case cancel
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
  /// Something of step 1.
  case createUsers(CreateUsersEffect)
  /// Something of step 2.
  case assignProducts(AssignProductsEffect)
  /// Something of step 3.
  case switchDevices(SwitchDevicesEffect)
  /// Something of step 4.
  case informUsers(InformUsersEffect)
  /// Something of step 5.
  case retireServers(RetireServersEffect)

  /// A change of more rows than this takes longer than 5 ms.
  package static let mostAtOnce = 200
}

extension Effect {
  /// How an effect is carried out.
  struct Nature: Equatable, Sendable {
    /// Whether it may take longer than a key may wait.
    var isLong = false
    /// Whether it writes into the migration, or files that the migration would have to know of.
    var writes = false
    /// Whether it changes the rows of the page on which it is asked for, and leads nowhere else.
    var staysOnPage = false
    /// The page that says that it goes on; nil for what is over before a page could be read.
    var work: LongWork?

    /// Bounded, under 5 ms, and it writes nothing.
    static let immediate = Nature()
    /// A change of few rows.
    static let change = Nature(writes: true)
    /// With progress, and with a page where it may last.
    static func long(_ work: LongWork?, writes: Bool = false) -> Nature {
      Nature(isLong: true, writes: writes, work: work)
    }
  }

  /// How it is carried out, as far as the effect alone can tell.
  var nature: Nature {
    switch self {
    case .readSummary, .readJournal, .listOutside, .listSessions, .openSession, .resolveJournal,
      .makeSession,
      .listFolder,
      .cancel, .copy, .bell, .redraw, .suspend, .leave:
      .immediate
    case .apply(let change):
      Nature(
        isLong: change.size > Self.mostAtOnce, writes: true, staysOnPage: true,
        work: change.size > Self.mostAtOnce ? LongWork(.changing, total: change.size) : nil)
    case .forget: .long(LongWork(.forgetting), writes: true)
    case .writeReport: .long(LongWork(.writingReport), writes: true)
    case .undo, .redo: Nature(isLong: true, writes: true, staysOnPage: true)
    case .readFile(_, let reading):
      .long(LongWork(reading == nil ? .readingFile : .readingList))
    case .createUsers(let effect): effect.nature
    case .assignProducts(let effect): effect.nature
    case .switchDevices(let effect): effect.nature
    case .informUsers(let effect): effect.nature
    case .retireServers(let effect): effect.nature
    }
  }

  /// Whether it may take longer than a key may wait.
  package var isLong: Bool { nature.isLong }

  /// Whether it changes the rows of the page on which it is asked for, and leads nowhere else.
  package var staysOnPage: Bool { nature.staysOnPage }

  /// Whether it writes into the migration.
  var writes: Bool { nature.writes }

  /// The page that says that it goes on. Undo after undo of a few rows flickers not.
  func work(on summary: Summary) -> LongWork? {
    if case .undo = self {
      return summary.undoableCount > Self.mostAtOnce ? LongWork(.undoing) : nil
    }
    if case .redo = self {
      return summary.redoableCount > Self.mostAtOnce ? LongWork(.redoing) : nil
    }
    return nature.work
  }
}
