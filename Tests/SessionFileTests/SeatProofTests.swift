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
    _ = try file.apply(.importUsers(People.batch(People.many(5)), .imported, .keep), at: moment)
    let ids = try file.userIDs(UserQuery()).sorted()
    people = try ids.compactMap { [file] in try file.user($0) }
    maya = try #require(
      try file.apply(.addProduct(ProductDetails(named: "Maya", seats: 4)), at: moment).product)
    _ = try file.apply(.assign(Array(ids[0..<3]), [maya], .chosen), at: moment)
    let keys = ids[0..<2].map { [maya] in SeatKey(user: $0, product: maya) }
    let written = HandOver(number: 1, step: .assignProducts, writtenOn: day, rowCount: 2)
    _ = try file.apply(.handOverSeats(written, Array(keys), isEarly: true), at: moment)
    _ = try file.apply(.stateHandOver(1, day), at: moment)
  }

  private func evidence(
    _ lines: [(Int, Int, Bool)], on later: Int = 1, isWhole: Bool = false
  ) -> SeatEvidence {
    SeatEvidence(
      proof: .usersExport, day: day + later, isWhole: isWhole,
      offerings: ["Autodesk Maya", "Something Else"],
      lines: lines.map { person, offering, isAssigned in
        SeatEvidence.Line(
          address: person < 5 ? people[person].details.address.uppercased() : "x@example.com",
          offering: offering, isAssigned: isAssigned)
      })
  }

  private func standing(_ person: Int) throws -> Standing? {
    try file.assignments(of: people[person].id).first?.standing
  }

  @Test(
    "Assigned is proven, whatever was said of it before; a stranger and a strange offering are named"
  )
  func proves() throws {
    let export = evidence([(0, 0, true), (2, 0, true), (3, 0, true), (9, 0, true), (4, 1, true)])
    let comparison = try file.compare(export)
    #expect(comparison.proves.map(\.user) == [people[0].id, people[2].id])
    #expect(comparison.extra.map(\.key.user) == [people[3].id])
    #expect(comparison.strangers == ["x@example.com"])
    #expect(comparison.unmatched.map(\.offering) == [1])
    _ = try file.apply(.proveSeats(export, take: [], leave: []), at: moment)
    #expect(try standing(0) == .proven)
    #expect(try standing(1) == .stated)
    #expect(try standing(2) == .proven)
    #expect(try standing(3) == nil)
    #expect(try file.assignments(of: people[0].id).first?.since == day + 1)
    #expect(try file.compare(export).confirms.count == 2)
  }

  @Test("A seat in the portal alone is taken over as proven by one key")
  func takes() throws {
    let export = evidence([(3, 0, true)])
    _ = try file.apply(
      .proveSeats(export, take: [SeatKey(user: people[3].id, product: maya)], leave: []),
      at: moment)
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
    #expect(try file.compare(export).gone.map(\.key.user) == [people[0].id])
    _ = try file.apply(.proveSeats(export, take: [], leave: []), at: moment)
    #expect(try standing(0) == .failed)
    #expect(try file.summary().product(maya)?.seats.available == 3)
    #expect(try file.summary().product(maya)?.seats.handable == 1)
    _ = try file.apply(.planAgain([people[0].id], [maya]), at: moment)
    #expect(try standing(0) == .planned)
    #expect(try file.summary().product(maya)?.seats.handable == 2)
  }

  @Test("The plan follows the portal where that is decided")
  func leaves() throws {
    let export = evidence([(0, 0, false)])
    _ = try file.apply(
      .proveSeats(export, take: [], leave: [SeatKey(user: people[0].id, product: maya)]),
      at: moment)
    #expect(try standing(0) == nil)
  }

  @Test("What an older export says of a statement takes nothing back")
  func older() throws {
    let export = evidence([(0, 0, false)], on: -1)
    #expect(try file.compare(export).gone.isEmpty)
  }

  @Test("Absence counts only in a whole export that is newer than the proof")
  func absence() throws {
    _ = try file.apply(
      .proveSeats(evidence([(0, 0, true), (1, 0, true)]), take: [], leave: []), at: moment)
    #expect(try file.compare(evidence([(0, 0, true)], on: 2)).gone.isEmpty)
    #expect(try file.compare(evidence([(0, 0, true)], on: 1, isWhole: true)).gone.isEmpty)
    let newer = evidence([(0, 0, true)], on: 2, isWhole: true)
    #expect(try file.compare(newer).gone.map(\.key.user) == [people[1].id])
    _ = try file.apply(.proveSeats(newer, take: [], leave: []), at: moment)
    #expect(try standing(1) == .failed)
  }

  @Test("An unknown offering is mapped once: to a product, or to none of ours")
  func mapping() throws {
    let export = evidence([(0, 1, true)])
    _ = try file.apply(.mapOffering("Something Else", maya), at: moment)
    #expect(try file.compare(export).proves.map(\.user) == [people[0].id])
    _ = try file.apply(.mapOffering("something ELSE", nil), at: moment)
    let ignored = try file.compare(export)
    #expect(ignored.proves.isEmpty && ignored.unmatched.isEmpty)
    _ = try file.undo(at: moment)
    #expect(try file.compare(export).proves.count == 1)
    _ = try file.undo(at: moment)
    #expect(try file.compare(export).unmatched.count == 1)
  }
}
