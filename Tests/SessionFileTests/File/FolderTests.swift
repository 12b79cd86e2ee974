import Migration
import SessionFile
import Testing

@Suite("The sessions of a folder")
struct FolderTests {
  @Test("Sessions are listed with organisation, team and last day; other files are not")
  func list() throws {
    let folder = try Folder()
    func make(_ name: String, _ organisation: String, _ day: Int) throws {
      let file = try SessionFile.open(path: folder.file(name), access: .readWrite)
      let setup = Setup(organisation: organisation, team: "\(organisation) - 1")
      _ = try file.apply(.setUp(setup), at: Moment(day: Day(number: day)))
    }
    try make("b.sqlite", "Hogwarts", 20_000)
    try make("a.sqlite", "Durmstrang", 19_000)
    try make("a.before-v2.sqlite", "Old", 19_000)
    _ = try SessionFile.open(path: folder.file("c.sqlite"), access: .readWrite)
    try folder.write(Array("text".utf8), to: "d.sqlite")
    _ = try SessionLock.take(of: folder.file("a.sqlite"), at: Moment(day: Day(number: 1)))

    let entries = SessionFolder.list(folder.path, names: folder.names)
    #expect(entries.map(\.name) == ["b.sqlite", "a.sqlite", "c.sqlite"])
    #expect(entries.map(\.organisation) == ["Hogwarts", "Durmstrang", ""])
    #expect(entries.map(\.team) == ["Hogwarts - 1", "Durmstrang - 1", ""])
    #expect(entries.map(\.lastDay) == [Day(number: 20_000), Day(number: 19_000), nil])
    #expect(entries.map(\.revision) == [1, 1, 0])
    #expect(entries.allSatisfy { $0.isReadable && !$0.isNewer })
  }

  @Test("A session whose name is no UTF-8 is made, locked, listed and opened like any other")
  func rawName() throws {
    let folder = try Folder()
    let name = RawName.text(Array("caf".utf8) + [0xE9] + Array(".sqlite".utf8))
    let path = folder.file(name)
    let lock = try SessionLock.take(of: path, at: Moment(day: Day(number: 1)))
    let file = try SessionFile.open(path: path, access: .readWrite)
    _ = try file.apply(.setUp(Setup(organisation: "Hogwarts")), at: Moment(day: Day(number: 2)))
    #expect(folder.names.sorted() == [name, name + ".lock"].sorted())
    #expect(!SessionLock.isFree(of: path))
    withExtendedLifetime(lock) {}
    let entries = SessionFolder.list(folder.path, names: folder.names)
    #expect(entries.map(\.organisation) == ["Hogwarts"])
    let again = try SessionFile.open(path: path, access: .readOnly)
    #expect(try again.summary().setup?.organisation == "Hogwarts")
  }

  @Test("What is not there any more, or is no session, is left out")
  func gone() throws {
    let folder = try Folder()
    try folder.write(Array("text".utf8), to: "d.sqlite")
    #expect(SessionFolder.list(folder.path, names: ["gone.sqlite", "d.sqlite"]).isEmpty)
  }
}
