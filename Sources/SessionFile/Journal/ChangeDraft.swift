import Migration

/// A change while it is being made: writes the rows and gathers what the journal has to keep.
struct ChangeDraft {
  let connection: Connection
  let moment: Moment
  /// The number that its journal entry gets.
  let number: Int64
  var record = ChangeRecord()
  var outcome: ChangeOutcome
  /// The step for the journal; nil for the migration as a whole.
  var step: Step? = .createUsers
  var subject = ""
  var isPersonal = false
  /// What becomes of products and assignments.
  var seats = SeatDraft()
  /// Users whose rows are other ones now; nil when there are too many to name.
  private(set) var touched: [Int64]? = []

  /// More changed rows than this are read anew rather than one by one.
  static let mostTouched = 64

  init(_ name: String, _ connection: Connection, at moment: Moment) throws {
    self.connection = connection
    self.moment = moment
    let last = try connection.statement("SELECT max(number) FROM journal")
    defer { last.reset() }
    number = try last.step() ? last.integer(0) + 1 : 1
    outcome = ChangeOutcome(name: name, count: 0)
  }

  // MARK: Rows

  /// Reads the live row of a user by number.
  static let rowOfUser = "SELECT \(UserRow.columns) FROM user WHERE id = ? AND shelved = 0"

  /// The live row of a user.
  func row(_ user: UserID) throws -> UserRow {
    let statement = try connection.statement(Self.rowOfUser)
    statement.bind(1, user.number)
    defer { statement.reset() }
    guard try statement.step() else { throw ChangeRefusal.userGone(user) }
    return UserRow(statement)
  }

  /// The live user with an address; nil for none.
  func user(addressKey: [UInt8]) throws -> UserID? {
    let statement = try connection.statement(
      "SELECT id FROM user WHERE address_key = ? AND shelved = 0")
    statement.bind(1, copying: addressKey)
    defer { statement.reset() }
    return try statement.step() ? UserID(statement.integer(0)) : nil
  }

  /// Gives a user other values in some columns.
  mutating func change(_ before: UserRow, to after: UserRow, _ columns: RowColumns) throws {
    guard !columns.isEmpty else { return }
    var old = RecordWriter()
    var new = RecordWriter()
    let statement = try connection.statement(columns.update)
    var place: Int32 = 1
    for bit in columns.places {
      let column = RowColumns(rawValue: 1 << bit)
      old.value(before.value(column))
      let value = after.value(column)
      new.value(value)
      statement.bind(place, value)
      place += 1
    }
    statement.bind(place, Int(before.id))
    try statement.run()
    record.edit(before.id, columns, before: old.bytes, after: new.bytes)
    record.counts.count(before, -1)
    record.counts.count(after, 1)
    touch(before.id)
    try followUser(before, after, columns)
  }

  /// Remembers a user whose row is another one now.
  mutating func touch(_ user: Int64) {
    touched?.append(user)
    if let count = touched?.count, count > Self.mostTouched { touched = nil }
  }

  /// Says that too many rows changed to name them.
  mutating func touchAll() { touched = nil }

  // MARK: The end

  /// Writes the journal entry and the counts; a change that changed nothing leaves no trace.
  mutating func finish() throws {
    try finishSeats()
    guard !record.isEmpty || !seats.isEmpty else {
      outcome.revision = try Tally.revision.read(connection)
      return
    }
    try record.counts.apply(connection)
    try SeatDraft.purge(connection)
    // What was undone before can not be brought back after something else was changed.
    try connection.statement("UPDATE journal SET stage = 2, record = x'' WHERE stage = 1").run()
    let entry = try connection.statement(
      """
      INSERT INTO journal
        (number, name, day, minute, step, count, updated, user, subject, personal, stage, record)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
      """)
    entry.bind(1, Int(number))
    entry.bind(2, outcome.name)
    entry.bind(3, moment.day.number)
    entry.bind(4, moment.minute)
    entry.bind(5, step?.rawValue)
    entry.bind(6, outcome.count)
    entry.bind(7, outcome.updated)
    entry.bind(8, (outcome.user?.number).map { Int($0) })
    entry.bind(9, subject)
    entry.bind(10, isPersonal ? 1 : 0)
    entry.bind(11, blob: record.bytes())
    try entry.run()
    try seats.keep(number, connection)
    outcome.revision = try Self.raiseRevision(connection, at: moment)
  }

  /// Raises the revision and returns it.
  static func raiseRevision(_ connection: Connection, at moment: Moment) throws -> Int64 {
    let revision = try Tally.revision.read(connection) + 1
    try Tally.revision.set(revision, connection)
    try Tally.lastDay.set(Int64(moment.day.number), connection)
    return revision
  }
}

extension SQLStatement {
  func bind(_ place: Int32, _ value: RecordValue) {
    switch value {
    case .null: bindNull(place)
    case .integer(let number): bind(place, number)
    case .text(let text): bind(place, copying: text)
    }
  }
}
