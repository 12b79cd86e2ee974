import Migration
import SessionFile
import Testing

private let day = Licences.day
private let moment = Licences.moment(day, 800)

@Suite("Licence servers and their users in a session")
struct LicensingChangeTests {
  private let file: SessionFile

  init() throws { file = try SessionFile.inMemory() }

  @discardableResult
  private func take(_ batch: LicensingBatch, _ server: ServerID? = nil) throws -> ChangeOutcome {
    try file.apply(.retireServers(.take(batch, server)), at: moment)
  }

  private func server(_ place: Int = 0) throws -> LicenceServer {
    let servers = try file.summary().licensing.servers
    return try #require(servers.indices.contains(place) ? servers[place] : nil)
  }

  private func everything() throws -> [NetworkUse] {
    try file.uses(UseQuery(order: .person, isDescending: false, window: 0), places: 0..<1_000)
      .window.rows
  }

  private func open() throws -> [String: Int] {
    Dictionary(
      try everything().map { ("\($0.login)@\($0.computer)", $0.openLicences) },
      uniquingKeysWith: +)
  }

  // MARK: Taking

  @Test("A log brings its server and its people in one go, and one undo takes all of it back")
  func oneUndo() throws {
    let outcome = try take(Licences.log([Licences.use("ann", open: 1), Licences.use("bram")]))
    #expect(outcome.count == 2)
    #expect(try server().details.hosts == ["lic01"])
    #expect(try server().openLicences == 1)
    #expect(try file.journal(latest: 1).first?.step == .retireServers)
    _ = try file.undo(at: moment)
    #expect(try file.summary().licensing.servers == [])
    #expect(try everything() == [])
    _ = try file.redo(at: moment)
    #expect(try open() == ["ann@pc1": 1, "bram@pc1": 0])
  }

  @Test("The same log again changes nothing and leaves no undo")
  func again() throws {
    let log = Licences.log([Licences.use("ann", open: 1)])
    let revision = try take(log).revision
    let outcome = try take(log)
    #expect(outcome.count == 0 && outcome.updated == 0)
    #expect(outcome.revision == revision)
  }

  @Test("A log that goes on where the known one ends keeps what it does not mention open")
  func nextLog() throws {
    try take(
      Licences.log([Licences.use("ann", open: 1, change: 1), Licences.use("bram", open: 1)]))
    let next = Licences.log(
      [Licences.use("ann", open: 0, change: -1, on: day + 1)], from: day + 1, to: day + 2)
    try take(next)
    #expect(try open() == ["ann@pc1": 0, "bram@pc1": 1])
    _ = try file.undo(at: moment)
    #expect(try open() == ["ann@pc1": 1, "bram@pc1": 1])
  }

  @Test("A start of the daemon ends what was open before it")
  func restart() throws {
    try take(Licences.log([Licences.use("ann", open: 1), Licences.use("bram", open: 1)]))
    try take(
      Licences.log(
        [Licences.use("ann", open: 1, on: day + 1)], from: day + 1, to: day + 2, restarted: true))
    #expect(try open() == ["ann@pc1": 1, "bram@pc1": 0])
  }

  @Test("An older log adds days of use, and what it leaves open is out until something says not")
  func olderLog() throws {
    try take(Licences.log([Licences.use("ann", open: 1)]))
    try take(
      Licences.log(
        [Licences.use("ann", on: day - 60), Licences.use("cleo", open: 3, on: day - 61)],
        from: day - 90, to: day - 50))
    #expect(try open() == ["ann@pc1": 1, "cleo@pc1": 3])
    #expect(try everything().first { $0.login == "ann" }?.daysOfUse == 2)
    #expect(try server().log?.end == Licences.moment(day, 700))
  }

  @Test("An answer tells who has a licence now: the others have none, borrowed ones have a day")
  func answered() throws {
    try take(Licences.log([Licences.use("ann", open: 1), Licences.use("bram", open: 1)]))
    var lent = Licences.use("bram", open: 1)
    lent.borrowedUntil = day + 12
    try take(Licences.answer([lent]))
    #expect(try open() == ["ann@pc1": 0, "bram@pc1": 1])
    #expect(try server().borrowed == [Summary.DayCount(day: day + 12, count: 1)])
    try take(Licences.answer([], at: Licences.moment(day, 730)))
    #expect(try server().borrowed == [])
  }

  @Test("Silence is kept as such and takes nothing away: unknown, never unused")
  func silent() throws {
    try take(Licences.answer([Licences.use("ann", open: 1)]))
    try take(Licences.answer([], at: Licences.moment(day, 730), state: .silent))
    #expect(try server().answer?.state == .silent)
    #expect(try open() == ["ann@pc1": 1])
    let verdict = try file.summary().retireVerdict(now: moment)
    #expect(!verdict.isReady)
  }

  @Test("A short name and one with a domain are one server; another host is another")
  func sameServer() throws {
    try take(Licences.log([], host: "LIC01"))
    try take(Licences.answer([], host: "lic01.example.com"))
    try take(Licences.answer([], host: "lic02"))
    #expect(try file.summary().licensing.servers.map(\.details.name) == ["LIC01", "lic02"])
  }

  @Test("A log without a name is of a server of its own, or of the one that is chosen")
  func nameless() throws {
    try take(Licences.log([], host: "lic01"))
    try take(Licences.log([Licences.use("ann")], host: "", from: day - 20))
    #expect(try file.summary().licensing.servers.map(\.details.hosts) == [["lic01"], []])
    try take(Licences.log([Licences.use("bram")], host: "", from: day - 19))
    #expect(try file.summary().licensing.servers.count == 3, "two without a name stay apart")
    try take(Licences.log([Licences.use("ann")], host: "", from: day - 20, to: day + 1))
    #expect(try file.summary().licensing.servers.count == 3, "the same log, grown, does not")
    try take(Licences.log([Licences.use("cleo")], host: ""), ServerID(1))
    #expect(
      try everything().map(\.server) == [ServerID(2), ServerID(3), ServerID(1)])
  }

  @Test("The last use of a server is the last that anything showed, and goes with an undo")
  func lastUsed() throws {
    try take(Licences.log([Licences.use("ann", on: day - 20)]))
    #expect(try server().lastUsed == Licences.moment(day - 20))
    var later = Licences.use("ann", open: 1)
    later.lastUsed = Licences.moment(day, 720)
    try take(Licences.answer([later]))
    #expect(try server().lastUsed == Licences.moment(day, 720))
    _ = try file.undo(at: moment)
    #expect(try server().lastUsed == Licences.moment(day - 20))
  }

  @Test("One login in two spellings is one row")
  func spelling() throws {
    try take(Licences.log([Licences.use("Ann", "PC1")]))
    try take(Licences.log([Licences.use("ann", "pc1", on: day + 1)], from: day + 1, to: day + 1))
    #expect(try everything().map(\.login) == ["Ann"])
  }

  @Test("Called off half way, nothing of it is kept")
  func cancelled() throws {
    let many = (0..<1_200).map { Licences.use("user\($0)") }
    #expect(throws: ChangeRefusal.cancelled) {
      try file.apply(
        .retireServers(.take(Licences.log(many), nil)), at: moment, progress: { _ in false })
    }
    #expect(try file.summary().licensing.servers == [])
  }

  // MARK: Whose logins

  @Test("A login is a user's by login name, by address, or by hand, and by hand counts")
  func matched() throws {
    let ann = try #require(
      try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment).user)
    let bram = try #require(
      try file.apply(.createUsers(.addUser(People.bram, .typed)), at: moment).user)
    try take(
      Licences.log([
        Licences.use("AVRIES"), Licences.use("bram@example.com"), Licences.use("cleo"),
      ]))
    func users() throws -> [UserID?] { try everything().map(\.user) }
    #expect(try users().compactMap { $0 } == [ann, bram] || Set(users()) == [ann, bram, nil])
    _ = try file.apply(.retireServers(.couple("cleo", ann)), at: moment)
    #expect(try everything().first { $0.login == "cleo" }?.user == ann)
    _ = try file.apply(.retireServers(.couple("cleo", nil)), at: moment)
    #expect(try everything().first { $0.login == "cleo" }?.user == nil)
    _ = try file.undo(at: moment)
    #expect(try everything().first { $0.login == "cleo" }?.user == ann)
  }

  @Test("What is set aside is counted apart, and comes back with its reason gone")
  func setAside() throws {
    try take(Licences.log([Licences.use("render01"), Licences.use("ann")]))
    _ = try file.apply(.retireServers(.setAside(["RENDER01"], "Render node")), at: moment)
    let (window, figures) = try file.uses(UseQuery(), places: 0..<10)
    #expect(window.rows.map(\.login) == ["ann"])
    #expect(figures.people == 1 && figures.setAside == 1)
    let aside = try file.uses(UseQuery(narrowing: .setAside, window: 0), places: 0..<10).window.rows
    #expect(aside.map(\.setAside) == ["Render node"])
    #expect(aside.first?.marks == Array(repeating: .notApplicable, count: 4))
    #expect(try file.offeringUse().map(\.people) == [1])
    _ = try file.apply(.retireServers(.setAside(["render01"], "")), at: moment)
    #expect(try file.uses(UseQuery(), places: 0..<10).window.total == 2)
  }

  @Test("Marks of steps that know nothing yet are unknown, never done")
  func marks() throws {
    _ = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    try take(Licences.log([Licences.use("avries"), Licences.use("nobody")]))
    let rows = try everything()
    #expect(rows.first { $0.login == "avries" }?.marks == [.planned, .unknown, .unknown, .unknown])
    #expect(rows.first { $0.login == "avries" }?.next == 0)
    #expect(rows.first { $0.login == "nobody" }?.marks == Array(repeating: .unknown, count: 4))
  }

  // MARK: Out of use

  @Test(
    "A server with a borrowed licence is not retired without its name typed; the journal says so")
  func typedName() throws {
    var lent = Licences.use("ann", open: 1)
    lent.borrowedUntil = day + 20
    try take(Licences.answer([lent]))
    let id = try server().id
    for typed in [nil, "", "lic02", "lic"] {
      #expect(throws: ChangeRefusal.retireServers(.nameNotTyped("lic01"))) {
        try file.apply(.retireServers(.retire(id, typed: typed, quietDays: 14)), at: moment)
      }
    }
    #expect(try server().standing == .planned)
    _ = try file.apply(.retireServers(.retire(id, typed: "LIC01", quietDays: 14)), at: moment)
    #expect(try server().standing == .stated)
    #expect(try file.journal(latest: 1).first?.subject == "lic01 · 1/7")
    #expect(try file.summary().funnel(of: .retireServers) == Funnel(total: 1, stated: 1))
  }

  @Test("What is proven out of use and used after that is failed, and told of")
  func usedAgain() throws {
    try take(Licences.log([Licences.use("ann", on: day - 20)]))
    let id = try server().id
    _ = try file.apply(.retireServers(.retire(id, typed: "lic01", quietDays: 14)), at: moment)
    _ = try file.apply(.retireServers(.proveServer(id, "ports-refused", day)), at: moment)
    #expect(try server().standing == .proven)
    try take(Licences.log([Licences.use("ann", on: day + 3)], from: day + 1, to: day + 3))
    #expect(try server().standing == .failed)
    #expect(try file.summary().toDo(today: day + 3).contains { $0.kind == .setUp })
    _ = try file.apply(.setUp(Setup(organisation: "Hogwarts")), at: moment)
    #expect(try file.summary().toDo(today: day + 3).contains { $0.kind == .serverUsedAgain })
  }

  @Test("Use on the day itself came before the shutdown in the same log, and the log proves it off")
  func shutDownOnTheDay() throws {
    try take(Licences.log([Licences.use("ann", on: day - 20)], to: day - 1))
    let id = try server().id
    _ = try file.apply(.retireServers(.retire(id, typed: "lic01", quietDays: 14)), at: moment)
    let end = Licences.moment(day, 700)
    try take(Licences.log([Licences.use("ann", on: day)], from: day, shutDown: end))
    #expect(try server().standing == .proven)
  }

  @Test("A server that is kept has a reason and is out of the counts, until it is kept no longer")
  func kept() throws {
    try take(Licences.log([]))
    let id = try server().id
    _ = try file.apply(.retireServers(.keepServer(id, "Tokens", day)), at: moment)
    #expect(try server().keptReason == "Tokens")
    #expect(try file.summary().funnel(of: .retireServers).total == 0)
    _ = try file.apply(.retireServers(.keepServer(id, "", day)), at: moment)
    #expect(try file.summary().funnel(of: .retireServers).total == 1)
  }

  @Test("A server is there once, and its number is never another's")
  func numbers() throws {
    let details = ServerDetails(hosts: ["lic01"], daemon: "adskflex")
    _ = try file.apply(.retireServers(.addServer(details)), at: moment)
    #expect(throws: ChangeRefusal.retireServers(.serverTaken("LIC01.example.com"))) {
      try file.apply(
        .retireServers(.addServer(ServerDetails(hosts: ["LIC01.example.com"]))), at: moment)
    }
    try take(Licences.log([Licences.use("ann")]))
    _ = try file.apply(.retireServers(.removeServer(ServerID(1))), at: moment)
    #expect(try everything() == [])
    _ = try file.apply(.retireServers(.addServer(details)), at: moment)
    #expect(try server().id == ServerID(2))
    #expect(try everything() == [], "what was said of the one that went is not said of this one")
    #expect(throws: ChangeRefusal.retireServers(.serverGone(ServerID(1)))) {
      try file.apply(.retireServers(.unretire(ServerID(1))), at: moment)
    }
  }
}
