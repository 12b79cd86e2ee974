import Migration
import SessionFile
import Wizard

/// A session that is open: its file, its lock, and what the screens say about it.
final class OpenSession {
  let file: SessionFile
  let info: SessionInfo
  /// Held for the run; nil for a session that is only read, and for the demonstration.
  private let lock: SessionLock?

  /// Opens a file for the wizard: for writing where that is possible, else for reading.
  static func open(
    path: String, at moment: Moment, keptCopies: [String] = []
  ) throws(SessionOpenError) -> OpenSession {
    var info = SessionInfo()
    info.keptCopies = keptCopies.map { AdminPath.shown($0) }
    info.path = AdminPath.shown(path)
    info.isOnWindowsDrive = AdminPath.isOnWindowsDrive(path)
    info.handOverFolder = AdminPath.shown(AdminPath.downloads)
    try SessionFile.demandSession(at: path)
    do {
      let lock = try SessionLock.take(of: path, at: moment)
      let file = try SessionFile.open(path: path, access: .readWrite)
      info.readOnly = reason(file.writability)
      info.unfinished = OutgoingWriter.settle(on: file, at: moment)
      return OpenSession(file: file, info: info, lock: lock)
    } catch let refusal as SessionLock.Refusal {
      info.readOnly = reason(refusal)
      let file = try SessionFile.open(path: path, access: .readOnly)
      return OpenSession(file: file, info: info, lock: nil)
    } catch let error as SessionOpenError {
      throw error
    } catch {
      throw .notReadable(SystemReason.unsaid)
    }
  }

  /// A session in memory that the demonstration fills; its files go where the system empties.
  static func demonstration() throws(SessionOpenError) -> OpenSession {
    var info = SessionInfo()
    info.isDemo = true
    info.handOverFolder = AdminPath.temporary + "/overstap-demonstration"
    return OpenSession(file: try SessionFile.inMemory(), info: info, lock: nil)
  }

  private init(file: SessionFile, info: SessionInfo, lock: consuming SessionLock?) {
    self.file = file
    self.info = info
    self.lock = lock
  }

  private static func reason(
    _ writability: SessionFile.Writability
  ) -> SessionInfo.ReadOnlyReason? {
    switch writability {
    case .writable: nil
    case .readOnlyNewer: .newer
    case .readOnlyAsked, .readOnlyPlace: .notWritable
    }
  }

  private static func reason(_ refusal: SessionLock.Refusal) -> SessionInfo.ReadOnlyReason {
    switch refusal {
    case .held(let holder):
      .held(
        process: holder.process, host: holder.host,
        since: holder.since.map { "\($0.day.iso) \($0.clock)" } ?? "?")
    case .notLockable: .notWritable
    }
  }
}
