extension Schema.Version {
  /// Evidence of step 1, and what it says about invitations.
  static let evidence = Schema.Version(
    name: "4 evidence and invitations",
    sql: """
      -- invitation: 0 unknown, 1 pending, 2 accepted.
      -- invited_on: the day on which the invitation was sent last.
      -- evidence: the document that proves the user or took the proof back.
      ALTER TABLE user ADD COLUMN invitation INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE user ADD COLUMN invited_on INTEGER;
      ALTER TABLE user ADD COLUMN evidence INTEGER;

      -- How many users the portal found in it, as the admin said.
      ALTER TABLE hand_over ADD COLUMN found INTEGER;

      -- Documents that prove; shelved: 1 for those whose change was undone.
      CREATE TABLE evidence (
        number INTEGER NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        file TEXT NOT NULL,
        day INTEGER NOT NULL,
        team TEXT NOT NULL,
        whole INTEGER NOT NULL,
        digest TEXT NOT NULL,
        row_count INTEGER NOT NULL,
        person_count INTEGER NOT NULL,
        shelved INTEGER NOT NULL
      );

      -- People of a document who were not in the list when it was read.
      CREATE TABLE portal_person (
        evidence INTEGER NOT NULL REFERENCES evidence (number),
        position INTEGER NOT NULL,
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        address TEXT NOT NULL,
        name_key TEXT NOT NULL,
        address_key TEXT NOT NULL,
        invitation INTEGER NOT NULL,
        PRIMARY KEY (evidence, position)
      ) WITHOUT ROWID;
      CREATE INDEX portal_person_by_address ON portal_person (address_key);
      """)
}
