extension Schema.Version {
  /// What tells one session, and one state of it, from another; and what is written outside of it.
  static let identity = Schema.Version(
    name: "9 identity and what is written outside",
    sql: """
      -- One row. number: drawn once for a session. state: drawn anew by each write, first of all, so
      -- that a journal that a killed write leaves has it. before: the state that the write began with.
      -- journal: the number that SQLite drew for the write's journal, 0 where it is not known.
      CREATE TABLE identity (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        number INTEGER NOT NULL,
        state INTEGER NOT NULL,
        before INTEGER NOT NULL,
        journal INTEGER NOT NULL
      );
      INSERT INTO identity VALUES (1, random(), random(), 0, 0);

      -- Files that are written outside, kept before the first of them is. kind: users, seats, message,
      -- scripts or calendar. whole: 1 when all of them were written. made_folder: 1 when the folder was
      -- made for them. hand_over, group_name and early: what the hand-over is that they are of.
      CREATE TABLE outgoing (
        number INTEGER NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        folder TEXT NOT NULL,
        made_folder INTEGER NOT NULL,
        day INTEGER NOT NULL,
        whole INTEGER NOT NULL,
        hand_over INTEGER,
        group_name TEXT NOT NULL,
        early INTEGER NOT NULL
      );
      CREATE TABLE outgoing_file (
        outgoing INTEGER NOT NULL REFERENCES outgoing (number) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (outgoing, position)
      ) WITHOUT ROWID;
      CREATE TABLE outgoing_row (
        outgoing INTEGER NOT NULL REFERENCES outgoing (number) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        user INTEGER NOT NULL,
        product INTEGER,
        PRIMARY KEY (outgoing, position)
      ) WITHOUT ROWID;
      """)
}

extension Schema.Version {
  /// How a migration ends: steps that are closed, and what is left when its people are forgotten.
  static let ends = Schema.Version(
    name: "13 closed steps, and counts without people",
    sql: """
      -- A step that the admin closed, by its number, though not all of it is proven.
      CREATE TABLE closed_step (
        id INTEGER NOT NULL PRIMARY KEY,
        day INTEGER NOT NULL,
        reason TEXT NOT NULL
      );

      -- How far each step was, by its number, when the people of the migration were forgotten.
      CREATE TABLE forgotten (
        step INTEGER NOT NULL PRIMARY KEY,
        day INTEGER NOT NULL,
        total INTEGER NOT NULL,
        stated INTEGER NOT NULL,
        proven INTEGER NOT NULL,
        failed INTEGER NOT NULL
      );
      """)
}
