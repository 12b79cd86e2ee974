extension Schema.Version {
  /// One journal for all tables, and a number for every row that it keeps. What was done before it holds
  /// and is shown; it is not undone any more.
  static let oneJournal = Schema.Version(
    name: "10 one journal",
    sql: """
      -- stage: 0 done, 1 undone, 2 lapsed, 3 done, and not to be undone any more.
      -- record: what was and what became in every table that a change wrote.
      UPDATE journal SET record = x'', stage = CASE stage WHEN 0 THEN 3 ELSE 2 END;
      DROP TABLE journal_seat;
      DROP TABLE row_change;

      -- What could be brought back.
      DELETE FROM portal_seat WHERE evidence IN (SELECT number FROM evidence WHERE shelved = 1);
      DELETE FROM portal_person WHERE evidence IN (SELECT number FROM evidence WHERE shelved = 1);
      DELETE FROM evidence WHERE shelved = 1;
      DELETE FROM assignment WHERE shelved = 1;
      DELETE FROM product WHERE shelved = 1;
      DELETE FROM network_use WHERE shelved = 1;
      DELETE FROM user WHERE shelved = 1;
      DROP INDEX network_use_by_batch;

      CREATE TABLE numbered (
        id INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL
      );
      INSERT INTO numbered (name, value) SELECT name, value FROM setting;
      DROP TABLE setting;
      ALTER TABLE numbered RENAME TO setting;

      CREATE TABLE numbered (
        id INTEGER NOT NULL PRIMARY KEY,
        name_key TEXT NOT NULL UNIQUE,
        product INTEGER
      );
      INSERT INTO numbered (name_key, product) SELECT name_key, product FROM offering_name;
      DROP TABLE offering_name;
      ALTER TABLE numbered RENAME TO offering_name;
      """)
}
