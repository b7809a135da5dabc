/**
 * Complaints and accidents of other desks: every grading and closing is a row of its own, ours and theirs,
 * so that each desk works out the same state from the platform's order.
 *
 * What was graded or closed before has neither a ledger number nor a cursor here: it counts first, and nothing
 * another desk does rests on it.
 */
export const foreignIncidentsMigration = {
  version: 240,
  name: '0240-foreign-incidents',
  sql: `
ALTER TABLE pulled ADD COLUMN uscc TEXT;
CREATE INDEX pulled_waiting_enterprise ON pulled (uscc, cursor) WHERE applied = 0 AND uscc IS NOT NULL;

ALTER TABLE incident ADD COLUMN told_status TEXT NOT NULL DEFAULT 'open' CHECK (told_status IN ('open', 'upheld', 'dismissed'));
ALTER TABLE incident ADD COLUMN told_grade TEXT CHECK (told_grade IN ('important', 'minor'));
UPDATE incident SET told_status = CASE WHEN closed_by IS NULL THEN status ELSE 'open' END,
  told_grade = CASE WHEN graded_by IS NULL THEN grade END;
CREATE TRIGGER incident_no_retelling BEFORE UPDATE OF told_status, told_grade ON incident
BEGIN SELECT RAISE(ABORT, 'complaints and accidents are kept as they came'); END;
CREATE TRIGGER incident_count_reopened AFTER UPDATE OF status ON incident WHEN OLD.status <> 'open' AND NEW.status = 'open' BEGIN
  INSERT INTO counter (name, n) VALUES ('incident:open', 1) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n;
END;

CREATE TABLE incident_judgement (
  id TEXT PRIMARY KEY,
  incident_id TEXT NOT NULL REFERENCES incident (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('important', 'minor', 'upheld', 'dismissed')),
  reason TEXT NOT NULL,
  judged_by TEXT NOT NULL,
  judged_at TEXT NOT NULL,
  follows TEXT,
  cases TEXT NOT NULL DEFAULT '[]',
  seq INTEGER UNIQUE REFERENCES ledger (seq),
  cursor INTEGER,
  CHECK (seq IS NULL OR cursor IS NULL)
) STRICT;
INSERT INTO incident_judgement (id, incident_id, verdict, reason, judged_by, judged_at)
  SELECT 'graded-' || id, id, grade, coalesce(grade_reason, ''), graded_by, graded_at FROM incident WHERE graded_by IS NOT NULL;
INSERT INTO incident_judgement (id, incident_id, verdict, reason, judged_by, judged_at)
  SELECT 'closed-' || id, id, status, coalesce(close_reason, ''), closed_by, closed_at FROM incident WHERE closed_by IS NOT NULL;
CREATE INDEX incident_judgement_of ON incident_judgement (incident_id);
CREATE TRIGGER incident_judgement_no_delete BEFORE DELETE ON incident_judgement
BEGIN SELECT RAISE(ABORT, 'gradings and closings are kept'); END;
CREATE TRIGGER incident_judgement_no_rewrite BEFORE UPDATE OF id, incident_id, verdict, reason, judged_by, judged_at,
  follows, cases, seq ON incident_judgement
BEGIN SELECT RAISE(ABORT, 'gradings and closings are kept as they were'); END;
`,
};
