import Migration
import Testing

@testable import SessionFile

@Suite("Messages to people: who gets one, who was told, who signed in")
struct NoticeTests {
  private let file: SessionFile
  private let day = Day(number: 20_000)
  private let users: [UserID]

  /// Three people, of whom Ann and Bram have a seat that is stated.
  init() throws {
    let file = try SessionFile.inMemory()
    let at = Moment(day: day, minute: 600)
    let users = try [People.ann, People.bram, People.chloe].compactMap {
      try file.apply(.createUsers(.addUser($0, .typed)), at: at).user
    }
    let product = try file.apply(
      .assignProducts(.addProduct(ProductDetails(named: "AutoCAD", seats: 5))), at: at
    ).product
    let autocad = try #require(product)
    let seated = Array(users.prefix(2))
    _ = try file.apply(.assignProducts(.assign(seated, [autocad], .chosen)), at: at)
    let seats = HandOver(number: 1, step: .assignProducts, writtenOn: day, rowCount: 2)
    _ = try file.apply(
      .assignProducts(
        .handOverSeats(
          seats, seated.map { SeatKey(user: $0, product: autocad) }, isEarly: false)), at: at)
    _ = try file.apply(.stateHandOver(1, day), at: at)
    self.file = file
    self.users = users
  }

  private func at(_ days: Int) -> Moment { Moment(day: day + days, minute: 610) }

  private func handOver(
    _ number: Int, _ kind: MessageKind, _ users: [UserID], on days: Int = 1
  ) throws {
    let written = HandOver(
      number: number, step: .informUsers, writtenOn: day + days, rowCount: users.count)
    _ = try file.apply(
      .informUsers(.handOver(written, users, MessageTerms(kind, day: day + 2, sender: "a@b.nl"))),
      at: at(days))
  }

  private func people(_ kind: MessageKind, on days: Int = 1) throws -> [UserID] {
    try file.audience(of: kind, today: day + days).people.map(\.id)
  }

  private func reason(_ user: UserID, _ kind: MessageKind, on days: Int = 1) throws
    -> LeftOutPerson.Reason?
  {
    try file.audience(of: kind, today: day + days).leftOut.first { $0.id == user }?.reason
  }

  @Test("go to who has a seat, and to nobody twice; undo and redo take them along")
  func once() throws {
    #expect(try people(.switchOver) == [users[0], users[1]])
    #expect(try reason(users[2], .switchOver) == .noSeat)
    try handOver(2, .switchOver, [users[0]])
    #expect(try people(.switchOver) == [users[1]])
    #expect(try reason(users[0], .switchOver) == .written)
    #expect(try people(.announcement) == [users[0], users[1]])
    _ = try file.apply(.stateHandOver(2, day + 1), at: at(1))
    #expect(try reason(users[0], .switchOver) == .told)
    #expect(try file.summary().funnel(of: .informUsers) == Funnel(total: 2, stated: 1))
    _ = try file.undo(at: at(1))
    #expect(try reason(users[0], .switchOver) == .written)
    _ = try file.undo(at: at(1))
    #expect(try people(.switchOver) == [users[0], users[1]])
    _ = try file.redo(at: at(1))
    _ = try file.redo(at: at(1))
    #expect(try reason(users[0], .switchOver) == .told)
    #expect(try file.messageTerms(2)?.sender == "a@b.nl")
  }

  @Test("that did not go are free again")
  func withdrawn() throws {
    try handOver(2, .switchOver, users.prefix(2).map { $0 })
    _ = try file.apply(.withdrawHandOver(2), at: at(1))
    #expect(try people(.switchOver) == [users[0], users[1]])
    #expect(try file.summary().messages.written == 0)
  }

  @Test("a reminder goes after some days to who was told and has not signed in")
  func reminder() throws {
    #expect(try reason(users[0], .reminder) == .untold)
    try handOver(2, .switchOver, [users[0]])
    _ = try file.apply(.stateHandOver(2, day + 1), at: at(1))
    #expect(try reason(users[0], .reminder, on: 5) == .tooSoon)
    #expect(try people(.reminder, on: 6) == [users[0]])
    file.today = day + 6
    #expect(try file.summary().messages.toChase == 1)
  }

  @Test("a text that was changed is kept, and reset by nil")
  func texts() throws {
    let text = MessageText(subject: "Hello", body: "{first-name}")
    _ = try file.apply(
      .informUsers(.saveText(.reminder, language: "nl", text)), at: at(1))
    #expect(
      try file.ownMessageTexts()
        == [OwnMessageText(kind: .reminder, language: "nl", text: text)])
    _ = try file.apply(.informUsers(.saveText(.reminder, language: "nl", nil)), at: at(1))
    #expect(try file.ownMessageTexts() == [])
    _ = try file.undo(at: at(1))
    #expect(try file.ownMessageTexts().map(\.text) == [text])
  }

  @Test("who used a product since is proven, and nobody by a use of before")
  func signedIn() throws {
    try handOver(2, .switchOver, users.prefix(2).map { $0 })
    _ = try file.apply(.stateHandOver(2, day + 1), at: at(1))
    var portal = People.portal([(People.ann, .accepted), (People.bram, .accepted)])
    portal.lastUses = [day + 3, day]
    let report = Evidence(
      kind: .usageReport, file: "usage.csv", day: day + 7, team: "", isWhole: false, digest: "a",
      rowCount: 2, personCount: 2)
    _ = try file.apply(.createUsers(.proveUsers(report, portal)), at: at(7))
    #expect(
      try file.summary().funnel(of: .informUsers) == Funnel(total: 2, stated: 2, proven: 1))
    #expect(try reason(users[0], .reminder, on: 7) == .signedIn)
    #expect(try people(.reminder, on: 7) == [users[1]])
    _ = try file.undo(at: at(7))
    #expect(try people(.reminder, on: 7) == [users[0], users[1]])
  }

  @Test("what came back is failed, by the message's identifier or by the address")
  func bounced() throws {
    try handOver(2, .switchOver, users.prefix(2).map { $0 })
    _ = try file.apply(.stateHandOver(2, day + 1), at: at(1))
    let id = try file.messageIdentity().messageID(.switchOver, users[0])
    let outcome = try file.apply(
      .informUsers(
        .takeBounces([
          Bounce(messageID: id, reason: .unknownAddress),
          Bounce(address: "BRAM@example.com", reason: .mailboxFull),
          Bounce(address: "nobody@example.com"),
        ])), at: at(2))
    #expect(outcome.count == 2 && outcome.unchanged == 1)
    #expect(try file.summary().messages.failed == 2)
    #expect(try reason(users[0], .switchOver) == .failed)
    let ann = try #require(try file.informedPeople().first { $0.person.id == users[0] })
    #expect(ann.notice(.switchOver).reason == "unknown-address")
    // What came back says nothing of another address; the seat has to follow the person first.
    var other = People.ann
    other.address = "ann.devries@example.com"
    _ = try file.apply(.createUsers(.editUser(users[0], other)), at: at(3))
    #expect(try reason(users[0], .switchOver) == .noSeat)
  }
}
