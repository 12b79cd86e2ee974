import Migration

/// What a change touched, as far as an index of computers has to know.
extension DeviceIndex {
  /// Rows that an index can be brought in line with.
  struct Touched {
    var users: [Int64] = []
    var installations: [Int64] = []
    var hasSeats = false

    /// What of a change it is; nil for one after which it is built anew.
    init?(_ changed: ChangedRows) {
      let whole: [TrackedTable] = [.computer, .computerPerson, .login, .handOver]
      guard whole.allSatisfy({ changed.rows(of: $0)?.isEmpty == true }),
        let users = changed.rows(of: .user),
        let installations = changed.rows(of: .installation)
      else { return nil }
      self.users = users
      self.installations = installations
      hasSeats = [.assignment, .product].contains { (table: TrackedTable) in
        changed.rows(of: table)?.isEmpty != true
      }
    }
  }

  /// Brings it in line with a change; false where it has to be built anew.
  mutating func follow(
    _ touched: Touched, revision: Int64, _ connection: Connection
  ) throws -> Bool {
    var isOther = false
    if touched.hasSeats {
      seats = try SeatMarks(connection)
      isOther = true
    }
    if try touched.users.contains(where: { try !rename($0, connection) }) {
      logins = try PeopleByLogin(connection)
      findPeople()
      isOther = true
    }
    if !touched.users.isEmpty {
      (machineTexts, productTexts, lastComputers, lastProducts) = (nil, nil, nil, nil)
      orders[.people] = nil
    }
    if isOther { judge() }
    for id in touched.installations {
      guard let place = place(ofProduct: id), try read(id, at: place, connection) else {
        return false
      }
      isOther = true
    }
    self.revision = revision
    if isOther {
      (orders, lastComputers, lastProducts, counted) = ([:], nil, nil, nil)
    }
    return true
  }

  /// Takes a user's name over; false where other logins name the user now, or a user came or went.
  private mutating func rename(_ user: Int64, _ connection: Connection) throws -> Bool {
    let reading = try connection.statement(
      "SELECT login, first_name, last_name, address_key FROM user WHERE id = ? AND shelved = 0")
    reading.bind(1, user)
    defer { reading.reset() }
    let id = UserID(user)
    guard try reading.step() else { return !logins.knows(id) }
    guard
      logins.isNamedAlike(
        id, login: Folding.caseBlind.bytes(of: reading.bytes(0)), address: Array(reading.bytes(3)))
    else { return false }
    let name = "\(reading.text(1)) \(reading.text(2))"
    logins.rename(id, name)
    for place in machinesOf[id] ?? [] {
      for person in machines[place].people.indices
      where machines[place].people[person].user == id {
        machines[place].people[person].name = name
      }
    }
    return true
  }

  private mutating func place(ofProduct id: Int64) -> Int? {
    let known =
      productPlaces
      ?? Dictionary(
        products.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    productPlaces = known
    return known[id]
  }

  /// Reads a product anew; false where it is not there, or not where it was.
  private mutating func read(_ id: Int64, at place: Int, _ connection: Connection) throws -> Bool {
    let reading = try connection.statement(
      "SELECT \(Self.productColumns) FROM installation WHERE id = ?")
    reading.bind(1, id)
    defer { reading.reset() }
    guard try reading.step(), let product = product(reading) else { return false }
    let before = products[place]
    guard product.machine == before.machine, product.name == before.name else { return false }
    products[place] = product
    let machine = product.machine
    var offerings: [String] = []
    for place in machines[machine].products where products[place].isListed {
      if !offerings.contains(products[place].offering) {
        offerings.append(products[place].offering)
      }
    }
    machines[machine].offerings = offerings
    judge(machine)
    return true
  }
}

extension SessionFile {
  /// Brings the index of computers in line with a change, where that touched little.
  func followDevices(_ changed: ChangedRows, revision: Int64) {
    guard let known = devices?.revision, known != revision else { return }
    guard known == revision - 1, let touched = DeviceIndex.Touched(changed) else {
      devices = nil
      return
    }
    let isFollowed = try? reading { connection in
      try devices?.follow(touched, revision: revision, connection)
    }
    // The next question builds it anew.
    if isFollowed != true { devices = nil }
  }
}
