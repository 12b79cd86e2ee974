import CSQLite

/// The versions of the file's tables, oldest first; only ever added to.
///
/// A version is written in SQL and knows no type of the program, so that it does tomorrow what it
/// does today. `user_version` holds the number of the last one, so that a file that is up to date
/// is known by its header.
struct Schema: Sendable {
  /// One step of the tables.
  struct Version: Sendable {
    var name: String
    var sql: String
  }

  /// The tables as the versions up to one lead to them, so that a file that is made needs no steps: they
  /// take four times as long. Recorded from the versions, which alone decide.
  struct Whole: Sendable {
    /// The number of the last version in it.
    var number: Int
    var sql: String
  }

  /// The mark in the header by which a session file is known: `OVST`.
  static let applicationID = 0x4F56_5354

  /// The versions in order; the first is number 1.
  var versions: [Version]
  /// What a new file begins with in place of the first of them; nil for nothing.
  var whole: Whole?

  /// The number of the newest version.
  var number: Int { versions.count }

  /// Brings a file up to date, each version in a transaction of its own; an empty one begins with the
  /// whole.
  func migrate(_ connection: Connection) throws {
    // Off, so that a version may make a table anew under rows that point at it; it cannot be turned
    // within a transaction. What points at nothing is looked for before each version is kept.
    try connection.run("PRAGMA foreign_keys = OFF")
    if let whole, try Schema.version(of: connection) == 0 { try whole.make(on: connection) }
    for (index, version) in versions.enumerated() {
      try connection.transaction(for: .writing) { connection in
        guard try Schema.version(of: connection) == index else { return }
        try SessionImage.Identity.renewIfThere(connection)
        try connection.run(version.sql)
        try Schema.checkForeignKeys(connection)
        try Schema.mark(connection, number: index + 1)
      }
    }
    try connection.run("PRAGMA foreign_keys = ON")
  }

  /// The version of a file's tables. The header says it too, but what it says may be half written,
  /// until SQLite has looked at the journal.
  static func version(of connection: Connection) throws -> Int {
    let statement = try connection.once("PRAGMA user_version")
    return try statement.step() ? statement.int(0) : 0
  }

  /// Says in the header whose file it is and which version its tables have.
  fileprivate static func mark(_ connection: Connection, number: Int) throws {
    try connection.run("PRAGMA application_id = \(applicationID)")
    try connection.run("PRAGMA user_version = \(number)")
  }

  private static func checkForeignKeys(_ connection: Connection) throws {
    let statement = try connection.once("PRAGMA foreign_key_check")
    guard try statement.step() else { return }
    let (table, parent) = (statement.text(0), statement.text(2))
    throw SQLFailure(
      code: SQLITE_CONSTRAINT, message: "FOREIGN KEY constraint failed: \(table), \(parent)")
  }

  /// The tables as they are now.
  static let current = Schema(versions: all, whole: .current)

  private static let all: [Version] = [
    Version(
      name: "1 users, hand-overs and the journal",
      sql: """
        -- The answers of the first screen, one a row.
        CREATE TABLE setting (
          name TEXT NOT NULL PRIMARY KEY,
          value TEXT NOT NULL
        ) WITHOUT ROWID;

        -- Days are counted from 1 January 1970.
        -- stage: 0 written, 1 stated, 2 withdrawn.
        CREATE TABLE hand_over (
          number INTEGER NOT NULL PRIMARY KEY,
          step INTEGER NOT NULL,
          written_on INTEGER NOT NULL,
          group_name TEXT NOT NULL,
          row_count INTEGER NOT NULL,
          digest TEXT NOT NULL,
          stage INTEGER NOT NULL,
          stated_on INTEGER
        );

        CREATE TABLE hand_over_file (
          hand_over INTEGER NOT NULL REFERENCES hand_over (number),
          position INTEGER NOT NULL,
          path TEXT NOT NULL,
          PRIMARY KEY (hand_over, position)
        ) WITHOUT ROWID;

        -- Rows as they were; user is a pointer only and may be gone.
        CREATE TABLE hand_over_row (
          hand_over INTEGER NOT NULL REFERENCES hand_over (number),
          position INTEGER NOT NULL,
          user INTEGER NOT NULL,
          first_name TEXT NOT NULL,
          last_name TEXT NOT NULL,
          address TEXT NOT NULL,
          login TEXT NOT NULL,
          group_name TEXT NOT NULL,
          language TEXT NOT NULL,
          PRIMARY KEY (hand_over, position)
        ) WITHOUT ROWID;

        -- standing: 0 planned, 1 stated, 2 proven, 3 failed, 4 set aside.
        -- source: 0 typed, 1 pasted, 2 imported, 3 licence log, 4 portal.
        -- batch: the journal entry that brought the row.
        -- shelved: 1 for rows that were taken out or whose change was undone.
        CREATE TABLE user (
          id INTEGER NOT NULL PRIMARY KEY,
          shelved INTEGER NOT NULL,
          standing INTEGER NOT NULL,
          source INTEGER NOT NULL,
          batch INTEGER NOT NULL,
          hand_over INTEGER REFERENCES hand_over (number),
          since INTEGER,
          first_name TEXT NOT NULL,
          last_name TEXT NOT NULL,
          address TEXT NOT NULL,
          login TEXT NOT NULL,
          group_name TEXT NOT NULL,
          language TEXT NOT NULL,
          name_key TEXT NOT NULL,
          address_key TEXT NOT NULL
        );
        CREATE UNIQUE INDEX user_by_address ON user (address_key) WHERE shelved = 0;
        CREATE INDEX user_by_name ON user (name_key) WHERE shelved = 0;

        -- Counts that are kept in the same transaction as what they count.
        CREATE TABLE counter (
          kind TEXT NOT NULL,
          name TEXT NOT NULL,
          value INTEGER NOT NULL,
          PRIMARY KEY (kind, name)
        ) WITHOUT ROWID;

        -- stage: 0 done, 1 undone, 2 lapsed.
        -- record: what was and what became, for undo and redo.
        CREATE TABLE journal (
          number INTEGER NOT NULL PRIMARY KEY,
          name TEXT NOT NULL,
          day INTEGER NOT NULL,
          minute INTEGER NOT NULL,
          step INTEGER,
          count INTEGER NOT NULL,
          updated INTEGER NOT NULL,
          user INTEGER,
          subject TEXT NOT NULL,
          personal INTEGER NOT NULL,
          stage INTEGER NOT NULL,
          turned_day INTEGER,
          turned_minute INTEGER,
          record BLOB NOT NULL
        );
        CREATE INDEX journal_by_stage ON journal (stage, number);

        -- Where somebody was, with what they had half typed.
        CREATE TABLE place (
          position INTEGER NOT NULL PRIMARY KEY,
          name TEXT NOT NULL,
          text TEXT NOT NULL
        );

        -- How columns of lists were read before.
        CREATE TABLE mapping (
          name TEXT NOT NULL PRIMARY KEY,
          text TEXT NOT NULL
        ) WITHOUT ROWID;
        """),
    .assignProducts,
    .retireServers,
    .evidence,
    .switchDevices,
    .seatEvidence,
    .lastUses,
    .documents,
    .identity,
    .oneJournal,
    .computers,
    .switchHandOvers,
    .ends,
    .messages,
  ]
}

extension Schema.Whole {
  /// Makes the tables in an empty file, all of them or none.
  fileprivate func make(on connection: Connection) throws {
    try connection.transaction(for: .writing) { connection in
      guard try Schema.version(of: connection) == 0 else { return }
      try connection.run(sql)
      try Schema.mark(connection, number: number)
    }
  }
}
