extension Schema.Version {
  /// Messages to users.
  static let messages = Schema.Version(
    name: "14 messages to users",
    sql: """
      -- One row a person and kind, of which id is made: eight times the user, and the kind.
      -- kind: 1 announcement, 2 switch-over, 3 reminder. standing: 1 written, 2 stated, 4 came back.
      -- since: the day of the statement or of what came back; address: where it went.
      CREATE TABLE notice (
        id INTEGER NOT NULL PRIMARY KEY,
        user INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        standing INTEGER NOT NULL,
        since INTEGER,
        hand_over INTEGER,
        address TEXT NOT NULL,
        reason TEXT NOT NULL
      );
      CREATE INDEX notice_by_hand_over ON notice (hand_over) WHERE hand_over IS NOT NULL;

      -- Texts that the admin changed; those of the program are in no table.
      CREATE TABLE message_text (
        id INTEGER NOT NULL PRIMARY KEY,
        kind INTEGER NOT NULL,
        language TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL
      );

      -- The last day on which a usage report has a person use a product. id: the user.
      CREATE TABLE sign_in (
        id INTEGER NOT NULL PRIMARY KEY,
        day INTEGER NOT NULL,
        evidence INTEGER NOT NULL
      );

      -- What a hand-over of step 4 is beside its rows.
      CREATE TABLE hand_over_message (
        hand_over INTEGER NOT NULL PRIMARY KEY REFERENCES hand_over (number),
        kind INTEGER NOT NULL,
        day INTEGER,
        sender TEXT NOT NULL,
        reply_to TEXT NOT NULL
      );
      ALTER TABLE outgoing ADD COLUMN message_kind INTEGER;
      ALTER TABLE outgoing ADD COLUMN message_day INTEGER;
      ALTER TABLE outgoing ADD COLUMN sender TEXT NOT NULL DEFAULT '';
      ALTER TABLE outgoing ADD COLUMN reply_to TEXT NOT NULL DEFAULT '';
      """)
}
