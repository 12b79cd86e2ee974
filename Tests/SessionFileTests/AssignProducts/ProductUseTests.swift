import Migration
import SessionFile
import Testing

private let day = Day(number: 20_000)
private let moment = Moment(day: day, minute: 600)

@Suite("The question before a purchase: who really used a product")
struct ProductUseTests {
  private let file: SessionFile
  private let people: [UserID]
  private let autocad: ProductID
  private let collection: ProductID

  /// Ann and Bram have logins that the log shows; AutoCAD and a collection are in the list.
  init() throws {
    file = try SessionFile.inMemory()
    var bram = People.bram
    bram.login = "bjansen"
    people = try [People.ann, bram].map { [file] person in
      try #require(try file.apply(.createUsers(.addUser(person, .typed)), at: moment).user)
    }
    autocad = try #require(
      try file.apply(
        .assignProducts(.addProduct(ProductDetails(named: "AutoCAD", seats: 4))), at: moment
      ).product)
    collection = try #require(
      try file.apply(
        .assignProducts(.addProduct(ProductDetails(named: "AEC Collection", seats: 4))), at: moment
      )
      .product)
  }

  @Test("While no log was added nothing is said")
  func noLog() throws {
    #expect(try file.use(of: autocad) == nil)
  }

  @Test("People, days and occasional users are told of the last 90 days, each person once")
  func use() throws {
    try takeLog([
      use("avries", "AutoCAD", days: [0, 1, 2, 3, 4]), use("avries", "AutoCAD", days: [1], on: "B"),
      use("bjansen", "AutoCAD", days: [3]), use("bjansen", "AEC Collection", days: [3, 5]),
      use("nobody", "AutoCAD", days: [2, 6]), use("old", "AutoCAD", days: [100]),
    ])
    _ = try file.apply(.assignProducts(.assign([people[0]], [autocad], .chosen)), at: moment)
    // Bram used both, and has a seat of both: one person.
    _ = try file.apply(.assignProducts(.assign([people[1]], [collection], .chosen)), at: moment)
    #expect(
      try file.use(of: autocad)
        == ProductUse(
          people: 3, daysUsed: 8, occasional: 2, withBoth: 1, withoutSeat: 2, logEnd: day))
    #expect(
      try file.use(of: collection)
        == ProductUse(
          people: 1, daysUsed: 2, occasional: 1, withBoth: 1, withoutSeat: 0, logEnd: day))
    // Ann has seats of both, whatever she used.
    _ = try file.apply(.assignProducts(.assign([people[0]], [collection], .chosen)), at: moment)
    #expect(try file.use(of: collection)?.withBoth == 2)
    #expect(try file.use(of: autocad)?.withBoth == 2)
  }

  private func use(
    _ login: String, _ offering: String, days: [Int], on computer: String = "A"
  ) -> LicensingBatch.Use {
    var use = LicensingBatch.Use(
      login: login, computer: "WS-\(computer)", feature: offering, offering: offering,
      product: offering)
    for ago in days { use.days.insert(day - ago) }
    use.lastUsed = Moment(day: day - (days.min() ?? 0), minute: 500)
    return use
  }

  private func takeLog(_ uses: [LicensingBatch.Use]) throws {
    var server = LicensingBatch.Server(details: ServerDetails(hosts: ["srv-lic01"]))
    server.log = LogSpan(
      first: Moment(day: day - 120, minute: 0), end: moment, outs: uses.count)
    server.uses = uses
    _ = try file.apply(
      .retireServers(.take(LicensingBatch(.debugLog, servers: [server]), nil)), at: moment)
  }
}
