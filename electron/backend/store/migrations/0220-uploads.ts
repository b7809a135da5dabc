const bump = (name: string, by: string): string =>
  `INSERT INTO counter (name, n) VALUES ('${name}', ${by}) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n;`;

/** Files struck out, and the queue of files on their way to the platform: one row for each that the ledger names. */
export const uploadsMigration = {
  version: 220,
  name: '0220-uploads',
  sql: `
ALTER TABLE attachment ADD COLUMN struck_by TEXT;
ALTER TABLE attachment ADD COLUMN struck_at TEXT;
ALTER TABLE attachment ADD COLUMN struck_reason TEXT;
CREATE INDEX attachment_by_sha256 ON attachment (sha256);
CREATE INDEX photo_by_sha256 ON photo (sha256);
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'attached files are kept'); END;
CREATE TRIGGER attachment_struck_once BEFORE UPDATE OF struck_by, struck_at, struck_reason ON attachment WHEN OLD.struck_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a file that was struck out stays so'); END;

CREATE TABLE upload (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'problem')),
  problem TEXT,
  changed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_by_state ON upload (state, sha256);
CREATE TRIGGER upload_count_insert AFTER INSERT ON upload WHEN NEW.state = 'waiting' BEGIN
  ${bump('upload:waiting', '1')}
  ${bump('upload:waiting-bytes', 'NEW.bytes')}
END;
CREATE TRIGGER upload_count_update AFTER UPDATE OF state, bytes ON upload BEGIN
  ${bump('upload:waiting', "(NEW.state = 'waiting') - (OLD.state = 'waiting')")}
  ${bump('upload:waiting-bytes', "(NEW.state = 'waiting') * NEW.bytes - (OLD.state = 'waiting') * OLD.bytes")}
END;
INSERT INTO upload (sha256, bytes)
  SELECT b.value, coalesce((SELECT bytes FROM attachment a WHERE a.sha256 = b.value), (SELECT bytes FROM photo p WHERE p.sha256 = b.value), 0)
  FROM ledger l, json_each(l.body, '$.blobs') b GROUP BY b.value;
`,
};
