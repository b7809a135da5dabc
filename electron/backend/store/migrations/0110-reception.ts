/** Parcels that hold samples of several cases, parcels sent back, photos, and samples taken in past their date. */
export const receptionMigration = {
  version: 110,
  name: '0110-reception',
  sql: `
CREATE TABLE parcel_case (
  parcel_id TEXT NOT NULL REFERENCES parcel (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  position INTEGER NOT NULL,
  batch TEXT NOT NULL,
  produced_on TEXT,
  quantity TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (parcel_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parcel_case_by_case ON parcel_case (case_id);
INSERT INTO parcel_case (parcel_id, case_id, position, batch, produced_on, quantity, unit)
  SELECT id, case_id, 0, batch, produced_on, quantity, unit FROM parcel WHERE case_id IS NOT NULL;

ALTER TABLE parcel ADD COLUMN returned_at TEXT;
ALTER TABLE parcel ADD COLUMN return_reason TEXT;
ALTER TABLE sample ADD COLUMN lapsed_reason TEXT;

CREATE TABLE photo (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  parcel_id TEXT NOT NULL REFERENCES parcel (id),
  sample_id TEXT REFERENCES sample (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  kept_by TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX photo_by_parcel ON photo (parcel_id, id);
CREATE INDEX photo_by_sample ON photo (sample_id, id);
CREATE TRIGGER photo_no_delete BEFORE DELETE ON photo BEGIN SELECT RAISE(ABORT, 'photos are kept'); END;
CREATE TRIGGER photo_no_rewrite BEFORE UPDATE OF sha256, parcel_id, name, media_type, bytes, width, height, kept_by, kept_at ON photo
BEGIN SELECT RAISE(ABORT, 'photos are kept as they came'); END;
`,
};
