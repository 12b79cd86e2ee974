import Migration
import SessionFile
import Testing

private let day = Licences.day

@Suite("Products on computers: out of the licence log, stated as switched, and used after that")
struct SwitchingChangeTests {
  private let file: SessionFile

  init() throws {
    file = try SessionFile.inMemory()
    _ = try file.apply(
      .retireServers(
        .take(
          Licences.log([
            Licences.use("ann", "PC1"), Licences.use("bram", "pc1"),
            Licences.use("ann", "PC2", "RVT"),
            Licences.use("render", "REN1"), Licences.use("eva", ""),
          ]), nil)), at: Licences.moment(day, 710))
    _ = try file.apply(
      .retireServers(.setAside(["render"], "Render node")), at: Licences.moment(day, 711))
  }

  private func proposed() throws -> (new: [InstallationDetails], known: Int, nameless: Int) {
    try file.proposedInstallations(ofUses: try file.useIDs(UseQuery(window: 0)))
  }

  private func addAll() throws {
    _ = try file.apply(.switchDevices(.add(try proposed().new)), at: Licences.moment(day, 712))
  }

  private func rows(_ query: InstallationQuery = InstallationQuery()) throws -> [Installation] {
    try file.installations(query, places: 0..<100).rows
  }

  private func state(_ id: Int64, _ isSwitched: Bool = true, minute: Int = 720) throws {
    _ = try file.apply(
      .switchDevices(.state([InstallationID(id)], isSwitched: isSwitched)),
      at: Licences.moment(day, minute))
  }

  private func marks(_ login: String) throws -> [StepMark]? {
    try file.uses(UseQuery(window: 0), places: 0..<100).window.rows
      .first { $0.login == login && $0.computer.lowercased() == "pc1" }?.marks
  }

  @Test("A product on a computer is proposed once, whoever used it there; what is set aside is not")
  func proposal() throws {
    let found = try proposed()
    #expect(found.new.map { $0.computer.lowercased() } == ["pc1", "pc2"])
    #expect(found.new.map(\.product) == ["AutoCAD 2024", "Revit 2024"])
    #expect(found.known == 0 && found.nameless == 1)
    try addAll()
    #expect(try proposed().new.isEmpty)
    #expect(try proposed().known == 2)
    #expect(try file.summary().funnel(of: .switchDevices).total == 2)
    _ = try file.undo(at: Licences.moment(day, 713))
    #expect(try rows().isEmpty)
    #expect(try file.summary().funnel(of: .switchDevices).total == 0)
  }

  @Test("The third mark is what the list says of the computer, for everybody who uses it there")
  func mark() throws {
    _ = try file.apply(
      .createUsers(
        .addUser(
          UserDetails(firstName: "Ann", lastName: "Bos", address: "ann@example.com", login: "ann"),
          .typed)), at: Licences.moment(day, 712))
    #expect(try marks("ann")?[2] == .unknown)
    try addAll()
    #expect(try marks("ann")?[2] == .planned)
    #expect(try rows().last?.userName == "Ann Bos")
    try state(1)
    #expect(try marks("ann")?[2] == .stated)
    #expect(try marks("bram")?[2] == .stated, "it is the same computer, whatever its case")
    try state(1, false)
    #expect(try marks("ann")?[2] == .planned)
    #expect(try marks("ann")?[3] == .unknown)
    _ = try file.apply(.informUsers(.stateInformed(day)), at: Licences.moment(day, 730))
    #expect(try marks("ann")?[3] == .stated)
    #expect(try file.summary().informedOn == day)
    _ = try file.undo(at: Licences.moment(day, 731))
    #expect(try marks("ann")?[3] == .unknown)
  }

  @Test("A checkout after the statement contradicts it, one before it does not; undo gives it back")
  func contradiction() throws {
    try addAll()
    try state(1)
    let earlier = Licences.log([Licences.use("ann", "PC1")], from: day - 30, to: day)
    _ = try file.apply(.retireServers(.take(earlier, nil)), at: Licences.moment(day, 725))
    #expect(try rows().map(\.standing) == [.stated, .planned])

    let later = Licences.log([Licences.use("bram", "pc1", on: day + 1)], from: day, to: day + 1)
    _ = try file.apply(.retireServers(.take(later, nil)), at: Licences.moment(day + 1, 800))
    #expect(try rows().map(\.standing) == [.failed, .planned])
    let summary = try file.summary()
    #expect(summary.licensing.contradictions == 1)
    #expect(
      summary.retireToDo(today: day + 1).contains(
        ToDo(.usedAfterSwitch, step: .retireServers, count: 1, isUrgent: true)))
    let query = UseQuery(narrowing: .afterSwitch, window: 0)
    let (window, figures) = try file.uses(query, places: 0..<10)
    #expect(window.rows.map(\.login).sorted() == ["ann", "bram"])
    #expect(!window.rows.contains { !$0.isContradiction })
    #expect(figures.afterSwitch == 2)
    #expect(try rows(InstallationQuery(part: .usedAfter)).count == 1)

    _ = try file.undo(at: Licences.moment(day + 1, 801))
    #expect(try rows().map(\.standing) == [.stated, .planned])
    #expect(try file.summary().licensing.contradictions == 0)
  }

  @Test("A licence that is still held when the server answers later contradicts it too")
  func held() throws {
    try addAll()
    try state(2)
    let answer = Licences.answer(
      [Licences.use("ann", "PC2", "RVT", open: 1)], at: Licences.moment(day, 780))
    _ = try file.apply(.retireServers(.take(answer, nil)), at: Licences.moment(day, 781))
    #expect(try rows().map(\.standing) == [.planned, .failed])
    try state(2, minute: 790)
    #expect(try rows().map(\.standing) == [.planned, .stated], "it can be stated anew")
  }

  @Test("The filter finds computers, products, logins and names; parts and places agree")
  func filter() throws {
    try addAll()
    try state(2)
    #expect(try rows(InstallationQuery(filter: "revit")).map(\.id) == [InstallationID(2)])
    #expect(try rows(InstallationQuery(filter: "pc 2024")).count == 2)
    #expect(try rows(InstallationQuery(part: .left)).map(\.id) == [InstallationID(1)])
    #expect(try file.installationIDs(InstallationQuery()).map(\.number) == [1, 2])
    let second = try file.installations(InstallationQuery(), places: 1..<9)
    #expect(second.first == 1 && second.rows.count == 1 && second.total == 2)
    _ = try file.apply(
      .switchDevices(.remove([InstallationID(1), InstallationID(2)])), at: Licences.moment(day, 800)
    )
    #expect(try rows().isEmpty)
    _ = try file.undo(at: Licences.moment(day, 801))
    #expect(try rows().map(\.standing) == [.planned, .stated])
  }

  @Test("Switched is unknown without computers, then open, then met, with counts")
  func condition() throws {
    func switched() throws -> RetireCondition? {
      try file.summary().retireVerdict(now: Licences.moment(day, 900)).conditions
        .first { $0.kind == .switched }
    }
    #expect(try switched()?.verdict == .unknown)
    try addAll()
    try state(1)
    #expect(try switched()?.verdict == .open)
    #expect(try switched()?.count == 1)
    #expect(try switched()?.total == 2)
    try state(2)
    #expect(try switched()?.verdict == .stated)
  }

  @Test("Seats of products that the plan does not have: the product comes with an unknown number")
  func seats() throws {
    let ann = UserDetails(
      firstName: "Ann", lastName: "Bos", address: "ann@example.com", login: "ann")
    let user = try #require(
      try file.apply(.createUsers(.addUser(ann, .typed)), at: Licences.moment(day, 712)).user)
    let ids = try file.useIDs(UseQuery(window: 0))
    let proposals = try file.seatProposals(ofUses: ids)
    #expect(proposals.map(\.offering) == ["AutoCAD", "Revit"])
    #expect(proposals.map(\.users) == [[user], [user]])
    #expect(proposals.map(\.nobodys) == [2, 0])
    _ = try file.apply(
      .assignProducts(.addProduct(ProductDetails(named: "Revit", seats: 3))),
      at: Licences.moment(day, 713))
    let outcome = try file.apply(
      .retireServers(
        .planSeats([
          SeatPlanLine(.new(ProductDetails(named: "AutoCAD")), users: [user]),
          SeatPlanLine(.known(ProductID(1)), users: [user]),
        ])), at: Licences.moment(day, 714))
    #expect(outcome.count == 2 && outcome.updated == 1)
    let products = try file.summary().products
    #expect(products.map(\.details.name) == ["AutoCAD", "Revit"])
    #expect(products.map(\.details.seats) == [nil, 3])
    #expect(products.map(\.counts.planned) == [1, 1])
    #expect(try file.seatProposals(ofUses: ids).map(\.users) == [[], []])
    _ = try file.undo(at: Licences.moment(day, 715))
    #expect(try file.summary().products.map(\.details.name) == ["Revit"], "one undo for all of it")
    #expect(try file.seatProposals(ofUses: ids).map(\.users) == [[user], [user]])
  }
}

@Suite("What proves that a server is out of use")
struct ServerProofTests {
  private let file: SessionFile

  init() throws { file = try SessionFile.inMemory() }

  private func take(_ batch: LicensingBatch) throws -> LicenceServer? {
    _ = try file.apply(.retireServers(.take(batch, nil)), at: Licences.moment(day + 20, 800))
    return try file.summary().licensing.servers.first
  }

  @Test("A log that ends with a shutdown proves a server that is stated as off, and no other")
  func shutdown() throws {
    let use = Licences.use("ann")
    _ = try take(Licences.log([use]))
    let end = Licences.moment(day + 2, 700)
    let ending = Licences.log([], from: day, to: day + 2, shutDown: end)
    #expect(try take(ending)?.standing == .planned, "nobody said that it is off")
    _ = try file.apply(
      .retireServers(.retire(ServerID(1), typed: "lic01", quietDays: 14)),
      at: Licences.moment(day + 20, 801))
    var server = try file.summary().licensing.servers.first
    #expect(server?.standing == .proven)
    #expect(server?.proof == LicenceServer.Proof.logShutdown.rawValue)

    server = try take(Licences.log([], from: day + 3, to: day + 4))
    #expect(server?.standing == .stated, "the log goes on: check again")
    let again = Licences.moment(day + 6)
    server = try take(Licences.log([], from: day + 5, to: day + 6, shutDown: again))
    #expect(server?.standing == .proven)
    server = try take(Licences.answer([], at: Licences.moment(day + 7)))
    #expect(server?.standing == .stated, "it answers after that")
  }

  @Test("That the licence file is put away is kept with its day, and undone")
  func fileAway() throws {
    _ = try take(Licences.log([Licences.use("ann")]))
    _ = try file.apply(
      .retireServers(.putFileAway(ServerID(1), day + 20)), at: Licences.moment(day + 20, 801))
    #expect(try file.summary().licensing.servers.first?.fileAwayOn == day + 20)
    _ = try file.undo(at: Licences.moment(day + 20, 802))
    #expect(try file.summary().licensing.servers.first?.fileAwayOn == nil)
  }
}
