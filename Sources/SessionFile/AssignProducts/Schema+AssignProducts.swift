extension Schema.Version {
  /// Step 2: products, their seats, and who has one.
  static let assignProducts = Schema.Version(
    name: "2 products and assignments",
    sql: """
      -- offering: an id of the program's table, empty for a product that it does not know.
      -- seats: NULL while the number is not known.
      -- seat_source: 0 typed, 1 subscriptions, 2 trade-in of network_seats.
      -- glance_right: 1 when the portal showed the right number on glance_on, 0 when it did not.
      CREATE TABLE product (
        id INTEGER NOT NULL PRIMARY KEY,
        shelved INTEGER NOT NULL,
        name TEXT NOT NULL,
        product_key TEXT NOT NULL,
        offering TEXT NOT NULL,
        seats INTEGER,
        seat_source INTEGER NOT NULL,
        network_seats INTEGER,
        seats_since INTEGER,
        glance_on INTEGER,
        glance_right INTEGER
      );
      CREATE UNIQUE INDEX product_by_key ON product (product_key) WHERE shelved = 0;

      -- The names of offerings in exports that were mapped by hand; product is NULL for one that is
      -- none of ours, and may be gone.
      CREATE TABLE offering_name (
        name_key TEXT NOT NULL PRIMARY KEY,
        product INTEGER
      ) WITHOUT ROWID;

      -- standing as of users. source: 0 chosen, 1 imported, 2 buyer, 3 portal.
      -- place: the order in which a product's seats are given.
      -- proof: 1 glance, 2 Users export, 3 usage report.
      -- user and product are pointers: neither is gone while an assignment of it is live.
      CREATE TABLE assignment (
        id INTEGER NOT NULL PRIMARY KEY,
        shelved INTEGER NOT NULL,
        user INTEGER NOT NULL,
        product INTEGER NOT NULL,
        standing INTEGER NOT NULL,
        source INTEGER NOT NULL,
        place INTEGER NOT NULL,
        hand_over INTEGER REFERENCES hand_over (number),
        since INTEGER,
        proof INTEGER
      );
      CREATE UNIQUE INDEX assignment_by_seat ON assignment (product, user) WHERE shelved = 0;
      CREATE INDEX assignment_by_user ON assignment (user, standing) WHERE shelved = 0;
      CREATE INDEX assignment_queue ON assignment (product, place)
        WHERE shelved = 0 AND standing = 0 AND hand_over IS NULL;
      CREATE INDEX assignment_by_hand_over ON assignment (hand_over)
        WHERE shelved = 0 AND hand_over IS NOT NULL;

      -- What a change did to products and assignments, beside its entry in the journal.
      CREATE TABLE journal_seat (
        number INTEGER NOT NULL PRIMARY KEY,
        record BLOB NOT NULL
      );

      ALTER TABLE hand_over_row ADD COLUMN product INTEGER;
      """)

  /// Which document proves a seat, and the seats of people who are in a document and not in the list.
  static let seatEvidence = Schema.Version(
    name: "6 seats by evidence",
    sql: """
      -- evidence: the document that proves the seat or took it back.
      -- old_address: the address under which the portal has the seat, when the person has another one.
      ALTER TABLE assignment ADD COLUMN evidence INTEGER;
      ALTER TABLE assignment ADD COLUMN old_address TEXT;
      CREATE INDEX assignment_by_old_address ON assignment (product)
        WHERE shelved = 0 AND old_address IS NOT NULL;

      -- The offerings, by name, of which a person of a document has a seat.
      CREATE TABLE portal_seat (
        evidence INTEGER NOT NULL,
        position INTEGER NOT NULL,
        offering TEXT NOT NULL,
        PRIMARY KEY (evidence, position, offering)
      ) WITHOUT ROWID;
      """)
}
