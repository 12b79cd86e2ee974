import Migration
import SessionFile
import Testing

private let day = Day(number: 20_000)
private let moment = Moment(day: day, minute: 600)

@Suite("Seats: who has one, who waits, what the portal should show")
struct SeatTests {
  private let file: SessionFile
  private let people: [UserID]
  private let maya: ProductID

  /// A file with ten people and Maya with four seats.
  init() throws {
    file = try SessionFile.inMemory()
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(People.many(10)), .imported, .keep)), at: moment)
    people = try file.userIDs(UserQuery()).sorted()
    maya = try #require(
      try file.apply(
        .assignProducts(.addProduct(ProductDetails(named: "Autodesk Maya 2020", seats: 4))),
        at: moment
      )
      .product)
  }

  private func product() throws -> Product { try #require(try file.summary().product(maya)) }

  private func assign(_ range: Range<Int>) throws {
    _ = try file.apply(.assignProducts(.assign(Array(people[range]), [maya], .chosen)), at: moment)
  }

  private func handOver(_ number: Int, _ users: [UserID]) throws {
    let written = HandOver(
      number: number, step: .assignProducts, writtenOn: day, rowCount: users.count)
    let seats = users.map { SeatKey(user: $0, product: maya) }
    _ = try file.apply(.assignProducts(.handOverSeats(written, seats, isEarly: false)), at: moment)
  }

  @Test("A product is known by its offering, whatever the year and the maker's name")
  func names() throws {
    #expect(try product().details.name == "Maya")
    #expect(try product().details.offering == "MAYA")
    #expect(throws: ChangeRefusal.assignProducts(.productTaken(maya))) {
      try file.apply(.assignProducts(.addProduct(ProductDetails(named: "MAYA"))), at: moment)
    }
  }

  @Test("The buyer's seat is taken at once: 3 of 4 are available")
  func buyer() throws {
    _ = try file.apply(.assignProducts(.assign([people[0]], [maya], .buyer)), at: moment)
    #expect(try product().seats.available == 3)
    #expect(try product().counts.stated == 1)
    #expect(try file.summary().usersWithSeat == 1)
  }

  @Test("However often a seat is given, there is one for a user and a product")
  func once() throws {
    try assign(0..<3)
    let outcome = try file.apply(
      .assignProducts(.assign(people.prefix(5).map { $0 }, [maya], .chosen)), at: moment)
    #expect(outcome.count == 2)
    #expect(outcome.unchanged == 3)
    #expect(try product().counts.planned == 5)
  }

  @Test("Planned people take nothing in the portal; who comes after the last seat waits")
  func waiting() throws {
    try assign(0..<6)
    let seats = try product().seats
    #expect(seats.available == 4)
    #expect(seats.short == 2)
    #expect(seats.waiting == 2)
    let queue = try file.queue(QueueQuery(maya), places: 0..<10)
    #expect(queue.rows.map(\.user.id) == Array(people[0..<6]))
    #expect(queue.rows.map(\.waits) == [false, false, false, false, true, true])
    let names = try file.seats(
      of: maya, UserQuery(seats: .of(maya)), places: 0..<10)
    #expect(Set(names.rows.filter(\.waits).map(\.user.id)) == Set(people[4..<6]))
  }

  @Test("Letters leave some of the order, each with the number that it has among all")
  func queueFilter() throws {
    try assign(0..<6)
    let all = try file.queue(QueueQuery(maya), places: 0..<10)
    #expect(all.rows.map(\.number) == [1, 2, 3, 4, 5, 6])
    let address = try #require(try file.user(people[4])).details.address
    let query = QueueQuery(maya, filter: address)
    let found = try file.queue(query, places: 0..<10)
    #expect(found.rows.map(\.user.id) == [people[4]])
    #expect(found.rows.map(\.number) == [5])
    #expect(found.total == 1)
    #expect(try file.queueIDs(query) == [people[4]])
  }

  @Test("The order of those who wait can be changed, by one place and to either end")
  func order() throws {
    try assign(0..<6)
    func order() throws -> [Int] {
      try file.queue(QueueQuery(maya), places: 0..<10).rows.compactMap {
        people.firstIndex(of: $0.user.id)
      }
    }
    _ = try file.apply(.assignProducts(.moveInQueue([people[5]], maya, .first)), at: moment)
    #expect(try order() == [5, 0, 1, 2, 3, 4])
    _ = try file.apply(
      .assignProducts(.moveInQueue([people[0], people[1]], maya, .later)), at: moment)
    #expect(try order() == [5, 2, 0, 1, 3, 4])
    _ = try file.apply(
      .assignProducts(.moveInQueue([people[0], people[1]], maya, .earlier)), at: moment)
    #expect(try order() == [5, 0, 1, 2, 3, 4])
    _ = try file.apply(
      .assignProducts(.moveInQueue([people[5], people[2]], maya, .last)), at: moment)
    #expect(try order() == [0, 1, 3, 4, 5, 2])
    _ = try file.undo(at: moment)
    _ = try file.undo(at: moment)
    #expect(try order() == [5, 2, 0, 1, 3, 4])
  }

  @Test("A hand-over never holds more people than there are seats")
  func neverMore() throws {
    try assign(0..<6)
    #expect(throws: ChangeRefusal.assignProducts(.tooFewSeats("Maya"))) {
      try handOver(1, Array(people[0..<5]))
    }
    #expect(try file.handableSeats(group: nil).map(\.users.count) == [4])
    try handOver(1, Array(people[0..<4]))
    #expect(try product().seats.handable == 0)
    #expect(throws: ChangeRefusal.assignProducts(.tooFewSeats("Maya"))) {
      try handOver(2, [people[4]])
    }
    #expect(throws: ChangeRefusal.assignProducts(.seatsHandedOver(4))) {
      try file.apply(
        .assignProducts(.editProduct(maya, ProductDetails(named: "Maya", seats: 3))), at: moment)
    }
    #expect(throws: ChangeRefusal.assignProducts(.seatsHandedOver(4))) {
      try file.apply(.assignProducts(.editProduct(maya, ProductDetails(named: "Maya"))), at: moment)
    }
  }

  @Test("While the number of seats is not known, nothing is handed over")
  func unknown() throws {
    _ = try file.apply(
      .assignProducts(.editProduct(maya, ProductDetails(named: "Maya"))), at: moment)
    try assign(0..<3)
    let seats = try product().seats
    #expect(seats.available == nil)
    #expect(seats.waiting == 0)
    #expect(seats.handable == 0)
    #expect(try file.handableSeats(group: nil).isEmpty)
    #expect(try file.summary().toDo(today: day).contains { $0.kind == .setUp })
  }

  @Test("A hand-over of seats also invites, so both steps are stated with it")
  func invites() throws {
    try assign(0..<2)
    let written = HandOver(
      number: 1, step: .createUsers, writtenOn: day, rowCount: 1)
    _ = try file.apply(.createUsers(.handOver(written, [people[0]])), at: moment)
    try handOver(2, Array(people[0..<2]))
    #expect(try file.user(people[1])?.handOver == 2)
    _ = try file.apply(.stateHandOver(2, day + 1), at: moment)
    #expect(try product().counts == SeatCounts(stated: 2))
    #expect(try file.user(people[0])?.standing == .stated)
    #expect(try file.user(people[1])?.standing == .stated)
    _ = try file.apply(.withdrawHandOver(2), at: moment)
    #expect(try product().counts == SeatCounts(planned: 2))
    #expect(try file.user(people[1])?.standing == .planned)
    #expect(try file.recount() == Recount(file.summary()))
  }

  @Test("Another address is another person: nothing that was said of the seat holds")
  func otherAddress() throws {
    try assign(0..<1)
    try handOver(1, [people[0]])
    _ = try file.apply(.stateHandOver(1, day), at: moment)
    var details = try #require(try file.user(people[0])?.details)
    details.firstName = "Anna"
    _ = try file.apply(.createUsers(.editUser(people[0], details)), at: moment)
    #expect(try product().counts == SeatCounts(stated: 1))
    details.address = "anna@example.com"
    _ = try file.apply(.createUsers(.editUser(people[0], details)), at: moment)
    #expect(try product().counts == SeatCounts(planned: 1, old: 1))
    _ = try file.undo(at: moment)
    #expect(try product().counts == SeatCounts(stated: 1))
  }

  @Test("Who is taken out of the list takes the seats along, and brings them back")
  func outAndBack() throws {
    try assign(0..<3)
    _ = try file.apply(.createUsers(.removeUsers([people[0], people[1]])), at: moment)
    #expect(try product().counts.planned == 1)
    #expect(try file.summary().usersWithProduct == 1)
    _ = try file.undo(at: moment)
    #expect(try product().counts.planned == 3)
  }

  @Test("A look at the portal proves what is stated, and takes its own proof back")
  func glance() throws {
    try assign(0..<2)
    try handOver(1, [people[0]])
    _ = try file.apply(.stateHandOver(1, day), at: moment)
    _ = try file.apply(.assignProducts(.glance(maya, isRight: true)), at: moment)
    #expect(try product().counts == SeatCounts(planned: 1, proven: 1))
    #expect(try product().glance == SeatGlance(day: day, isRight: true))
    _ = try file.apply(.assignProducts(.glance(maya, isRight: false)), at: moment)
    #expect(try product().counts == SeatCounts(planned: 1, stated: 1))
    #expect(try file.summary().products[0].glance?.isRight == false)
    _ = try file.apply(.assignProducts(.unassign([people[0]], [maya])), at: moment)
    #expect(try product().glance == nil)
    _ = try file.undo(at: moment)
    #expect(try product().glance?.isRight == false)
  }

  @Test("The number of seats is never lowered below the buyer's seat and what is in files")
  func lowerBound() throws {
    _ = try file.apply(.assignProducts(.assign([people[0]], [maya], .buyer)), at: moment)
    try assign(1..<3)
    func set(_ seats: Int?) throws {
      _ = try file.apply(
        .assignProducts(.editProduct(maya, ProductDetails(named: "Maya", seats: seats))), at: moment
      )
    }
    try set(nil)
    try set(4)
    try handOver(1, Array(people[1..<3]))
    for seats in [nil, 0, 2] {
      #expect(throws: ChangeRefusal.assignProducts(.seatsHandedOver(3))) { try set(seats) }
    }
    try set(3)
    _ = try file.apply(.stateHandOver(1, day), at: moment)
    _ = try file.apply(.assignProducts(.glance(maya, isRight: true)), at: moment)
    #expect(try product().counts == SeatCounts(proven: 3))
    #expect(throws: ChangeRefusal.assignProducts(.seatsHandedOver(3))) { try set(2) }
  }

  @Test("A look at the portal is not right when more are taken than there are")
  func glanceOfTooMany() throws {
    _ = try file.apply(
      .assignProducts(.editProduct(maya, ProductDetails(named: "Maya", seats: 1))), at: moment)
    for person in people[0..<2] {
      _ = try file.apply(.assignProducts(.assign([person], [maya], .buyer)), at: moment)
    }
    #expect(try product().seats.isOvertaken)
    #expect(throws: ChangeRefusal.assignProducts(.seatsOverwritten("Maya"))) {
      try file.apply(.assignProducts(.glance(maya, isRight: true)), at: moment)
    }
    _ = try file.apply(.assignProducts(.glance(maya, isRight: false)), at: moment)
    #expect(try product().counts.stated == 2)
  }

  @Test("A list to assign adds its new people and is one undo")
  func importing() throws {
    try assign(0..<1)
    let batch = People.batch(People.many(3, from: 0) + [People.ann, People.bram])
    let outcome = try file.apply(
      .assignProducts(.importAssignments(batch, .imported, .keep, maya)), at: moment)
    #expect(outcome.count == 4)
    #expect(outcome.updated == 2)
    #expect(outcome.unchanged == 1)
    #expect(try file.summary().userFunnel.total == 12)
    #expect(try product().counts.planned == 5)
    _ = try file.undo(at: moment)
    #expect(try file.summary().userFunnel.total == 10)
    #expect(try product().counts.planned == 1)
    _ = try file.redo(at: moment)
    #expect(try product().counts.planned == 5)
    #expect(try file.recount() == Recount(file.summary()))
  }

  @Test("A new person is added and assigned in one go; a known one is only assigned")
  func addAndAssign() throws {
    _ = try file.apply(.assignProducts(.addAndAssign(People.ann, maya)), at: moment)
    _ = try file.apply(.assignProducts(.addAndAssign(People.many(1)[0], maya)), at: moment)
    #expect(try file.summary().userFunnel.total == 11)
    #expect(try product().counts.planned == 2)
    _ = try file.undo(at: moment)
    _ = try file.undo(at: moment)
    #expect(try file.summary().userFunnel.total == 10)
    #expect(try product().counts == SeatCounts())
  }

  @Test("Products of an export add up, and get the seats of a newer one")
  func subscriptions() throws {
    let bought: [(offering: String, seats: Int?)] = [
      (offering: "AutoCAD - including specialized toolsets", seats: 30),
      (offering: "Maya", seats: 6),
      (offering: "AutoCAD", seats: 20), (offering: "Brand New Thing", seats: 2),
    ]
    let proposals = ProductProposal.bought(bought)
    #expect(proposals.map(\.details.seats) == [50, 6, 2])
    let outcome = try file.apply(
      .assignProducts(.takeOverProducts(proposals.map(\.details))), at: moment)
    #expect(outcome.count == 2)
    #expect(outcome.updated == 1)
    let summary = try file.summary()
    #expect(summary.products.map(\.details.name) == ["AutoCAD", "Brand New Thing", "Maya"])
    #expect(summary.products.map(\.details.seats) == [50, 2, 6])
    _ = try file.undo(at: moment)
    #expect(try file.summary().products.map(\.details.seats) == [4])
  }

  @Test("Users of a product are found by filter and order like all users, and users without any")
  func queries() throws {
    try assign(0..<5)
    let filter = try #require(try file.user(people[2])?.details.address)
    let hit = try file.seats(of: maya, UserQuery(filter: filter, seats: .of(maya)), places: 0..<9)
    #expect(hit.rows.map(\.user.id) == [people[2]])
    let byAddress = try file.seats(
      of: maya, UserQuery(order: .address, seats: .of(maya)), places: 0..<9)
    #expect(Set(byAddress.rows.map(\.user.id)) == Set(people[0..<5]))
    #expect(try Set(file.userIDs(UserQuery(seats: SeatQuery.none))) == Set(people[5..<10]))
    try assign(5..<6)
    #expect(try Set(file.userIDs(UserQuery(seats: SeatQuery.none))) == Set(people[6..<10]))
    let byName = try file.seats(of: maya, UserQuery(seats: .of(maya)), places: 0..<9).rows
    _ = try file.seats(of: maya, UserQuery(filter: "x", seats: .of(maya)), places: 0..<9)
    #expect(try file.userIDs(UserQuery(seats: .of(maya))) == byName.map(\.user.id))
  }
}
