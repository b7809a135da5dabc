/** Issued awards (certificate or badge numbers) and the print book. */
export const papersMigration = {
  version: 60,
  name: '0060-papers',
  sql: `
CREATE TABLE award (
  number TEXT PRIMARY KEY,
  serial INTEGER NOT NULL UNIQUE,
  token TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  star INTEGER NOT NULL,
  product_name TEXT NOT NULL,
  specification TEXT NOT NULL,
  enterprise_name TEXT NOT NULL,
  address TEXT NOT NULL,
  uscc TEXT NOT NULL,
  standard_label TEXT NOT NULL,
  authorised_by TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  check_due_on TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  certificate_prints INTEGER NOT NULL DEFAULT 0,
  badge_prints INTEGER NOT NULL DEFAULT 0,
  to_print INTEGER NOT NULL GENERATED ALWAYS AS
    (CASE WHEN badge_prints = 0 OR (star >= 3 AND certificate_prints = 0) THEN 1 ELSE 0 END) STORED
) STRICT;
CREATE INDEX award_by_print ON award (to_print, number);
CREATE INDEX award_by_check ON award (check_due_on);

CREATE TABLE print_line (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('certificate', 'badge', 'label')),
  subject TEXT NOT NULL,
  copy INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  reason TEXT,
  printed_by TEXT NOT NULL,
  printed_at TEXT NOT NULL
) STRICT;
CREATE INDEX print_line_by_subject ON print_line (subject);
CREATE TRIGGER print_line_no_update BEFORE UPDATE ON print_line BEGIN SELECT RAISE(ABORT, 'the print book is append-only'); END;
CREATE TRIGGER print_line_no_delete BEFORE DELETE ON print_line BEGIN SELECT RAISE(ABORT, 'the print book is append-only'); END;
`,
};
