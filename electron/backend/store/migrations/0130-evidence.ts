/** Where facts come from, who has had to do with a case, and files attached to evidence. */
export const evidenceMigration = {
  version: 130,
  name: '0130-evidence',
  sql: `
ALTER TABLE finding ADD COLUMN source TEXT NOT NULL DEFAULT '{"kind":"hand"}';

CREATE TABLE case_touch (
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL,
  touch TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (case_id, person_id, touch)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO case_touch
  SELECT case_id, recorded_by, 'recorded-evidence', min(recorded_at) FROM finding GROUP BY case_id, recorded_by;
INSERT OR IGNORE INTO case_touch
  SELECT d.case_id, l.actor, 'recorded-evidence', min(l.at) FROM document d JOIN ledger l ON l.entity_id = d.id
  WHERE l.type = 'document.checked' GROUP BY d.case_id, l.actor;
INSERT OR IGNORE INTO case_touch SELECT case_id, person_id, 'gave-opinion', given_at FROM opinion;
INSERT OR IGNORE INTO case_touch SELECT case_id, decided_by, 'decided', decided_at FROM decision;
CREATE TRIGGER case_touch_no_delete BEFORE DELETE ON case_touch BEGIN SELECT RAISE(ABORT, 'who had to do with a case stays known'); END;
CREATE TRIGGER case_touch_no_rewrite BEFORE UPDATE ON case_touch BEGIN SELECT RAISE(ABORT, 'who had to do with a case stays known'); END;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  owner_kind TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  slot TEXT NOT NULL,
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  taken_at TEXT,
  latitude TEXT,
  longitude TEXT,
  kept_by TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_by_owner ON attachment (owner_kind, owner_id, slot, position);
CREATE INDEX attachment_by_case ON attachment (case_id, owner_kind, owner_id);
CREATE TRIGGER attachment_no_rewrite BEFORE UPDATE OF case_id, owner_kind, owner_id, sha256, name, media_type, bytes, kept_by, kept_at ON attachment
BEGIN SELECT RAISE(ABORT, 'attached files are kept as they came'); END;
`,
};
