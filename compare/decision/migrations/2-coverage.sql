-- What was there when the coverage was last read, and what has come and gone since
-- it was first read.
CREATE TABLE present (
  what TEXT NOT NULL,
  name TEXT NOT NULL,
  mark TEXT NOT NULL,
  story TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (what, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  how TEXT NOT NULL,
  what TEXT NOT NULL,
  name TEXT NOT NULL,
  story TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
