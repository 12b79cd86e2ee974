import Glibc
import Migration
import SessionFile
import Testing

private let moment = Moment(day: Day(number: 20_000), minute: 600)

@Suite("A session whose file is taken away or replaced while it is open")
struct ReplacedFileTests {
  private let folder: Folder
  private let file: SessionFile

  init() throws {
    folder = try Folder()
    file = try folder.open()
    _ = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
  }

  /// What comes of the next change.
  private func refusal() -> ChangeRefusal? {
    do {
      _ = try file.apply(.createUsers(.addUser(People.bram, .typed)), at: moment)
      return nil
    } catch {
      return error
    }
  }

  private func copy(_ name: String, to other: String) throws {
    let descriptor = open(folder.file(name), O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(descriptor, &bytes, bytes.count)
    try folder.write(Array(bytes[..<count]), to: other)
  }

  @Test("is written to no more once it is moved, and again when it is back")
  func moved() throws {
    #expect(rename(folder.session, folder.file("away")) == 0)
    #expect(refusal() == .fileGone)
    #expect(!folder.exists("session.sqlite"), "nothing is made in its place")
    #expect(rename(folder.file("away"), folder.session) == 0)
    #expect(refusal() == nil)
    #expect(try folder.open().summary().users == [.planned: 2])
  }

  @Test("is written to no more once it is removed, and keeps no place either")
  func removed() throws {
    unlink(folder.session)
    #expect(refusal() == .fileGone)
    #expect(throws: ChangeRefusal.fileGone) { try file.keep(Place(entries: [("a", "b")])) }
  }

  @Test("is told from another file that was put in its place")
  func replaced() throws {
    try copy("session.sqlite", to: "other")
    #expect(rename(folder.file("other"), folder.session) == 0)
    #expect(refusal() == .fileReplaced)
    #expect(try folder.open().summary().users == [.planned: 1])
  }

  @Test("is told from an older copy that was written over it, and that copy stays as it is")
  func overwritten() throws {
    try copy("session.sqlite", to: "copy")
    #expect(refusal() == nil)
    let before = folder.session
    try copy("copy", to: "session.sqlite")
    #expect(before == folder.session)
    do {
      _ = try file.apply(.createUsers(.addUser(People.chloe, .typed)), at: moment)
      Issue.record("wrote into what is not its own")
    } catch {
      #expect(error == .fileReplaced)
    }
    #expect(try folder.open().summary().users == [.planned: 1])
  }

  @Test("is told from anything else that was written over it")
  func foreign() throws {
    try folder.write(Array(repeating: 65, count: 9_000), to: "session.sqlite")
    #expect(refusal() == .fileReplaced)
  }
}
