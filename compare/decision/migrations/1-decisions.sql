-- A row for every time that somebody decided. Rows are added and never changed: the
-- one of the highest version is in force, the others are its history.
CREATE TABLE decision (
  finding TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  choice TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL,
  claim TEXT NOT NULL,
  rating TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  undoes INTEGER NOT NULL,
  known TEXT NOT NULL,
  PRIMARY KEY (finding, version)
) STRICT, WITHOUT ROWID;
