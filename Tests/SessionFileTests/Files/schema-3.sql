PRAGMA application_id = 1331057492;
PRAGMA user_version = 3;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES ('1 users, hand-overs and the journal');
INSERT INTO "grdb_migrations" VALUES ('2 products and assignments');
INSERT INTO "grdb_migrations" VALUES ('3 licence servers and network use');
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "setting" VALUES ('directory', 'none');
INSERT INTO "setting" VALUES ('helpdesk-address', 'support.nl@arkance-systems.com');
INSERT INTO "setting" VALUES ('helpdesk-name', 'Helpdesk Arkance Systems Netherlands');
INSERT INTO "setting" VALUES ('helpdesk-telephone', '+31 (0) 318 58 25 05');
INSERT INTO "setting" VALUES ('language', 'nl');
INSERT INTO "setting" VALUES ('organisation', 'Hogwarts');
INSERT INTO "setting" VALUES ('role', 'secondary-admin');
INSERT INTO "setting" VALUES ('single-user-licences', 'no');
INSERT INTO "setting" VALUES ('start-date', '2027-01-31');
INSERT INTO "setting" VALUES ('team', 'harrypotter switch - 9231');
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
);
INSERT INTO "user" VALUES (1, 0, 0, 0, 2, NULL, NULL, 'Ann', 'de Vries', 'ann@example.com', 'avries', 'Pilot', '', 'de vriesann', 'ann@example.com');
INSERT INTO "user" VALUES (2, 0, 0, 0, 3, NULL, NULL, 'Abraham', 'Jansen', 'bram@example.com', '', 'Wave 1', '', 'jansenabraham', 'bram@example.com');
CREATE TABLE counter (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (kind, name)
) WITHOUT ROWID;
INSERT INTO "counter" VALUES ('file', 'last-assignment', 3);
INSERT INTO "counter" VALUES ('file', 'last-day', 20000);
INSERT INTO "counter" VALUES ('file', 'last-place', 3);
INSERT INTO "counter" VALUES ('file', 'last-product', 2);
INSERT INTO "counter" VALUES ('file', 'last-server', 2);
INSERT INTO "counter" VALUES ('file', 'last-user', 2);
INSERT INTO "counter" VALUES ('file', 'revision', 17);
INSERT INTO "counter" VALUES ('free', '', 2);
INSERT INTO "counter" VALUES ('group', 'Pilot', 1);
INSERT INTO "counter" VALUES ('group', 'Wave 1', 1);
INSERT INTO "counter" VALUES ('people', 'planned', 2);
INSERT INTO "counter" VALUES ('people', 'seated', 1);
INSERT INTO "counter" VALUES ('seat', '1/0', 2);
INSERT INTO "counter" VALUES ('seat', '2/3', 1);
INSERT INTO "counter" VALUES ('users', '0', 2);
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
INSERT INTO "journal" VALUES (1, 'set-up', 20000, 600, NULL, 1, 0, NULL, 'Hogwarts', 0, 0, NULL, NULL, X'0200000000020014186F7267616E69736174696F6E10486F677761727473087465616D326861727279706F7474657220737769746368202D20393233311473746172742D6461746514323032372D30312D33312873696E676C652D757365722D6C6963656E636573046E6F126469726563746F7279086E6F6E6508726F6C651E7365636F6E646172792D61646D696E106C616E6775616765046E6C1A68656C706465736B2D6E616D654848656C706465736B2041726B616E63652053797374656D73204E65746865726C616E64732468656C706465736B2D74656C6570686F6E65282B333120283029203331382035382032352030352068656C706465736B2D616464726573733C737570706F72742E6E6C4061726B616E63652D73797374656D732E636F6D000000');
INSERT INTO "journal" VALUES (2, 'add-user', 20000, 600, 1, 1, 0, 1, 'Ann de Vries', 1, 0, NULL, NULL, X'0202000202020A50696C6F74020000000202');
INSERT INTO "journal" VALUES (3, 'add-user', 20000, 600, 1, 1, 0, 2, 'Bram Jansen', 1, 0, NULL, NULL, X'0202000202020C576176652031020000000402');
INSERT INTO "journal" VALUES (4, 'add-product', 20000, 600, 2, 1, 0, NULL, 'AutoCAD', 0, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (5, 'add-product', 20000, 600, 2, 1, 0, NULL, 'Plugin of ours', 0, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (6, 'assign', 20000, 600, 2, 2, 0, NULL, 'AutoCAD', 0, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (7, 'record-buyer', 20000, 600, 2, 1, 0, 2, 'Plugin of ours', 0, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (8, 'map-offering', 20000, 600, 2, 1, 0, NULL, 'Plugin, old name', 0, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (9, 'glance-right', 20000, 600, 2, 1, 0, NULL, 'Plugin of ours', 0, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (10, 'take-log', 20000, 600, 5, 3, 0, NULL, 'lic01', 0, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (11, 'set-aside', 20000, 600, 5, 1, 0, NULL, 'render01: Render node', 1, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (12, 'couple', 20000, 600, 5, 1, 0, 2, 'Draco', 1, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (13, 'add-server', 20000, 600, 5, 1, 0, NULL, 'lic02', 0, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (14, 'keep-server', 20000, 600, 5, 1, 0, NULL, 'lic02: Tokens', 0, 0, NULL, NULL, X'020000000000000000');
INSERT INTO "journal" VALUES (15, 'edit-user', 20000, 600, 1, 1, 0, 2, 'Abraham Jansen', 1, 0, NULL, NULL, X'02000000000000000082012604084272616D04166A616E73656E016272616D32040E4162726168616D041C6A616E73656E016162726168616D0204');
INSERT INTO "journal" VALUES (16, 'remove-users', 20000, 600, 1, 1, 0, 1, 'Ann de Vries', 1, 1, 20000, 600, X'0202000101020A50696C6F7401000000000080200402000402020202');
CREATE TABLE place (
  position INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  text TEXT NOT NULL
);
INSERT INTO "place" VALUES (0, 'screen', 'users');
INSERT INTO "place" VALUES (1, 'draft', 'it''s');
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
INSERT INTO "product" VALUES (1, 0, 'AutoCAD', 'ACD', 'ACD', 1, 0, NULL, 20000, NULL, NULL);
INSERT INTO "product" VALUES (2, 0, 'Plugin of ours', 'name plugin of ours', '', 2, 0, NULL, 20000, 20000, 1);
CREATE TABLE offering_name (
  name_key TEXT NOT NULL PRIMARY KEY,
  product INTEGER
) WITHOUT ROWID;
INSERT INTO "offering_name" VALUES ('plugin old name', 2);
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
INSERT INTO "assignment" VALUES (1, 0, 1, 1, 0, 0, 1, NULL, NULL, NULL);
INSERT INTO "assignment" VALUES (2, 0, 2, 1, 0, 0, 2, NULL, NULL, NULL);
INSERT INTO "assignment" VALUES (3, 0, 2, 2, 2, 2, 3, NULL, 20000, 1);
CREATE TABLE journal_seat (
  number INTEGER NOT NULL PRIMARY KEY,
  record BLOB NOT NULL
);
INSERT INTO "journal_seat" VALUES (4, X'0202000202000E4175746F434144064143440202000002C0B8020000000000');
INSERT INTO "journal_seat" VALUES (5, X'0202000204001C506C7567696E206F66206F757273000204000002C0B8020000000000');
INSERT INTO "journal_seat" VALUES (6, X'0200000204');
INSERT INTO "journal_seat" VALUES (7, X'0200000602');
INSERT INTO "journal_seat" VALUES (8, X'0200021E706C7567696E206F6C64206E616D650002040000');
INSERT INTO "journal_seat" VALUES (9, X'02020204001C506C7567696E206F66206F757273000204000002C0B80200000204001C506C7567696E206F66206F757273000204000002C0B80202C0B8020200000084010602020008020402020206');
INSERT INTO "journal_seat" VALUES (16, X'0200000000020402000402020202');
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
INSERT INTO "licence_server" VALUES (1, 'lic01', 27000, 2080, 'adskflex', 'C:\Autodesk\lic.lic', '', '', 1, 0, NULL, 0, 'mapinfo', 0, NULL, '', '', 28756800, 28800600, 12, 28800600, NULL, NULL, NULL, NULL);
INSERT INTO "licence_server" VALUES (2, 'lic02', NULL, NULL, 'adskflex', '', '', '', 0, 0, NULL, 0, '', 4, 20000, 'Tokens', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
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
INSERT INTO "network_use" VALUES (1, 0, 10, 1, 'avriesws-0164300acd_f', 'avries', 'WS-01', '64300ACD_F', 'AutoCAD', 'AutoCAD 2024', 28800600, 20000, 9, 0, 1, NULL, 0, 1);
INSERT INTO "network_use" VALUES (2, 0, 10, 1, 'dracows-0164300rvt_f', 'Draco', 'WS-01', '64300RVT_F', 'Revit', 'Revit 2024', 28800600, 20000, 9, 0, 0, NULL, 0, 0);
INSERT INTO "network_use" VALUES (3, 0, 10, 1, 'render01ws-01643003dsmax_f', 'render01', 'WS-01', '643003DSMAX_F', '3ds Max', '3ds Max 2024', 28800600, 20000, 9, 0, 0, NULL, 0, 0);
CREATE TABLE network_login (
  id INTEGER NOT NULL PRIMARY KEY,
  login_key TEXT NOT NULL UNIQUE,
  login TEXT NOT NULL,
  user INTEGER,
  set_aside TEXT NOT NULL
);
INSERT INTO "network_login" VALUES (1, 'render01', 'render01', NULL, 'Render node');
INSERT INTO "network_login" VALUES (2, 'draco', 'Draco', 2, '');
CREATE TABLE row_change (
  journal INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  row INTEGER NOT NULL,
  before BLOB,
  after BLOB,
  PRIMARY KEY (journal, position)
) WITHOUT ROWID;
INSERT INTO "row_change" VALUES (10, 0, 0, 1, NULL, X'040000000400040004000400020002000002000400020000040004000000000000000000');
INSERT INTO "row_change" VALUES (10, 1, 0, 1, X'040000000400040004000400020002000002000400020000040004000000000000000000', X'040A6C6963303102F0A50302C02004106164736B666C65780426433A5C4175746F6465736B5C6C69632E6C69630400040002020200000200040E6D6170696E666F020000040004000280ADB61B02B0D9BB1B021802B0D9BB1B00000000');
INSERT INTO "row_change" VALUES (11, 0, 2, 1, NULL, X'041072656E6465723031041072656E646572303100041652656E646572206E6F6465');
INSERT INTO "row_change" VALUES (12, 0, 2, 2, NULL, X'040A647261636F040A447261636F02040400');
INSERT INTO "row_change" VALUES (13, 0, 0, 2, NULL, X'040A6C69633032000004106164736B666C6578040004000400020002000002000400020000040004000000000000000000');
INSERT INTO "row_change" VALUES (14, 0, 0, 2, X'040A6C69633032000004106164736B666C6578040004000400020002000002000400020000040004000000000000000000', X'040A6C69633032000004106164736B666C6578040004000400020002000002000400020802C0B802040C546F6B656E7304000000000000000000');
CREATE UNIQUE INDEX user_by_address ON user (address_key) WHERE shelved = 0;
CREATE INDEX user_by_name ON user (name_key) WHERE shelved = 0;
CREATE INDEX journal_by_stage ON journal (stage, number);
CREATE UNIQUE INDEX product_by_key ON product (product_key) WHERE shelved = 0;
CREATE UNIQUE INDEX assignment_by_seat ON assignment (product, user) WHERE shelved = 0;
CREATE INDEX assignment_by_user ON assignment (user, standing) WHERE shelved = 0;
CREATE INDEX assignment_queue ON assignment (product, place)
  WHERE shelved = 0 AND standing = 0 AND hand_over IS NULL;
CREATE INDEX assignment_by_hand_over ON assignment (hand_over)
  WHERE shelved = 0 AND hand_over IS NOT NULL;
CREATE UNIQUE INDEX network_use_by_key ON network_use (server, use_key) WHERE shelved = 0;
CREATE INDEX network_use_now ON network_use (server) WHERE shelved = 0 AND is_now = 1;
CREATE INDEX network_use_by_batch ON network_use (batch);
