import Canvas
import Documents
import Migration
import ScreenTexts
import SessionFile
import SystemPackage
import Wizard

/// Carries out what the reducer asks for, and answers.
///
/// Everything about the session happens on the one thread that owns it; a long work reports through
/// `report`, which says whether to go on.
struct EffectRunner {
  var session: OpenSession?
  /// The list that was read last, whose refused rows can be saved.
  var list: PeopleList?
  /// The licensing helper of this computer.
  var here = HelperHere()
  /// The folder of results that is watched.
  var results = WatchedResults()
  /// Where the sessions of this machine are.
  private let sessionsFolder: String

  init(session: OpenSession?, sessionsFolder: String = AdminPath.sessions) {
    self.session = session
    self.sessionsFolder = sessionsFolder
  }

  /// Carries an effect out and gives its answer; nil for an effect that is the device's.
  mutating func run(
    _ effect: Effect, at moment: Moment, _ report: (Answer) -> Bool
  ) -> Answer? {
    session?.file.today = moment.day
    return switch effect {
    case .listSessions: .sessions(SessionListing.cards(in: sessionsFolder))
    case .openSession(let path): open(AdminPath.system(path), at: moment)
    case .resolveJournal(let path, let way): open(AdminPath.system(path), way, at: moment)
    case .makeSession(let setup): make(setup, at: moment)
    case .listFolder(let path): .folder(FolderListing.list(path))
    case .readFile(let path, let reading):
      read(AdminPath.fromStart(path), as: reading, at: moment, report)
    case .readSummary: withFile { .summary(try $0.summary()) }
    case .readJournal: withFile { .journal(try $0.journal(latest: 200)) }
    case .listOutside:
      withFile { .outside(try OutsideFiles.list(of: $0).map { AdminPath.shown($0) }) }
    case .forget:
      withFile { file in
        try file.forget(at: moment)
        return .forgotten(try file.summary())
      }
    case .writeReport(let folder, let isMasked, let language):
      withFile {
        try ReportWriter.write(
          to: folder, isMasked: isMasked, Language(language), on: $0, at: moment)
      }
    case .apply(let change):
      make(change, at: moment) {
        !effect.isLong || report(.progress(done: $0, total: change.size))
      }
    case .undo: withFile { .undone(try $0.undo(at: moment), try $0.summary()) }
    case .redo: withFile { .redone(try $0.redo(at: moment), try $0.summary()) }
    case .createUsers(let effect): run(effect, at: moment, report)
    case .assignProducts(let effect): run(effect, at: moment, report)
    case .switchDevices(let effect): run(effect, at: moment, report)
    case .informUsers(let effect): run(effect, at: moment)
    case .retireServers(let effect): run(effect, at: moment, report)
    case .copy, .bell, .redraw, .suspend, .leave, .cancel: nil
    }
  }

  /// Makes a change on the open session; `progress` is told how many of its rows are written.
  func make(
    _ change: Change, at moment: Moment, _ progress: (Int) -> Bool
  ) -> Answer? {
    withFile { file in
      try withoutActuallyEscaping(progress) { progress in
        .applied(try file.apply(change, at: moment, progress: progress), try file.summary())
      }
    }
  }

  /// What a start with an open session tells the wizard.
  func opened() -> Answer? {
    guard let info = session?.info, let file = session?.file else { return nil }
    guard let summary = try? file.summary() else {
      return .notOpened("session-damaged", ["path": info.path])
    }
    var told = info
    told.savedAt = try? file.journal(latest: 1).first?.moment
    return .opened(told, summary, (try? file.place()) ?? Place())
  }

  /// Keeps where somebody is; gives why it could not be kept, nil when it is.
  func keep(_ place: Place) -> ChangeRefusal? {
    guard let session, session.info.readOnly == nil, !session.info.isDemo else { return nil }
    do {
      try session.file.keep(place)
      return nil
    } catch {
      return error
    }
  }

  // MARK: On the session

  func withFile(_ body: (SessionFile) throws -> Answer?) -> Answer? {
    guard let file = session?.file else { return .notRead("no-session", [:]) }
    do {
      return try body(file)
    } catch let refusal as ChangeRefusal {
      return refusal == .cancelled ? .cancelled : .refused(refusal)
    } catch let error as SessionReadError {
      return Self.notRead(error)
    } catch let refusal as InviteFile.Refusal {
      return .notForAFile(refusal)
    } catch {
      return .refused(.notWritable((error as? FileFailure)?.words ?? SystemReason.unsaid))
    }
  }

  private static func notRead(_ error: SessionReadError) -> Answer {
    error == .busy ? .refused(.busy) : .notRead("session-not-read", ["reason": error.reason])
  }

  // MARK: Sessions

  private mutating func open(_ path: String, at moment: Moment) -> Answer? {
    // The one that is open already would find its own lock in the way.
    if let session, session.info.path == AdminPath.shown(path) { return opened() }
    do {
      session = try OpenSession.open(path: path, at: moment)
      return opened()
    } catch {
      return OpenFailure.answer(error, path: AdminPath.shown(path))
    }
  }

  /// Opens a session after what was decided about the journal beside it.
  private mutating func open(_ path: String, _ way: String, at moment: Moment) -> Answer? {
    do {
      guard let way = StrayJournal.Way(rawValue: way) else { return open(path, at: moment) }
      let kept: [String]
      do {
        let lock = try SessionLock.take(of: path, at: moment)
        kept = try SessionFile.resolveJournal(at: path, way)
        _ = consume lock
      }
      session = try OpenSession.open(path: path, at: moment, keptCopies: kept)
      return opened()
    } catch let error as SessionOpenError {
      return OpenFailure.answer(error, path: AdminPath.shown(path))
    } catch {
      return .refused(.busy)
    }
  }

  private mutating func make(_ setup: Setup, at moment: Moment) -> Answer? {
    do {
      try FileAccess.makeFolder(sessionsFolder)
      let path =
        FileAccess.freePath(
          sessionsFolder + "/" + AdminPath.fileName(for: setup.organisation),
          endings: [".overstap"]) + ".overstap"
      session = try OpenSession.open(path: path, at: moment)
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    } catch let error as SessionOpenError {
      return OpenFailure.answer(error, path: AdminPath.shown(sessionsFolder))
    } catch {
      return .notWritten(path: AdminPath.shown(sessionsFolder), reason: SystemReason.unsaid)
    }
    let answer = withFile { file in
      _ = try file.apply(.setUp(setup), at: moment)
      return opened()
    }
    guard case .opened? = answer else {
      discard()
      return answer
    }
    return answer
  }

  /// Takes a session away that was made and could not be begun; its lock stays, as every lock does.
  private mutating func discard() {
    guard let path = session?.info.path else { return }
    session = nil
    for ending in ["", "-wal", "-shm"] { try? FileAccess.remove(AdminPath.system(path) + ending) }
  }
}
