import Migration
import SessionFile
import Testing

private let day = Day(number: 20_000)
private let moment = Moment(day: day, minute: 600)

@Suite("An import: whole, counted, one undo")
struct ImportTests {
  private let folder: Folder
  private let file: SessionFile

  init() throws {
    folder = try Folder()
    file = try folder.open()
  }

  private func take(
    _ people: [UserDetails], _ existing: Change.Existing = .keep
  ) throws -> ChangeOutcome {
    try file.apply(
      .createUsers(.importUsers(People.batch(people), .imported, existing)), at: moment)
  }

  private func checkCounts() throws {
    #expect(try Recount(file.summary()) == file.recount())
  }

  @Test("Many people come in at once, are taken out by one undo, and come back by one redo")
  func importUndoRedo() throws {
    let people = People.many(5_000)
    #expect(try take(people).count == 5_000)
    #expect(try file.summary().users == [.planned: 5_000])
    try checkCounts()
    let ids = try file.userIDs(UserQuery())

    _ = try file.undo(at: moment)
    #expect(try file.summary().users.isEmpty)
    #expect(try file.userIDs(UserQuery()).isEmpty)
    try checkCounts()

    _ = try folder.open().redo(at: moment)
    #expect(try file.userIDs(UserQuery()) == ids)
    try checkCounts()
    #expect(try file.user(ids[0])?.source == .imported)
  }

  @Test("People who are there are kept as they are")
  func keep() throws {
    _ = try take([People.ann])
    var other = People.ann
    other.lastName = "Jansen"
    other.address = "ANN@example.com"
    let outcome = try take([other, People.bram])
    #expect(outcome.count == 1)
    #expect(outcome.unchanged == 1)
    #expect(try file.user(address: "ann@example.com")?.details == People.ann)
  }

  @Test("Updating takes over what the list has, and leaves what it has not")
  func update() throws {
    _ = try take([People.ann, People.bram])
    var other = UserDetails(firstName: "Anna", lastName: "de Vries", address: "Ann@example.com")
    other.language = "nl"
    let outcome = try take([other, People.bram], .update)
    #expect(outcome.count == 0)
    #expect(outcome.updated == 1)
    #expect(outcome.unchanged == 1)
    var expected = People.ann
    expected.firstName = "Anna"
    expected.language = "nl"
    #expect(try file.user(address: "ann@example.com")?.details == expected)
    _ = try file.undo(at: moment)
    #expect(try file.user(address: "ann@example.com")?.details == People.ann)
    _ = try file.redo(at: moment)
    #expect(try file.user(address: "ann@example.com")?.details == expected)
    try checkCounts()
  }

  @Test("A list with the address makes one person of whom had a login for one, by login or by name")
  func loginOnly() throws {
    var (ann, bram) = (People.ann, People.bram)
    (ann.address, ann.login) = ("avries@corp.local", "")
    bram.address = "b.jansen@example.onmicrosoft.com"
    _ = try take([ann, bram])
    let list = [
      UserDetails(
        firstName: "Annie", lastName: "de Vries", address: "ann@example.com", login: "AVries"),
      People.bram,
    ]
    let found = try file.compare(People.batch(list))
    #expect(found.rows == [.changed([.firstName, .address, .login]), .changed([.address])])
    let kept = try take(list)
    #expect(kept.count == 0 && kept.unchanged == 2)

    let outcome = try take(list, .update)
    #expect(outcome.count == 0 && outcome.updated == 2)
    let users = try file.users(UserQuery(), places: 0..<9).rows.map(\.details)
    #expect(Set(users.map(\.address)) == ["ann@example.com", "bram@example.com"])
    // What stood for the address is the login name, where no other is known.
    #expect(Set(users.map(\.login)) == ["AVries", "b.jansen"])
    try checkCounts()
    _ = try file.undo(at: moment)
    #expect(try file.user(address: "avries@corp.local")?.details == ann)
    _ = try file.redo(at: moment)
    #expect(try file.user(address: "ann@example.com")?.details.login == "AVries")
    // From now on the address is theirs, and another one with that login is another person.
    var other = list[0]
    other.address = "other@example.com"
    #expect(
      try file.compare(People.batch([other])).rows == [.conflict(.samePersonOtherAddress)])
  }

  @Test("A login that no list tells apart, or that stays one, is nobody else's address")
  func loginOnlyOfSeveral() throws {
    var (one, two) = (People.bram, People.bram)
    (one.address, two.address) = ("b1@corp.local", "b2@corp.local")
    _ = try take([one, two])
    #expect(
      try file.compare(People.batch([People.bram])).rows == [.conflict(.samePersonOtherAddress)])
    var third = People.ann
    (third.address, third.login) = ("b3@corp.local", "b1")
    #expect(try file.compare(People.batch([third])).rows == [.new])
    // One row gets the address; a second one is another person.
    third.address = "b1@example.com"
    var fourth = third
    fourth.address = "b4@example.com"
    let found = try file.compare(People.batch([third, fourth]))
    #expect(found.users[0] != nil && found.rows[0] != .new)
    #expect(found.rows[1] == .new)
  }

  @Test(
    "A namesake gets nobody's address: not with another login, not one of two, in the list or here")
  func namesakes() throws {
    var jan = UserDetails(firstName: "Jan", lastName: "de Vries", address: "jvries1@corp.local")
    _ = try take([jan])
    /// Whether each row gives somebody here another address.
    func gives(_ list: [UserDetails]) throws -> [Bool] {
      try file.compare(People.batch(list)).rows.map { row in
        if case .changed(let fields) = row { fields.contains(.address) } else { false }
      }
    }
    func row(_ address: String, login: String = "") -> UserDetails {
      UserDetails(firstName: "Jan", lastName: "de Vries", address: address, login: login)
    }
    #expect(try gives([row("jan.devries@example.com")]) == [true], "the only one of that name")
    #expect(try gives([row("jan.devries2@example.com", login: "jvries2")]) == [false])
    #expect(try gives([row("jan1@example.com"), row("jan2@example.com")]) == [false, false])
    jan.address = "jan.b@example.com"
    _ = try take([row("jan.b@example.com", login: "jvries9")])
    #expect(try gives([row("jan.devries@example.com")]) == [false], "two of that name are here")
  }

  @Test("A list that changes the name of somebody handed over makes the row planned again")
  func updateAfterHandOver() throws {
    _ = try take([People.ann])
    let ids = try file.userIDs(UserQuery())
    let written = HandOver(number: 1, step: .createUsers, writtenOn: day, rowCount: 1)
    _ = try file.apply(.createUsers(.handOver(written, ids)), at: moment)
    _ = try file.apply(.stateHandOver(1, day), at: moment)
    var other = People.ann
    other.firstName = "Anna"
    _ = try take([other], .update)
    #expect(try file.user(ids[0])?.standing == .planned)
    #expect(try file.user(ids[0])?.handOver == nil)
    try checkCounts()
  }

  @Test("Only valid rows come in, and doubtful ones that were accepted")
  func verdicts() throws {
    var batch = People.batch(People.many(5))
    batch.rows[0].verdict = .refused
    batch.rows[1].verdict = .duplicate
    batch.rows[2].verdict = .doubtful
    batch.rows[3].verdict = .doubtful
    batch.rows[3].isAccepted = true
    let outcome = try file.apply(.createUsers(.importUsers(batch, .pasted, .keep)), at: moment)
    #expect(outcome.count == 2)
    let addresses = try file.users(UserQuery(), places: 0..<9).rows.map(\.details.address)
    #expect(Set(addresses) == ["user3@example.com", "user4@example.com"])
  }

  @Test("An address that stands in the list twice comes in once")
  func repeated() throws {
    var twin = People.ann
    twin.address = "Ann@Example.com"
    let outcome = try take([People.ann, twin, People.bram, twin])
    #expect(outcome.count == 2)
    #expect(outcome.unchanged == 2)
  }

  @Test("A list that brings nothing new leaves no trace")
  func nothingNew() throws {
    let first = try take([People.ann])
    let second = try take([People.ann], .update)
    #expect(second.count == 0)
    #expect(second.unchanged == 1)
    #expect(second.revision == first.revision)
  }

  @Test("An import that is called off leaves nothing behind")
  func cancel() throws {
    var reports: [Int] = []
    #expect(throws: ChangeRefusal.cancelled) {
      try file.apply(
        .createUsers(.importUsers(People.batch(People.many(3_000)), .imported, .keep)), at: moment
      ) {
        reports.append($0)
        return $0 < 1_500
      }
    }
    #expect(reports == [500, 1_000, 1_500])
    #expect(try file.recount() == Recount())
    #expect(try file.summary() == Summary())
    #expect(try take(People.many(10)).count == 10)
  }

  @Test("A small list among many is found by the same rules")
  func smallAmongMany() throws {
    _ = try take(People.many(4_000))
    let outcome = try take(People.many(10, from: 3_995))
    #expect(outcome.count == 5)
    #expect(outcome.unchanged == 5)
    try checkCounts()
  }

  @Test("What a lapsed import had brought is gone for good with the next long list")
  func purge() throws {
    _ = try take(People.many(3_000))
    _ = try file.undo(at: moment)
    _ = try take([People.ann])
    _ = try take(People.many(1_200))
    #expect(try Outside.number("SELECT count(*) FROM user", on: folder.session) == 1_201)
    try checkCounts()
  }
}
