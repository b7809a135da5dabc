/** Finds an entry's place in the stream, which its verdict names. */
export const entryCursor = {
  number: 40,
  name: 'entry-cursor',
  sql: `
CREATE INDEX event_entry ON event (desk, seq) INCLUDE (cursor) WHERE seq IS NOT NULL;
`,
};
