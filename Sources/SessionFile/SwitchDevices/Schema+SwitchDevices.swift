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

extension Schema.Version {
  /// Computers with their people, and what is known of each product's switch.
  static let computers = Schema.Version(
    name: "11 computers and their people",
    sql: """
      -- name_key: the name without regard to case; short_key: the same without its domain.
      -- system: 0 unknown, 1 Windows, 2 macOS, 3 Linux. listed_at, helper_at, result_at: the minute since
      -- 1 January 1970 of what device lists, licensing helpers and scripts told last.
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
      INSERT INTO computer (name_key, short_key, name, system, group_name)
      SELECT key,
        CASE WHEN instr(key, '.') > 1 AND substr(key, 1, 1) NOT BETWEEN '0' AND '9'
          THEN substr(key, 1, instr(key, '.') - 1) ELSE key END, name, 0, ''
      FROM (
        SELECT substr(install_key, 1, instr(install_key, char(1)) - 1) AS key, min(id),
          computer AS name
        FROM installation GROUP BY 1 ORDER BY 2);
      CREATE INDEX computer_by_short_key ON computer (short_key);

      -- Who works at a computer. login: the login name or address as a source tells it.
      CREATE TABLE computer_person (
        id INTEGER NOT NULL PRIMARY KEY,
        computer INTEGER NOT NULL,
        login_key TEXT NOT NULL,
        login TEXT NOT NULL,
        UNIQUE (computer, login_key)
      );

      -- source: 0 licence log, 1 its computer, 2 typed. standing: 0 planned, 1 stated as switched,
      -- 2 proven, 3 taken back; since: when. method: 0 not chosen yet, 1 network, 2 standalone,
      -- 4 single-user, 5 none that is single-user, 6 told by a type file.
      -- helper_at and result_at: when the helper's list had it and a script's result was made;
      -- stated_at, proven_at, refuted_at, failed_at, used_at: what is known of the switch.
      -- failure and answer: why a script could not. listed: 0 where it was found on the computer after
      -- the list was made. missing: 1 where a later list of the computer does not have it.
      CREATE TABLE installed (
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
      );
      -- What was stated and used after that was stated at some time before; a minute will do.
      INSERT INTO installed
      SELECT id, install_key, computer, product, offering, login, source, standing, since,
        (SELECT id FROM computer
          WHERE name_key = substr(install_key, 1, instr(install_key, char(1)) - 1)),
        '', '', '', NULL, NULL, NULL,
        CASE standing WHEN 1 THEN since WHEN 3 THEN since - 1 END, NULL, NULL, NULL,
        CASE standing WHEN 3 THEN since END, '', '', 1, 0, NULL
      FROM installation;
      DROP TABLE installation;
      ALTER TABLE installed RENAME TO installation;
      CREATE INDEX installation_by_standing ON installation (listed, standing);
      CREATE INDEX installation_by_computer ON installation (computer_id);

      INSERT INTO computer_person (computer, login_key, login)
      SELECT DISTINCT computer_id, lower(login), login FROM installation WHERE login <> ''
      GROUP BY computer_id, lower(login) ORDER BY min(id);

      INSERT INTO counter (kind, name, value)
      SELECT 'file', 'last-computer', max(id) FROM computer HAVING max(id) > 0;
      INSERT INTO counter (kind, name, value)
      SELECT 'file', 'last-computer-person', max(id) FROM computer_person HAVING max(id) > 0;

      -- Their records know nothing of the new columns. What a licence server told was written into the
      -- products' rows too.
      UPDATE journal SET record = x'', stage = CASE stage WHEN 0 THEN 3 ELSE 2 END
      WHERE stage IN (0, 1)
        AND (name IN ('add-computers', 'remove-computers', 'state-switched', 'unstate-switched')
          OR (name IN ('take-log', 'take-lmstat', 'take-servers')
            AND EXISTS (SELECT 1 FROM installation)));
      """)
}

extension Schema.Version {
  /// Hand-overs of products on computers.
  static let switchHandOvers = Schema.Version(
    name: "12 hand-overs of products on computers",
    sql: """
      -- What a hand-over of step 3 is beside its rows. way: 0 by script, 1 by a leaflet, 2 by a leaflet
      -- for each person. results: the folder for the results. locked_out: 1 where computers are in it at
      -- which somebody has no seat. written_at: the minute since 1 January 1970 of its making.
      CREATE TABLE hand_over_switch (
        hand_over INTEGER NOT NULL PRIMARY KEY REFERENCES hand_over (number),
        way INTEGER NOT NULL,
        results TEXT NOT NULL,
        locked_out INTEGER NOT NULL,
        written_at INTEGER NOT NULL
      );
      -- Its rows as they were.
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
      -- answered: the hand-over whose script's result told of it last.
      ALTER TABLE installation ADD COLUMN answered INTEGER;
      CREATE INDEX installation_by_hand_over ON installation (hand_over)
        WHERE hand_over IS NOT NULL;

      -- The same of what is about to be written.
      ALTER TABLE outgoing ADD COLUMN way INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE outgoing ADD COLUMN results TEXT NOT NULL DEFAULT '';
      ALTER TABLE outgoing ADD COLUMN locked_out INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE outgoing_row ADD COLUMN installation INTEGER;
      """)
}
