/** Experts' opinions, decisions with the dossier and verdict they rest on, and applicants' consent. */
export const decisionsMigration = {
  version: 50,
  name: '0050-decisions',
  sql: `
CREATE TABLE opinion (
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL,
  star INTEGER NOT NULL,
  text TEXT NOT NULL,
  given_at TEXT NOT NULL,
  PRIMARY KEY (case_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE standard (
  sha256 TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('grant', 'propose', 'refuse')),
  star INTEGER,
  standard_sha256 TEXT NOT NULL REFERENCES standard (sha256),
  dossier TEXT NOT NULL,
  verdict TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  note TEXT,
  ledger_seq INTEGER NOT NULL REFERENCES ledger (seq),
  consent_agreed INTEGER,
  consent_how TEXT,
  consent_by TEXT,
  consent_at TEXT
) STRICT;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are kept'); END;
CREATE TRIGGER decision_no_rewrite BEFORE UPDATE OF case_id, outcome, star, standard_sha256, dossier, verdict, decided_by, decided_at ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are kept as they were made'); END;
`,
};
