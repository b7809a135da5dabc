/** The gram index behind the one search field: normalised text per thing, grams in a contentless FTS table. */
export const searchMigration = {
  version: 70,
  name: '0070-search',
  sql: `
CREATE TABLE search_text (
  rowid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  case_id TEXT,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, ref)
) STRICT;
CREATE VIRTUAL TABLE search_gram USING fts5 (
  grams, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE search_gram_row USING fts5vocab (search_gram, 'row');

CREATE TABLE search_code (
  code TEXT NOT NULL,
  text_rowid INTEGER NOT NULL REFERENCES search_text (rowid),
  PRIMARY KEY (code, text_rowid)
) STRICT, WITHOUT ROWID;
`,
};
