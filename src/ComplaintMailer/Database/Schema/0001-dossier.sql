-- Plain columns hold dates, codes and states only. Whatever says something of a person is in a column named sealed:
-- AES-256-GCM under the data key of the case, itself wrapped by the master key. Instants are UTC text, so text order is time order.

CREATE TABLE data_key (
  id        INTEGER PRIMARY KEY,
  wrapped   BLOB NOT NULL
);

CREATE TABLE raw_mail (
  id           INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  mailbox      TEXT NOT NULL,
  item         TEXT NOT NULL,             -- its name in the mailbox
  digest       TEXT NOT NULL,             -- keyed, so that it tells nothing of the content
  taken_in_at  TEXT NOT NULL,             -- when our mail server took it in: day zero follows from it
  kept_at      TEXT NOT NULL,
  key_id       INTEGER NOT NULL REFERENCES data_key (id),
  sealed       BLOB NOT NULL,
  disposition  TEXT,                      -- exactly one, once handled
  case_number  TEXT,
  attempts     INTEGER NOT NULL DEFAULT 0,
  UNIQUE (organisation, digest)
);
CREATE INDEX raw_mail_open ON raw_mail (id) WHERE disposition IS NULL;

CREATE TABLE complaint (
  number        TEXT PRIMARY KEY,
  organisation  TEXT NOT NULL,
  regulation    TEXT NOT NULL,
  version       TEXT NOT NULL,            -- of the regulation's pack: a case keeps the one it began under
  key_id        INTEGER NOT NULL REFERENCES data_key (id),
  events        INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  stage         TEXT NOT NULL,
  outcome       TEXT,
  received_at   TEXT NOT NULL,
  filed_on      TEXT NOT NULL,
  closed_on     TEXT,
  handler       TEXT,
  location      TEXT,
  service       TEXT
);
CREATE INDEX complaint_by_organisation ON complaint (organisation, filed_on);

CREATE TABLE case_counter (
  organisation TEXT NOT NULL,
  year         INTEGER NOT NULL,
  last         INTEGER NOT NULL,
  PRIMARY KEY (organisation, year)
);

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
  case_number TEXT NOT NULL REFERENCES complaint (number),
  id          INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  party       TEXT NOT NULL,
  message_id  TEXT NOT NULL UNIQUE,
  made_at     TEXT NOT NULL,
  state       TEXT NOT NULL,              -- queued, sending, sent, failed, bounced, suppressed
  sealed      BLOB NOT NULL,              -- envelope and the very bytes that are sent
  PRIMARY KEY (case_number, id)
);

CREATE TABLE delivery (
  case_number TEXT NOT NULL,
  letter_id   INTEGER NOT NULL,
  attempts    INTEGER NOT NULL DEFAULT 0,
  next_at     TEXT NOT NULL,
  sent_at     TEXT,
  sha256      TEXT NOT NULL,
  PRIMARY KEY (case_number, letter_id),
  FOREIGN KEY (case_number, letter_id) REFERENCES letter (case_number, id)
);
CREATE INDEX delivery_due ON delivery (next_at) WHERE sent_at IS NULL;

CREATE TABLE duty (
  case_number TEXT NOT NULL REFERENCES complaint (number),
  key         TEXT NOT NULL,
  kind        TEXT NOT NULL,
  due_at      TEXT NOT NULL,
  PRIMARY KEY (case_number, key)
);
CREATE INDEX duty_due ON duty (due_at);

CREATE TABLE known_sender (
  case_number TEXT NOT NULL REFERENCES complaint (number),
  address     TEXT NOT NULL,              -- keyed digest of an address
  party       TEXT NOT NULL,
  PRIMARY KEY (case_number, address)
);
