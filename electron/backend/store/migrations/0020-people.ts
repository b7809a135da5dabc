/** Accounts and declared conflicts of interest. */
export const peopleMigration = {
  version: 20,
  name: '0020-people',
  sql: `
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE conflict_of_interest (
  person_id TEXT NOT NULL REFERENCES person (id),
  uscc TEXT NOT NULL,
  reason TEXT NOT NULL,
  declared_at TEXT NOT NULL,
  PRIMARY KEY (person_id, uscc)
) STRICT, WITHOUT ROWID;
`,
};
