-- Plain columns hold dates, codes and states only. Whatever says something of a person is in a column named sealed…:
-- AES-256-GCM under a data key, itself wrapped by the master key. Instants are UTC text, so text order is time order.

-- One row a mail and a case. Destroying the row destroys all that was sealed under it.
CREATE TABLE data_key (
  id      INTEGER PRIMARY KEY,
  wrapped BLOB NOT NULL
);

CREATE TABLE raw_mail (
  id           INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  mailbox      TEXT NOT NULL,
  item         TEXT NOT NULL,             -- its name in the mailbox
  digest       TEXT NOT NULL,             -- of all its bytes; keyed, so that it tells nothing of the content
  twin         TEXT,                      -- of what a person wrote in it: the same for a copy that came by another way
  size         INTEGER NOT NULL,
  taken_in_at  TEXT NOT NULL,             -- when our mail server took it in: day zero follows from it
  kept_at      TEXT NOT NULL,
  key_id       INTEGER,                   -- null once destroyed
  sealed       BLOB,
  attempts     INTEGER NOT NULL DEFAULT 0,
  disposition  TEXT,                      -- exactly one, once handled
  case_number  TEXT,
  listed_at    TEXT,                      -- when the coordinator was told, for what lies in quarantine
  UNIQUE (mailbox, digest)
);
CREATE INDEX raw_mail_open ON raw_mail (mailbox, id) WHERE disposition IS NULL;
CREATE INDEX raw_mail_twin ON raw_mail (organisation, twin);
CREATE INDEX raw_mail_case ON raw_mail (case_number);

-- The same bytes met again in the mailbox, under another name.
CREATE TABLE sighting (
  mailbox TEXT NOT NULL,
  item    TEXT NOT NULL,
  mail_id INTEGER NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (mailbox, item)
);

-- How far a mailbox has been read, and whether it can be.
CREATE TABLE mailbox_mark (
  mailbox    TEXT PRIMARY KEY,
  validity   INTEGER,
  uid        INTEGER,
  polled_at  TEXT,                        -- the last time all went well
  failing_at TEXT                         -- since when it has not
);

CREATE TABLE complaint (
  number       TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  regulation   TEXT NOT NULL,
  version      TEXT NOT NULL,             -- of the regulation's pack: a case keeps the one it began under
  key_id       INTEGER,                   -- null once destroyed
  events       INTEGER NOT NULL,
  head         TEXT NOT NULL,             -- hash of the last event
  kind         TEXT NOT NULL,
  stage        TEXT NOT NULL,
  outcome      TEXT,
  received_at  TEXT NOT NULL,
  filed_on     TEXT NOT NULL,
  closed_on    TEXT,
  handler      TEXT,
  location     TEXT,
  service      TEXT,
  final_due    TEXT,
  keep_until   TEXT,
  sealed_thread BLOB                      -- Message-IDs of the complainant's mails, for threading
);
CREATE INDEX complaint_by_organisation ON complaint (organisation, filed_on);

-- Counts that only go up: case numbers, letters outside cases.
CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  last INTEGER NOT NULL
);

-- The dossier. Rows are added, never changed.
CREATE TABLE event (
  case_number TEXT NOT NULL REFERENCES complaint (number),
  seq         INTEGER NOT NULL,
  at          TEXT NOT NULL,
  kind        TEXT NOT NULL,
  sealed      BLOB NOT NULL,
  hash        TEXT NOT NULL,              -- of this event and the hash before it
  PRIMARY KEY (case_number, seq)
);

CREATE TABLE letter (
  id           INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  case_number  TEXT REFERENCES complaint (number),
  number       INTEGER NOT NULL,          -- within its case
  kind         TEXT NOT NULL,
  party        TEXT NOT NULL,
  message_id   TEXT NOT NULL UNIQUE,
  made_at      TEXT NOT NULL,
  state        TEXT NOT NULL,             -- queued, waiting, bundled, sending, sent, failed, suppressed
  gate         TEXT NOT NULL,             -- whose limits hold: answer, staff, or person (somebody of ours chose to send it)
  address      TEXT,                      -- keyed digests, for the limits
  domain       TEXT,
  sha256       TEXT NOT NULL,             -- of the bytes as sent
  key_id       INTEGER,
  sealed       BLOB,                      -- envelope and the very bytes that are sent
  UNIQUE (case_number, number)
);
CREATE INDEX letter_of_case ON letter (case_number);

-- Letters on their way, and what came of them.
CREATE TABLE delivery (
  letter_id     INTEGER PRIMARY KEY REFERENCES letter (id),
  organisation  TEXT NOT NULL,
  attempts      INTEGER NOT NULL DEFAULT 0,
  next_at       TEXT,                     -- null: nothing more will be tried
  claimed_by    TEXT,
  settled_at    TEXT,
  sealed_answer BLOB                      -- what the server said last
);
CREATE INDEX delivery_due ON delivery (organisation, next_at) WHERE next_at IS NOT NULL;

-- How many letters went to an address or a domain, by periods of five minutes: for the limits.
CREATE TABLE passage (
  name    TEXT NOT NULL,                  -- keyed digest
  slot    INTEGER NOT NULL,
  letters INTEGER NOT NULL,
  PRIMARY KEY (name, slot)
);

-- The agenda: whatever time brings. An empty case number: something of the organisation itself.
CREATE TABLE duty (
  organisation TEXT NOT NULL,
  case_number  TEXT NOT NULL DEFAULT '',
  key          TEXT NOT NULL,
  kind         TEXT NOT NULL,
  due_at       TEXT NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  not_before   TEXT,                      -- after a failure
  PRIMARY KEY (case_number, key, organisation)
);
CREATE INDEX duty_due ON duty (organisation, due_at);

-- Trouble that people have been told of, so that they are told once.
CREATE TABLE alarm (
  name       TEXT PRIMARY KEY,
  organisation TEXT NOT NULL,
  since      TEXT NOT NULL,
  told_at    TEXT
);
