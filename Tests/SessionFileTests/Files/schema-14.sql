PRAGMA application_id = 1331057492;
PRAGMA user_version = 14;
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
INSERT INTO "hand_over" VALUES (1, 1, 20000, '', 2, '00ff', 1, 20000, NULL);
CREATE TABLE hand_over_file (
  hand_over INTEGER NOT NULL REFERENCES hand_over (number),
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (hand_over, position)
) WITHOUT ROWID;
INSERT INTO "hand_over_file" VALUES (1, 0, '/tmp/01-invite-1.csv');
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
INSERT INTO "hand_over_row" VALUES (1, 0, 1, 'Ann', 'de Vries', 'ann@example.com', 'avries', 'Pilot', '', NULL);
INSERT INTO "hand_over_row" VALUES (1, 1, 2, 'Bram', 'Jansen', 'bram@example.com', '', 'Wave 1', '', NULL);
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
INSERT INTO "user" VALUES (1, 0, 1, 0, 7, 1, 20000, 'Ann', 'de Vries', 'ann@example.com', 'avries', 'Pilot', '', 'de vriesann', 'ann@example.com', 0, 20000, NULL);
INSERT INTO "user" VALUES (2, 0, 0, 0, 8, NULL, NULL, 'Abraham', 'Jansen', 'bram@example.com', '', 'Wave 1', '', 'jansenabraham', 'bram@example.com', 0, NULL, NULL);
INSERT INTO "user" VALUES (3, 0, 0, 2, 9, NULL, NULL, 'Chloé', 'Özdemir', 'Chloe@Example.com', 'cozdemir', '', '', 'ozdemirchloe', 'chloe@example.com', 0, NULL, NULL);
INSERT INTO "user" VALUES (4, 0, 0, 2, 9, NULL, NULL, 'Ann', 'de Vries', 'user0@example.com', 'u0', '', '', 'de vriesann', 'user0@example.com', 0, NULL, NULL);
CREATE TABLE counter (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (kind, name)
) WITHOUT ROWID;
INSERT INTO "counter" VALUES ('file', 'last-computer', 1);
INSERT INTO "counter" VALUES ('file', 'last-computer-person', 1);
INSERT INTO "counter" VALUES ('file', 'last-day', 20000);
INSERT INTO "counter" VALUES ('file', 'last-installation', 2);
INSERT INTO "counter" VALUES ('file', 'last-server', 1);
INSERT INTO "counter" VALUES ('file', 'last-user', 4);
INSERT INTO "counter" VALUES ('file', 'revision', 14);
INSERT INTO "counter" VALUES ('free', '', 3);
INSERT INTO "counter" VALUES ('group', 'Pilot', 1);
INSERT INTO "counter" VALUES ('group', 'Wave 1', 1);
INSERT INTO "counter" VALUES ('stated', '20000', 1);
INSERT INTO "counter" VALUES ('users', '0', 3);
INSERT INTO "counter" VALUES ('users', '1', 1);
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
INSERT INTO "journal" VALUES (1, 'set-up', 20000, 600, NULL, 1, 0, NULL, 'Hogwarts', 0, 0, NULL, NULL, X'06000202960504063004186F7267616E69736174696F6E0410486F677761727473020204064204087465616D04326861727279706F7474657220737769746368202D20393233310204040630041473746172742D646174650414323032372D30312D33310206040634042873696E676C652D757365722D6C6963656E63657304046E6F020804062204126469726563746F727904086E6F6E65020A04062E0408726F6C65041E7365636F6E646172792D61646D696E020C04061C04106C616E677561676504046E6C020E040632041A68656C706465736B2D6E616D65041048656C706465736B021004064A042468656C706465736B2D74656C6570686F6E65041E2B33312032302031323320343536370212040648042068656C706465736B2D61646472657373042068656C70406578616D706C652E636F6D0214040622041A7072696D6172792D61646D696E04000216');
INSERT INTO "journal" VALUES (2, 'add-server', 20000, 600, 5, 1, 0, NULL, 'lic01', 0, 0, NULL, NULL, X'060002107804FEFFFF7F68040A6C69633031000004106164736B666C65780400040004000200020000020004000200000400040000000000000000000000000202');
INSERT INTO "journal" VALUES (3, 'put-file-away', 20000, 600, 5, 1, 0, NULL, 'lic01', 0, 0, NULL, NULL, X'060002101C028080801002000802C0B8020202');
INSERT INTO "journal" VALUES (4, 'add-computers', 20000, 600, 3, 2, 0, NULL, '', 0, 0, NULL, NULL, X'0600061E4404FE0338040A77732D3031040A77732D3031040A57532D303102000400000000020216FC0204FEFFFF3FB201042477732D3031016175746F6361642032303234040A57532D303104184175746F4341442032303234040E4175746F434144040C61767269657302000200000202040004000400000000000000000004000400020202000000020204FEFFFF3FA601042077732D30310172657669742032303234040A57532D3031041452657669742032303234040A5265766974040C617672696573020002000002020400040004000000000000000000040004000202020000000204202E040E240202040C617672696573040C6176726965730202');
INSERT INTO "journal" VALUES (5, 'state-switched', 20000, 600, 3, 1, 0, NULL, 'WS-01 · Revit 2024', 1, 0, NULL, NULL, X'060002163002808304080200000018020202B0D9BB1B02B0D9BB1B0204');
INSERT INTO "journal" VALUES (6, 'state-informed', 20000, 600, 4, 1, 0, NULL, '', 0, 0, NULL, NULL, X'060002181204020802C0B8020208');
INSERT INTO "journal" VALUES (7, 'add-user', 20000, 600, 1, 1, 0, 1, 'Ann de Vries', 1, 0, NULL, NULL, X'0606086672656500020A67726F75700A50696C6F74020A7573657273023002020606000202');
INSERT INTO "journal" VALUES (8, 'add-user', 20000, 600, 1, 1, 0, 2, 'Bram Jansen', 1, 0, NULL, NULL, X'0606086672656500020A67726F75700C576176652031020A7573657273023002020606000402');
INSERT INTO "journal" VALUES (9, 'import-users', 20000, 600, 1, 2, 0, NULL, '', 0, 0, NULL, NULL, X'0604086672656500040A7573657273023004020606000604');
INSERT INTO "journal" VALUES (10, 'hand-over', 20000, 600, 1, 2, 0, NULL, '1', 0, 0, NULL, NULL, X'0602086672656500030404140202040204040200020206160280080200040202040202');
INSERT INTO "journal" VALUES (11, 'state-hand-over', 20000, 600, 1, 2, 0, NULL, '1', 0, 0, NULL, NULL, X'06060C7374617465640A3230303030040A75736572730230030A757365727302310404041E0206060200000C020202C0B8020202062E02809401080200000014020202C0B80202C0B802040202');
INSERT INTO "journal" VALUES (12, 'edit-user', 20000, 600, 1, 1, 0, 2, 'Abraham Jansen', 1, 0, NULL, NULL, X'0608086672656500020C7374617465640A3230303030010A75736572730230020A757365727302310102068A0102829D013E04084272616D04166A616E73656E016272616D0202020202C0B80202C0B8023C040E4162726168616D041C6A616E73656E016162726168616D02000000000204');
INSERT INTO "journal" VALUES (13, 'remove-users', 20000, 600, 1, 1, 0, 3, 'Chloé Özdemir', 1, 1, 20000, 600, X'0604086672656500010A75736572730230010206160280200402000402020206');
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
INSERT INTO "mapping" VALUES ('naam;mail', 'last-name;address');
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
INSERT INTO "licence_server" VALUES (1, 'lic01', NULL, NULL, 'adskflex', '', '', '', 0, 0, NULL, 0, '', 0, NULL, '', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 20000, NULL, NULL);
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
CREATE TABLE step_statement (
  id INTEGER NOT NULL PRIMARY KEY,
  day INTEGER NOT NULL
);
INSERT INTO "step_statement" VALUES (4, 20000);
CREATE TABLE portal_seat (
  evidence INTEGER NOT NULL,
  position INTEGER NOT NULL,
  offering TEXT NOT NULL,
  PRIMARY KEY (evidence, position, offering)
) WITHOUT ROWID;
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
CREATE TABLE identity (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL,
  state INTEGER NOT NULL,
  before INTEGER NOT NULL,
  journal INTEGER NOT NULL
);
INSERT INTO "identity" VALUES (1, 8896184600597714008, -5042424530635714438, 1684346585763105360, 2684786365);
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
INSERT INTO "setting" VALUES (1, 'organisation', 'Hogwarts');
INSERT INTO "setting" VALUES (2, 'team', 'harrypotter switch - 9231');
INSERT INTO "setting" VALUES (3, 'start-date', '2027-01-31');
INSERT INTO "setting" VALUES (4, 'single-user-licences', 'no');
INSERT INTO "setting" VALUES (5, 'directory', 'none');
INSERT INTO "setting" VALUES (6, 'role', 'secondary-admin');
INSERT INTO "setting" VALUES (7, 'language', 'nl');
INSERT INTO "setting" VALUES (8, 'helpdesk-name', 'Helpdesk');
INSERT INTO "setting" VALUES (9, 'helpdesk-telephone', '+31 20 123 4567');
INSERT INTO "setting" VALUES (10, 'helpdesk-address', 'help@example.com');
INSERT INTO "setting" VALUES (11, 'primary-admin', '');
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
INSERT INTO "computer" VALUES (1, 'ws-01', 'ws-01', 'WS-01', 0, '', NULL, NULL, NULL);
CREATE TABLE computer_person (
  id INTEGER NOT NULL PRIMARY KEY,
  computer INTEGER NOT NULL,
  login_key TEXT NOT NULL,
  login TEXT NOT NULL,
  UNIQUE (computer, login_key)
);
INSERT INTO "computer_person" VALUES (1, 1, 'avries', 'avries');
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
INSERT INTO "installation" VALUES (1, 'ws-01autocad 2024', 'WS-01', 'AutoCAD 2024', 'AutoCAD', 'avries', 0, 0, NULL, 1, '', '', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '', 1, 0, NULL, NULL);
INSERT INTO "installation" VALUES (2, 'ws-01revit 2024', 'WS-01', 'Revit 2024', 'Revit', 'avries', 0, 1, 28800600, 1, '', '', '', NULL, NULL, NULL, 28800600, NULL, NULL, NULL, NULL, '', '', 1, 0, NULL, NULL);
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
CREATE INDEX portal_person_by_address ON portal_person (address_key);
CREATE INDEX assignment_by_old_address ON assignment (product)
  WHERE shelved = 0 AND old_address IS NOT NULL;
CREATE INDEX network_use_last ON network_use (server, last_used) WHERE shelved = 0;
CREATE INDEX licence_document_by_server ON licence_document (server);
CREATE INDEX document_holding_by_document ON document_holding (document);
CREATE INDEX computer_by_short_key ON computer (short_key);
CREATE INDEX installation_by_standing ON installation (listed, standing);
CREATE INDEX installation_by_computer ON installation (computer_id);
CREATE INDEX installation_by_hand_over ON installation (hand_over)
  WHERE hand_over IS NOT NULL;
CREATE INDEX notice_by_hand_over ON notice (hand_over) WHERE hand_over IS NOT NULL;
