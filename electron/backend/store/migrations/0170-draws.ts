/** Draws of spot checks: what each was made from, and which cases were in it. */
export const drawsMigration = {
  version: 170,
  name: '0170-draws',
  sql: `
CREATE TABLE draw (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  seed TEXT NOT NULL,
  share_percent INTEGER NOT NULL,
  algorithm TEXT NOT NULL,
  cases TEXT NOT NULL,
  selected TEXT NOT NULL,
  case_count INTEGER NOT NULL,
  selected_count INTEGER NOT NULL,
  drawn_by TEXT NOT NULL,
  drawn_at TEXT NOT NULL
) STRICT;
CREATE INDEX draw_by_time ON draw (drawn_at, id);

CREATE TABLE case_draw (
  case_id TEXT PRIMARY KEY REFERENCES case_file (id),
  draw_id TEXT NOT NULL REFERENCES draw (id),
  selected INTEGER NOT NULL CHECK (selected IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX case_draw_by_draw ON case_draw (draw_id, case_id);

CREATE TRIGGER draw_no_rewrite BEFORE UPDATE ON draw BEGIN SELECT RAISE(ABORT, 'a draw stays as it came out'); END;
CREATE TRIGGER draw_no_delete BEFORE DELETE ON draw BEGIN SELECT RAISE(ABORT, 'a draw stays as it came out'); END;
CREATE TRIGGER case_draw_no_rewrite BEFORE UPDATE ON case_draw BEGIN SELECT RAISE(ABORT, 'a draw stays as it came out'); END;
CREATE TRIGGER case_draw_no_delete BEFORE DELETE ON case_draw BEGIN SELECT RAISE(ABORT, 'a draw stays as it came out'); END;
`,
};
