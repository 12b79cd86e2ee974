import Migration
import Testing

@testable import SessionFile

private let day = Day(number: 20_500)
private let moment = Moment(day: day, minute: 600)

@Suite("A migration whose people are forgotten")
struct ForgetTests {
  /// Words that stand in nothing but a field of somebody.
  private static let rare = [
    "Quirinus", "Xylander", "qxylander", "zonderling.example", "Wervelgroep", "Pomponius",
    "kabouter07", "lic-zeldzaam", "uitzonderlijk-verzoek",
  ]

  /// A session with those words wherever one can stand.
  private func filled(_ folder: Folder) throws -> SessionFile {
    let file = try folder.open()
    let setup = Setup(
      organisation: "Pomponius BV", team: "Pomponius - 1", startDate: day,
      primaryAdmin: "Quirinus@zonderling.example")
    _ = try file.apply(.setUp(setup), at: moment)
    let details = UserDetails(
      firstName: "Quirinus", lastName: "Xylander", address: "quirinus@zonderling.example",
      login: "qxylander", group: "Wervelgroep")
    _ = try file.apply(.createUsers(.addUser(details, .typed)), at: moment)
    _ = try file.apply(.createUsers(.removeUsers([UserID(1)])), at: moment)
    _ = try file.undo(at: moment)
    _ = try file.apply(
      .switchDevices(.saveComputer(nil, ComputerDetails(name: "kabouter07", group: "Wervelgroep"))),
      at: moment)
    let server = ServerDetails(hosts: ["lic-zeldzaam"])
    _ = try file.apply(.retireServers(.addServer(server)), at: moment)
    _ = try file.apply(
      .closeStep(.informUsers, reason: "uitzonderlijk-verzoek", on: day), at: moment)
    try file.keep(Place(entries: [("invite-single|input.first-name", "8:Quirinus")]))
    return file
  }

  @Test("leaves no byte of any name in the file, nor beside it")
  func bytes() throws {
    let folder = try Folder()
    let file = try filled(folder)
    let before = String(decoding: try folder.bytes("session.sqlite"), as: UTF8.self)
    for word in Self.rare {
      #expect(before.firstRange(of: word) != nil, "\(word) was never there, so nothing is tested")
    }
    try file.forget(at: moment)
    for name in folder.names {
      let text = String(decoding: try folder.bytes(name), as: UTF8.self).lowercased()
      for word in Self.rare {
        #expect(text.firstRange(of: word.lowercased()) == nil, "\(word) in \(name)")
      }
    }
  }

  @Test("keeps how far the steps were, the days, and what was closed; nothing is left to undo")
  func counts() throws {
    let folder = try Folder()
    let file = try filled(folder)
    let before = try file.summary()
    try file.forget(at: Moment(day: day, minute: 601))
    let after = try file.summary()
    #expect(after.forgotten?.day == day)
    for step in Step.allCases { #expect(after.funnel(of: step) == before.funnel(of: step)) }
    #expect(after.userFunnel.total == 0)
    #expect(after.setup?.startDate == day)
    #expect(after.closed[.informUsers] == ClosedStep(day: day, reason: ""))
    #expect(after.undoable == nil && after.redoable == nil)
    #expect(after.toDo(today: day + 5) == [])
    #expect(try file.journal(latest: 100).map(\.subject).allSatisfy(\.isEmpty))
    // A second time there is nobody left, and the counts stay.
    try file.forget(at: Moment(day: day, minute: 602))
    #expect(try file.summary().funnel(of: .createUsers) == before.funnel(of: .createUsers))
  }

  @Test("every table of a migration is thought of: forgotten, or known to hold no name")
  func tables() throws {
    let folder = try Folder()
    let file = try folder.open()
    let statement = try file.connection.once(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    let nameless: Set = [
      "counter", "identity", "step_statement", "forgotten", "product", "offering_name",
    ]
    while try statement.step() {
      let table = statement.text(0)
      let isThoughtOf = ForgottenRows.every.contains { sql in
        sql.split { !$0.isLetter && $0 != "_" }.contains(table[...])
      }
      #expect(isThoughtOf || nameless.contains(table), "\(table)")
    }
  }

  @Test("a step is closed with a reason and opened again, and both can be undone")
  func closing() throws {
    let folder = try Folder()
    let file = try folder.open()
    _ = try file.apply(.closeStep(.informUsers, reason: "Elsewhere", on: day), at: moment)
    #expect(try file.summary().end(of: .informUsers) == .closed)
    _ = try file.apply(.closeStep(.informUsers, reason: "", on: day), at: moment)
    #expect(try file.summary().end(of: .informUsers) == .open)
    _ = try file.undo(at: moment)
    #expect(
      try file.summary().closed[.informUsers] == ClosedStep(day: day, reason: "Elsewhere"))
    _ = try file.undo(at: moment)
    #expect(try file.summary().closed == [:])
  }
}
