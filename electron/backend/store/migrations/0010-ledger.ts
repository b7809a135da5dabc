/** Facts about the workspace, the record of migrations, and the hash-chained ledger with its outbox. */
export const ledgerMigration = {
  version: 10,
  name: '0010-ledger',
  sql: `
CREATE TABLE migration (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  checksum TEXT NOT NULL
) STRICT;

CREATE TABLE fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  type TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  body TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_by_entity ON ledger (entity_id, seq);
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY REFERENCES ledger (seq),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'conflict', 'quarantined', 'parked', 'settled')),
  reason TEXT,
  settled_at TEXT
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, seq);
`,
};
