/** Places with codes of their own, a custody book that says who has what, and stocktakes. */
export const shelvesMigration = {
  version: 100,
  name: '0100-shelves',
  sql: `
CREATE TABLE location (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  storage TEXT CHECK (storage IN ('ambient', 'chilled', 'frozen')),
  retired INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

ALTER TABLE custody ADD COLUMN kind TEXT NOT NULL DEFAULT 'unnamed';
ALTER TABLE custody ADD COLUMN from_location TEXT NOT NULL DEFAULT '';
ALTER TABLE custody ADD COLUMN holder TEXT;
ALTER TABLE custody ADD COLUMN until TEXT;
ALTER TABLE custody ADD COLUMN method TEXT;
ALTER TABLE custody ADD COLUMN witness TEXT;
CREATE INDEX custody_in_order ON custody (sample_id);

CREATE TABLE sample_custody (
  sample_id TEXT PRIMARY KEY REFERENCES sample (id),
  holder TEXT,
  held_since TEXT,
  keep_until TEXT,
  display_until TEXT,
  due_kind TEXT,
  due_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_custody_due ON sample_custody (due_on, sample_id) WHERE due_on IS NOT NULL;
CREATE INDEX sample_custody_held ON sample_custody (held_since, sample_id) WHERE held_since IS NOT NULL;
UPDATE sample SET location = '' WHERE state IN ('returned', 'disposed');
INSERT INTO sample_custody (sample_id) SELECT id FROM sample;
CREATE TRIGGER sample_custody_begins AFTER INSERT ON sample BEGIN INSERT INTO sample_custody (sample_id) VALUES (NEW.id); END;
CREATE INDEX sample_by_location ON sample (location, barcode);

CREATE TABLE stocktake (
  id TEXT PRIMARY KEY,
  location TEXT NOT NULL,
  started_by TEXT NOT NULL,
  started_at TEXT NOT NULL,
  closed_by TEXT,
  closed_at TEXT
) STRICT;
CREATE INDEX stocktake_by_start ON stocktake (started_at, id);
CREATE TABLE stocktake_line (
  stocktake_id TEXT NOT NULL REFERENCES stocktake (id),
  code TEXT NOT NULL,
  scanned_by TEXT,
  scanned_at TEXT,
  settled_as TEXT,
  note TEXT,
  settled_by TEXT,
  settled_at TEXT,
  PRIMARY KEY (stocktake_id, code)
) STRICT, WITHOUT ROWID;
`,
};
