/**
 * Conflicts of interest that people declared at other desks, apart from our own: whoever declared may have no account here.
 *
 * Those that came down before they were read bar from now on.
 */
export const foreignConflictsMigration = {
  version: 245,
  name: '0245-foreign-conflicts',
  sql: `
CREATE TABLE foreign_conflict (
  uscc TEXT NOT NULL,
  person_id TEXT NOT NULL,
  desk TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('interest', 'paid-services')),
  reason TEXT NOT NULL,
  declared_at TEXT NOT NULL,
  PRIMARY KEY (uscc, person_id, desk)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_of_interest_with ON conflict_of_interest (uscc);

INSERT INTO foreign_conflict (uscc, person_id, desk, kind, reason, declared_at)
  SELECT entry ->> '$.payload.uscc', entry ->> '$.actor', desk,
    CASE entry ->> '$.payload.kind' WHEN 'paid-services' THEN 'paid-services' ELSE 'interest' END,
    entry ->> '$.payload.reason', entry ->> '$.at'
  FROM (SELECT desk, cursor, CASE WHEN json_valid(body ->> '$.body') THEN body ->> '$.body' END AS entry
    FROM pulled WHERE kind = 'entry' AND applied = 0)
  WHERE entry ->> '$.type' = 'conflict.declared' AND json_type(entry, '$.payload.uscc') = 'text'
    AND json_type(entry, '$.payload.reason') = 'text'
  ORDER BY cursor
  ON CONFLICT DO UPDATE SET reason = excluded.reason, kind = excluded.kind;
INSERT OR IGNORE INTO foreign_person (id, desk, name)
  SELECT f.person_id || '@' || f.desk, f.desk, coalesce(p.name, f.person_id)
  FROM foreign_conflict f LEFT JOIN person p ON p.id = f.person_id;
UPDATE pulled SET applied = 1 WHERE kind = 'entry' AND applied = 0
  AND CASE WHEN json_valid(body ->> '$.body') THEN (body ->> '$.body') ->> '$.type' = 'conflict.declared'
    AND EXISTS (SELECT 1 FROM foreign_conflict f WHERE f.uscc = (body ->> '$.body') ->> '$.payload.uscc') ELSE 0 END;
`,
};
