extension Schema.Version {
  /// Products on computers, and what the admin says of a step as a whole.
  static let switchDevices = Schema.Version(
    name: "5 computers and statements",
    sql: """
      -- One row for a product on a computer. install_key: computer and product without regard to
      -- case, a byte 1 between them. source: 0 licence log.
      -- standing: 0 planned, 1 stated as switched, 3 used the network licence after that.
      -- since: the minute since 1 January 1970 of the statement, or of the use after it.
      CREATE TABLE installation (
        id INTEGER NOT NULL PRIMARY KEY,
        install_key TEXT NOT NULL UNIQUE,
        computer TEXT NOT NULL,
        product TEXT NOT NULL,
        offering TEXT NOT NULL,
        login TEXT NOT NULL,
        source INTEGER NOT NULL,
        standing INTEGER NOT NULL,
        since INTEGER
      );
      CREATE INDEX installation_by_standing ON installation (standing);

      -- What the admin says of all of a step, by the day. id: 4 everyone is informed.
      CREATE TABLE step_statement (
        id INTEGER NOT NULL PRIMARY KEY,
        day INTEGER NOT NULL
      );

      -- The day on which the admin said that the licence file is put away.
      ALTER TABLE licence_server ADD COLUMN file_away_on INTEGER;
      """)
}
