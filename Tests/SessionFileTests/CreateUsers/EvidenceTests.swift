import Migration
import SessionFile
import Testing

private let day = Day(number: 20_000)
private let moment = Moment(day: day, minute: 600)

@Suite("Evidence: what a document of the portal proves and takes back")
struct EvidenceTests {
  private let file: SessionFile
  private let ann: UserID
  private let bram: UserID
  private let chloe: UserID

  init() throws {
    file = try SessionFile.inMemory()
    ann = try #require(try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment).user)
    bram = try #require(
      try file.apply(.createUsers(.addUser(People.bram, .typed)), at: moment).user)
    chloe = try #require(
      try file.apply(.createUsers(.addUser(People.chloe, .typed)), at: moment).user)
    let written = HandOver(number: 1, step: .createUsers, writtenOn: day, rowCount: 2)
    _ = try file.apply(.createUsers(.handOver(written, [ann, bram])), at: moment)
    _ = try file.apply(.stateHandOver(1, day), at: moment)
  }

  private func prove(
    _ people: [(UserDetails, Invitation)], on day: Day, isWhole: Bool = true,
    kind: Evidence.Kind = .usersExport, digest: String = ""
  ) throws -> ChangeOutcome {
    try file.apply(
      .createUsers(
        .proveUsers(
          Evidence(
            kind: kind, file: "users-\(day.number).csv", day: day, team: "T", isWhole: isWhole,
            digest: digest, rowCount: people.count, personCount: people.count),
          People.portal(people))), at: moment)
  }

  private func checkCounts() throws { #expect(try Recount(file.summary()) == file.recount()) }

  private func user(_ id: UserID) throws -> User { try #require(try file.user(id)) }

  @Test("Who is in it is proven, whatever the case of the address; pending and accepted apart")
  func proves() throws {
    var shouted = People.ann
    shouted.address = "ANN@EXAMPLE.COM"
    let outcome = try prove(
      [(shouted, .accepted), (People.bram, .pending), (People.many(1)[0], .accepted)], on: day + 4)
    #expect((outcome.count, outcome.updated, outcome.unchanged) == (2, 0, 0))
    let summary = try file.summary()
    #expect(summary.users == [.planned: 1, .proven: 2])
    #expect(summary.userFunnel == Funnel(total: 3, stated: 2, proven: 2))
    #expect(summary.invitations == [.accepted: 1, .pending: 1])
    #expect(summary.acceptedUsers == 1)
    #expect(try user(ann).since == day + 4)
    #expect(try user(ann).evidence == 1)
    #expect(try user(ann).invitation == .accepted)
    #expect(try user(chloe).standing == .planned)
    #expect(summary.evidence.map(\.file) == ["users-20004.csv"])
    #expect(summary.openInvitations == [Summary.DayCount(day: day, count: 1)])
    try checkCounts()
  }

  @Test("A newer whole export without somebody takes the proof back; a part of it does not")
  func takesBack() throws {
    _ = try prove([(People.ann, .accepted), (People.bram, .pending)], on: day + 1)
    #expect(try prove([(People.ann, .accepted)], on: day + 2, isWhole: false).updated == 0)
    #expect(try user(bram).standing == .proven)
    #expect(
      try prove([(People.ann, .accepted)], on: day + 3, kind: .usageReport).updated == 0)
    let outcome = try prove([(People.ann, .accepted)], on: day + 4)
    #expect(outcome.updated == 1)
    let gone = try user(bram)
    #expect(gone.standing == .failed)
    #expect(gone.since == day + 4)
    #expect(gone.evidence == 4)
    #expect(try file.summary().userFunnel == Funnel(total: 3, stated: 1, proven: 1, failed: 1))
    // Back in the portal, back in the proof.
    #expect(try prove([(People.bram, .accepted)], on: day + 5, isWhole: false).count == 1)
    #expect(try user(bram).standing == .proven)
    try checkCounts()
  }

  @Test("An older export says nothing against a newer one")
  func older() throws {
    _ = try prove([(People.ann, .accepted), (People.bram, .pending)], on: day + 5)
    let outcome = try prove([(People.ann, .pending)], on: day + 2)
    #expect((outcome.count, outcome.updated) == (0, 0))
    #expect(try user(ann).invitation == .accepted)
    #expect(try user(ann).since == day + 5)
    #expect(try user(bram).standing == .proven)
    // What was taken back by a newer one is not brought back by an older one.
    _ = try prove([(People.ann, .accepted)], on: day + 6)
    _ = try prove([(People.bram, .accepted)], on: day + 3)
    #expect(try user(bram).standing == .failed)
    try checkCounts()
  }

  @Test("Undo takes the evidence out with its proofs, redo brings both back")
  func undo() throws {
    let before = try file.summary()
    let people = try file.users(UserQuery(), places: 0..<9).rows
    _ = try prove([(People.ann, .accepted), (People.many(1)[0], .pending)], on: day + 1)
    let after = try file.summary()
    #expect(try file.strangers(places: 0..<9).total == 1)
    _ = try file.undo(at: moment)
    #expect(try file.users(UserQuery(), places: 0..<9).rows == people)
    #expect(try file.summary().users == before.users)
    #expect(try file.summary().evidence.isEmpty)
    #expect(try file.summary().openInvitations == before.openInvitations)
    #expect(try file.strangers(places: 0..<9).total == 0)
    _ = try file.redo(at: moment)
    #expect(try file.summary().users == after.users)
    #expect(try file.summary().evidence == after.evidence)
    #expect(try file.strangers(places: 0..<9).total == 1)
    try checkCounts()
  }

  @Test("The same file once more changes nothing, and proves who came since")
  func sameFile() throws {
    let people = [(People.ann, Invitation.accepted), (People.many(1)[0], .accepted)]
    _ = try prove(people, on: day + 1, digest: "ab")
    let revision = try file.revision()
    let again = try prove(people, on: day + 1, digest: "ab")
    #expect(again.count == 0)
    #expect(try file.revision() == revision)
    #expect(try file.summary().evidence.count == 1)
    let late = try #require(
      try file.apply(.createUsers(.addUser(People.many(1)[0], .typed)), at: moment).user)
    #expect(try prove(people, on: day + 1, digest: "ab").count == 1)
    #expect(try user(late).evidence == 1)
    #expect(try file.summary().evidence.count == 1)
  }

  @Test("Who is in the portal and not here is listed by name until taken over")
  func strangers() throws {
    let others = People.many(3, from: 10)
    _ = try prove(
      [(others[0], .pending), (others[1], .accepted), (People.ann, .accepted)], on: day + 1)
    var listed = try file.strangers(places: 0..<9)
    #expect(listed.total == 2)
    #expect(try file.strangers(places: 1..<2).rows == [listed.rows[1]])
    // A newer part adds, a newer whole replaces.
    _ = try prove([(others[2], .accepted)], on: day + 2, isWhole: false)
    #expect(try file.strangers(places: 0..<9).total == 3)
    _ = try prove([(others[0], .accepted), (People.ann, .accepted)], on: day + 3)
    listed = try file.strangers(places: 0..<9)
    #expect(listed.rows.map(\.address) == [others[0].address])
    #expect(listed.rows.map(\.invitation) == [.accepted])

    let outcome = try file.apply(
      .createUsers(.takeOverFromPortal(listed.rows.map(\.id))), at: moment)
    #expect(outcome.count == 1)
    let taken = try #require(try file.user(address: others[0].address))
    #expect(taken.standing == .proven)
    #expect(taken.source == .portal)
    #expect(taken.since == day + 3)
    #expect(try file.strangers(places: 0..<9).total == 0)
    // Once more changes nothing.
    #expect(
      try file.apply(.createUsers(.takeOverFromPortal(listed.rows.map(\.id))), at: moment).count
        == 0)
    _ = try file.undo(at: moment)
    #expect(try file.user(address: others[0].address) == nil)
    #expect(try file.strangers(places: 0..<9).total == 1)
    try checkCounts()
  }

  @Test("Somebody of the portal whose name must not leave is not taken over")
  func hostileName() throws {
    let formula = UserDetails(firstName: "=cmd", lastName: "Bos", address: "bos@example.com")
    _ = try prove([(formula, .accepted)], on: day)
    let listed = try file.strangers(places: 0..<9)
    #expect(listed.rows.first?.refusal == .nameLikeFormula)
    let outcome = try file.apply(
      .createUsers(.takeOverFromPortal(listed.rows.map(\.id))), at: moment)
    #expect((outcome.count, outcome.unchanged) == (0, 1))
  }

  @Test("Sent again starts the seven days anew; who accepted is left alone")
  func resend() throws {
    _ = try prove([(People.ann, .accepted), (People.bram, .pending)], on: day + 7)
    #expect(try file.summary().openInvitations == [Summary.DayCount(day: day, count: 1)])
    let outcome = try file.apply(
      .createUsers(.resendInvitations(.these([ann, bram, chloe]), day + 8)), at: moment)
    #expect(outcome.count == 1)
    #expect(try file.summary().openInvitations == [Summary.DayCount(day: day + 8, count: 1)])
    #expect(try user(bram).invitedOn == day + 8)
    try checkCounts()
    _ = try file.undo(at: moment)
    #expect(try file.summary().openInvitations == [Summary.DayCount(day: day, count: 1)])
  }

  @Test("Sent again to all whose time has come is about those whom the file has then")
  func resendToAll() throws {
    _ = try prove([(People.ann, .accepted), (People.bram, .pending)], on: day + 7)
    let open = UserQuery(part: .notAccepted(from: nil, upTo: nil))
    let outcome = try file.apply(
      .createUsers(.resendInvitations(.all(open, count: 99), day + 8)), at: moment)
    #expect(outcome.count == 1)
    #expect(try user(bram).invitedOn == day + 8)
  }

  @Test("Invited anew is planned again and in no hand-over; who accepted stays")
  func anew() throws {
    _ = try prove([(People.ann, .accepted), (People.bram, .pending)], on: day + 95)
    #expect(
      try file.apply(.createUsers(.planUsersAgain(.these([ann, bram]))), at: moment).count == 1)
    #expect(try user(ann).standing == .proven)
    #expect(try user(bram).standing == .planned)
    #expect(try user(bram).handOver == nil)
    #expect(try file.summary().usersNotHandedOver == 2)
    try checkCounts()
  }

  @Test("A name may change without losing the proof, an address may not")
  func edits() throws {
    _ = try prove([(People.ann, .accepted)], on: day + 1)
    var other = People.ann
    other.lastName = "Jansen"
    _ = try file.apply(.createUsers(.editUser(ann, other)), at: moment)
    #expect(try user(ann).standing == .proven)
    #expect(try user(ann).invitation == .accepted)
    other.address = "ann.jansen@example.com"
    _ = try file.apply(.createUsers(.editUser(ann, other)), at: moment)
    #expect(try user(ann).standing == .planned)
    #expect(try user(ann).invitation == .unknown)
    #expect(try user(ann).evidence == nil)
    try checkCounts()
  }

  @Test("The comparison says before what the change does after")
  func comparison() throws {
    _ = try prove([(People.ann, .accepted), (People.bram, .pending)], on: day + 3)
    let portal = People.portal([(People.ann, .accepted), (People.many(1)[0], .pending)])
    let found = try file.compare(portal)
    #expect((found.known, found.newlyProven, found.accepted, found.pending) == (1, 0, 1, 0))
    #expect((found.strangers, found.absent) == (1, 2))
    #expect(found.takenBack(by: day + 3) == 1)
    #expect(found.takenBack(by: day + 2) == 0)
    #expect(
      try prove([(People.ann, .accepted), (People.many(1)[0], .pending)], on: day + 4).updated == 1)
  }

  @Test("Parts of the users are listed: who has not accepted by the day, who is not proven")
  func parts() throws {
    _ = try prove([(People.ann, .accepted), (People.bram, .pending)], on: day + 7)
    let open = UserQuery(order: .invitation, part: .notAccepted(from: nil, upTo: nil))
    #expect(try file.userIDs(open) == [bram])
    #expect(try file.userIDs(UserQuery(part: .notAccepted(from: nil, upTo: day - 1))).isEmpty)
    #expect(try file.userIDs(UserQuery(part: .notAccepted(from: day, upTo: day))) == [bram])
    #expect(try file.userIDs(UserQuery(part: .notProven)) == [chloe])
    #expect(try file.userIDs(UserQuery(order: .invitation)) == [bram, chloe, ann])
  }

  @Test("How many the portal found is kept with the statement, and goes with its undo")
  func found() throws {
    let written = HandOver(number: 2, step: .createUsers, writtenOn: day, rowCount: 1)
    _ = try file.apply(.createUsers(.handOver(written, [chloe])), at: moment)
    _ = try file.apply(.stateHandOver(2, day, found: 0), at: moment)
    #expect(try file.summary().handOvers.first?.found == 0)
    _ = try file.undo(at: moment)
    #expect(try file.summary().handOvers.first?.found == nil)
    _ = try file.redo(at: moment)
    #expect(try file.summary().handOvers.first?.found == 0)
  }

  @Test("A document of thousands of people is one change and one undo")
  func many() throws {
    let people = People.many(5_000)
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(people), .imported, .keep)), at: moment)
    let portal = people.dropLast(10).map { ($0, Invitation.accepted) }
    #expect(try prove(portal, on: day + 1).count == 4_990)
    try checkCounts()
    #expect(try prove(Array(portal.dropLast(90)), on: day + 2).updated == 90)
    try checkCounts()
    _ = try file.undo(at: moment)
    _ = try file.undo(at: moment)
    try checkCounts()
    #expect(try file.summary().users[.proven] == nil)
  }
}
