import Migration
import Seeds
import SessionFile
import Testing

@Suite("Any order of planning, assigning, handing over and proving")
struct SeatOrderTests {
  @Test(
    "Never more are handed over than bought, no seat is lost or doubled, counts equal a recount",
    arguments: 1...16)
  func anyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var story = try SeatStory()
    for _ in 0..<90 { try story.step(&random) }
    try story.undoEverything()
  }
}

/// One migration with what it has to look like after each undo and redo.
private struct SeatStory {
  private struct Look: Equatable {
    var users: [User]
    var products: [Product]
    var seats: [Assignment]
  }

  private let folder: Folder
  private var file: SessionFile
  private var looks: [Look]
  private var undone: [Look] = []
  private var day = 20_000
  private var handOverNumber = 0
  private let first: Int64

  init() throws {
    folder = try Folder()
    file = try folder.open()
    looks = [Look(users: [], products: [], seats: [])]
    first = 0
  }

  private var moment: Moment { Moment(day: Day(number: day)) }

  private func look() throws -> Look {
    let users = try file.users(UserQuery(), places: 0..<10_000).rows
    return Look(
      users: users, products: try file.summary().products,
      seats: try users.flatMap { try file.assignments(of: $0.id) })
  }

  mutating func step(_ random: inout SeededGenerator) throws {
    day += 1
    switch Int.random(in: 0..<16, using: &random) {
    case 0...2: try undo()
    case 3...4: try redo()
    case 5: file = try folder.open()
    case 6: try file.prepareIndex()
    default: try change(&random)
    }
    try check()
  }

  private mutating func change(_ random: inout SeededGenerator) throws {
    let before = try file.summary()
    do {
      let change = try anyChange(&random)
      let outcome = try file.apply(change, at: moment)
      guard outcome.revision > before.revision else { return }
      try checkSeats(after: change, before)
      looks.append(try look())
      undone = []
    } catch let refusal as ChangeRefusal {
      switch refusal {
      case .createUsers, .noSuchHandOver, .invalid, .assignProducts: break
      default: Issue.record("\(refusal)")
      }
      #expect(try file.summary() == before)
    }
  }

  /// Stating never takes more than there are, and no number is lowered below what left.
  private func checkSeats(after change: Change, _ before: Summary) throws {
    for product in try file.summary().products {
      let (seats, counts) = (product.seats, product.counts)
      guard let bought = seats.bought, let old = before.product(product.id) else { continue }
      switch change {
      case .stateHandOver where counts.stated > old.counts.stated:
        #expect(!seats.isOvertaken, "more stated than bought")
      case .assignProducts(.editProduct) where bought < old.details.seats ?? 0:
        #expect(counts.left + counts.old <= bought, "fewer than left")
      default: break
      }
    }
  }

  private mutating func undo() throws {
    guard looks.count > 1 else { return }
    _ = try file.undo(at: moment)
    undone.append(looks.removeLast())
    #expect(try look() == looks.last)
  }

  private mutating func redo() throws {
    guard let next = undone.popLast() else { return }
    _ = try file.redo(at: moment)
    looks.append(next)
    #expect(try look() == next)
  }

  mutating func undoEverything() throws {
    while looks.count > 1 { try undo() }
    let summary = try file.summary()
    #expect(summary.products.isEmpty)
    #expect(summary.usersWithProduct == 0)
    #expect(summary.usersWithSeat == 0)
    #expect(try file.recount() == Recount())
  }

  private func check() throws {
    let summary = try file.summary()
    #expect(try file.recount() == Recount(summary))
    let look = try look()
    let keys = look.seats.map { SeatKey(user: $0.user, product: $0.product) }
    #expect(Set(keys).count == keys.count, "a seat is there twice")
    for product in summary.products {
      let own = look.seats.filter { $0.product == product.id }
      let handedOver = own.count { $0.handOver != nil }
      #expect(handedOver <= product.details.seats ?? 0, "more handed over than bought")
      #expect(own.count == product.counts.total)
      let seats = product.seats
      if product.details.seats != nil {
        #expect(seats.handable + seats.waiting == product.counts.planned, "a seat is lost")
      }
      let queue = try file.queue(QueueQuery(product.id), places: 0..<1_000).rows
      #expect(queue.count { $0.waits } == seats.waiting)
      let page = try file.seats(
        of: product.id, UserQuery(seats: .of(product.id)), places: 0..<1_000)
      #expect(Set(page.rows.map(\.user.id)) == Set(own.map(\.user)))
      #expect(page.rows.count { $0.waits } == seats.waiting)
    }
  }

  private mutating func anyChange(_ random: inout SeededGenerator) throws -> Change {
    let users = try file.userIDs(UserQuery())
    let some = Array(users.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random)))
    let products = try file.summary().products
    let product = products.randomElement(using: &random)?.id ?? ProductID(99)
    let names = ["Maya", "AutoCAD", "AEC Collection", "Own Thing"]
    let details = ProductDetails(
      named: names.randomElement(using: &random) ?? "Maya",
      seats: Bool.random(using: &random) ? Int.random(in: 0...6, using: &random) : 4)
    switch Int.random(in: 0..<24, using: &random) {
    case 0, 1:
      return .createUsers(
        .importUsers(
          People.batch(
            People.many(
              Int.random(in: 1...8, using: &random), from: Int.random(in: 0...12, using: &random))),
          .imported, .update))
    case 2: return .assignProducts(.addProduct(details))
    case 3: return .assignProducts(.editProduct(product, details))
    case 4:
      return .assignProducts(
        .takeOverProducts([details, ProductDetails(named: "Revit", seats: 2)]))
    case 5:
      return Int.random(in: 0..<4, using: &random) == 0
        ? .assignProducts(.removeProducts([product])) : .assignProducts(.addProduct(details))
    case 6...8: return .assignProducts(.assign(some, [product], .chosen))
    case 9: return .assignProducts(.assign(Array(some.prefix(1)), products.map(\.id), .buyer))
    case 10: return .assignProducts(.unassign(some, [product]))
    case 11:
      return .assignProducts(
        .addAndAssign(People.many(20).randomElement(using: &random) ?? People.ann, product))
    case 12:
      return .assignProducts(
        .importAssignments(
          People.batch(People.many(Int.random(in: 1...6, using: &random), from: 6)), .imported,
          .keep,
          product))
    case 13:
      return .assignProducts(
        .moveInQueue(some, product, QueueMove.allCases.randomElement(using: &random) ?? .last))
    case 14: return .assignProducts(.planAgain(some, products.map(\.id)))
    case 15, 16: return try handOver(&random)
    case 17:
      return .stateHandOver(
        Int.random(in: 0...max(1, handOverNumber), using: &random), Day(number: day))
    case 18: return .withdrawHandOver(Int.random(in: 0...max(1, handOverNumber), using: &random))
    case 19 where Bool.random(using: &random):
      return .createUsers(.takeOverFromPortal(try file.strangers(places: 0..<3).rows.map(\.id)))
    case 19: return .assignProducts(.glance(product, isRight: Bool.random(using: &random)))
    case 20: return try evidence(some, &random)
    case 21: return .createUsers(.removeUsers(Array(some.prefix(2))))
    case 22:
      let one = some.first ?? UserID(1)
      var person = try file.user(one)?.details ?? People.ann
      person.firstName += "x"
      if Bool.random(using: &random) { person.address = "x\(day)@example.com" }
      return .createUsers(.editUser(one, person))
    default:
      return .assignProducts(
        .mapOffering("Something \(Int.random(in: 0...2, using: &random))", product))
    }
  }

  /// Sometimes what the next hand-over may hold, sometimes more.
  private mutating func handOver(_ random: inout SeededGenerator) throws -> Change {
    handOverNumber += 1
    var keys: [SeatKey] = []
    for (product, users) in try file.handableSeats(group: nil) {
      keys += users.map { SeatKey(user: $0.id, product: product.id) }
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      for product in try file.summary().products {
        keys += try file.queue(QueueQuery(product.id), places: 0..<100).rows
          .map { SeatKey(user: $0.user.id, product: product.id) }
      }
      keys = Array(Set(keys))
    }
    return .assignProducts(
      .handOverSeats(
        HandOver(
          number: handOverNumber, step: .assignProducts, writtenOn: Day(number: day),
          rowCount: keys.count), keys, isEarly: Bool.random(using: &random)))
  }

  private func evidence(_ users: [UserID], _ random: inout SeededGenerator) throws -> Change {
    let names = try file.summary().products.map(\.details.name) + ["Something 1"]
    var seats = SeatEvidence(offerings: names)
    var keys: [SeatKey] = []
    var people = try users.compactMap { try file.user($0)?.details }
    for user in users {
      keys += try file.summary().products.map { SeatKey(user: user, product: $0.id) }
    }
    // Some are in the portal and not in the list.
    people += People.many(2, from: Int.random(in: 12...24, using: &random))
    for person in people {
      seats.lines.append(
        SeatEvidence.Line(
          address: person.address, offering: Int.random(in: names.indices, using: &random),
          isAssigned: Int.random(in: 0..<3, using: &random) > 0))
    }
    let document = Evidence(
      kind: Bool.random(using: &random) ? .usersExport : .usageReport, file: "portal.csv",
      day: Day(number: day - Int.random(in: 0...3, using: &random)), team: "T",
      isWhole: Bool.random(using: &random), digest: "\(Int.random(in: 0...5, using: &random))",
      rowCount: people.count, personCount: people.count)
    return .createUsers(
      .proveUsers(
        document, People.portal(people.map { ($0, .pending) }),
        seats: SeatDecisions(
          seats, take: Bool.random(using: &random) ? keys : [],
          leave: Bool.random(using: &random) ? keys : [],
          strangers: Bool.random(using: &random) ? people.map(\.address) : [])))
  }
}
