import Migration

/// A session file's bytes, opened in memory: what is read of it changes nothing on the disk.
struct SessionImage {
  /// The numbers by which a state of a session is known.
  struct Identity: Equatable {
    /// The session's own number.
    var number: Int64
    /// The number of this state.
    var state: Int64
    /// The number of the state before.
    var before: Int64
    /// The number of the journal of the write that this state is of; 0 where it is not known.
    var journal: Int

    /// The numbers of a session that is open; nil for one of before there were any.
    static func current(_ connection: Connection) throws -> Identity? {
      let reading = try connection.statement("SELECT number, state, before, journal FROM identity")
      defer { reading.reset() }
      guard try reading.step() else { return nil }
      return Identity(
        number: reading.integer(0), state: reading.integer(1), before: reading.integer(2),
        journal: reading.int(3))
    }

    /// Gives the state that a write begins a number of its own.
    static func renew(_ connection: Connection) throws {
      try connection.statement("UPDATE identity SET before = state, state = random()").run()
      // There is a journal only now.
      let telling = try connection.statement("UPDATE identity SET journal = ?")
      telling.bind(1, connection.journalNumber)
      try telling.run()
    }

    /// The same in a file whose tables may be older than that.
    static func renewIfThere(_ connection: Connection) throws {
      let table = try connection.once("SELECT 1 FROM sqlite_master WHERE name = 'identity'")
      if try table.step() { try renew(connection) }
    }
  }

  let bytes: [UInt8]
  private let connection: Connection

  /// Opens bytes of a database; they are looked at when something is read.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    connection = try Connection(bytes: bytes)
  }

  /// The first number that a query gives; nil where there is none or it cannot be read.
  private func number(_ sql: String) -> Int? {
    guard let statement = try? connection.once(sql), (try? statement.step()) == true else {
      return nil
    }
    return statement.int(0)
  }

  /// The version of its tables; 0 where it cannot be read.
  var version: Int { number("PRAGMA user_version") ?? 0 }

  /// The page that holds the session's identity; nil before there was one.
  var identityPage: Int? {
    number("SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = 'identity'")
  }

  /// Which state of which session it is; nil where it does not say.
  var identity: Identity? {
    guard
      let statement = try? connection.once("SELECT number, state, before, journal FROM identity"),
      (try? statement.step()) == true
    else { return nil }
    return Identity(
      number: statement.integer(0), state: statement.integer(1), before: statement.integer(2),
      journal: statement.int(3))
  }

  /// Whether the tables and indexes are whole, and the counts are those of the rows.
  func isSound(_ schema: Schema) -> Bool {
    guard let statement = try? connection.once("PRAGMA integrity_check"),
      (try? statement.step()) == true, statement.text(0) == "ok"
    else { return false }
    statement.reset()
    guard version == schema.number else { return true }
    let file = file(path: nil, .readOnlyAsked)
    guard let counted = try? file.recount(), let summary = try? file.summary() else {
      return false
    }
    return counted == Recount(summary)
  }

  /// What it holds, in two figures; nil where it cannot be read.
  func glance(_ schema: Schema) -> StrayJournal.Glance? {
    guard version > 0, isSound(schema) else { return nil }
    let day = number(
      "SELECT value FROM counter WHERE kind = 'file' AND name = '\(Tally.lastDay.name)'")
    return StrayJournal.Glance(
      lastDay: day.map { Day(number: $0) },
      people: number("SELECT count(*) FROM user WHERE shelved = 0") ?? 0)
  }

  /// The session in it, for reading.
  func file(path: String?, _ writability: SessionFile.Writability) -> SessionFile {
    SessionFile(path: path, writability: writability, backup: nil, connection: connection)
  }
}
