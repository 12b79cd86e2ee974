import CSQLite
import Migration

extension SessionFile {
  /// Takes back the last change that holds; works across restarts.
  ///
  /// The undo of a hand-over frees its rows and keeps the hand-over as withdrawn, since its files
  /// are in the world under that number.
  package func undo(at moment: Moment) throws(ChangeRefusal) -> ChangeOutcome {
    try turn(.back, at: moment)
  }

  /// Brings back the change that was taken back last, until something else is changed.
  package func redo(at moment: Moment) throws(ChangeRefusal) -> ChangeOutcome {
    try turn(.forth, at: moment)
  }

  private func turn(
    _ direction: ChangeRecord.Direction, at moment: Moment
  ) throws(ChangeRefusal) -> ChangeOutcome {
    let (outcome, touched) = try writing { connection in
      var turn = try ChangeTurn(direction, connection)
      try turn.make(at: moment)
      return (turn.outcome, turn.touched)
    }
    follow(touched, revision: outcome.revision)
    return outcome
  }
}

/// A change while it is taken back or brought back.
private struct ChangeTurn {
  let direction: ChangeRecord.Direction
  let connection: Connection
  let number: Int64
  let bytes: [UInt8]
  var outcome: ChangeOutcome
  var touched: [Int64]? = []

  /// Finds the change whose turn it is.
  init(_ direction: ChangeRecord.Direction, _ connection: Connection) throws {
    self.direction = direction
    self.connection = connection
    let statement = try connection.statement(
      direction == .back
        ? """
        SELECT number, name, user, count, updated, record FROM journal
        WHERE stage = 0 ORDER BY number DESC LIMIT 1
        """
        : """
        SELECT number, name, user, count, updated, record FROM journal
        WHERE stage = 1 ORDER BY number LIMIT 1
        """)
    defer { statement.reset() }
    guard try statement.step() else { throw ChangeRefusal.nothingToUndo }
    number = statement.integer(0)
    outcome = ChangeOutcome(
      name: statement.text(1), user: statement.intOrNil(2).map { UserID(Int64($0)) },
      count: statement.int(3), updated: statement.int(4))
    bytes = Array(statement.bytes(5))
  }

  mutating func make(at moment: Moment) throws {
    var reader = RecordReader(bytes)
    let record = try ChangeRecord(&reader)
    if let settings = record.settings {
      try Setting.replaceAll(
        direction == .back ? settings.before : settings.after, connection)
    }
    try record.handOver?.apply(direction, connection)
    if let evidence = record.evidence { try shelve(evidence: evidence) }
    if record.added.count > 0 { try shelve(record.added) }
    while let edit = try ChangeRecord.nextEdit(&reader) { try apply(edit) }
    try SeatTurn(direction, connection).make(number)
    try TrackedTurn.make(number, direction, connection)
    try (direction == .back ? record.counts.inverse : record.counts).apply(connection)

    let marking = try connection.statement(
      "UPDATE journal SET stage = ?, turned_day = ?, turned_minute = ? WHERE number = ?")
    marking.bind(1, direction == .back ? 1 : 0)
    marking.bind(2, moment.day.number)
    marking.bind(3, moment.minute)
    marking.bind(4, number)
    try marking.run()
    outcome.revision = try ChangeDraft.raiseRevision(connection, at: moment)
  }

  /// Takes out, or brings back, the evidence that the change had taken up.
  private func shelve(evidence: Int) throws {
    let statement = try connection.statement("UPDATE evidence SET shelved = ? WHERE number = ?")
    statement.bind(1, direction == .back ? 1 : 0)
    statement.bind(2, evidence)
    try statement.run()
  }

  /// Takes out, or brings back, the users that the change had made.
  private mutating func shelve(_ added: (first: Int64, count: Int)) throws {
    let last = added.first + Int64(added.count) - 1
    try refusingTaken(added.first...last) {
      try UserIndexes.around(changing: added.count, connection) {
        let statement = try connection.statement(
          "UPDATE user SET shelved = ?1 WHERE id BETWEEN ?2 AND ?3 AND shelved <> ?1")
        statement.bind(1, direction == .back ? 1 : 0)
        statement.bind(2, added.first)
        statement.bind(3, last)
        try statement.run()
      }
    }
    touch(added.count <= ChangeDraft.mostTouched ? Array(added.first...last) : nil)
  }

  /// Gives users the values of one side of an edit.
  private mutating func apply(_ edit: ChangeRecord.Edit) throws {
    let values = try edit.values(direction)
    let statement = try connection.statement(edit.columns.update)
    var place: Int32 = 1
    for value in values {
      statement.bind(place, value)
      place += 1
    }
    let isIndexed = !edit.columns.isDisjoint(with: [.shelved, .nameKey, .addressKey])
    guard let first = edit.users.min(), let last = edit.users.max() else { return }
    try refusingTaken(first...last) {
      try UserIndexes.around(changing: isIndexed ? edit.users.count : 0, connection) {
        for user in edit.users {
          statement.bind(place, user)
          try statement.run()
        }
      }
    }
    touch(edit.users)
  }

  private mutating func touch(_ users: [Int64]?) {
    guard let known = touched, let users, known.count + users.count <= ChangeDraft.mostTouched
    else {
      touched = nil
      return
    }
    touched = known + users
  }

  /// Says whose address stands in the way when an address came back that somebody else has now.
  private func refusingTaken(_ users: ClosedRange<Int64>, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as SQLFailure where failure.code & 0xFF == SQLITE_CONSTRAINT {
      let statement = try connection.once(
        """
        SELECT other.id FROM user AS mine
        JOIN user AS other ON other.address_key = mine.address_key AND other.id <> mine.id
        WHERE mine.id BETWEEN ? AND ? AND other.shelved = 0 LIMIT 1
        """)
      statement.bind(1, users.lowerBound)
      statement.bind(2, users.upperBound)
      throw ChangeRefusal.addressTaken(
        UserID(try statement.step() ? statement.integer(0) : users.lowerBound))
    }
  }
}
