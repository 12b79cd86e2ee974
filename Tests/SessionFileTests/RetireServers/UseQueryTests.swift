import Migration
import Seeds
import SessionFile
import Testing

private let day = Licences.day
private let moment = Licences.moment(day, 800)

@Suite("Sorting, filtering and narrowing the network use")
struct UseQueryTests {
  private let file: SessionFile

  init() throws {
    file = try SessionFile.inMemory()
    _ = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: moment)
    _ = try file.apply(.createUsers(.addUser(People.chloe, .typed)), at: moment)
    var waiting = Licences.use("dirk", "ws4", "RVT", on: day - 70)
    waiting.queued = 1
    let batch = Licences.log(
      [
        Licences.use("avries", "ws2", "RVT", open: 1, on: day),
        Licences.use("cozdemir", "ws1", "ACD", on: day - 13, days: [0, 1, 2]),
        Licences.use("eva", "ws3", "ACD", on: day - 14, days: [0, 1]),
        Licences.use("finn", "ws5", "CIV3D", on: day - 89),
        Licences.use("gijs", "ws6", "CIV3D", on: day - 95),
        Licences.use("dirk", "ws4", "RVT", on: day - 70),
      ], from: day - 100)
    _ = try file.apply(.retireServers(.take(batch, nil)), at: moment)
    let answer = Licences.answer([Licences.use("avries", "ws2", "RVT", open: 1, on: day), waiting])
    _ = try file.apply(.retireServers(.take(answer, nil)), at: moment)
  }

  private func logins(_ query: UseQuery) throws -> [String] {
    try file.uses(query, places: 0..<100).window.rows.map(\.login)
  }

  @Test("Within 14 or 90 days up to the log's last line, or out and waited for now")
  func windows() throws {
    func within(_ days: Int) throws -> Set<String> { Set(try logins(UseQuery(window: days))) }
    #expect(try within(14) == ["avries", "cozdemir", "dirk"])
    #expect(try within(90) == ["avries", "cozdemir", "dirk", "eva", "finn"])
    #expect(try within(0).count == 6)
  }

  @Test(
    "In the order of each column, both ways",
    arguments: [
      // Users come by last name, de Vries under D; nobody's logins behind them.
      (UseColumn.person, ["avries", "cozdemir", "dirk", "eva", "finn", "gijs"]),
      (.computer, ["cozdemir", "avries", "eva", "dirk", "finn", "gijs"]),
      (.product, ["cozdemir", "eva", "finn", "gijs", "avries", "dirk"]),
      (.lastUsed, ["gijs", "finn", "dirk", "eva", "cozdemir", "avries"]),
    ])
  func orders(_ column: UseColumn, _ wanted: [String]) throws {
    #expect(try logins(UseQuery(order: column, isDescending: false, window: 0)) == wanted)
    #expect(
      try logins(UseQuery(order: column, isDescending: true, window: 0)) == wanted.reversed())
  }

  @Test(
    "By every word of the filter, in name, login, address, computer or product",
    arguments: [
      ("ozdem", ["cozdemir"]), ("ws", ["avries", "cozdemir", "eva", "dirk", "finn", "gijs"]),
      ("revit", ["avries", "dirk"]), ("CIVIL ws5", ["finn"]), ("ann revit", ["avries"]),
      ("eva revit", []), ("chloe@example", ["cozdemir"]),
    ])
  func filters(_ filter: String, _ wanted: [String]) throws {
    #expect(
      try logins(UseQuery(filter: filter, order: .lastUsed, isDescending: true, window: 0))
        == wanted)
  }

  @Test("Nobody's logins, those without a seat, and what is out now")
  func narrowings() throws {
    func narrowed(_ narrowing: UseNarrowing) throws -> Set<String> {
      Set(try logins(UseQuery(narrowing: narrowing, window: 0)))
    }
    #expect(try narrowed(.nobody) == ["dirk", "eva", "finn", "gijs"])
    // Whether a user has a seat is not known here, and not known is not called missing.
    #expect(try narrowed(.withoutSeat) == ["dirk", "eva", "finn", "gijs"])
    #expect(try narrowed(.now) == ["avries", "dirk"])
    #expect(try narrowed(.setAside) == [])
  }

  @Test("People are counted once for an offering, and seldom is fewer than three days")
  func offerings() throws {
    let found = try file.offeringUse()
    #expect(found.map(\.offering) == ["AutoCAD", "Revit", "Civil 3D"])
    #expect(found.map(\.people) == [2, 2, 1])
    #expect(found.map(\.seldom) == [1, 2, 1])
    #expect(found.map(\.stillUsing) == [1, 2, 0])
    #expect(
      found.map(\.withoutSeat) == [1, 1, 1], "nobody's logins; users' seats are not known yet")
  }

  @Test("Seats of step 2 are marks here: of the product, or of a collection that has it")
  func seats() throws {
    func mark(_ login: String) throws -> StepMark? {
      try file.uses(UseQuery(window: 0), places: 0..<100).window.rows
        .first { $0.login == login }?.marks[1]
    }
    let ann = try #require(try file.user(address: "ann@example.com")?.id)
    let chloe = try #require(try file.user(address: "chloe@example.com")?.id)
    #expect(try mark("avries") == .unknown)
    _ = try file.apply(
      .assignProducts(.addProduct(ProductDetails(named: "AEC Collection", seats: 1))), at: moment)
    _ = try file.apply(
      .assignProducts(.addProduct(ProductDetails(named: "Maya", seats: 1))), at: moment)
    #expect(try mark("avries") == .planned, "there are products, and none for this person")
    #expect(try mark("eva") == .unknown, "nobody has no seat to be told of")
    #expect(try file.seatProposal(for: "Revit").users == [ann])
    _ = try file.apply(.assignProducts(.assign([ann], [ProductID(2)], .chosen)), at: moment)
    #expect(try mark("avries") == .planned, "a seat of Maya is none of Revit")
    _ = try file.apply(.assignProducts(.assign([chloe, ann], [ProductID(1)], .chosen)), at: moment)
    #expect(try mark("cozdemir") == .planned)
    #expect(try mark("avries") == .waiting, "there is one seat of the collection, and it is given")
    #expect(try file.seatProposal(for: "Revit").users == [], "there is one in the plan")
    let query = UseQuery(narrowing: .withoutSeat, window: 90)
    #expect(try Set(logins(query)) == ["avries", "cozdemir", "dirk", "eva", "finn"])
  }

  @Test("A window of rows is what the whole list has at those places", arguments: 1...10)
  func places(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let query = UseQuery(
      order: UseColumn.allCases.randomElement(using: &random) ?? .person,
      isDescending: Bool.random(using: &random), window: 0)
    let all = try file.useIDs(query)
    let first = Int.random(in: 0..<8, using: &random)
    let window = try file.uses(query, places: first..<first + 3).window
    #expect(window.rows.map(\.id) == Array(all.dropFirst(first).prefix(3)))
    #expect(window.total == all.count)
  }
}
