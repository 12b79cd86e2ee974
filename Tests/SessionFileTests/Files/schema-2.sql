PRAGMA application_id = 1331057492;
PRAGMA user_version = 2;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES ('1 users, hand-overs and the journal');
INSERT INTO "grdb_migrations" VALUES ('2 products and assignments');
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
INSERT INTO "counter" VALUES ('file', 'last-user', 2);
INSERT INTO "counter" VALUES ('file', 'revision', 12);
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
INSERT INTO "journal" VALUES (10, 'edit-user', 20000, 600, 1, 1, 0, 2, 'Abraham Jansen', 1, 0, NULL, NULL, X'02000000000000000082012604084272616D04166A616E73656E016272616D32040E4162726168616D041C6A616E73656E016162726168616D0204');
INSERT INTO "journal" VALUES (11, 'remove-users', 20000, 600, 1, 1, 0, 1, 'Ann de Vries', 1, 1, 20000, 600, X'0202000101020A50696C6F7401000000000080200402000402020202');
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
INSERT INTO "journal_seat" VALUES (11, X'0200000000020402000402020202');
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
