import Migration
import SessionFile
import Testing

private let day = Day(number: 20_000)
private let moment = Moment(day: day, minute: 600)

@Suite("Changes: made, taken back, brought back, across restarts")
struct ChangeTests {
  private let folder: Folder
  private let file: SessionFile

  init() throws {
    folder = try Folder()
    file = try folder.open()
  }

  private func add(_ details: UserDetails) throws -> UserID {
    try #require(try file.apply(.createUsers(.addUser(details, .typed)), at: moment).user)
  }

  private func people(_ query: UserQuery = UserQuery()) throws -> [String] {
    try file.users(query, places: 0..<1_000).rows.map(\.details.firstName)
  }

  private func handOver(_ number: Int, _ users: [UserID]) throws {
    let written = HandOver(
      number: number, step: .createUsers, writtenOn: day, rowCount: users.count,
      files: ["/tmp/01-invite-1.csv"])
    _ = try file.apply(.createUsers(.handOver(written, users)), at: moment)
  }

  @Test("The first screen's answers are kept and can be taken back")
  func setUp() throws {
    let first = Setup(organisation: "Hogwarts", team: "harrypotter switch - 9231")
    var second = first
    second.startDate = Day(year: 2027, month: 1, day: 31)
    second.hasSingleUserLicences = true
    second.directory = .sync
    second.role = .systemAdministrator
    _ = try file.apply(.setUp(first), at: moment)
    _ = try file.apply(.setUp(second), at: moment)
    #expect(try file.summary().setup == second)
    _ = try file.undo(at: moment)
    #expect(try file.summary().setup == first)
    _ = try file.undo(at: moment)
    #expect(try file.summary().setup == nil)
    _ = try file.redo(at: moment)
    _ = try file.redo(at: moment)
    #expect(try file.summary().setup == second)
  }

  @Test("A person that is added is there, once, and is counted")
  func add() throws {
    let ann = try add(People.ann)
    #expect(try file.user(ann)?.details == People.ann)
    var again = People.ann
    again.address = "ANN@Example.COM"
    #expect(throws: ChangeRefusal.createUsers(.addressTaken(ann))) {
      try file.apply(.createUsers(.addUser(again, .typed)), at: moment)
    }
    let summary = try file.summary()
    #expect(summary.users == [.planned: 1])
    #expect(summary.usersNotHandedOver == 1)
    #expect(summary.groups == [Summary.GroupCount(name: "Pilot", count: 1)])
    #expect(summary.undoable?.text == "add-user")
    #expect(summary.revision == 1)
  }

  @Test("A person without an address is refused")
  func addWithoutAddress() throws {
    #expect(
      throws: ChangeRefusal.invalid(
        field: "address", Field.Finding(key: "address-missing"))
    ) { try file.apply(.createUsers(.addUser(UserDetails(firstName: "Ann"), .typed)), at: moment) }
    #expect(try file.summary().revision == 0)
  }

  @Test("Undo after a restart takes back, redo after a restart brings back")
  func acrossRestarts() throws {
    let ann = try add(People.ann)
    _ = try folder.open().undo(at: moment)
    let later = try folder.open()
    #expect(try later.user(ann) == nil)
    #expect(try later.summary().redoable?.text == "add-user")
    _ = try later.redo(at: moment)
    #expect(try folder.open().user(ann)?.details == People.ann)
  }

  @Test("Nothing to undo and nothing to redo are said so")
  func nothingToUndo() throws {
    #expect(throws: ChangeRefusal.nothingToUndo) { try file.undo(at: moment) }
    #expect(throws: ChangeRefusal.nothingToUndo) { try file.redo(at: moment) }
  }

  @Test("After another change there is nothing to bring back")
  func redoLapses() throws {
    _ = try add(People.ann)
    _ = try file.undo(at: moment)
    _ = try add(People.bram)
    #expect(throws: ChangeRefusal.nothingToUndo) { try file.redo(at: moment) }
    #expect(try file.journal(latest: 5).map(\.stage) == [.done, .lapsed])
  }

  @Test("A user's number is never given to another")
  func numbersAreNotUsedAgain() throws {
    let ann = try add(People.ann)
    _ = try file.undo(at: moment)
    #expect(try add(People.bram) != ann)
  }

  @Test("A corrected name is kept; the same name again leaves no trace")
  func edit() throws {
    let ann = try add(People.ann)
    var corrected = People.ann
    corrected.lastName = "de Vries-Jansen"
    let outcome = try file.apply(.createUsers(.editUser(ann, corrected)), at: moment)
    #expect(outcome.count == 1)
    #expect(try file.user(ann)?.details == corrected)
    let same = try file.apply(.createUsers(.editUser(ann, corrected)), at: moment)
    #expect(same.count == 0)
    #expect(same.revision == outcome.revision)
    _ = try file.undo(at: moment)
    #expect(try file.user(ann)?.details == People.ann)
  }

  @Test("An address can not be changed into somebody else's, but its case can")
  func editAddress() throws {
    let ann = try add(People.ann)
    let bram = try add(People.bram)
    var details = People.bram
    details.address = "ann@example.com"
    #expect(throws: ChangeRefusal.createUsers(.addressTaken(ann))) {
      try file.apply(.createUsers(.editUser(bram, details)), at: moment)
    }
    details.address = "BRAM@example.com"
    _ = try file.apply(.createUsers(.editUser(bram, details)), at: moment)
    #expect(try file.user(bram)?.details.address == "BRAM@example.com")
  }

  @Test("Somebody taken out is gone, and the address is free; undo brings back")
  func remove() throws {
    let ann = try add(People.ann)
    let bram = try add(People.bram)
    #expect(try file.apply(.createUsers(.removeUsers([ann, bram])), at: moment).count == 2)
    #expect(try people().isEmpty)
    #expect(throws: ChangeRefusal.createUsers(.userGone(ann))) {
      try file.apply(.createUsers(.removeUsers([ann])), at: moment)
    }
    _ = try file.undo(at: moment)
    #expect(try people() == ["Ann", "Bram"])
    _ = try file.redo(at: moment)
    #expect(try add(People.ann) != ann)
  }

  @Test("One that is gone makes the whole removal fail")
  func removeIsWhole() throws {
    let ann = try add(People.ann)
    #expect(throws: ChangeRefusal.createUsers(.userGone(UserID(99)))) {
      try file.apply(.createUsers(.removeUsers([ann, UserID(99)])), at: moment)
    }
    #expect(try people() == ["Ann"])
  }

  @Test("Several people into a group; undo gives each the group of before")
  func group() throws {
    let ann = try add(People.ann)
    let bram = try add(People.bram)
    let outcome = try file.apply(.createUsers(.groupUsers([ann, bram], "Pilot")), at: moment)
    #expect(outcome.count == 1)
    #expect(try file.summary().groups == [Summary.GroupCount(name: "Pilot", count: 2)])
    _ = try file.undo(at: moment)
    #expect(
      try file.summary().groups == [
        Summary.GroupCount(name: "Pilot", count: 1), Summary.GroupCount(name: "Wave 1", count: 1),
      ])
  }

  @Test("A hand-over binds its people, keeps their rows as they were, and is stated")
  func handOverAndState() throws {
    let ann = try add(People.ann)
    let bram = try add(People.bram)
    try handOver(1, [bram, ann])
    var query = UserQuery()
    query.onlyNotHandedOver = true
    #expect(try file.userIDs(query).isEmpty)
    #expect(try file.user(ann)?.standing == .planned)
    #expect(try file.summary().usersNotHandedOver == 0)

    let stated = try file.apply(.stateHandOver(1, day + 1), at: moment)
    #expect(stated.count == 2)
    #expect(try file.user(ann)?.standing == .stated)
    #expect(try file.user(ann)?.since == day + 1)
    let summary = try file.summary()
    #expect(summary.openInvitations == [Summary.DayCount(day: day + 1, count: 2)])
    #expect(summary.handOvers.first?.stage == .stated)
    #expect(summary.handOvers.first?.statedOn == day + 1)
    #expect(summary.handOvers.first?.files == ["/tmp/01-invite-1.csv"])
    #expect(try file.handOverRows(1).map(\.details) == [People.bram, People.ann])
  }

  @Test("Invitations that were sent again are stated on the later day, and can be taken back")
  func sentAgain() throws {
    let ann = try add(People.ann)
    try handOver(1, [ann])
    _ = try file.apply(.stateHandOver(1, day), at: moment)
    #expect(throws: ChangeRefusal.noSuchHandOver(1)) {
      try file.apply(.stateHandOver(1, day), at: moment)
    }
    #expect(try file.apply(.stateHandOver(1, day + 8), at: moment).count == 1)
    #expect(try file.user(ann)?.since == day + 8)
    #expect(try file.summary().handOvers.first?.statedOn == day + 8)
    #expect(try file.summary().openInvitations == [Summary.DayCount(day: day + 8, count: 1)])
    _ = try file.undo(at: moment)
    #expect(try file.user(ann)?.since == day)
    #expect(try file.summary().handOvers.first?.statedOn == day)
    #expect(try file.summary().handOvers.first?.stage == .stated)
  }

  @Test("An edited name falls back to planned and waits for the next hand-over; the rows stay")
  func editAfterHandOver() throws {
    let ann = try add(People.ann)
    try handOver(1, [ann])
    _ = try file.apply(.stateHandOver(1, day), at: moment)
    var details = People.ann
    details.login = "ann"
    details.group = "Wave 2"
    details.language = "nl"
    _ = try file.apply(.createUsers(.editUser(ann, details)), at: moment)
    #expect(try file.user(ann)?.standing == .stated)
    #expect(try file.user(ann)?.handOver == 1)

    details.firstName = "Anna"
    _ = try file.apply(.createUsers(.editUser(ann, details)), at: moment)
    #expect(try file.user(ann)?.standing == .planned)
    #expect(try file.user(ann)?.handOver == nil)
    #expect(try file.user(ann)?.since == nil)
    #expect(try file.handOverRows(1).map(\.details) == [People.ann])
    _ = try file.undo(at: moment)
    #expect(try file.user(ann)?.standing == .stated)
    #expect(try file.user(ann)?.handOver == 1)
  }

  @Test("Only rows that are as they were become stated")
  func stateUnchangedOnly() throws {
    let ann = try add(People.ann)
    let bram = try add(People.bram)
    try handOver(1, [ann, bram])
    var details = People.ann
    details.address = "anna@example.com"
    _ = try file.apply(.createUsers(.editUser(ann, details)), at: moment)
    #expect(try file.apply(.stateHandOver(1, day), at: moment).count == 1)
    #expect(try file.summary().users == [.planned: 1, .stated: 1])
  }

  @Test("A hand-over that did not go through frees its people")
  func withdraw() throws {
    let ann = try add(People.ann)
    try handOver(1, [ann])
    _ = try file.apply(.stateHandOver(1, day), at: moment)
    _ = try file.apply(.withdrawHandOver(1), at: moment)
    #expect(try file.user(ann)?.standing == .planned)
    #expect(try file.summary().usersNotHandedOver == 1)
    #expect(throws: ChangeRefusal.noSuchHandOver(1)) {
      try file.apply(.withdrawHandOver(1), at: moment)
    }
    _ = try file.undo(at: moment)
    #expect(try file.user(ann)?.standing == .stated)
  }

  @Test("An undone hand-over is withdrawn, and its number is not used again")
  func undoHandOver() throws {
    let ann = try add(People.ann)
    try handOver(1, [ann])
    _ = try file.undo(at: moment)
    #expect(try file.user(ann)?.handOver == nil)
    #expect(try file.summary().handOvers.map(\.stage) == [.withdrawn])
    #expect(throws: ChangeRefusal.noSuchHandOver(1)) { try handOver(1, [ann]) }
    _ = try file.redo(at: moment)
    #expect(try file.user(ann)?.handOver == 1)
    #expect(try file.summary().handOvers.map(\.stage) == [.written])
  }

  @Test("A hand-over that does not exist can not be stated")
  func noSuchHandOver() throws {
    #expect(throws: ChangeRefusal.noSuchHandOver(7)) {
      try file.apply(.stateHandOver(7, day), at: moment)
    }
  }

  @Test("The journal says what was done, when, about whom, and whether it holds")
  func journal() throws {
    _ = try add(People.ann)
    _ = try add(People.bram)
    _ = try file.undo(at: moment)
    let entries = try file.journal(latest: 10)
    #expect(entries.map(\.name) == [.createUsers(.addUser), .createUsers(.addUser)])
    #expect(entries.map(\.subject) == ["Bram Jansen", "Ann de Vries"])
    #expect(entries.map(\.stage) == [.undone, .done])
    #expect(entries.allSatisfy { $0.moment == moment && $0.isPersonal })
  }

  @Test("So is the undo of a change of many rows, whose indexes are made anew")
  func undoConflictOfMany() throws {
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(People.many(3_000)), .imported, .keep)), at: moment)
    _ = try file.apply(.createUsers(.removeUsers(file.userIDs(UserQuery()))), at: moment)
    try Outside.run(
      """
      INSERT INTO user (id, shelved, standing, source, batch, first_name, last_name, address, login,
        group_name, language, name_key, address_key)
      VALUES (9000, 0, 0, 0, 0, 'X', 'Y', 'user7@example.com', '', '', '', 'y', 'user7@example.com')
      """, on: folder.session)
    do {
      _ = try file.undo(at: moment)
      Issue.record("an address is there twice")
    } catch {
      guard case .createUsers(.addressTaken) = error else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(try file.summary().users.isEmpty)
    #expect(
      try Outside.number(
        "SELECT count(*) FROM sqlite_master WHERE name LIKE 'user_by%'", on: folder.session) == 2)
  }

  @Test("An undo that would give an address twice is refused and changes nothing")
  func undoConflict() throws {
    let ann = try add(People.ann)
    _ = try file.apply(.createUsers(.removeUsers([ann])), at: moment)
    try Outside.run(
      """
      INSERT INTO user (id, shelved, standing, source, batch, first_name, last_name, address, login,
        group_name, language, name_key, address_key)
      VALUES (50, 0, 0, 0, 0, 'X', 'Y', 'ann@example.com', '', '', '', 'y', 'ann@example.com')
      """, on: folder.session)
    #expect(throws: ChangeRefusal.createUsers(.addressTaken(UserID(50)))) {
      try file.undo(at: moment)
    }
    #expect(try file.user(ann) == nil)
    #expect(try file.summary().undoable?.text == "remove-users")
  }
}
