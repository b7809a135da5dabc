/** Notes pinned to pages of attached files. */
export const notesMigration = {
  version: 210,
  name: '0210-notes',
  sql: `
CREATE TABLE note (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  page INTEGER NOT NULL,
  x INTEGER NOT NULL,
  y INTEGER NOT NULL,
  text TEXT NOT NULL,
  sealed INTEGER NOT NULL,
  pinned_by TEXT NOT NULL,
  pinned_at TEXT NOT NULL,
  struck_at TEXT
) STRICT;
CREATE INDEX note_by_case ON note (case_id, attachment_id, page, y) WHERE struck_at IS NULL;
CREATE TRIGGER note_no_delete BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'a note is taken off, never deleted'); END;
CREATE TRIGGER note_no_rewrite BEFORE UPDATE OF case_id, attachment_id, page, x, y, text, sealed, pinned_by, pinned_at ON note
BEGIN SELECT RAISE(ABORT, 'a note stays as it was pinned'); END;
`,
};
