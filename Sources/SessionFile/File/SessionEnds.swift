import Migration

/// How a migration ends: what is closed, and what is left when its people are forgotten.
extension SessionFile {
  /// Reads which steps are closed and whether the people are forgotten.
  static func readEnds(into summary: inout Summary, _ connection: Connection) throws {
    let closed = try connection.statement("SELECT id, day, reason FROM closed_step")
    defer { closed.reset() }
    while try closed.step() {
      guard let step = Step(rawValue: closed.int(0)) else { continue }
      summary.closed[step] = ClosedStep(day: Day(number: closed.int(1)), reason: closed.text(2))
    }
    let kept = try connection.statement(
      "SELECT step, day, total, stated, proven, failed FROM forgotten")
    defer { kept.reset() }
    while try kept.step() {
      guard let step = Step(rawValue: kept.int(0)) else { continue }
      var forgotten = summary.forgotten ?? Forgotten(day: Day(number: kept.int(1)), funnels: [:])
      forgotten.funnels[step] = Funnel(
        total: kept.int(2), stated: kept.int(3), proven: kept.int(4), failed: kept.int(5))
      summary.forgotten = forgotten
    }
  }

  /// Forgets everybody: people, computers, logins, messages, what was typed and where files are. Counts,
  /// days and which kind of document proved them stay. It cannot be taken back, and no byte of a name is
  /// left in the file.
  ///
  /// O(bytes of the file), which is written anew.
  package func forget(at moment: Moment) throws(ChangeRefusal) {
    let summary: Summary
    do { summary = try self.summary() } catch { throw ChangeRefusal(error) }
    // What was forgotten before is counted no more.
    guard summary.forgotten == nil else { return }
    guard writability == .writable else { throw .readOnly }
    do {
      try connection.run("PRAGMA secure_delete = ON")
      try connection.run("PRAGMA foreign_keys = OFF")
    } catch {
      throw ChangeRefusal(error)
    }
    // Whatever comes of it, rows point at rows again afterwards.
    defer { try? connection.run("PRAGMA foreign_keys = ON") }
    try writing { connection in
      for step in Step.allCases {
        let funnel = summary.funnel(of: step)
        let adding = try connection.statement("INSERT INTO forgotten VALUES (?, ?, ?, ?, ?, ?)")
        let values = [
          step.rawValue, moment.day.number, funnel.total, funnel.stated, funnel.proven,
          funnel.failed,
        ]
        for (place, value) in values.enumerated() { adding.bind(Int32(place + 1), value) }
        try adding.run()
      }
      for sql in ForgottenRows.every { try connection.run(sql) }
      try Tally.revision.set(summary.revision + 1, connection)
    }
    do {
      try connection.run("VACUUM")
    } catch {
      throw ChangeRefusal(error)
    }
    (index, uses, devices, keptPlace) = (nil, nil, nil, nil)
  }
}

/// What is done to rows when people are forgotten; one line a step.
enum ForgottenRows {
  static let every: [String] =
    ofSession + ofCreateUsers + ofAssignProducts + ofSwitchDevices + ofInformUsers + ofRetireServers

  /// What belongs to the migration as a whole. A team is often called after a person.
  private static let ofSession = [
    "DELETE FROM hand_over_file", "DELETE FROM hand_over_row",
    "UPDATE hand_over SET group_name = '', digest = ''",
    "DELETE FROM outgoing_row", "DELETE FROM outgoing_file", "DELETE FROM outgoing",
    "DELETE FROM place", "DELETE FROM mapping",
    """
    UPDATE journal SET subject = '', user = NULL, personal = 0, record = x'',
      stage = CASE stage WHEN 0 THEN 3 WHEN 1 THEN 2 ELSE stage END
    """,
    "UPDATE setting SET value = '' WHERE name IN ('organisation', 'team', 'primary-admin')",
    "UPDATE closed_step SET reason = ''",
    "DELETE FROM counter WHERE kind <> 'file'",
  ]
}
