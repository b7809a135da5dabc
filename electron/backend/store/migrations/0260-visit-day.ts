/**
 * The day of a visit is the one it was begun on; the planned day stays beside it.
 *
 * Visits begun before this keep the planned day, because their signatures cover it.
 */
export const visitDayMigration = {
  version: 260,
  name: '0260-visit-day',
  sql: `
ALTER TABLE visit ADD COLUMN begun_on TEXT;
ALTER TABLE visit ADD COLUMN day TEXT GENERATED ALWAYS AS (coalesce(begun_on, planned_on)) VIRTUAL;
DROP INDEX visit_by_state;
CREATE INDEX visit_by_day ON visit (state, day, id);
`,
};
