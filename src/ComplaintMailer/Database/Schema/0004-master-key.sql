-- By which key all is sealed: a keyed digest, which tells whether a key is the right one and nothing else.
CREATE TABLE master_key (
  only_one BIGINT PRIMARY KEY,
  digest   TEXT NOT NULL
);
