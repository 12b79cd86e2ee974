import Migration

extension SessionFile {
  /// What the overview needs to know, from the counters: a handful of small reads.
  package func summary() throws(SessionReadError) -> Summary {
    try reading { connection in
      var summary = try Self.summary(connection)
      summary.licensing.logins = try logins(summary, connection)
      summary.devices = try devices(connection)
      try Self.readInforming(into: &summary, today: today, connection)
      return summary
    }
  }

  static func summary(_ connection: Connection) throws -> Summary {
    var summary = Summary()
    summary.setup = Setting.setup(try Setting.all(connection))
    try Self.readCounters(into: &summary, connection)
    summary.handOvers = try Self.handOvers(connection)
    summary.evidence = try Self.evidence(connection)
    try Self.readSeats(into: &summary, connection)
    let undoable = try Self.turnable("WHERE stage = 0 ORDER BY number DESC LIMIT 1", connection)
    (summary.undoable, summary.undoableCount) = (undoable?.name, undoable?.count ?? 0)
    let redoable = try Self.turnable("WHERE stage = 1 ORDER BY number LIMIT 1", connection)
    (summary.redoable, summary.redoableCount) = (redoable?.name, redoable?.count ?? 0)
    try readRetireServers(into: &summary, connection)
    try readSwitching(into: &summary, connection)
    try readEnds(into: &summary, connection)
    return summary
  }

  /// The migration's revision; raised by every change, undo and redo.
  package func revision() throws(SessionReadError) -> Int64 {
    try reading { try Tally.revision.read($0) }
  }

  /// The change whose turn it is, and how many rows it is about; nil where there is none.
  private static func turnable(
    _ condition: String, _ connection: Connection
  ) throws -> (name: Change.Name, count: Int)? {
    let statement = try connection.statement(
      "SELECT name, count + updated FROM journal \(condition)")
    defer { statement.reset() }
    guard try statement.step(), let name = Change.Name(text: statement.text(0)) else { return nil }
    return (name, statement.int(1))
  }

  // MARK: Hand-overs

  private static func handOvers(_ connection: Connection) throws -> [HandOver] {
    let statement = try connection.statement(
      """
      SELECT number, step, written_on, group_name, row_count, digest, stage, stated_on, found
      FROM hand_over ORDER BY number DESC
      """)
    defer { statement.reset() }
    var handOvers: [HandOver] = []
    while try statement.step() {
      guard let step = Step(rawValue: statement.int(1)) else { continue }
      handOvers.append(
        HandOver(
          number: statement.int(0), step: step,
          writtenOn: Day(number: statement.int(2)), group: statement.text(3),
          rowCount: statement.int(4), files: try files(of: statement.int(0), connection),
          digest: statement.text(5),
          stage: HandOver.Stage(rawValue: statement.int(6)) ?? .written,
          statedOn: statement.intOrNil(7).map { Day(number: $0) }, found: statement.intOrNil(8)))
    }
    return handOvers
  }

  private static func files(of handOver: Int, _ connection: Connection) throws -> [String] {
    let statement = try connection.statement(
      "SELECT path FROM hand_over_file WHERE hand_over = ? ORDER BY position")
    defer { statement.reset() }
    statement.bind(1, handOver)
    var files: [String] = []
    while try statement.step() { files.append(statement.text(0)) }
    return files
  }

  /// Calls with each row of a hand-over as it was, in order, until that returns false.
  package func forEachHandOverRow(
    _ number: Int, _ body: (HandOverRow) -> Bool
  ) throws(SessionReadError) {
    try reading { connection in
      let statement = try connection.statement(
        """
        SELECT position, user, first_name, last_name, address, login, group_name, language
        FROM hand_over_row WHERE hand_over = ? ORDER BY position
        """)
      defer { statement.reset() }
      statement.bind(1, number)
      while try statement.step() {
        let row = HandOverRow(
          position: statement.int(0), user: UserID(statement.integer(1)),
          details: UserDetails(
            firstName: statement.text(2), lastName: statement.text(3), address: statement.text(4),
            login: statement.text(5), group: statement.text(6), language: statement.text(7)))
        guard body(row) else { return }
      }
    }
  }

  /// The rows of a hand-over as they were, in order; empty when there is no such hand-over.
  package func handOverRows(_ number: Int) throws(SessionReadError) -> [HandOverRow] {
    var rows: [HandOverRow] = []
    try forEachHandOverRow(number) {
      rows.append($0)
      return true
    }
    return rows
  }

  // MARK: The journal

  /// The latest entries of the journal, newest first.
  package func journal(latest count: Int) throws(SessionReadError) -> [JournalEntry] {
    try reading { connection in
      let statement = try connection.statement(
        """
        SELECT number, name, day, minute, step, count, subject, personal, stage
        FROM journal ORDER BY number DESC LIMIT ?
        """)
      defer { statement.reset() }
      statement.bind(1, count)
      var entries: [JournalEntry] = []
      while try statement.step() {
        entries.append(
          JournalEntry(
            number: statement.integer(0), name: Change.Name(text: statement.text(1)),
            moment: Moment(day: Day(number: statement.int(2)), minute: statement.int(3)),
            step: statement.intOrNil(4).flatMap { Step(rawValue: $0) }, count: statement.int(5),
            subject: statement.text(6), isPersonal: statement.int(7) != 0,
            stage: JournalEntry.Stage(rawValue: statement.int(8)) ?? .lapsed))
      }
      return entries
    }
  }
}
