import Glibc
import Migration

/// The sign that somebody works on a session: an exclusive `flock` on `FILE.lock`, held for a run.
///
/// Never on the session file itself, since SQLite has locks of its own there, and never deleted,
/// since a deleted lock file can be held twice. The system lets go of it when the process ends,
/// however that happens.
package struct SessionLock: ~Copyable, Sendable {
  /// Who holds a lock.
  package struct Holder: Hashable, Sendable {
    /// The process; 0 when the lock file does not say.
    package var process: Int
    /// The computer that it runs on; empty when the lock file does not say.
    package var host: String
    /// Since when; nil when the lock file does not say.
    package var since: Moment?

    /// Names a holder.
    package init(process: Int, host: String, since: Moment?) {
      self.process = process
      self.host = host
      self.since = since
    }
  }

  /// Why there is no lock.
  package enum Refusal: Error, Hashable, Sendable {
    /// Somebody else has it.
    case held(Holder)
    /// The lock file cannot be made or locked, with the system's words.
    case notLockable(String)
  }

  /// What stands behind the name of a session in the name of its lock.
  static let ending = ".lock"

  private let descriptor: Int32

  /// Takes the lock of a session file for this process, and waits at most so many seconds for its turn.
  /// `told` is told once whom it waits for.
  package static func take(
    of path: String, at moment: Moment, within seconds: Int, _ told: (Holder) -> Void
  ) throws(Refusal) -> SessionLock {
    let pause: useconds_t = 50_000
    let tries = max(0, seconds) * 20
    for round in 0..<tries {
      do {
        return try take(of: path, at: moment)
      } catch .held(let holder) {
        // Most wait for somebody who is done at once.
        if round == 4 { told(holder) }
        usleep(pause)
      } catch {
        throw error
      }
    }
    return try take(of: path, at: moment)
  }

  /// Takes the lock of a session file for this process, without waiting.
  package static func take(of path: String, at moment: Moment) throws(Refusal) -> SessionLock {
    let descriptor = open(RawName.bytes(path + ending), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notLockable(errorWords()) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK:
        var holder = holder(in: descriptor)
        // Who took it a moment ago has not written the name yet.
        for _ in 0..<5 where holder.process == 0 {
          usleep(10_000)
          holder = self.holder(in: descriptor)
        }
        close(descriptor)
        throw .held(holder)
      default:
        let words = errorWords()
        close(descriptor)
        throw .notLockable(words)
      }
    }
    let line = "\(getpid()) \(moment.day.number) \(moment.minute) \(hostName())\n"
    // What it says is for people; the lock holds whether it could be written or not.
    if ftruncate(descriptor, 0) == 0 {
      _ = Array(line.utf8).withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }
    return SessionLock(descriptor: descriptor)
  }

  /// Whether nobody holds the lock at this moment.
  package static func isFree(of path: String) -> Bool {
    let descriptor = open(RawName.bytes(path + ending), O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
    flock(descriptor, LOCK_UN)
    return true
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  // Unlocked by name, since a child that was forked at this moment has the descriptor too.
  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func holder(in descriptor: Int32) -> Holder {
    var bytes = [UInt8](repeating: 0, count: 400)
    let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
    let parts = String(decoding: bytes[..<count], as: UTF8.self)
      .split(maxSplits: 3) { $0 == " " || $0 == "\n" }
    let numbers = parts.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3 else {
      return Holder(process: numbers.first ?? 0, host: "", since: nil)
    }
    return Holder(
      process: numbers[0],
      host: parts.count > 3 ? String(parts[3].prefix { $0 != "\n" }) : "",
      since: Moment(day: Day(number: numbers[1]), minute: numbers[2]))
  }

  private static func hostName() -> String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let isNamed = bytes.withUnsafeMutableBytes {
      guard let start = $0.baseAddress?.assumingMemoryBound(to: CChar.self) else { return false }
      return gethostname(start, $0.count - 1) == 0
    }
    return isNamed ? String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) : ""
  }
}
