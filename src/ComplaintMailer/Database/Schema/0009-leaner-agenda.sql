-- A new case puts some fifteen rows in the agenda: kept by their key, without a second copy of each.
CREATE TABLE duty_by_key (
  organisation TEXT NOT NULL,
  case_number  TEXT NOT NULL DEFAULT '',
  key          TEXT NOT NULL,
  kind         TEXT NOT NULL,
  due_at       TEXT NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  not_before   TEXT,                      -- after a failure
  PRIMARY KEY (case_number, key, organisation)
) WITHOUT ROWID;
INSERT INTO duty_by_key (organisation, case_number, key, kind, due_at, attempts, not_before)
  SELECT organisation, case_number, key, kind, due_at, attempts, not_before FROM duty;
DROP TABLE duty;
ALTER TABLE duty_by_key RENAME TO duty;
CREATE INDEX duty_due ON duty (organisation, due_at);
-- The unique key on case and number finds the letters of a case as well.
DROP INDEX letter_of_case;
