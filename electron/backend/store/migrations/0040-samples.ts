/** Parcels, samples and the custody book. */
export const samplesMigration = {
  version: 40,
  name: '0040-samples',
  sql: `
CREATE TABLE parcel (
  id TEXT PRIMARY KEY,
  waybill TEXT NOT NULL UNIQUE,
  carrier TEXT,
  case_id TEXT REFERENCES case_file (id),
  state TEXT NOT NULL CHECK (state IN ('announced', 'received', 'orphan')),
  sent_on TEXT,
  batch TEXT NOT NULL DEFAULT '',
  produced_on TEXT,
  quantity TEXT NOT NULL DEFAULT '1',
  unit TEXT NOT NULL DEFAULT '份',
  received_by TEXT,
  received_at TEXT,
  sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX parcel_by_state ON parcel (state, sort_key, id);
CREATE INDEX parcel_by_case ON parcel (case_id);

CREATE TABLE sample (
  id TEXT PRIMARY KEY,
  barcode TEXT NOT NULL UNIQUE,
  serial INTEGER NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  parcel_id TEXT REFERENCES parcel (id),
  batch TEXT NOT NULL,
  produced_on TEXT,
  shelf_life_days INTEGER,
  quantity TEXT NOT NULL,
  unit TEXT NOT NULL,
  condition TEXT NOT NULL,
  storage TEXT NOT NULL,
  location TEXT NOT NULL,
  state TEXT NOT NULL,
  refusal TEXT,
  arrived_on TEXT NOT NULL,
  received_by TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT;
CREATE INDEX sample_by_case ON sample (case_id);
CREATE INDEX sample_by_parcel ON sample (parcel_id);
CREATE INDEX sample_by_serial ON sample (serial);
CREATE INDEX sample_by_received ON sample (received_at, id);

CREATE TABLE custody (
  id TEXT PRIMARY KEY,
  sample_id TEXT NOT NULL REFERENCES sample (id),
  from_state TEXT,
  to_state TEXT NOT NULL,
  location TEXT NOT NULL,
  purpose TEXT NOT NULL,
  moved_by TEXT NOT NULL,
  moved_at TEXT NOT NULL
) STRICT;
CREATE INDEX custody_by_sample ON custody (sample_id, id);
CREATE TRIGGER custody_no_update BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'the custody book is append-only'); END;
CREATE TRIGGER custody_no_delete BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'the custody book is append-only'); END;
`,
};
