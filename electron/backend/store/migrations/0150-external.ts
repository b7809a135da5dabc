/** Outside bodies with their accreditations, commissions, and the reports that came of them. */
export const externalMigration = {
  version: 150,
  name: '0150-external',
  sql: `
CREATE TABLE external_body (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE external_accreditation (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES external_body (id),
  scheme TEXT NOT NULL,
  number TEXT NOT NULL,
  scope TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX external_accreditation_once ON external_accreditation (body_id, scheme, number, valid_from, valid_until);
CREATE TRIGGER external_accreditation_no_rewrite BEFORE UPDATE ON external_accreditation
BEGIN SELECT RAISE(ABORT, 'a renewed accreditation is a new row'); END;

CREATE TABLE external_commission (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  body_id TEXT NOT NULL REFERENCES external_body (id),
  what TEXT NOT NULL,
  commissioned_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'reported', 'accepted', 'cancelled')),
  commissioned_by TEXT NOT NULL,
  commissioned_at TEXT NOT NULL,
  cancelled_by TEXT,
  cancelled_at TEXT,
  cancelled_reason TEXT
) STRICT;
CREATE INDEX external_commission_by_state ON external_commission (state, due_on, id);
CREATE INDEX external_commission_by_case ON external_commission (case_id, commissioned_at, id);
CREATE UNIQUE INDEX external_commission_one_live ON external_commission (case_id) WHERE state <> 'cancelled';

CREATE TABLE external_report (
  id TEXT PRIMARY KEY,
  commission_id TEXT NOT NULL REFERENCES external_commission (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  body_id TEXT NOT NULL REFERENCES external_body (id),
  number TEXT NOT NULL,
  number_key TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  received_on TEXT NOT NULL,
  amends TEXT REFERENCES external_report (id),
  amend_reason TEXT,
  verdict TEXT NOT NULL,
  verdict_text TEXT,
  state TEXT NOT NULL CHECK (state IN ('checking', 'accepted', 'returned')),
  checklist TEXT NOT NULL,
  answers TEXT NOT NULL DEFAULT '{}',
  plan TEXT,
  results TEXT NOT NULL DEFAULT '[]',
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  concluded_by TEXT,
  concluded_at TEXT,
  concluded_text TEXT
) STRICT;
CREATE INDEX external_report_by_commission ON external_report (commission_id, recorded_at, id);
CREATE UNIQUE INDEX external_report_number ON external_report (body_id, number_key);
CREATE UNIQUE INDEX external_report_amended_once ON external_report (amends) WHERE amends IS NOT NULL;
CREATE TRIGGER external_report_no_rewrite
BEFORE UPDATE OF commission_id, case_id, body_id, number, issued_on, received_on, amends, amend_reason, verdict, verdict_text, checklist, recorded_by, recorded_at
ON external_report BEGIN SELECT RAISE(ABORT, 'a report stays as it came; what is wrong with it is amended'); END;
CREATE TRIGGER external_report_concluded BEFORE UPDATE ON external_report WHEN OLD.state <> 'checking'
BEGIN SELECT RAISE(ABORT, 'a concluded report stays as it is'); END;
CREATE TRIGGER external_report_no_delete BEFORE DELETE ON external_report
BEGIN SELECT RAISE(ABORT, 'reports stay'); END;
`,
};
