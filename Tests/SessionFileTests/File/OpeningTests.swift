import Glibc
import Migration
import Testing

@testable import SessionFile

private let moment = Moment(day: Day(number: 20_000), minute: 600)

@Suite("Opening: ours, another's, older, newer, damaged, half written")
struct OpeningTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func refusal(
    _ access: SessionFile.Access = .readWrite, schema: Schema = .current
  ) -> SessionOpenError? {
    do {
      _ = try SessionFile.open(path: folder.session, access: access, schema: schema)
      return nil
    } catch {
      return error
    }
  }

  @Test("A file that does not exist is made for writing, and closed to others")
  func make() throws {
    #expect(refusal(.readOnly) == .notFound)
    let file = try folder.open()
    #expect(file.writability == .writable)
    #expect(try file.summary() == Summary())
    #expect(folder.mode("session.sqlite") == 0o600)
    #expect(
      try Outside.number("PRAGMA application_id", on: folder.session) == Schema.applicationID)
  }

  @Test("A file that others may read is closed to them")
  func closeToOthers() throws {
    _ = try folder.open()
    chmod(folder.session, 0o644)
    _ = try folder.open()
    #expect(folder.mode("session.sqlite") == 0o600)
  }

  @Test("The connection keeps the promises: journal, full synchronisation, foreign keys")
  func promises() throws {
    let file = try folder.open()
    let found = try ["journal_mode", "synchronous", "foreign_keys", "busy_timeout"].map {
      let statement = try file.connection.once("PRAGMA \($0)")
      return try statement.step() ? statement.text(0) : nil
    }
    #expect(found == ["delete", "2", "1", "2000"])
  }

  @Test("A text file, an empty file, a folder and another program's file are refused and untouched")
  func foreign() throws {
    let text = Array("First name,Last name,Email\r\n".utf8) + [UInt8](repeating: 65, count: 200)
    try folder.write(text, to: "session.sqlite")
    #expect(refusal() == .notASession(.otherKind))
    #expect(refusal(.readOnly) == .notASession(.otherKind))

    try folder.write([], to: "session.sqlite")
    #expect(refusal(.readOnly) == .notASession(.empty))

    unlink(folder.session)
    try Outside.run(
      "PRAGMA application_id = 7; CREATE TABLE note (text TEXT)", on: folder.session)
    #expect(refusal() == .notASession(.otherDatabase))
    #expect(try Outside.number("SELECT count(*) FROM sqlite_master", on: folder.session) == 1)

    unlink(folder.session)
    mkdir(folder.session, 0o700)
    #expect(refusal() == .notASession(.folder))
    rmdir(folder.session)
  }

  @Test("An empty file becomes a session")
  func blank() throws {
    try folder.write([], to: "session.sqlite")
    #expect(try folder.open().summary() == Summary())
  }

  @Test("A damaged file is said to be damaged")
  func damaged() throws {
    _ = try folder.open().apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    let descriptor = Glibc.open(folder.session, O_RDWR)
    let noise = [UInt8](repeating: 0xAA, count: 4_096)
    _ = noise.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, 3_900, 100) }
    close(descriptor)
    guard case .damaged? = refusal() else {
      Issue.record("opened a damaged file: \(String(describing: refusal()))")
      return
    }
  }

  @Test("A newer file opens for reading, and says so")
  func newer() throws {
    _ = try folder.open().apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    try Outside.run("PRAGMA user_version = 99", on: folder.session)
    let file = try folder.open()
    #expect(file.writability == .readOnlyNewer(99))
    #expect(try file.summary().users == [.planned: 1])
    #expect(throws: ChangeRefusal.readOnly) {
      try file.apply(.createUsers(.addUser(People.bram, .typed)), at: moment)
    }
    #expect(throws: ChangeRefusal.readOnly) { try file.keep(Place(entries: [("a", "b")])) }
  }

  @Test("An older file is copied beside itself and brought up to date")
  func older() throws {
    _ = try folder.open().apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    var schema = Schema.current
    schema.versions.append(
      Schema.Version(name: "a later one", sql: "ALTER TABLE user ADD COLUMN phone TEXT"))
    let number = schema.number
    let file = try SessionFile.open(path: folder.session, access: .readWrite, schema: schema)
    let backup = folder.file("session.before-v\(number).sqlite")
    #expect(file.backup == backup)
    #expect(folder.mode("session.before-v\(number).sqlite") == 0o600)
    #expect(try file.summary().users == [.planned: 1])
    #expect(try Outside.number("PRAGMA user_version", on: folder.session) == number)
    #expect(try Outside.number("PRAGMA user_version", on: backup) == number - 1)
    #expect(try SessionFile.open(path: backup, access: .readOnly).summary().users == [.planned: 1])
    #expect(!folder.exists("session.before-v\(number).sqlite.part"))
    #expect(
      try SessionFile.open(path: folder.session, access: .readWrite, schema: schema).backup == nil)
  }

  @Test(
    "A version that leaves a row pointing at nothing is taken back, and the file stays as it was")
  func brokenVersion() throws {
    _ = try folder.open()
    var schema = Schema.current
    let hole = "INSERT INTO hand_over_file (hand_over, position, path) VALUES (99, 0, 'gone.csv')"
    schema.versions.append(Schema.Version(name: "a good one", sql: "CREATE TABLE note (text TEXT)"))
    schema.versions.append(Schema.Version(name: "a broken one", sql: hole))
    guard case .notReadable? = refusal(schema: schema) else {
      Issue.record("a row that points at nothing was kept")
      return
    }
    let good = Schema.current.number + 1
    #expect(try Outside.number("PRAGMA user_version", on: folder.session) == good)
    #expect(try Outside.number("SELECT count(*) FROM hand_over_file", on: folder.session) == 0)
  }

  @Test("An older file is read as it is")
  func olderForReading() throws {
    _ = try folder.open()
    var schema = Schema.current
    schema.versions.append(Schema.Version(name: "a later one", sql: "SELECT 1"))
    let file = try SessionFile.open(path: folder.session, access: .readOnly, schema: schema)
    #expect(file.writability == .readOnlyAsked)
    #expect(file.backup == nil)
  }

  @Test("A file whose making was interrupted after its first write is made to the end")
  func interrupted() throws {
    try Outside.run("PRAGMA application_id = \(Schema.applicationID)", on: folder.session)
    #expect(try folder.open().summary() == Summary())
  }

  @Test("A second writer waits, then is told that the file is busy")
  func busy() throws {
    let file = try folder.open()
    try file.connection.run("PRAGMA busy_timeout = 1")
    let other = try Connection(path: folder.session)
    try other.run("BEGIN EXCLUSIVE")
    #expect(throws: ChangeRefusal.busy) {
      try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    }
    #expect(throws: SessionReadError.busy) { try file.summary() }
    try other.run("ROLLBACK")
    #expect(try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment).count == 1)
  }

  @Test("On a full disk nothing is half written, and it works again when there is room")
  func diskFull() throws {
    let file = try folder.open()
    _ = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    func limit(_ pages: Int) throws {
      try file.connection.run("PRAGMA max_page_count = \(pages)")
    }
    let pages = try #require(try Outside.number("PRAGMA page_count", on: folder.session))
    try limit(pages + 10)
    let people = Change.createUsers(
      .importUsers(People.batch(People.many(3_000)), .imported, .keep))
    #expect(throws: ChangeRefusal.diskFull) { try file.apply(people, at: moment) }
    #expect(try file.recount() == Recount(file.summary()))
    #expect(try file.summary().users == [.planned: 1])
    #expect(try Outside.text("PRAGMA integrity_check", on: folder.session) == "ok")
    try limit(100_000)
    #expect(try file.apply(people, at: moment).count == 3_000)
  }

  @Test("A path that SQLite would take for an address with options is a plain file")
  func pathWithOptions() throws {
    #expect(SessionOpener(path: "file:a?mode=memory", schema: .current).path.hasPrefix("./"))
    let path = folder.file("a?mode=memory %41#.sqlite")
    _ = try SessionFile.open(path: path, access: .readWrite)
    #expect(folder.exists("a?mode=memory %41#.sqlite"))
  }
}
