/** Evidence that came from other desks: who recorded it there, its sheets, and files still to be fetched. */
export const foreignEvidenceMigration = {
  version: 230,
  name: '0230-foreign-evidence',
  sql: `
ALTER TABLE pulled ADD COLUMN case_id TEXT;
CREATE INDEX pulled_waiting ON pulled (case_id, cursor) WHERE applied = 0 AND case_id IS NOT NULL;
ALTER TABLE attachment ADD COLUMN desk TEXT;

CREATE TABLE foreign_person (
  id TEXT PRIMARY KEY,
  desk TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE foreign_evidence (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  desk TEXT NOT NULL,
  cursor INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE download (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'here', 'problem')),
  problem TEXT,
  changed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX download_by_state ON download (state, sha256);
`,
};
