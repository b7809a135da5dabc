/** Enterprises, cases and the facts that hang on a case. */
export const casesMigration = {
  version: 30,
  name: '0030-cases',
  sql: `
CREATE TABLE enterprise (
  uscc TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  founded_on TEXT,
  division_code TEXT NOT NULL,
  division_name TEXT NOT NULL,
  address TEXT NOT NULL,
  contact TEXT NOT NULL,
  mobile TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_file (
  id TEXT PRIMARY KEY,
  application_no TEXT NOT NULL UNIQUE,
  uscc TEXT NOT NULL REFERENCES enterprise (uscc),
  product_name TEXT NOT NULL,
  category TEXT NOT NULL,
  specification TEXT NOT NULL,
  gtin TEXT,
  food_licence TEXT,
  storage TEXT NOT NULL,
  shelf_life_days INTEGER,
  requested_star INTEGER NOT NULL CHECK (requested_star BETWEEN 1 AND 5),
  referrer_mobile TEXT,
  submitted_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  stage TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 0,
  source_hash TEXT NOT NULL,
  reported TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX case_by_stage ON case_file (stage, due_on, id);
CREATE INDEX case_by_due ON case_file (due_on, id);
CREATE INDEX case_by_enterprise ON case_file (uscc);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  link TEXT,
  title TEXT NOT NULL,
  number TEXT,
  issuer TEXT,
  valid_from TEXT,
  valid_until TEXT,
  reported_check TEXT NOT NULL,
  checked TEXT NOT NULL DEFAULT 'pending' CHECK (checked IN ('pending', 'accepted', 'rejected')),
  checked_by TEXT,
  checked_at TEXT,
  reason TEXT
) STRICT;
CREATE INDEX document_by_case ON document (case_id, position);

CREATE TABLE incident (
  case_id TEXT NOT NULL REFERENCES case_file (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('complaint', 'accident')),
  occurred_on TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'upheld', 'dismissed')),
  grade TEXT CHECK (grade IN ('important', 'minor')),
  summary TEXT NOT NULL,
  PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  superseded INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX finding_by_case ON finding (case_id, kind, subject, superseded);
`,
};
