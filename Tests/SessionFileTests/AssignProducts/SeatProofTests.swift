import Migration
import SessionFile
import Testing

private let day = Day(number: 20_000)
private let moment = Moment(day: day, minute: 600)

@Suite("Seats beside an export of the portal")
struct SeatProofTests {
  private let file: SessionFile
  private let people: [User]
  private let maya: ProductID

  /// Five people; two have Maya stated, one has it planned.
  init() throws {
    file = try SessionFile.inMemory()
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(People.many(5)), .imported, .keep)), at: moment)
    let ids = try file.userIDs(UserQuery()).sorted()
    people = try ids.compactMap { [file] in try file.user($0) }
    maya = try #require(
      try file.apply(
        .assignProducts(.addProduct(ProductDetails(named: "Maya", seats: 4))), at: moment
      ).product)
    _ = try file.apply(.assignProducts(.assign(Array(ids[0..<3]), [maya], .chosen)), at: moment)
    let keys = ids[0..<2].map { [maya] in SeatKey(user: $0, product: maya) }
    let written = HandOver(number: 1, step: .assignProducts, writtenOn: day, rowCount: 2)
    _ = try file.apply(
      .assignProducts(.handOverSeats(written, Array(keys), isEarly: true)), at: moment)
    _ = try file.apply(.stateHandOver(1, day), at: moment)
  }

  /// A document with lines: person, offering, whether there is a seat. Person 9 is not in the list.
  private struct Export {
    var document: Evidence
    var seats: SeatEvidence
    var portal: PortalPeople
  }

  private func evidence(
    _ lines: [(Int, Int, Bool)], on later: Int = 1, isWhole: Bool = false
  ) -> Export {
    let stranger = UserDetails(firstName: "Xenia", lastName: "X", address: "x@example.com")
    func details(_ person: Int) -> UserDetails { person < 5 ? people[person].details : stranger }
    let named = Set(lines.map(\.0)).sorted().map(details)
    return Export(
      document: Evidence(
        kind: .usersExport, file: "users-\(later).csv", day: day + later, team: "T",
        isWhole: isWhole, digest: "\(later)", rowCount: lines.count, personCount: named.count),
      seats: SeatEvidence(
        offerings: ["Autodesk Maya", "Something Else"],
        lines: lines.map { person, offering, isAssigned in
          SeatEvidence.Line(
            address: details(person).address.uppercased(), offering: offering,
            isAssigned: isAssigned)
        }),
      portal: People.portal(named.map { ($0, .accepted) }))
  }

  private func compare(_ export: Export) throws -> SeatComparison {
    try file.compare(export.seats, by: export.document)
  }

  @discardableResult
  private func prove(
    _ export: Export, take: [SeatKey] = [], leave: [SeatKey] = [], strangers: [String] = []
  ) throws -> ChangeOutcome {
    try file.apply(
      .createUsers(
        .proveUsers(
          export.document, export.portal,
          seats: SeatDecisions(export.seats, take: take, leave: leave, strangers: strangers))),
      at: moment)
  }

  private func standing(_ person: Int) throws -> Standing? {
    try file.assignments(of: people[person].id).first?.standing
  }

  @Test(
    "Assigned is proven, whatever was said of it before; a stranger and a strange offering are named"
  )
  func proves() throws {
    let export = evidence([(0, 0, true), (2, 0, true), (3, 0, true), (9, 0, true), (4, 1, true)])
    let comparison = try compare(export)
    #expect(comparison.proves.map(\.user) == [people[0].id, people[2].id])
    #expect(comparison.extra.map(\.key.user) == [people[3].id])
    #expect(comparison.strangers.map(\.address) == ["X@EXAMPLE.COM"])
    #expect(comparison.strangers.first?.products == ["Maya"])
    #expect(comparison.unmatched.map(\.offering) == [1])
    try prove(export)
    #expect(try standing(0) == .proven)
    #expect(try standing(1) == .stated)
    #expect(try standing(2) == .proven)
    #expect(try standing(3) == nil)
    #expect(try file.assignments(of: people[0].id).first?.since == day + 1)
    #expect(try compare(export).confirms.count == 2)
    // One document is one piece of evidence, of people and of seats.
    #expect(try file.summary().evidence.map(\.file) == ["users-1.csv"])
    let seat = try file.assignments(of: people[0].id).first
    #expect(seat?.evidence == 1)
    #expect(try file.user(people[0].id)?.evidence == 1)
    #expect(try file.user(people[0].id)?.since == seat?.since)
  }

  @Test("A stranger with a seat comes in as person and as assignment, and it is one undo")
  func strangers() throws {
    let export = evidence([(0, 0, true), (9, 0, true), (9, 1, true)])
    let outcome = try prove(export, strangers: ["x@example.com"])
    #expect((outcome.name.text, outcome.count, outcome.seats) == ("prove-seats", 2, 2))
    let xenia = try #require(try file.user(address: "x@example.com"))
    #expect((xenia.standing, xenia.source, xenia.evidence) == (.proven, .portal, 1))
    let seat = try #require(try file.assignments(of: xenia.id).first)
    #expect((seat.product, seat.standing, seat.evidence) == (maya, .proven, 1))
    #expect(try file.assignments(of: xenia.id).count == 1)
    #expect(try file.recount() == Recount(file.summary()))
    _ = try file.undo(at: moment)
    #expect(try file.user(address: "x@example.com") == nil)
    #expect(try file.summary().evidence.isEmpty)
    #expect(try standing(0) == .stated)
    #expect(try file.recount() == Recount(file.summary()))
    _ = try file.redo(at: moment)
    #expect(try file.assignments(of: xenia.id) == [seat])
    #expect(try file.recount() == Recount(file.summary()))
  }

  @Test("A stranger who is left, and taken over later in step 1, comes with the seats")
  func strangersLater() throws {
    try prove(evidence([(9, 0, true), (9, 1, true)]))
    let person = try #require(try file.strangers(places: 0..<1).rows.first)
    let outcome = try file.apply(.createUsers(.takeOverFromPortal([person.id])), at: moment)
    #expect((outcome.count, outcome.seats) == (1, 1))
    let xenia = try #require(try file.user(address: "x@example.com"))
    #expect(try file.assignments(of: xenia.id).map(\.standing) == [.proven])
    _ = try file.undo(at: moment)
    #expect(try file.recount() == Recount(file.summary()))
  }

  @Test("A newer document proves again, so that an older one in between takes nothing back")
  func provesAgain() throws {
    try prove(evidence([(0, 0, true)], on: 1))
    try prove(evidence([(0, 0, true)], on: 5))
    #expect(try file.assignments(of: people[0].id).first?.since == day + 5)
    #expect(try compare(evidence([(1, 0, true)], on: 3, isWhole: true)).gone.isEmpty)
  }

  @Test("A seat in the portal alone is taken over as proven by one key")
  func takes() throws {
    let export = evidence([(3, 0, true)])
    try prove(export, take: [SeatKey(user: people[3].id, product: maya)])
    #expect(try standing(3) == .proven)
    #expect(try file.assignments(of: people[3].id).first?.source == .portal)
    #expect(try file.recount() == Recount(file.summary()))
    _ = try file.undo(at: moment)
    #expect(try standing(3) == nil)
    _ = try file.redo(at: moment)
    #expect(try standing(3) == .proven)
    #expect(try file.recount() == Recount(file.summary()))
  }

  @Test("Unassigned takes a statement back; planned again it can be handed over anew")
  func unassigned() throws {
    let export = evidence([(0, 0, false)])
    #expect(try compare(export).gone.map(\.key.user) == [people[0].id])
    try prove(export)
    #expect(try standing(0) == .failed)
    #expect(try file.summary().product(maya)?.seats.available == 3)
    #expect(try file.summary().product(maya)?.seats.handable == 1)
    _ = try file.apply(.assignProducts(.planAgain([people[0].id], [maya])), at: moment)
    #expect(try standing(0) == .planned)
    #expect(try file.summary().product(maya)?.seats.handable == 2)
  }

  @Test("The plan follows the portal where that is decided")
  func leaves() throws {
    let export = evidence([(0, 0, false)])
    try prove(export, leave: [SeatKey(user: people[0].id, product: maya)])
    #expect(try standing(0) == nil)
  }

  @Test("What an older export says of a statement takes nothing back")
  func older() throws {
    let export = evidence([(0, 0, false)], on: -1)
    #expect(try compare(export).gone.isEmpty)
  }

  @Test("Absence counts only in a whole export that is no older than the proof")
  func absence() throws {
    try prove(evidence([(0, 0, true), (1, 0, true)], on: 2))
    #expect(try compare(evidence([(0, 0, true)], on: 3)).gone.isEmpty)
    #expect(try compare(evidence([(0, 0, true)], on: 1, isWhole: true)).gone.isEmpty)
    let newer = evidence([(0, 0, true)], on: 3, isWhole: true)
    #expect(try compare(newer).gone.map(\.key.user) == [people[1].id])
    try prove(newer)
    #expect(try standing(1) == .failed)
  }

  @Test("Of two whole exports of one day the one that is added later counts, for people and seats")
  func sameDay() throws {
    try prove(evidence([(0, 0, true), (1, 0, true)], on: 2, isWhole: true))
    var second = evidence([(0, 0, true)], on: 2, isWhole: true)
    second.document.digest = "another"
    #expect(try compare(second).gone.map(\.key.user) == [people[1].id])
    try prove(second)
    #expect(try file.user(people[1].id)?.standing == .failed)
    #expect(try standing(1) == .failed)
    #expect(try file.assignments(of: people[0].id).first?.evidence == 2)
    #expect(try file.recount() == Recount(file.summary()))
    var third = evidence([(0, 0, true), (1, 0, true)], on: 2, isWhole: true)
    third.document.digest = "a third"
    try prove(third)
    #expect(try standing(1) == .proven)
    #expect(try file.recount() == Recount(file.summary()))
  }

  @Test("A look at the portal stands against a document of the same day, not of a later one")
  func glanceAndDocument() throws {
    _ = try file.apply(.assignProducts(.glance(maya, isRight: true)), at: moment)
    #expect(try compare(evidence([(0, 0, true)], on: 0, isWhole: true)).gone.isEmpty)
    #expect(try compare(evidence([(0, 0, true)], isWhole: true)).gone.count == 1)
  }

  @Test("A stated seat that a later whole export lacks is a difference, decided both ways")
  func statedAlone() throws {
    // In the team without the product, or not in the team at all.
    for lines in [[(0, 0, true), (1, 1, false)], [(0, 0, true)]] {
      let export = evidence(lines, isWhole: true)
      let gone = try compare(export).gone
      #expect(gone.map(\.key.user) == [people[1].id])
      #expect(gone.map(\.isStatedOnly) == [true])
      try prove(export)
      #expect(try standing(1) == .stated)
      #expect(try file.recount() == Recount(file.summary()))
      _ = try file.undo(at: moment)
      try prove(export, leave: gone.map(\.key))
      let seat = try file.assignments(of: people[1].id).first
      #expect(seat?.standing == .planned && seat?.handOver == nil)
      #expect(try file.recount() == Recount(file.summary()))
      _ = try file.undo(at: moment)
      #expect(try standing(1) == .stated)
    }
    #expect(try compare(evidence([(0, 0, true)])).gone.isEmpty)
    #expect(try compare(evidence([(0, 0, true)], on: 0, isWhole: true)).gone.isEmpty)
  }

  @Test("A product that a whole export does not name has nobody any more")
  func productOfNobody() throws {
    let revit = try #require(
      try file.apply(
        .assignProducts(.addProduct(ProductDetails(named: "Revit", seats: 2))), at: moment
      ).product)
    let both = evidence([(0, 0, true), (1, 0, true)])
    try prove(both)
    func named(_ offering: String, isWhole: Bool = true) -> Export {
      var export = evidence([(0, 0, true)], on: 2, isWhole: isWhole)
      export.seats.offerings = [offering]
      return export
    }
    let mayaOfBoth = Set(people[0..<2].map(\.id))
    let gone = try compare(named("Revit")).gone
    #expect(Set(gone.map(\.key.user)) == mayaOfBoth)
    #expect(try compare(named("Revit", isWhole: false)).gone.isEmpty)
    // It may be what an unknown offering is called there; and without offerings nothing is known.
    #expect(try compare(named("Strange Thing")).gone.isEmpty)
    var without = named("Revit")
    without.seats = SeatEvidence()
    #expect(try compare(without).gone.isEmpty)
    try prove(named("Revit"))
    #expect(try standing(0) == .failed && standing(1) == .failed)
    #expect(try file.summary().product(revit)?.counts.total == 0)
    #expect(try file.recount() == Recount(file.summary()))
    _ = try file.undo(at: moment)
    #expect(try file.recount() == Recount(file.summary()))
  }

  @Test("An unknown offering is mapped once: to a product, or to none of ours")
  func mapping() throws {
    let export = evidence([(0, 1, true)])
    _ = try file.apply(.assignProducts(.mapOffering("Something Else", maya)), at: moment)
    #expect(try compare(export).proves.map(\.user) == [people[0].id])
    _ = try file.apply(.assignProducts(.mapOffering("something ELSE", nil)), at: moment)
    let ignored = try compare(export)
    #expect(ignored.proves.isEmpty && ignored.unmatched.isEmpty)
    _ = try file.undo(at: moment)
    #expect(try compare(export).proves.count == 1)
    _ = try file.undo(at: moment)
    #expect(try compare(export).unmatched.count == 1)
  }

  @Test("A name that only files know goes on meaning a product that was renamed or mapped")
  func renamed() throws {
    let served = ProductDetails(name: "OWNTHING", seats: 4, source: .tradeIn, networkSeats: 2)
    #expect(try file.apply(.assignProducts(.takeOverProducts([served])), at: moment).count == 1)
    var product = try #require(try file.summary().products.first { $0.id != maya })
    product.details.name = "Own Thing Pro"
    _ = try file.apply(.assignProducts(.editProduct(product.id, product.details)), at: moment)
    var more = served
    more.seats = 8
    _ = try file.apply(.assignProducts(.takeOverProducts([more])), at: moment)
    #expect(try file.summary().products.count == 2)
    #expect(try file.summary().product(product.id)?.details.seats == 8)
    #expect(try file.summary().product(product.id)?.details.name == "Own Thing Pro")
    _ = try file.apply(.assignProducts(.mapOffering("Other Token", maya)), at: moment)
    let outcome = try file.apply(
      .assignProducts(.takeOverProducts([ProductDetails(named: "OTHER TOKEN", seats: 9)])),
      at: moment)
    #expect(outcome.updated == 1)
    #expect(try file.summary().product(maya)?.details.seats == 9)
  }

  @Test("Who gets another address is planned anew, and the portal's seat of the old one is said")
  func oldAddress() throws {
    var person = people[0].details
    person.address = "new@example.com"
    _ = try file.apply(.createUsers(.editUser(people[0].id, person)), at: moment)
    var seat = try #require(try file.assignments(of: people[0].id).first)
    #expect((seat.standing, seat.oldAddress) == (.planned, people[0].details.address))
    var seats = try #require(try file.summary().product(maya)?.seats)
    // Bought 4; the portal has two, one of them under the old address.
    #expect((seats.counts.old, seats.available, seats.handable) == (1, 2, 2))
    #expect(try file.recount() == Recount(file.summary()))

    // The old address in an export is no stranger, and holds the seat; without it the seat is free.
    let old = people[0].details
    let shown = evidence([(0, 0, true)])
    #expect(try compare(shown).strangers.isEmpty)
    try prove(shown)
    #expect(try file.summary().product(maya)?.counts.old == 1)
    try prove(evidence([(0, 0, false)], on: 2))
    #expect(try file.summary().product(maya)?.counts.old == 0)
    _ = try file.undo(at: moment)
    #expect(try file.assignments(of: people[0].id).first?.oldAddress == old.address)

    // Or the admin says so.
    _ = try file.apply(.assignProducts(.planAgain([people[0].id], [maya])), at: moment)
    seat = try #require(try file.assignments(of: people[0].id).first)
    #expect((seat.standing, seat.oldAddress) == (.planned, nil))
    seats = try #require(try file.summary().product(maya)?.seats)
    #expect(seats.available == 3)
    #expect(try file.recount() == Recount(file.summary()))
    for _ in 0..<4 { _ = try file.undo(at: moment) }
    #expect(try file.recount() == Recount(file.summary()))
  }

  @Test("Files that no longer fit beside what an export proves can not be stated, but withdrawn")
  func overwritten() throws {
    // Four seats: two stated, two more in a file; then the portal has a stranger with one.
    _ = try file.apply(.assignProducts(.assign([people[3].id], [maya], .chosen)), at: moment)
    let keys = people[2...3].map { SeatKey(user: $0.id, product: maya) }
    let written = HandOver(number: 2, step: .assignProducts, writtenOn: day, rowCount: 2)
    _ = try file.apply(.assignProducts(.handOverSeats(written, keys, isEarly: true)), at: moment)
    #expect(try file.summary().product(maya)?.seats.isOverwritten == false)
    try prove(evidence([(9, 0, true)]), strangers: ["x@example.com"])
    #expect(try file.summary().product(maya)?.seats.isOverwritten == true)
    let before = try file.summary()
    #expect(throws: ChangeRefusal.assignProducts(.seatsOverwritten("Maya"))) {
      try file.apply(.stateHandOver(2, day + 1), at: moment)
    }
    #expect(try file.summary() == before)
    // A higher number may be said, in steps; then all of it fits.
    _ = try file.apply(
      .assignProducts(.editProduct(maya, ProductDetails(named: "Maya", seats: 5))), at: moment)
    _ = try file.apply(.stateHandOver(2, day + 1), at: moment)
    #expect(try file.summary().product(maya)?.counts.taken == 5)
    _ = try file.undo(at: moment)
    _ = try file.undo(at: moment)
    _ = try file.apply(.withdrawHandOver(2), at: moment)
    #expect(try file.summary().product(maya)?.seats.isOverwritten == false)
    #expect(try file.recount() == Recount(file.summary()))
  }
}
