/** Desks and their ledgers, the stream that desks pull, guarded entities, applications and public marks. */
export const desksAndStream = {
  number: 10,
  name: 'desks-and-stream',
  sql: `
CREATE TABLE platform_fact (name text PRIMARY KEY, value text NOT NULL);

CREATE TABLE desk (
  code text PRIMARY KEY CHECK (code ~ '^[0-9]{2}$'),
  name text NOT NULL,
  public_key text NOT NULL,
  enrolled_at timestamptz NOT NULL DEFAULT now(),
  ack bigint NOT NULL DEFAULT 0,
  head text NOT NULL DEFAULT repeat('0', 64),
  forked_at timestamptz
);

CREATE TABLE enrolment_code (
  code_hash text PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  desk text REFERENCES desk
);

CREATE TABLE used_nonce (
  desk text NOT NULL,
  nonce text NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (desk, nonce)
);
CREATE INDEX used_nonce_age ON used_nonce (seen_at);

CREATE TABLE entry (
  desk text NOT NULL REFERENCES desk,
  seq bigint NOT NULL,
  prev text NOT NULL,
  hash text NOT NULL,
  body text,
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'conflict', 'quarantined')),
  reason text,
  version integer,
  current_desk text,
  current_seq bigint,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (desk, seq),
  CHECK (body IS NOT NULL OR verdict = 'quarantined')
);

CREATE TABLE accepted_id (id uuid PRIMARY KEY, desk text NOT NULL, seq bigint NOT NULL);

CREATE TABLE guarded_entity (
  entity text NOT NULL,
  entity_id text NOT NULL,
  version integer NOT NULL,
  desk text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (entity, entity_id)
);

CREATE TABLE application (
  application_no text PRIMARY KEY,
  content_hash text NOT NULL,
  body text NOT NULL
);

CREATE TABLE event (
  cursor bigint PRIMARY KEY,
  kind text NOT NULL,
  desk text,
  seq bigint,
  body text,
  CHECK ((kind = 'entry') = (seq IS NOT NULL AND desk IS NOT NULL AND body IS NULL))
);

CREATE TABLE public_mark (number text PRIMARY KEY, token text NOT NULL UNIQUE);

CREATE TABLE mark_fact (
  cursor bigint PRIMARY KEY,
  number text NOT NULL,
  fact jsonb NOT NULL
);
CREATE INDEX mark_fact_number ON mark_fact (number, cursor);
`,
};
