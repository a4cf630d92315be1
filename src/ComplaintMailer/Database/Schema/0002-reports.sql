-- What figures are made of: codes and dates, one row a case. The row stays when the file of the case is destroyed; then only
-- its tie to the case's number is cut.
CREATE TABLE case_fact (
  id                TEXT PRIMARY KEY,       -- chance: it tells nothing
  case_number       TEXT UNIQUE,            -- null once the file is destroyed
  organisation      TEXT NOT NULL,
  regulation        TEXT NOT NULL,
  kind              TEXT NOT NULL,
  stage             TEXT NOT NULL,
  outcome           TEXT,
  filed_on          TEXT NOT NULL,
  decided_on        TEXT,
  closed_on         TEXT,
  long_open         BIGINT NOT NULL,        -- 1: open, or closed more than a year after it was filed
  channel           TEXT NOT NULL,
  location          TEXT,
  service           TEXT,
  natures           TEXT NOT NULL,          -- codes with commas between, in order
  concerns          TEXT,
  late              BIGINT NOT NULL,
  verdict           TEXT,
  measures          BIGINT NOT NULL,
  measures_done     BIGINT NOT NULL,
  measure_scopes    TEXT NOT NULL,
  extended          BIGINT NOT NULL,
  objection         BIGINT NOT NULL,
  external_body     TEXT,
  external_on       TEXT,
  external_ruling   TEXT,
  external_ruled_on TEXT,
  external_binding  BIGINT,
  signals           TEXT NOT NULL,
  open_signals      BIGINT NOT NULL,
  terms             TEXT NOT NULL,          -- kind:from:due:state:met with semicolons between
  bounced           BIGINT NOT NULL
);

-- A report reads the cases of its period through these, however many there are in the register. The first holds all that
-- counts over earlier periods ask for, so that those need not look further.
CREATE INDEX case_fact_filed ON case_fact (organisation, filed_on, kind, closed_on, outcome, service, location, natures);
CREATE INDEX case_fact_decided ON case_fact (organisation, decided_on, kind, outcome, service) WHERE verdict IS NOT NULL;
CREATE INDEX case_fact_long ON case_fact (organisation, filed_on) WHERE long_open = 1;
CREATE INDEX case_fact_external ON case_fact (organisation, external_on) WHERE external_on IS NOT NULL;
CREATE INDEX case_fact_ruled ON case_fact (organisation, external_ruled_on) WHERE external_ruled_on IS NOT NULL;

-- Reports as they were made. What was made over a closed period stays as it is; a correction is a further revision. Figures
-- name nobody, and what a person writes with them is written to be published.
CREATE TABLE made_report (
  id           BIGINT PRIMARY KEY,
  organisation TEXT NOT NULL,
  kind         TEXT NOT NULL,
  period       TEXT NOT NULL,               -- 2026, 2026-Q1, 2026-W07 …
  period_from  TEXT NOT NULL,
  period_to    TEXT NOT NULL,
  revision     BIGINT NOT NULL,
  state        TEXT NOT NULL,               -- draft: waits for a person; issued
  made_at      TEXT NOT NULL,
  issued_at    TEXT,
  issued_by    TEXT,                        -- key of a person
  sent_at      TEXT,
  digest       TEXT NOT NULL,               -- of the figures
  figures      TEXT NOT NULL,
  written      TEXT NOT NULL,               -- what people wrote with it
  UNIQUE (organisation, kind, period, revision)
);
CREATE INDEX made_report_period ON made_report (organisation, period_to, period_from);
