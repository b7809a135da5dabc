/** Files by their hash: whole ones, for every desk, and unfinished ones, each desk's own. */
export const blobs = {
  number: 20,
  name: 'blobs',
  sql: `
CREATE TABLE blob (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL,
  desk text NOT NULL REFERENCES desk,
  held_since timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE blob_chunk (
  sha256 text NOT NULL REFERENCES blob,
  index integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (sha256, index)
);
ALTER TABLE blob_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE staged_chunk (
  desk text NOT NULL REFERENCES desk,
  sha256 text NOT NULL,
  index integer NOT NULL,
  bytes integer NOT NULL,
  content bytea NOT NULL,
  staged_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (desk, sha256, index)
);
ALTER TABLE staged_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX staged_chunk_age ON staged_chunk (staged_at);
`,
};
