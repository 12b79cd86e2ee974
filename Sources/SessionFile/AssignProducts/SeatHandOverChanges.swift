import Migration

extension ChangeDraft {
  /// Keeps a hand-over of seats with its rows as they are. It also invites: people who are in no
  /// hand-over yet are bound to it too.
  mutating func handOverSeats(_ written: HandOver, _ seats: [SeatKey]) throws {
    guard !seats.isEmpty, written.step == .assignProducts else {
      throw ChangeRefusal.noSuchHandOver(written.number)
    }
    try refuseTooMany(seats)
    try keep(written, rows: seats.count)
    let copying = try connection.statement(
      """
      INSERT INTO hand_over_row
        (hand_over, position, user, first_name, last_name, address, login, group_name, language,
         product)
      SELECT ?, ?, id, first_name, last_name, address, login, group_name, language, ?
      FROM user WHERE id = ?
      """)
    for (position, key) in seats.enumerated() {
      let user = try row(key.user)
      guard let before = try assignment(key.user.number, key.product.number),
        before.standing == .planned, before.handOver == nil
      else {
        throw ChangeRefusal.assignProducts(.tooFewSeats(try product(key.product).details.name))
      }
      copying.bind(1, written.number)
      copying.bind(2, position)
      copying.bind(3, key.product.number)
      copying.bind(4, key.user.number)
      try copying.run()
      var after = before
      after.handOver = written.number
      try change(before, to: after)
      if user.handOver == nil, user.standing == .planned {
        var invited = user
        invited.handOver = written.number
        try change(user, to: invited, among: ColumnSet(UserRow.Column.handOver))
      }
    }
    outcome.count = seats.count
  }

  /// A hand-over never holds more people of a product than there are seats left.
  private func refuseTooMany(_ seats: [SeatKey]) throws {
    var wanted: [ProductID: Int] = [:]
    for key in seats { wanted[key.product, default: 0] += 1 }
    for (id, count) in wanted {
      let product = try product(id)
      let counts = try SeatCounts.read(id.number, connection)
      let arithmetic = SeatArithmetic(bought: product.details.seats, counts: counts)
      if count > arithmetic.handable {
        throw ChangeRefusal.assignProducts(.tooFewSeats(product.details.name))
      }
    }
  }

  /// States the seats of a hand-over that are as they were, and those of its people who are planned
  /// and were written as they are.
  mutating func stateSeats(_ number: Int, _ day: Day) throws {
    outcome.count = 0
    outcome.updated = 1
    let written = try assignments("hand_over = ?", Int64(number))
      .filter { $0.standing == .planned }
    try refuseOverfull(written)
    for before in written {
      var after = before
      after.standing = .stated
      after.since = day.number
      after.proof = nil
      after.evidence = nil
      try change(before, to: after)
      outcome.count += 1
    }
    for user in try invited(by: number) {
      var after = user
      after.standing = .stated
      after.since = day.number
      after.handOver = number
      try change(user, to: after)
    }
  }

  /// What the portal got otherwise since the files were written may leave no room for them: it can not
  /// have taken all of these rows.
  private func refuseOverfull(_ rows: [AssignmentRow]) throws {
    for (id, own) in Dictionary(grouping: rows, by: \.product).sorted(by: { $0.key < $1.key }) {
      let product = try product(ProductID(id))
      let counts = try SeatCounts.read(id, connection)
      if let bought = product.details.seats, own.count > bought - counts.taken - counts.old {
        throw ChangeRefusal.assignProducts(.seatsOverwritten(product.details.name))
      }
    }
  }

  private func invited(by number: Int) throws -> [UserRow] {
    let statement = try connection.statement(
      """
      SELECT \(UserRow.columns) FROM user WHERE shelved = 0 AND standing = 0 AND id IN (
        SELECT user.id FROM hand_over_row AS written JOIN user ON user.id = written.user
        WHERE written.hand_over = ? AND written.first_name = user.first_name
          AND written.last_name = user.last_name AND written.address = user.address)
      """)
    statement.bind(1, number)
    defer { statement.reset() }
    var rows: [UserRow] = []
    while try statement.step() { rows.append(UserRow(statement)) }
    return rows
  }

  /// Frees the seats of a hand-over; what is proven stays so.
  mutating func withdrawSeats(_ number: Int) throws {
    outcome.count = 0
    outcome.updated = 1
    for before in try assignments("hand_over = ?", Int64(number)) where before.standing != .proven {
      var after = before
      after.fallBack()
      try change(before, to: after)
      outcome.count += 1
    }
  }
}

extension SeatCounts {
  /// The counts of a product, from the counters.
  static func read(_ product: Int64, _ connection: Connection) throws -> SeatCounts {
    let statement = try connection.statement(
      "SELECT value FROM counter WHERE kind = 'seat' AND name = ?")
    defer { statement.reset() }
    var counts = SeatCounts()
    for state in 0..<6 {
      statement.reset()
      statement.bind(1, "\(product)/\(state)")
      if try statement.step() { counts.add(statement.int(0), state: state) }
    }
    return counts
  }
}
