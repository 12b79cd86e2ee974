import Glibc
import Migration
import Testing

@testable import SessionFile

private let day = Day(number: 20_000)
private let moment = Moment(day: day, minute: 600)

/// Files as older versions of the program wrote them, kept as SQL. One is added for each version of
/// the tables, with `OVERSTAP_RECORD=1 swift test --filter OldFileTests`, and never changed again.
@Suite("Old files: each version of the tables is opened, read and worked on by this one")
struct OldFileTests {
  private static let folder =
    #filePath.prefix { $0 != "\0" }.split(separator: "/").dropLast(2)
    .reduce("") { $0 + "/" + $1 } + "/Files"

  private static func stored(_ version: Int) -> String { folder + "/schema-\(version).sql" }

  /// The version whose journal this one undoes; what was done with an earlier one holds.
  private static let firstToUndo = 10

  @Test(
    "A stored old file has its people, hand-overs, place and journal",
    arguments: [1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  func old(version: Int) throws {
    let folder = try Folder()
    let sql = Outside.text(of: Self.stored(version))
    try #require(!sql.isEmpty)
    try Outside.run(sql, on: folder.session)
    let file = try folder.open()
    #expect(file.writability == .writable)
    #expect((file.backup == nil) == (version == Schema.current.number))

    let summary = try file.summary()
    #expect(summary.setup == Self.setup)
    #expect(summary.users == [.planned: 3, .stated: 1])
    #expect(summary.groups.map(\.name) == ["Pilot", "Wave 1"])
    #expect(summary.handOvers.map(\.files) == [["/tmp/01-invite-1.csv"]])
    #expect(try file.recount() == Recount(summary))
    #expect(try file.user(address: "chloe@example.com")?.details.lastName == "Özdemir")
    #expect(try file.handOverRows(1).map(\.details) == [People.ann, People.bram])
    #expect(try file.place() == Place(entries: [("screen", "users"), ("draft", "it's")]))
    #expect(try file.mapping("naam;mail") == "last-name;address")

    if version >= 5 {
      let switched = Funnel(total: 2, stated: 1, proven: 0, failed: 0)
      #expect(summary.funnel(of: .switchDevices) == switched)
      #expect(summary.informedOn == day)
      #expect(summary.licensing.servers.map(\.fileAwayOn) == [day])
    }
    guard version >= Self.firstToUndo else { return try expectSettled(file) }
    #expect(summary.undoable?.text == "edit-user")
    #expect(summary.redoable?.text == "remove-users")
    _ = try file.redo(at: moment)
    #expect(try file.summary().users == [.planned: 2, .stated: 1])
    while try file.summary().undoable != nil { _ = try file.undo(at: moment) }
    #expect(try file.recount() == Recount())
    #expect(throws: ChangeRefusal.nothingToUndo) { try file.undo(at: moment) }
  }

  @Test("A stored file of the tables of steps 2 and 5 has what was in them", arguments: [2, 3])
  func steps(version: Int) throws {
    let folder = try Folder()
    try Outside.run(Outside.text(of: Self.stored(version)), on: folder.session)
    let file = try folder.open()
    #expect(file.writability == .writable && file.backup != nil)
    let summary = try file.summary()
    #expect(summary.users == [.planned: 2])
    #expect(summary.products.map(\.details.name) == ["AutoCAD", "Plugin of ours"])
    #expect(summary.products.map(\.counts.planned) == [2, 0])
    #expect(summary.products.map(\.counts.proven) == [0, 1])
    #expect(try file.recount() == Recount(summary))
    if version == 3 {
      let servers = summary.licensing.servers
      #expect(servers.map(\.details.name) == ["lic01", "lic02"])
      #expect(servers.map(\.keptReason) == ["", "Tokens"])
      #expect(servers.map(\.openLicences) == [1, 0])
      #expect(servers.first?.log?.outs == 12)
      let rows = try file.uses(UseQuery(order: .person, window: 0), places: 0..<9).window.rows
      #expect(Set(rows.map(\.userName)) == ["Ann de Vries", "Abraham Jansen"])
      #expect(rows.first { $0.login == "avries" }?.daysOfUse == 2)
    }
    try expectSettled(file)
  }

  /// What was done before holds and is shown so; what is done from now on is undone and redone.
  private func expectSettled(_ file: SessionFile) throws {
    let before = try file.summary()
    #expect(before.undoable == nil && before.redoable == nil)
    let stages = try file.journal(latest: 100).map(\.stage)
    #expect(stages.first == .lapsed && stages.count > 5)
    #expect(stages.dropFirst().allSatisfy { $0 == .settled })
    #expect(throws: ChangeRefusal.nothingToUndo) { try file.undo(at: moment) }
    #expect(throws: ChangeRefusal.nothingToUndo) { try file.redo(at: moment) }

    let ann = try #require(try file.user(address: "ann@example.com"))
    _ = try file.apply(.setUp(Setup(organisation: "Example")), at: moment)
    _ = try file.apply(.assignProducts(.mapOffering("Plugin", nil)), at: moment)
    _ = try file.apply(.createUsers(.removeUsers([ann.id])), at: moment)
    for _ in 0..<3 { _ = try file.undo(at: moment) }
    for _ in 0..<3 { _ = try file.redo(at: moment) }
    for _ in 0..<3 { _ = try file.undo(at: moment) }
    #expect(try file.user(ann.id) == ann)
    #expect(try file.summary().setup == before.setup)
    #expect(try file.recount() == Recount(before))
  }

  private static let setup = Setup(
    organisation: "Hogwarts", team: "harrypotter switch - 9231",
    startDate: Day(year: 2027, month: 1, day: 31), role: .secondaryAdmin, language: "nl",
    helpdesk: HelpdeskCard(
      name: "Helpdesk", telephone: "+31 20 123 4567", address: "help@example.com"))

  @Test(
    "The file of the present version is stored",
    .enabled(if: getenv("OVERSTAP_RECORD") != nil))
  func record() throws {
    let folder = try Folder()
    let file = try folder.open()
    _ = try file.apply(.setUp(Self.setup), at: moment)
    try fillStep3And5(file)
    let ann = try #require(
      try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment).user)
    let bram = try #require(
      try file.apply(.createUsers(.addUser(People.bram, .typed)), at: moment).user)
    _ = try file.apply(
      .createUsers(
        .importUsers(
          People.batch([People.chloe, People.many(1)[0]]), .imported, .keep)), at: moment)
    let written = HandOver(
      number: 1, step: .createUsers, writtenOn: day, rowCount: 2, files: ["/tmp/01-invite-1.csv"],
      digest: "00ff")
    _ = try file.apply(.createUsers(.handOver(written, [ann, bram])), at: moment)
    _ = try file.apply(.stateHandOver(1, day), at: moment)
    var bramChanged = People.bram
    bramChanged.firstName = "Abraham"
    _ = try file.apply(.createUsers(.editUser(bram, bramChanged)), at: moment)
    let chloe = try #require(try file.user(address: "chloe@example.com")?.id)
    _ = try file.apply(.createUsers(.removeUsers([chloe])), at: moment)
    _ = try file.undo(at: moment)
    try file.keep(Place(entries: [("screen", "users"), ("draft", "it's")]))
    try file.remember(mapping: "last-name;address", as: "naam;mail")

    let path = Self.stored(Schema.current.number)
    guard access(path, F_OK) != 0 else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o644)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let sql = Array(try dump(file.connection).utf8)
    #expect(sql.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == sql.count)
  }

  private func fillStep3And5(_ file: SessionFile) throws {
    let server = ServerDetails(hosts: ["lic01"], daemon: "adskflex")
    let installed = ["AutoCAD", "Revit"].map { name in
      InstallationDetails(
        computer: "WS-01", product: "\(name) 2024", offering: name, login: "avries")
    }
    let changes: [Change] = [
      .retireServers(.addServer(server)), .retireServers(.putFileAway(ServerID(1), day)),
      .switchDevices(.add(installed)),
      .switchDevices(.state([InstallationID(2)], isSwitched: true)),
      .informUsers(.stateInformed(day)),
    ]
    for change in changes { _ = try file.apply(change, at: moment) }
  }

  /// The whole file as SQL.
  private func dump(_ connection: Connection) throws -> String {
    func texts(_ sql: String) throws -> [String] {
      let statement = try connection.once(sql)
      var texts: [String] = []
      while try statement.step() { texts.append(statement.text(0)) }
      return texts
    }
    var sql = ""
    for name in ["application_id", "user_version"] {
      sql += "PRAGMA \(name) = \(try texts("PRAGMA \(name)").joined());\n"
    }
    for name in try texts("SELECT name FROM sqlite_master WHERE type = 'table'") {
      let create = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '\(name)'"
      sql += try texts(create).joined() + ";\n"
      let columns = try texts("SELECT name FROM pragma_table_info('\(name)')")
        .map { "quote(\"\($0)\")" }.joined(separator: " || ', ' || ")
      for row in try texts("SELECT \(columns) FROM \"\(name)\"") {
        sql += "INSERT INTO \"\(name)\" VALUES (\(row));\n"
      }
    }
    let indexes = try texts(
      "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    return indexes.reduce(sql) { $0 + $1 + ";\n" }
  }
}
