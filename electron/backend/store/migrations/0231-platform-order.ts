/** The place in the platform's stream that an own entry was given: what comes after what, for every desk alike. */
export const platformOrderMigration = {
  version: 231,
  name: '0231-platform-order',
  sql: `
ALTER TABLE outbox ADD COLUMN cursor INTEGER;
`,
};
