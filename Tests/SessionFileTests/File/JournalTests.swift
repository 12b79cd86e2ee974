import Glibc
import Migration
import Subprocess
import Testing

@testable import SessionFile

private let moment = Moment(day: Day(number: 20_000), minute: 600)

/// Journals as a killed writer leaves them, beside the file that they are of and beside others.
@Suite("A journal beside a session: its own is played back, any other waits for a word")
struct JournalTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// What lies in the place of a session and of its journal.
  enum Situation: String, CaseIterable, Sendable {
    /// An older copy was put back, beside the journal of a later write.
    case older
    /// A newer copy was put back, beside the journal of an earlier write.
    case newer
    /// The same file, changed as often elsewhere.
    case elsewhere
    /// The journal of a session that was made alike.
    case other
    /// The end of the own journal is missing.
    case cut
    /// No journal at all, under its name.
    case garbage
    /// The journal lies beside an empty file.
    case empty

    var cause: StrayJournal.Cause {
      switch self {
      case .older, .newer, .elsewhere: .otherState
      case .other: .otherSession
      case .cut: .cut
      case .garbage: .unreadable
      case .empty: .alone
      }
    }
  }

  // MARK: The own one

  @Test("What a killed program left half written is read without a byte of it being changed")
  func reading() async throws {
    try make("a", 30)
    try await kill("a")
    let before = try pair("a")
    for _ in 0..<2 {
      let reader = try SessionFile.open(path: path("a"), access: .readOnly)
      #expect(try reader.summary().users == [.planned: 30])
      #expect(try reader.recount() == Recount(reader.summary()))
      #expect(try reader.user(address: "user7@example.com") != nil)
    }
    #expect(try pair("a") == before)
  }

  @Test("Who writes has it rolled back without a question, as SQLite does, to the byte")
  func writing() async throws {
    try make("a", 30)
    try await kill("a")
    let before = try pair("a")
    #expect(before.file != nil && before.journal != nil)
    let expected = RollbackJournal(before.journal ?? [])?.playedBack(on: before.file ?? [])
    let file = try SessionFile.open(path: path("a"), access: .readWrite)
    #expect(try pair("a") == Pair(file: expected, journal: nil))
    #expect(try file.summary().users == [.planned: 30])
    #expect(try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment).count == 1)
  }

  @Test("A journal is found beside the file that a link leads to")
  func link() async throws {
    try make("a", 30)
    try await kill("a")
    symlink(path("a"), path("b"))
    let before = try pair("a")
    let file = try SessionFile.open(path: path("b"), access: .readOnly)
    #expect(try file.summary().users == [.planned: 30])
    #expect(try pair("a") == before)
  }

  @Test("Nobody reads under somebody who holds the lock and is about to roll back")
  func lock() async throws {
    try make("a", 30)
    try await kill("a")
    let before = try pair("a")
    let lock = try SessionLock.take(of: path("a"), at: moment)
    #expect(throws: SessionOpenError.busy) {
      try SessionFile.open(path: path("a"), access: .readOnly)
    }
    _ = consume lock
    #expect(throws: Never.self) { try SessionFile.open(path: path("a"), access: .readOnly) }
    #expect(try pair("a") == before)
  }

  @Test("A journal in which nothing is yet, and one that is crossed out, are no hindrance")
  func nothing() throws {
    try make("a", 30)
    let header: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20]
    for bytes in [[], header, [UInt8](repeating: 0, count: 5_000)] {
      try folder.write(bytes, to: "a-journal")
      for access in [SessionFile.Access.readOnly, .readWrite] {
        let file = try SessionFile.open(path: path("a"), access: access)
        #expect(try file.summary().users == [.planned: 30])
      }
    }
  }

  @Test("A writer that is just at work is no killed one")
  func live() throws {
    try make("a", 30)
    let file = try SessionFile.open(path: path("a"), access: .readWrite)
    try file.connection.run("PRAGMA cache_spill = OFF; BEGIN IMMEDIATE")
    try SessionImage.Identity.renew(file.connection)
    #expect(file.connection.journalNumber != 0)
    #expect(folder.exists("a-journal"))
    let reader = try SessionFile.open(path: path("a"), access: .readOnly)
    #expect(try reader.summary().users == [.planned: 30])
    try file.connection.run("ROLLBACK")
  }

  // MARK: Others

  @Test("Any other is told of, and not a byte is changed", arguments: Situation.allCases)
  func stray(_ situation: Situation) async throws {
    try await set(situation)
    let before = try pair("a")
    #expect(before.journal != nil)
    for access in [SessionFile.Access.readOnly, .readWrite, .readOnly] {
      #expect(cause(access) == situation.cause, "\(situation), \(access)")
      #expect(try pair("a") == before, "\(situation), \(access)")
    }
    #expect(
      SessionFolder.list(folder.path, names: folder.names).first { $0.name == "a" }?.isReadable
        != true)
    #expect(try pair("a") == before)
  }

  @Test(
    "The same on a place that is for reading only",
    .enabled(if: Tools.canMount, "needs a mount name space of its own"),
    arguments: Situation.allCases)
  func strayReadOnly(_ situation: Situation) async throws {
    try await set(situation)
    let before = try pair("a")
    let lines = try await lookReadOnly()
    let word = situation.cause.rawValue
    #expect(lines.prefix(2) == ["readWrite: \(word)", "readOnly: \(word)"])
    #expect(try pair("a") == before)
  }

  @Test(
    "The own one is read there, and stays",
    .enabled(if: Tools.canMount, "needs a mount name space of its own"))
  func ownReadOnly() async throws {
    try make("a", 30)
    try await kill("a")
    let before = try pair("a")
    #expect(
      try await lookReadOnly().prefix(2) == [
        "readWrite: readOnlyPlace, 30 users", "readOnly: readOnlyAsked, 30 users",
      ])
    #expect(try pair("a") == before)
  }

  @Test("A journal without its file is kept where a new session is wanted")
  func alone() async throws {
    try await set(.older)
    unlink(path("a"))
    let before = try pair("a")
    #expect(cause(.readWrite) == .alone)
    #expect(try pair("a") == before)
    let kept = try SessionFile.resolveJournal(at: path("a"), .without)
    #expect(kept.count == 1)
    #expect(try SessionFile.open(path: path("a"), access: .readWrite).summary() == Summary())
  }

  // MARK: The two ways

  @Test(
    "Without it: it is put aside, and the session is as it lies there",
    arguments: [Situation.older, .newer, .elsewhere, .other, .garbage])
  func without(_ situation: Situation) async throws {
    try await set(situation)
    let before = try pair("a")
    let found = try #require(try SessionFile.strayJournal(at: path("a")))
    let without = try #require(found.without)
    let kept = try SessionFile.resolveJournal(at: path("a"), .without)
    #expect(kept == [path("a") + ".journal-aside"])
    #expect(try WholeFile.read(kept.first ?? "") == before.journal)
    #expect(folder.mode("a.journal-aside") == 0o600)
    #expect(try WholeFile.read(path("a")) == before.file)
    let file = try SessionFile.open(path: path("a"), access: .readWrite)
    #expect(try file.summary().users == [.planned: without.people])
    #expect(try file.recount() == Recount(file.summary()))
  }

  @Test("With it: both are copied, and it is played back where a whole session comes of it")
  func with() async throws {
    try make("a", 30)
    try copy("a", "base")
    try await kill("a")
    // The journal's own file as it was, but that somebody looked around in it meanwhile.
    try SessionFile.open(path: path("base"), access: .readWrite)
      .keep(Place(entries: [("screen", "users")]))
    try copy("base", "a")
    let before = try pair("a")
    let found = try #require(try SessionFile.strayJournal(at: path("a")))
    #expect(found.cause == .otherState)
    #expect(found.ways == [.without, .with])
    #expect(found.with?.people == 30)
    let kept = try SessionFile.resolveJournal(at: path("a"), .with)
    #expect(kept == [path("a") + ".before-journal", path("a") + ".before-journal-journal"])
    #expect(try pair("a.before-journal") == before)
    #expect(kept.allSatisfy { folder.mode(String($0.dropFirst(folder.path.count + 1))) == 0o600 })
    let file = try SessionFile.open(path: path("a"), access: .readWrite)
    #expect(try file.summary().users == [.planned: 30])
    #expect(try pair("a").journal == nil)
  }

  @Test("A way that leads to no whole session is not taken", arguments: [Situation.cut, .garbage])
  func neither(_ situation: Situation) async throws {
    try await set(situation)
    let before = try pair("a")
    let found = try #require(try SessionFile.strayJournal(at: path("a")))
    #expect(found.with == nil)
    #expect(throws: SessionOpenError.strayJournal(found)) {
      try SessionFile.resolveJournal(at: path("a"), .with)
    }
    #expect(try pair("a") == before)
  }

  // MARK: Making them

  private struct Pair: Equatable {
    var file: [UInt8]?
    var journal: [UInt8]?
  }

  private func path(_ name: String) -> String { folder.file(name) }

  private func pair(_ name: String) throws -> Pair {
    Pair(
      file: try WholeFile.read(path(name)), journal: try WholeFile.read(path(name) + "-journal"))
  }

  private func make(_ name: String, _ people: Int) throws {
    let file = try SessionFile.open(path: path(name), access: .readWrite)
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(People.many(people)), .imported, .keep)), at: moment)
  }

  private func change(_ name: String) throws {
    let file = try SessionFile.open(path: path(name), access: .readWrite)
    _ = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
  }

  private func copy(_ name: String, _ other: String) throws {
    try folder.write(try WholeFile.read(path(name)) ?? [], to: other)
  }

  /// Kills a program in the middle of a write to a session.
  private func kill(_ name: String) async throws {
    let result = try await Subprocess.run(
      .path(.init(Tools.program)), arguments: ["half", path(name)],
      output: .string(limit: 10_000))
    try #require(result.standardOutput == "")
    try #require(folder.exists(name + "-journal"))
  }

  private func set(_ situation: Situation) async throws {
    try make("a", 30)
    try copy("a", "first")
    switch situation {
    case .older:
      try change("a")
      try await kill("a")
      try copy("first", "a")
    case .newer:
      try await kill("a")
      try change("first")
      try copy("first", "a")
    case .elsewhere:
      try change("a")
      try await kill("a")
      try change("first")
      try copy("first", "a")
    case .other:
      try make("b", 30)
      try await kill("b")
      rename(path("b-journal"), path("a-journal"))
    case .cut:
      try await kill("a")
      let journal = try WholeFile.read(path("a-journal")) ?? []
      try folder.write(Array(journal.prefix(journal.count / 2 + 100)), to: "a-journal")
    case .garbage: try folder.write([UInt8](repeating: 0xA7, count: 9_000), to: "a-journal")
    case .empty:
      try await kill("a")
      try folder.write([], to: "a")
    }
  }

  private func cause(_ access: SessionFile.Access) -> StrayJournal.Cause? {
    do {
      _ = try SessionFile.open(path: path("a"), access: access)
      return nil
    } catch {
      guard case .strayJournal(let journal) = error else { return nil }
      return journal.cause
    }
  }

  private func lookReadOnly() async throws -> [String] {
    let result = try await Subprocess.run(
      .name("unshare"),
      arguments: [
        "--map-root-user", "--mount", "sh", "-c",
        "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && exec \"$0\" look \"$2\"",
        Tools.program, folder.path, path("a"),
      ], output: .string(limit: 10_000))
    return result.standardOutput.split(separator: "\n").map { String($0) }
  }
}
