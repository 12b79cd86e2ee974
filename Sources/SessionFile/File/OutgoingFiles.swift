import Migration

extension SessionFile {
  /// Keeps what is about to be written outside, before it is; gives it with its number.
  package func begin(_ outgoing: Outgoing) throws(ChangeRefusal) -> Outgoing {
    try writing { connection in
      var kept = outgoing
      let counting = try connection.statement("SELECT ifnull(max(number), 0) + 1 FROM outgoing")
      kept.number = try counting.step() ? counting.int(0) : 1
      counting.reset()
      let adding = try connection.statement(
        """
        INSERT INTO outgoing VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """)
      adding.bind(1, kept.number)
      adding.bind(2, kept.kind.rawValue)
      adding.bind(3, kept.folder)
      adding.bind(4, kept.makesFolder ? 1 : 0)
      adding.bind(5, kept.day.number)
      adding.bind(6, kept.handOver)
      adding.bind(7, kept.group)
      adding.bind(8, kept.isEarly ? 1 : 0)
      adding.bind(9, kept.terms.way.rawValue)
      adding.bind(10, kept.terms.results)
      adding.bind(11, kept.terms.lockedOut ? 1 : 0)
      adding.bind(12, kept.messages?.kind.rawValue)
      adding.bind(13, kept.messages?.day?.number)
      adding.bind(14, kept.messages?.sender ?? "")
      adding.bind(15, kept.messages?.replyTo ?? "")
      try adding.run()
      try Self.addFiles(of: kept, connection)
      try Self.addRows(of: kept, connection)
      return kept
    }
  }

  /// Says that all of it is written. Its rows are in the hand-over from now on, if it is one.
  package func complete(_ outgoing: Outgoing) throws(ChangeRefusal) {
    try writing { try Self.complete(outgoing, $0) }
  }

  static func complete(_ outgoing: Outgoing, _ connection: Connection) throws {
    for sql in [
      "UPDATE outgoing SET whole = 1 WHERE number = ?",
      "DELETE FROM outgoing_row WHERE outgoing = ?",
    ] {
      let statement = try connection.statement(sql)
      statement.bind(1, outgoing.number)
      try statement.run()
    }
  }

  /// Forgets what was to be written and is not there.
  package func forget(_ outgoing: Outgoing) throws(ChangeRefusal) {
    try writing { connection in
      let statement = try connection.statement("DELETE FROM outgoing WHERE number = ?")
      statement.bind(1, outgoing.number)
      try statement.run()
    }
  }

  /// What was begun and not completed, oldest first.
  package func unfinished() throws(SessionReadError) -> [Outgoing] {
    try reading { try Self.outgoing("whole = 0", $0) }
  }

  /// All that was written outside, oldest first.
  package func outgoing() throws(SessionReadError) -> [Outgoing] {
    try reading { try Self.outgoing("whole = 1", $0) }
  }

  // MARK: Rows

  private static func addFiles(of outgoing: Outgoing, _ connection: Connection) throws {
    let adding = try connection.statement("INSERT INTO outgoing_file VALUES (?, ?, ?, ?)")
    for (position, file) in outgoing.files.enumerated() {
      adding.bind(1, outgoing.number)
      adding.bind(2, position)
      adding.bind(3, file.name)
      adding.bind(4, file.digest)
      try adding.run()
    }
  }

  private static func outgoing(
    _ condition: String, _ connection: Connection
  ) throws -> [Outgoing] {
    let reading = try connection.statement(
      """
      SELECT number, kind, folder, made_folder, day, hand_over, group_name, early, way, results,
        locked_out, message_kind, message_day, sender, reply_to
      FROM outgoing WHERE \(condition) ORDER BY number
      """)
    defer { reading.reset() }
    var all: [Outgoing] = []
    while try reading.step() {
      guard let kind = Outgoing.Kind(rawValue: reading.text(1)) else { continue }
      var outgoing = Outgoing(
        kind, folder: reading.text(2), makesFolder: reading.int(3) != 0,
        day: Day(number: reading.int(4)))
      outgoing.number = reading.int(0)
      outgoing.handOver = reading.intOrNil(5)
      outgoing.group = reading.text(6)
      outgoing.isEarly = reading.int(7) != 0
      outgoing.terms = SwitchTerms(
        SwitchWay(rawValue: reading.int(8)) ?? .script, results: reading.text(9),
        lockedOut: reading.int(10) != 0)
      outgoing.messages = reading.intOrNil(11).flatMap { MessageKind(rawValue: $0) }.map {
        MessageTerms(
          $0, day: reading.intOrNil(12).map { Day(number: $0) }, sender: reading.text(13),
          replyTo: reading.text(14))
      }
      try readFiles(of: &outgoing, connection)
      try readRows(of: &outgoing, connection)
      all.append(outgoing)
    }
    return all
  }

  private static func readFiles(of outgoing: inout Outgoing, _ connection: Connection) throws {
    let reading = try connection.statement(
      "SELECT name, digest FROM outgoing_file WHERE outgoing = ? ORDER BY position")
    defer { reading.reset() }
    reading.bind(1, outgoing.number)
    while try reading.step() {
      outgoing.files.append(Outgoing.File(name: reading.text(0), digest: reading.text(1)))
    }
  }
}
