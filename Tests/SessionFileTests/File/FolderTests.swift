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

    let entries = SessionFolder.list(folder.path)
    #expect(entries.map(\.name) == ["b.sqlite", "a.sqlite", "c.sqlite"])
    #expect(entries.map(\.organisation) == ["Hogwarts", "Durmstrang", ""])
    #expect(entries.map(\.team) == ["Hogwarts - 1", "Durmstrang - 1", ""])
    #expect(entries.map(\.lastDay) == [Day(number: 20_000), Day(number: 19_000), nil])
    #expect(entries.map(\.revision) == [1, 1, 0])
    #expect(entries.allSatisfy { $0.isReadable && !$0.isNewer })
  }

  @Test("A folder that is not there has no sessions")
  func nowhere() {
    #expect(SessionFolder.list("/nowhere").isEmpty)
  }
}
