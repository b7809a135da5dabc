import type { MarkFact } from '#shared/domain/public-status.ts';
import type { Queryable } from './database.ts';
import type { Decided } from './decide-entries.ts';

type Accepted = Extract<Decided, { verdict: 'accepted' }>;

const numberOf = (fact: MarkFact): string => ('mark' in fact ? fact.mark.number : fact.number);

/** The cursor of the newest event; 0 while there is none. */
export async function lastCursor(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ cursor: number }>('SELECT coalesce(max(cursor), 0) AS cursor FROM event');
  return rows[0]?.cursor ?? 0;
}

async function insertEntries(tx: Queryable, desk: string, decided: readonly Decided[]): Promise<void> {
  await tx.query(
    `INSERT INTO entry (desk, seq, prev, hash, body, verdict, reason, version, current_desk, current_seq)
     SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::integer[], $9::text[], $10::bigint[])
     ON CONFLICT (desk, seq) DO UPDATE SET body = excluded.body, verdict = excluded.verdict,
       reason = excluded.reason, version = excluded.version,
       current_desk = excluded.current_desk, current_seq = excluded.current_seq
     WHERE entry.body IS NULL`,
    [
      desk,
      decided.map(({ entry }) => entry.seq),
      decided.map(({ entry }) => entry.prev),
      decided.map(({ entry }) => entry.hash),
      decided.map(({ entry }) => entry.body ?? null),
      decided.map(({ verdict }) => verdict),
      decided.map((one) => (one.verdict === 'quarantined' ? one.reason : null)),
      decided.map((one) => (one.verdict === 'accepted' ? (one.version ?? null) : null)),
      decided.map((one) => (one.verdict === 'conflict' ? (one.winner?.desk ?? null) : null)),
      decided.map((one) => (one.verdict === 'conflict' ? (one.winner?.seq ?? null) : null)),
    ],
  );
}

async function insertGuarded(tx: Queryable, desk: string, accepted: readonly Accepted[]): Promise<void> {
  const newest = new Map<string, Accepted>();
  for (const one of accepted) {
    if (one.deed.guarded) newest.set(`${one.deed.guarded.entity}\n${one.deed.guarded.entityId}`, one);
  }
  if (newest.size === 0) return;
  const rows = [...newest.values()];
  await tx.query(
    `INSERT INTO guarded_entity (desk, entity, entity_id, version, seq)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::integer[], $5::bigint[])
     ON CONFLICT (entity, entity_id) DO UPDATE
       SET version = excluded.version, desk = excluded.desk, seq = excluded.seq`,
    [
      desk,
      rows.map(({ deed }) => deed.guarded?.entity),
      rows.map(({ deed }) => deed.guarded?.entityId),
      rows.map(({ version }) => version),
      rows.map(({ entry }) => entry.seq),
    ],
  );
}

async function insertMarks(tx: Queryable, accepted: readonly Accepted[], firstCursor: number): Promise<void> {
  const facts = accepted.flatMap(({ deed }, index) =>
    deed.mark ? [{ fact: deed.mark, cursor: firstCursor + index }] : [],
  );
  if (facts.length === 0) return;
  const marks = facts.flatMap(({ fact }) => ('mark' in fact ? [fact.mark] : []));
  await tx.query('INSERT INTO public_mark (number, token) SELECT * FROM unnest($1::text[], $2::text[])', [
    marks.map(({ number }) => number),
    marks.map(({ token }) => token),
  ]);
  await tx.query(
    'INSERT INTO mark_fact (cursor, number, fact) SELECT * FROM unnest($1::bigint[], $2::text[], $3::jsonb[])',
    [
      facts.map(({ cursor }) => cursor),
      facts.map(({ fact }) => numberOf(fact)),
      facts.map(({ fact }) => JSON.stringify(fact)),
    ],
  );
}

/**
 * Writes decided entries, and what the accepted ones bring: their place in the stream, versions
 * of guarded entities, facts about printed marks.
 *
 * Called under the stream's lock. A row is replaced only where its body was withheld before.
 */
export async function writeDecided(tx: Queryable, desk: string, decided: readonly Decided[]): Promise<void> {
  await insertEntries(tx, desk, decided);
  const accepted = decided.filter((one): one is Accepted => one.verdict === 'accepted');
  if (accepted.length === 0) return;
  const firstCursor = (await lastCursor(tx)) + 1;
  await tx.query(
    `INSERT INTO event (kind, desk, cursor, seq)
     SELECT 'entry', $1, * FROM unnest($2::bigint[], $3::bigint[])`,
    [desk, accepted.map((_, index) => firstCursor + index), accepted.map(({ entry }) => entry.seq)],
  );
  await tx.query(
    'INSERT INTO accepted_id (id, desk, seq) SELECT a.id, $1, a.seq FROM unnest($2::uuid[], $3::bigint[]) AS a(id, seq)',
    [desk, accepted.map(({ deed }) => deed.id), accepted.map(({ entry }) => entry.seq)],
  );
  await insertGuarded(tx, desk, accepted);
  await insertMarks(tx, accepted, firstCursor);
}
