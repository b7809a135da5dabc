/**
 * When an opinion was first open to others, and whether it was given after others of its round had been open.
 *
 * What is here is worked out from the seats and opinions as they stood at each moment: open is a panel of the
 * needed size in which everybody had spoken. The two indexes it takes for that are dropped again.
 */
export const openedOpinionsMigration = {
  version: 270,
  name: '0270-opened-opinions',
  sql: `
ALTER TABLE opinion ADD COLUMN opened_at TEXT;
ALTER TABLE opinion ADD COLUMN after_opening INTEGER NOT NULL DEFAULT 0 CHECK (after_opening IN (0, 1));

CREATE INDEX opening_seat ON panel_seat (case_id, round);
CREATE INDEX opening_opinion ON opinion (case_id, round);
WITH moment AS (
  SELECT case_id, round, given_at AS at FROM opinion
  UNION SELECT case_id, round, released_at FROM panel_seat WHERE released_at IS NOT NULL
), opening AS MATERIALIZED (
  SELECT m.case_id, m.round, m.at FROM moment m
  JOIN review_round r ON r.case_id = m.case_id AND r.round = m.round JOIN case_file c ON c.id = m.case_id
  WHERE (SELECT count(*) FROM panel_seat s WHERE s.case_id = m.case_id AND s.round = m.round AND s.assigned_at <= m.at
      AND (s.released_at IS NULL OR s.released_at > m.at))
    >= coalesce(r.panel_size,
      (SELECT value ->> ('$.panel."' || c.requested_star || '"') FROM fact WHERE name = 'settings.review'),
      CASE WHEN c.requested_star >= 4 THEN 3 WHEN c.requested_star = 3 THEN 2 ELSE 1 END)
    AND NOT EXISTS (SELECT 1 FROM panel_seat s WHERE s.case_id = m.case_id AND s.round = m.round AND s.assigned_at <= m.at
      AND (s.released_at IS NULL OR s.released_at > m.at)
      AND NOT EXISTS (SELECT 1 FROM opinion o WHERE o.case_id = s.case_id AND o.round = s.round AND o.person_id = s.person_id
        AND o.given_at <= m.at AND (o.withdrawn_at IS NULL OR o.withdrawn_at > m.at)))
)
UPDATE opinion SET opened_at = seen.at
FROM (SELECT o.id, min(g.at) AS at FROM opening g JOIN opinion o ON o.case_id = g.case_id AND o.round = g.round
  WHERE g.at >= o.given_at AND (o.withdrawn_at IS NULL OR g.at < o.withdrawn_at) GROUP BY o.id) AS seen
WHERE seen.id = opinion.id;
UPDATE opinion SET after_opening = 1 WHERE EXISTS (SELECT 1 FROM opinion e
  WHERE e.case_id = opinion.case_id AND e.round = opinion.round AND e.opened_at < opinion.given_at);
DROP INDEX opening_seat;
DROP INDEX opening_opinion;

CREATE INDEX opinion_opened ON opinion (case_id, round) WHERE opened_at IS NOT NULL;
CREATE TRIGGER opinion_stays_open BEFORE UPDATE OF opened_at, after_opening ON opinion
WHEN OLD.opened_at IS NOT NULL OR NEW.after_opening <> OLD.after_opening
BEGIN SELECT RAISE(ABORT, 'what others have read of an opinion stays known'); END;
`,
};
