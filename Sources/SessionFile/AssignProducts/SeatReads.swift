import Migration

extension SessionFile {
  // MARK: Users of a product

  /// The users of a query beside a product, at some places among all of them: each with the seat of
  /// the product, where there is one. With `seats: .of(product)` these are the product's users.
  package func seats(
    of product: ProductID, _ query: UserQuery, places: Range<Int>
  ) throws(SessionReadError) -> RowWindow<SeatRow> {
    let users = try users(query, places: places)
    return try reading { connection in
      let queue = try WaitingSeats(product, connection)
      return RowWindow(
        revision: users.revision, first: users.first,
        rows: try users.rows.map { try queue.row($0, connection) }, total: users.total)
    }
  }

  /// The planned users of a query that are in no hand-over, in the order in which seats are given.
  package func queue(
    _ query: QueueQuery, places: Range<Int>
  ) throws(SessionReadError) -> RowWindow<SeatRow> {
    try reading { connection in
      let revision = try Tally.revision.read(connection)
      let (numbers, total) = try queued(query, places, connection)
      let queue = try WaitingSeats(query.product, connection)
      var rows: [SeatRow] = []
      for (user, number) in numbers {
        guard let user = try Self.user(user, connection) else { continue }
        var row = try queue.row(user, connection)
        row.number = number
        rows.append(row)
      }
      return RowWindow(
        revision: revision, first: places.clamped(to: 0..<total).lowerBound, rows: rows,
        total: total)
    }
  }

  /// All users that such a query has, in its order.
  package func queueIDs(_ query: QueueQuery) throws(SessionReadError) -> [UserID] {
    try reading { connection in
      try queued(query, 0..<Int.max, connection).rows.map { UserID($0.user) }
    }
  }

  /// The users at some places of a query, each with its number in the order, and how many it has.
  ///
  /// Without letters only those places are read; with letters the whole order of the product is.
  private func queued(
    _ query: QueueQuery, _ places: Range<Int>, _ connection: Connection
  ) throws -> (rows: [(user: Int64, number: Int)], total: Int) {
    let all = try SeatCounts.read(query.product.number, connection).planned
    let isWhole = query.filter.isEmpty
    let wanted = isWhole ? places.clamped(to: 0..<all) : 0..<all
    let statement = try connection.statement(
      """
      SELECT user FROM assignment
      WHERE product = ? AND shelved = 0 AND standing = 0 AND hand_over IS NULL
      ORDER BY place LIMIT ? OFFSET ?
      """)
    statement.bind(1, query.product.number)
    statement.bind(2, wanted.count)
    statement.bind(3, wanted.lowerBound)
    var rows: [(user: Int64, number: Int)] = []
    while try statement.step() {
      rows.append((statement.integer(0), wanted.lowerBound + rows.count + 1))
    }
    statement.reset()
    if isWhole { return (rows, all) }
    let found = Set(
      try userIDs(UserQuery(filter: query.filter, seats: .of(query.product)), connection))
    rows.removeAll { !found.contains(UserID($0.user)) }
    return (Array(rows[places.clamped(to: 0..<rows.count)]), rows.count)
  }

  /// The products of a user, by the product's name.
  package func assignments(of user: UserID) throws(SessionReadError) -> [Assignment] {
    try reading { connection in
      let statement = try connection.statement(
        "SELECT \(AssignmentRow.columns) FROM assignment WHERE user = ? AND shelved = 0 ORDER BY id"
      )
      defer { statement.reset() }
      statement.bind(1, user.number)
      var rows: [Assignment] = []
      while try statement.step() { rows.append(AssignmentRow(statement).assignment) }
      return rows
    }
  }

  /// The seats that the next hand-over may hold, by product, in the order in which seats are given;
  /// nobody who waits. Of everyone, or of the people of one group.
  package func handableSeats(
    group: String?
  ) throws(SessionReadError) -> [(product: Product, users: [User])] {
    try reading { connection in
      var result: [(product: Product, users: [User])] = []
      for product in try Self.products(connection) where product.seats.handable > 0 {
        let statement = try connection.statement(
          """
          SELECT user FROM assignment
          WHERE product = ? AND shelved = 0 AND standing = 0 AND hand_over IS NULL
          ORDER BY place LIMIT ?
          """)
        defer { statement.reset() }
        statement.bind(1, product.id.number)
        statement.bind(2, product.seats.handable)
        var users: [User] = []
        while try statement.step() {
          guard let user = try Self.user(statement.integer(0), connection) else { continue }
          let isOfGroup = group.map { $0.utf8.elementsEqual(user.details.group.utf8) } ?? true
          if isOfGroup { users.append(user) }
        }
        if !users.isEmpty { result.append((product, users)) }
      }
      return result
    }
  }

  // MARK: Evidence

  /// What evidence about seats would do, before anything of it is taken over; O(lines + assignments).
  package func compare(
    _ evidence: SeatEvidence, by document: Evidence
  ) throws(SessionReadError) -> SeatComparison {
    try reading { connection in
      let matching = try SeatMatcher(evidence, connection)
      let names = Dictionary(
        try Self.products(connection).map { ($0.id.number, $0.details.name) },
        uniquingKeysWith: { first, _ in first })
      func seat(_ user: Int64, _ product: Int64) throws -> SeatComparison.Seat? {
        guard let person = try Self.user(user, connection) else { return nil }
        return SeatComparison.Seat(
          key: SeatKey(user: person.id, product: ProductID(product)), details: person.details,
          product: names[product] ?? "")
      }
      var comparison = SeatComparison()
      comparison.strangers = matching.strangers.map { address, products in
        SeatComparison.Stranger(address: address, products: products.compactMap { names[$0] })
      }
      comparison.unmatched = matching.unmatched
      let asking = try connection.statement(
        "SELECT standing, proof FROM assignment WHERE product = ? AND user = ? AND shelved = 0")
      for found in matching.seats where found.isAssigned {
        asking.bind(1, found.product)
        asking.bind(2, found.user)
        let key = SeatKey(user: UserID(found.user), product: ProductID(found.product))
        if try asking.step() {
          let isProven =
            asking.int(0) == Standing.proven.rawValue
            && asking.int(1) != SeatProof.glance.rawValue
          if isProven { comparison.confirms.append(key) } else { comparison.proves.append(key) }
        } else if let extra = try seat(found.user, found.product) {
          comparison.extra.append(extra)
        }
        asking.reset()
      }
      for row in try matching.gone(document, connection) {
        if let gone = try seat(row.user, row.product) { comparison.gone.append(gone) }
      }
      for row in try matching.unconfirmed(document, connection) {
        guard var missing = try seat(row.user, row.product) else { continue }
        missing.isStatedOnly = true
        comparison.gone.append(missing)
      }
      return comparison
    }
  }

  // MARK: The summary

  static func readSeats(into summary: inout Summary, _ connection: Connection) throws {
    summary.products = try products(connection)
    guard !summary.products.isEmpty else { return }
    var counts = SeatCounts()
    for product in summary.products { counts += product.counts }
    summary.funnels[.assignProducts] = counts.funnel
  }

  /// The live products with their counts, by name.
  static func products(_ connection: Connection) throws -> [Product] {
    let statement = try connection.statement(
      "SELECT \(ProductRow.columns) FROM product WHERE shelved = 0")
    defer { statement.reset() }
    var rows: [ProductRow] = []
    while try statement.step() { rows.append(ProductRow(statement)) }
    return try rows.map { $0.product(try SeatCounts.read($0.id, connection)) }
      .map { (key: Folding.search.bytes(of: $0.details.name), product: $0) }
      .sorted { left, right in
        left.key == right.key
          ? left.product.id < right.product.id : left.key.lexicographicallyPrecedes(right.key)
      }
      .map(\.product)
  }
}

extension Summary {
  /// Takes over a counter of people.
  mutating func countPeople(_ name: String, _ value: Int) {
    switch name {
    case "planned": usersWithProduct = value
    case "seated": usersWithSeat = value
    default: break
    }
  }
}

/// A product's order of seats: from which place on people wait.
struct WaitingSeats {
  private let product: Int64
  /// The place in the queue from which on people wait; nil where nobody does.
  let firstWaiting: Int64?

  init(_ id: ProductID, _ connection: Connection) throws {
    product = id.number
    let bought = try connection.statement("SELECT seats FROM product WHERE id = ? AND shelved = 0")
    bought.bind(1, id.number)
    defer { bought.reset() }
    let seats = try bought.step() ? bought.intOrNil(0) : nil
    let arithmetic = SeatArithmetic(
      bought: seats, counts: try SeatCounts.read(id.number, connection))
    guard arithmetic.waiting > 0 else {
      firstWaiting = nil
      return
    }
    // The shorter way: from the front, or from the end.
    let isNearEnd = arithmetic.waiting <= arithmetic.handable
    let statement = try connection.statement(
      """
      SELECT place FROM assignment
      WHERE product = ? AND shelved = 0 AND standing = 0 AND hand_over IS NULL
      ORDER BY place \(isNearEnd ? "DESC" : "ASC") LIMIT 1 OFFSET ?
      """)
    statement.bind(1, id.number)
    statement.bind(2, isNearEnd ? arithmetic.waiting - 1 : arithmetic.handable)
    defer { statement.reset() }
    firstWaiting = try statement.step() ? statement.integer(0) : nil
  }

  /// A user with the seat of the product, where there is one.
  func row(_ user: User, _ connection: Connection) throws -> SeatRow {
    let statement = try connection.statement(
      """
      SELECT \(AssignmentRow.columns) FROM assignment
      WHERE product = ? AND user = ? AND shelved = 0
      """)
    statement.bind(1, product)
    statement.bind(2, user.id.number)
    defer { statement.reset() }
    guard try statement.step() else { return SeatRow(user: user) }
    let assignment = AssignmentRow(statement).assignment
    let isQueued = assignment.standing == .planned && assignment.handOver == nil
    return SeatRow(
      user: user, assignment: assignment,
      waits: isQueued && firstWaiting.map { assignment.place >= $0 } ?? false)
  }
}

extension SessionFile {
  /// The users of one product by name, without the row index: so that a product's page opens in the
  /// time of what is seen. Nil for other queries, and far down a long list.
  func seatHolders(
    _ query: UserQuery, _ places: Range<Int>, _ revision: Int64, _ connection: Connection
  ) throws -> RowWindow<User>? {
    guard case .of(let product) = query.seats, places.lowerBound < 200 else { return nil }
    var plain = query
    plain.seats = nil
    guard plain.isEverybodyByName else { return nil }
    let total = try SeatCounts.read(product.number, connection).total
    let wanted = places.clamped(to: 0..<total)
    let direction = query.isDescending ? "DESC" : "ASC"
    // Few of many users are found from the assignments, many from the order of names.
    let isSparse = total * 16 < (try UserCounts.users(connection))
    let columns = UserRow.columns.split(separator: ", ").map { "user.\($0)" }
      .joined(separator: ", ")
    let statement = try connection.statement(
      isSparse
        ? """
        SELECT \(columns), user.source FROM assignment CROSS JOIN user ON user.id = assignment.user
        WHERE assignment.product = ? AND assignment.shelved = 0
        ORDER BY user.name_key \(direction), user.id \(direction) LIMIT ? OFFSET ?
        """
        : """
        SELECT \(columns), user.source FROM user INDEXED BY user_by_name
        CROSS JOIN assignment INDEXED BY assignment_by_seat
          ON assignment.product = ? AND assignment.user = user.id AND assignment.shelved = 0
        WHERE user.shelved = 0
        ORDER BY user.name_key \(direction), user.id \(direction) LIMIT ? OFFSET ?
        """)
    defer { statement.reset() }
    statement.bind(1, product.number)
    statement.bind(2, wanted.count)
    statement.bind(3, wanted.lowerBound)
    var rows: [User] = []
    while try statement.step() { rows.append(User(statement)) }
    return RowWindow(revision: revision, first: wanted.lowerBound, rows: rows, total: total)
  }
}
