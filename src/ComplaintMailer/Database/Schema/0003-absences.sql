-- Who of our people is away: keys of the configuration and dates, nothing else. A later row on a person takes the place of an earlier one.
CREATE TABLE absence (
  organisation TEXT NOT NULL,
  person       TEXT NOT NULL,
  told_at      TEXT NOT NULL,
  from_on      TEXT,
  until_on     TEXT,
  deputy       TEXT,
  PRIMARY KEY (organisation, person)
);
