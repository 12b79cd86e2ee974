import Glibc
import Migration
import SessionFile
import Testing

private let moment = Moment(day: Day(number: 20_000), minute: 615)

@Suite("The lock: one wizard at a time")
struct LockTests {
  @Test("A second one is told who holds the session, on which computer and since when")
  func held() throws {
    let folder = try Folder()
    let lock = try SessionLock.take(of: folder.session, at: moment)
    #expect(!SessionLock.isFree(of: folder.session))
    do {
      _ = try SessionLock.take(of: folder.session, at: moment)
      Issue.record("two hold the same lock")
    } catch {
      guard case .held(let holder) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(holder.process > 1)
      #expect(!holder.host.isEmpty)
      #expect(holder.since == moment)
    }
    _ = consume lock
    #expect(SessionLock.isFree(of: folder.session))
    #expect(folder.exists("session.sqlite.lock"))
    #expect(folder.mode("session.sqlite.lock") == 0o600)
    let again = try SessionLock.take(of: folder.session, at: moment)
    #expect(!SessionLock.isFree(of: folder.session))
    _ = consume again
  }

  @Test("The lock does not hold up the file itself: others can read")
  func reading() throws {
    let folder = try Folder()
    let lock = try SessionLock.take(of: folder.session, at: moment)
    let file = try folder.open()
    _ = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    let reader = try SessionFile.open(path: folder.session, access: .readOnly)
    #expect(try reader.summary().users == [.planned: 1])
    _ = try file.apply(.createUsers(.addUser(People.bram, .typed)), at: moment)
    #expect(try reader.users(UserQuery(filter: "jansen"), places: 0..<9).total == 1)
    _ = consume lock
  }

  @Test("Where no lock file can be made, what the system said is told")
  func notLockable() {
    do {
      _ = try SessionLock.take(of: "/nowhere/session.sqlite", at: moment)
      Issue.record("locked nothing")
    } catch {
      #expect(error == .notLockable(SystemReason.text(ENOENT)))
    }
  }
}
