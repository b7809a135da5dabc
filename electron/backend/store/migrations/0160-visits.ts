const kept = (table: string, what: string): string => `
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${what}'); END;`;

/** On-site visits: who went when, what was answered and by whom, corrective actions, signatures, struck photos. */
export const visitsMigration = {
  version: 160,
  name: '0160-visits',
  sql: `
CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  star INTEGER NOT NULL,
  planned_on TEXT NOT NULL,
  lead TEXT NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'under-way', 'closed', 'cancelled')),
  version INTEGER NOT NULL DEFAULT 0,
  planned_by TEXT NOT NULL,
  planned_at TEXT NOT NULL,
  started_by TEXT,
  started_at TEXT,
  checklist TEXT,
  closed_by TEXT,
  closed_at TEXT,
  closed_hash TEXT,
  cancelled_by TEXT,
  cancelled_at TEXT,
  cancel_reason TEXT,
  open_actions INTEGER NOT NULL DEFAULT 0,
  next_due_on TEXT
) STRICT;
CREATE INDEX visit_by_state ON visit (state, planned_on, id);
CREATE INDEX visit_by_case ON visit (case_id, id);
CREATE INDEX visit_by_due ON visit (next_due_on, id) WHERE next_due_on IS NOT NULL;
CREATE UNIQUE INDEX visit_one_open ON visit (case_id) WHERE state IN ('planned', 'under-way');

CREATE TABLE visit_member (
  visit_id TEXT NOT NULL REFERENCES visit (id),
  person_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (visit_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit_fact (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  value TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  superseded INTEGER NOT NULL DEFAULT 0,
  at_version INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_fact_by_visit ON visit_fact (visit_id, kind, subject);
CREATE TRIGGER visit_fact_no_rewrite BEFORE UPDATE OF visit_id, kind, subject, value, recorded_by, recorded_at ON visit_fact
BEGIN SELECT RAISE(ABORT, 'what was recorded on a visit stays'); END;
${kept('visit_fact', 'what was recorded on a visit stays')}

CREATE TABLE visit_corrective (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id),
  line TEXT NOT NULL,
  what TEXT NOT NULL,
  due_on TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL,
  closed_by TEXT,
  closed_at TEXT,
  evidence TEXT
) STRICT;
CREATE INDEX visit_corrective_by_visit ON visit_corrective (visit_id, due_on, id);
${kept('visit_corrective', 'corrective actions stay')}

CREATE TABLE visit_signature (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visit (id),
  signer TEXT NOT NULL,
  name TEXT NOT NULL,
  position TEXT,
  strokes TEXT NOT NULL,
  facts_hash TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  signed_at TEXT NOT NULL
) STRICT;
CREATE INDEX visit_signature_by_visit ON visit_signature (visit_id, signer);
CREATE TRIGGER visit_signature_no_rewrite BEFORE UPDATE ON visit_signature BEGIN SELECT RAISE(ABORT, 'signatures stay as they were given'); END;
${kept('visit_signature', 'signatures stay as they were given')}
`,
};
