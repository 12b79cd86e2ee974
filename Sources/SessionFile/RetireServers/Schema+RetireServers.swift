extension Schema.Version {
  /// The tables of licence servers and who uses them.
  static let retireServers = Schema.Version(
    name: "3 licence servers and network use",
    sql: """
      -- Moments are minutes and days are days since 1 January 1970, in the local time in which they
      -- were told. hosts and other_daemons are one a line.
      -- system: 0 unknown, 1 Windows, 2 Linux, 3 macOS. set_up: 0 single, 1 redundant, 2 distributed.
      -- standing: 0 in use, 1 stated out of use, 2 proven, 3 used again, 4 kept.
      -- answer_state: 0 up, 1 silent.
      CREATE TABLE licence_server (
        id INTEGER NOT NULL PRIMARY KEY,
        hosts TEXT NOT NULL,
        lmgrd_port INTEGER,
        vendor_port INTEGER,
        daemon TEXT NOT NULL,
        licence_file TEXT NOT NULL,
        log_file TEXT NOT NULL,
        service_name TEXT NOT NULL,
        system INTEGER NOT NULL,
        set_up INTEGER NOT NULL,
        runs_as_service INTEGER,
        is_local_only INTEGER NOT NULL,
        other_daemons TEXT NOT NULL,
        standing INTEGER NOT NULL,
        since INTEGER,
        kept_reason TEXT NOT NULL,
        proof TEXT NOT NULL,
        log_first INTEGER,
        log_end INTEGER,
        log_outs INTEGER,
        last_out INTEGER,
        shut_down INTEGER,
        answer_state INTEGER,
        answer_at INTEGER,
        unclear INTEGER
      );

      -- One row for a login on a computer with one feature of one server.
      -- use_key: login, computer and feature without regard to case, a byte 1 between them.
      -- batch: the journal entry that brought the row. is_now: out, borrowed or waited for.
      CREATE TABLE network_use (
        id INTEGER NOT NULL PRIMARY KEY,
        shelved INTEGER NOT NULL,
        batch INTEGER NOT NULL,
        server INTEGER NOT NULL,
        use_key TEXT NOT NULL,
        login TEXT NOT NULL,
        computer TEXT NOT NULL,
        feature TEXT NOT NULL,
        offering TEXT NOT NULL,
        product TEXT NOT NULL,
        last_used INTEGER,
        days_last INTEGER NOT NULL,
        days_recent INTEGER NOT NULL,
        days_older INTEGER NOT NULL,
        open INTEGER NOT NULL,
        borrowed_until INTEGER,
        queued INTEGER NOT NULL,
        is_now INTEGER NOT NULL
      );
      CREATE UNIQUE INDEX network_use_by_key ON network_use (server, use_key) WHERE shelved = 0;
      CREATE INDEX network_use_now ON network_use (server) WHERE shelved = 0 AND is_now = 1;
      CREATE INDEX network_use_by_batch ON network_use (batch);

      -- What was decided about a login: whose it is, or why it is set aside.
      CREATE TABLE network_login (
        id INTEGER NOT NULL PRIMARY KEY,
        login_key TEXT NOT NULL UNIQUE,
        login TEXT NOT NULL,
        user INTEGER,
        set_aside TEXT NOT NULL
      );

      -- Rows of these tables as they were before and became by a change; null where there is none.
      -- kind: 0 server, 1 use, 2 login.
      CREATE TABLE row_change (
        journal INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        row INTEGER NOT NULL,
        before BLOB,
        after BLOB,
        PRIMARY KEY (journal, position)
      ) WITHOUT ROWID;
      """)

  /// The last use of each server, found without reading all use.
  static let lastUses = Schema.Version(
    name: "7 last use of each licence server",
    sql: """
      CREATE INDEX network_use_last ON network_use (server, last_used) WHERE shelved = 0;
      """)

  /// What each document says of a server, so that the order in which they came makes no difference.
  static let documents = Schema.Version(
    name: "8 what each document says of a licence server",
    sql: """
      -- server: 0 for what was said of a server of which nothing tells the name. The columns mean what
      -- those of licence_server do. Of a log the columns from log_first to restarted_at are filled, of
      -- an answer those after, of another document that names a server none.
      CREATE TABLE licence_document (
        id INTEGER NOT NULL PRIMARY KEY,
        server INTEGER NOT NULL,
        hosts TEXT NOT NULL,
        lmgrd_port INTEGER,
        vendor_port INTEGER,
        daemon TEXT NOT NULL,
        licence_file TEXT NOT NULL,
        log_file TEXT NOT NULL,
        service_name TEXT NOT NULL,
        system INTEGER NOT NULL,
        set_up INTEGER NOT NULL,
        runs_as_service INTEGER,
        is_local_only INTEGER NOT NULL,
        other_daemons TEXT NOT NULL,
        log_first INTEGER,
        log_end INTEGER,
        log_outs INTEGER,
        last_out INTEGER,
        shut_down INTEGER,
        restarted_at INTEGER,
        answer_state INTEGER,
        answer_at INTEGER,
        unclear INTEGER
      );
      CREATE INDEX licence_document_by_server ON licence_document (server);

      -- What a document says of a login on a computer with a feature. change: what a log adds to what
      -- was out before it; open: what is out at its end at least. Minutes, but for borrowed_until.
      CREATE TABLE document_holding (
        id INTEGER NOT NULL PRIMARY KEY,
        document INTEGER NOT NULL,
        use_key TEXT NOT NULL,
        open INTEGER NOT NULL,
        change INTEGER NOT NULL,
        last_line INTEGER,
        last_out INTEGER,
        borrowed_until INTEGER,
        queued INTEGER NOT NULL
      );
      CREATE INDEX document_holding_by_document ON document_holding (document);

      -- The last line of any log that takes a licence or gives it back.
      ALTER TABLE network_use ADD COLUMN last_line INTEGER;
      -- The last answer that said who holds what, whether or not the last answer does.
      ALTER TABLE licence_server ADD COLUMN told_at INTEGER;
      -- The day of the statement or proof that use after it contradicts.
      ALTER TABLE licence_server ADD COLUMN stated_on INTEGER;
      """)
}
