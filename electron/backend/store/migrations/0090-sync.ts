/** What came down from the platform: the stream of other desks' entries and applications, kept raw. */
export const syncMigration = {
  version: 90,
  name: '0090-sync',
  sql: `
CREATE TABLE pulled (
  cursor INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  desk TEXT NOT NULL,
  body TEXT NOT NULL,
  applied INTEGER NOT NULL
) STRICT;
`,
};
