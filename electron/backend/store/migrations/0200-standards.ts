/** Versions of the star standard: drafts, and those with a day they take effect. */
export const standardsMigration = {
  version: 200,
  name: '0200-standards',
  sql: `
CREATE TABLE standard_version (
  sha256 TEXT PRIMARY KEY REFERENCES standard (sha256),
  file_name TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  effective_from TEXT,
  adopted_by TEXT,
  adopted_at TEXT,
  discarded_at TEXT,
  discarded_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX standard_version_by_day ON standard_version (effective_from)
  WHERE effective_from IS NOT NULL AND discarded_at IS NULL;
CREATE INDEX decision_by_standard ON decision (standard_sha256);
CREATE TRIGGER standard_no_rewrite BEFORE UPDATE ON standard BEGIN SELECT RAISE(ABORT, 'a standard that was kept never changes'); END;
CREATE TRIGGER standard_no_delete BEFORE DELETE ON standard BEGIN SELECT RAISE(ABORT, 'a standard that was kept never goes'); END;
`,
};
