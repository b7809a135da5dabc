/** What a document's check found point by point, papers that replace others, returns to the applicant, and messages. */
export const messagesMigration = {
  version: 120,
  name: '0120-messages',
  sql: `
ALTER TABLE document ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE document ADD COLUMN reason_code TEXT;
ALTER TABLE document ADD COLUMN replaces TEXT REFERENCES document (id);
ALTER TABLE document ADD COLUMN arrived_at TEXT;

CREATE TABLE message (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  template TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  prepared_by TEXT NOT NULL,
  prepared_at TEXT NOT NULL,
  ledger_seq INTEGER NOT NULL,
  withdrawn_by TEXT,
  withdrawn_at TEXT,
  withdrawn_reason TEXT
) STRICT;
CREATE INDEX message_by_case ON message (case_id, id);

CREATE TABLE case_return (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  message_id TEXT NOT NULL REFERENCES message (id),
  wanted TEXT NOT NULL,
  returned_by TEXT NOT NULL,
  returned_at TEXT NOT NULL,
  resubmitted_at TEXT,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX return_by_case ON case_return (case_id, id);
CREATE UNIQUE INDEX return_by_message ON case_return (message_id);
`,
};
