-- What is sealed of a mail: its very bytes, in pieces, so that a large one is never held as a whole more often than once. In a table of
-- its own, because SQLite writes a whole row anew for each change of what became of the mail.
CREATE TABLE mail_piece (
  mail_id INTEGER NOT NULL REFERENCES raw_mail (id) ON DELETE CASCADE,
  seq     INTEGER NOT NULL,
  sealed  BLOB NOT NULL,
  PRIMARY KEY (mail_id, seq)
);
INSERT INTO mail_piece (mail_id, seq, sealed) SELECT id, 0, sealed FROM raw_mail WHERE sealed IS NOT NULL;
ALTER TABLE raw_mail DROP COLUMN sealed;
