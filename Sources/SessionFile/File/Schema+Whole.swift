// Written by WholeTests from the versions of the tables. Edit those.

extension Schema.Whole {
  /// The tables as they are now, for a file that is made.
  static let current = Schema.Whole(
    number: 14,
    sql: """
      CREATE TABLE hand_over (
        number INTEGER NOT NULL PRIMARY KEY,
        step INTEGER NOT NULL,
        written_on INTEGER NOT NULL,
        group_name TEXT NOT NULL,
        row_count INTEGER NOT NULL,
        digest TEXT NOT NULL,
        stage INTEGER NOT NULL,
        stated_on INTEGER
      , found INTEGER);
      CREATE TABLE hand_over_file (
        hand_over INTEGER NOT NULL REFERENCES hand_over (number),
        position INTEGER NOT NULL,
        path TEXT NOT NULL,
        PRIMARY KEY (hand_over, position)
      ) WITHOUT ROWID;
      CREATE TABLE hand_over_row (
        hand_over INTEGER NOT NULL REFERENCES hand_over (number),
        position INTEGER NOT NULL,
        user INTEGER NOT NULL,
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        address TEXT NOT NULL,
        login TEXT NOT NULL,
        group_name TEXT NOT NULL,
        language TEXT NOT NULL, product INTEGER,
        PRIMARY KEY (hand_over, position)
      ) WITHOUT ROWID;
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
      , invitation INTEGER NOT NULL DEFAULT 0, invited_on INTEGER, evidence INTEGER);
      CREATE UNIQUE INDEX user_by_address ON user (address_key) WHERE shelved = 0;
      CREATE INDEX user_by_name ON user (name_key) WHERE shelved = 0;
      CREATE TABLE counter (
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (kind, name)
      ) WITHOUT ROWID;
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
      CREATE TABLE place (
        position INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        text TEXT NOT NULL
      );
      CREATE TABLE mapping (
        name TEXT NOT NULL PRIMARY KEY,
        text TEXT NOT NULL
      ) WITHOUT ROWID;
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
      , evidence INTEGER, old_address TEXT);
      CREATE UNIQUE INDEX assignment_by_seat ON assignment (product, user) WHERE shelved = 0;
      CREATE INDEX assignment_by_user ON assignment (user, standing) WHERE shelved = 0;
      CREATE INDEX assignment_queue ON assignment (product, place)
        WHERE shelved = 0 AND standing = 0 AND hand_over IS NULL;
      CREATE INDEX assignment_by_hand_over ON assignment (hand_over)
        WHERE shelved = 0 AND hand_over IS NOT NULL;
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
      , file_away_on INTEGER, told_at INTEGER, stated_on INTEGER);
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
      , last_line INTEGER);
      CREATE UNIQUE INDEX network_use_by_key ON network_use (server, use_key) WHERE shelved = 0;
      CREATE INDEX network_use_now ON network_use (server) WHERE shelved = 0 AND is_now = 1;
      CREATE TABLE network_login (
        id INTEGER NOT NULL PRIMARY KEY,
        login_key TEXT NOT NULL UNIQUE,
        login TEXT NOT NULL,
        user INTEGER,
        set_aside TEXT NOT NULL
      );
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
      CREATE TABLE step_statement (
        id INTEGER NOT NULL PRIMARY KEY,
        day INTEGER NOT NULL
      );
      CREATE INDEX assignment_by_old_address ON assignment (product)
        WHERE shelved = 0 AND old_address IS NOT NULL;
      CREATE TABLE portal_seat (
        evidence INTEGER NOT NULL,
        position INTEGER NOT NULL,
        offering TEXT NOT NULL,
        PRIMARY KEY (evidence, position, offering)
      ) WITHOUT ROWID;
      CREATE INDEX network_use_last ON network_use (server, last_used) WHERE shelved = 0;
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
      CREATE TABLE identity (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        number INTEGER NOT NULL,
        state INTEGER NOT NULL,
        before INTEGER NOT NULL,
        journal INTEGER NOT NULL
      );
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
      , way INTEGER NOT NULL DEFAULT 0, results TEXT NOT NULL DEFAULT '', locked_out INTEGER NOT NULL DEFAULT 0, message_kind INTEGER, message_day INTEGER, sender TEXT NOT NULL DEFAULT '', reply_to TEXT NOT NULL DEFAULT '');
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
        product INTEGER, installation INTEGER,
        PRIMARY KEY (outgoing, position)
      ) WITHOUT ROWID;
      CREATE TABLE "setting" (
        id INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL
      );
      CREATE TABLE "offering_name" (
        id INTEGER NOT NULL PRIMARY KEY,
        name_key TEXT NOT NULL UNIQUE,
        product INTEGER
      );
      CREATE TABLE computer (
        id INTEGER NOT NULL PRIMARY KEY,
        name_key TEXT NOT NULL UNIQUE,
        short_key TEXT NOT NULL,
        name TEXT NOT NULL,
        system INTEGER NOT NULL,
        group_name TEXT NOT NULL,
        listed_at INTEGER,
        helper_at INTEGER,
        result_at INTEGER
      );
      CREATE INDEX computer_by_short_key ON computer (short_key);
      CREATE TABLE computer_person (
        id INTEGER NOT NULL PRIMARY KEY,
        computer INTEGER NOT NULL,
        login_key TEXT NOT NULL,
        login TEXT NOT NULL,
        UNIQUE (computer, login_key)
      );
      CREATE TABLE "installation" (
        id INTEGER NOT NULL PRIMARY KEY,
        install_key TEXT NOT NULL UNIQUE,
        computer TEXT NOT NULL,
        product TEXT NOT NULL,
        offering TEXT NOT NULL,
        login TEXT NOT NULL,
        source INTEGER NOT NULL,
        standing INTEGER NOT NULL,
        since INTEGER,
        computer_id INTEGER NOT NULL,
        product_key TEXT NOT NULL,
        version TEXT NOT NULL,
        feature TEXT NOT NULL,
        method INTEGER,
        helper_at INTEGER,
        result_at INTEGER,
        stated_at INTEGER,
        proven_at INTEGER,
        refuted_at INTEGER,
        failed_at INTEGER,
        used_at INTEGER,
        failure TEXT NOT NULL,
        answer TEXT NOT NULL,
        listed INTEGER NOT NULL,
        missing INTEGER NOT NULL,
        hand_over INTEGER
      , answered INTEGER);
      CREATE INDEX installation_by_standing ON installation (listed, standing);
      CREATE INDEX installation_by_computer ON installation (computer_id);
      CREATE TABLE hand_over_switch (
        hand_over INTEGER NOT NULL PRIMARY KEY REFERENCES hand_over (number),
        way INTEGER NOT NULL,
        results TEXT NOT NULL,
        locked_out INTEGER NOT NULL,
        written_at INTEGER NOT NULL
      );
      CREATE TABLE hand_over_installation (
        hand_over INTEGER NOT NULL REFERENCES hand_over (number),
        position INTEGER NOT NULL,
        installation INTEGER NOT NULL,
        computer TEXT NOT NULL,
        product TEXT NOT NULL,
        product_key TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (hand_over, position)
      ) WITHOUT ROWID;
      CREATE INDEX installation_by_hand_over ON installation (hand_over)
        WHERE hand_over IS NOT NULL;
      CREATE TABLE closed_step (
        id INTEGER NOT NULL PRIMARY KEY,
        day INTEGER NOT NULL,
        reason TEXT NOT NULL
      );
      CREATE TABLE forgotten (
        step INTEGER NOT NULL PRIMARY KEY,
        day INTEGER NOT NULL,
        total INTEGER NOT NULL,
        stated INTEGER NOT NULL,
        proven INTEGER NOT NULL,
        failed INTEGER NOT NULL
      );
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
      CREATE TABLE message_text (
        id INTEGER NOT NULL PRIMARY KEY,
        kind INTEGER NOT NULL,
        language TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL
      );
      CREATE TABLE sign_in (
        id INTEGER NOT NULL PRIMARY KEY,
        day INTEGER NOT NULL,
        evidence INTEGER NOT NULL
      );
      CREATE TABLE hand_over_message (
        hand_over INTEGER NOT NULL PRIMARY KEY REFERENCES hand_over (number),
        kind INTEGER NOT NULL,
        day INTEGER,
        sender TEXT NOT NULL,
        reply_to TEXT NOT NULL
      );
      INSERT INTO identity VALUES (1, random(), random(), 0, 0);
      """)
}
