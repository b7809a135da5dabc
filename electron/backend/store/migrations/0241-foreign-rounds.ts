/** An appeal may give way to a round that another desk had opened before; it is kept, and its round hears the other. */
export const foreignRoundsMigration = {
  version: 241,
  name: '0241-foreign-rounds',
  sql: `
ALTER TABLE appeal ADD COLUMN gave_way_at TEXT;
DROP INDEX appeal_by_round;
CREATE UNIQUE INDEX appeal_by_round ON appeal (case_id, round) WHERE gave_way_at IS NULL;
DROP INDEX appeal_open;
CREATE INDEX appeal_open ON appeal (case_id) WHERE outcome IS NULL AND gave_way_at IS NULL;
`,
};
