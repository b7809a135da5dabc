/** Complaints and accidents with who took them in, graded and closed them, for a product or a whole enterprise. */
export const incidentsMigration = {
  version: 190,
  name: '0190-incidents',
  sql: `
CREATE TABLE incident_kept (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  position INTEGER NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('case', 'product', 'enterprise')),
  uscc TEXT NOT NULL REFERENCES enterprise (uscc),
  product_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('complaint', 'accident')),
  occurred_on TEXT NOT NULL,
  received_on TEXT,
  source TEXT NOT NULL,
  summary TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'upheld', 'dismissed')),
  grade TEXT CHECK (grade IN ('important', 'minor')),
  recorded_by TEXT,
  recorded_at TEXT,
  graded_by TEXT,
  graded_at TEXT,
  grade_reason TEXT,
  closed_by TEXT,
  closed_at TEXT,
  close_reason TEXT
) STRICT;
INSERT INTO incident_kept (id, case_id, position, scope, uscc, product_name, kind, occurred_on, source, summary, status, grade)
  SELECT 'incident-' || i.case_id || '-' || i.position, i.case_id, i.position, 'case', c.uscc, c.product_name, i.kind,
    i.occurred_on, 'application', i.summary, i.status, i.grade
  FROM incident i JOIN case_file c ON c.id = i.case_id;
DROP TABLE incident;
ALTER TABLE incident_kept RENAME TO incident;
CREATE INDEX incident_by_case ON incident (case_id, position);
CREATE INDEX incident_by_enterprise ON incident (uscc, scope, product_name);
CREATE INDEX incident_open ON incident (status, occurred_on, id) WHERE status = 'open';
CREATE INDEX incident_ungraded ON incident (status, grade, occurred_on, id) WHERE status = 'upheld' AND grade IS NULL;
CREATE INDEX incident_by_day ON incident (occurred_on, id);
CREATE TRIGGER incident_no_delete BEFORE DELETE ON incident BEGIN SELECT RAISE(ABORT, 'complaints and accidents are kept'); END;
CREATE TRIGGER incident_no_rewrite BEFORE UPDATE OF case_id, scope, uscc, product_name, kind, occurred_on, received_on, source,
  summary, recorded_by, recorded_at ON incident
BEGIN SELECT RAISE(ABORT, 'complaints and accidents are kept as they came'); END;
CREATE TRIGGER incident_count_insert AFTER INSERT ON incident WHEN NEW.status = 'open' BEGIN
  INSERT INTO counter (name, n) VALUES ('incident:open', 1) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER incident_count_update AFTER UPDATE OF status ON incident WHEN OLD.status = 'open' AND NEW.status <> 'open' BEGIN
  INSERT INTO counter (name, n) VALUES ('incident:open', -1) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n;
END;
INSERT INTO counter (name, n) SELECT 'incident:open', count(*) FROM incident WHERE status = 'open' HAVING count(*) > 0;
`,
};
