-- What is sealed of a letter: envelope and the very bytes that are sent. In a table of its own, because SQLite writes a whole row
-- anew for each change of the letter's state, and these are large.
CREATE TABLE letter_body (
  letter_id INTEGER PRIMARY KEY REFERENCES letter (id) ON DELETE CASCADE,
  sealed    BLOB NOT NULL
);
INSERT INTO letter_body (letter_id, sealed) SELECT id, sealed FROM letter WHERE sealed IS NOT NULL;
ALTER TABLE letter DROP COLUMN sealed;
