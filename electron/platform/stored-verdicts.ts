import type { Verdict } from '#shared/platform/push.ts';
import type { Queryable } from './database.ts';

interface Row {
  readonly seq: number;
  readonly verdict: Verdict['verdict'];
  readonly reason: string | null;
  readonly version: number | null;
  readonly cursor: number | null;
  readonly winner_desk: string | null;
  readonly winner_seq: number;
  readonly winner_prev: string;
  readonly winner_hash: string;
  readonly winner_body: string;
  readonly winner_version: number | null;
}

const versionOf = (version: number | null): { readonly version?: number } => (version === null ? {} : { version });

function verdictOf(row: Row): Verdict {
  const { seq, verdict } = row;
  if (verdict === 'accepted')
    return { seq, verdict, ...versionOf(row.version), ...(row.cursor !== null && { cursor: row.cursor }) };
  if (verdict === 'quarantined') return { seq, verdict, reason: row.reason ?? '' };
  if (row.winner_desk === null) return { seq, verdict };
  return {
    seq,
    verdict,
    current: {
      desk: row.winner_desk,
      seq: row.winner_seq,
      prev: row.winner_prev,
      hash: row.winner_hash,
      body: row.winner_body,
      ...versionOf(row.winner_version),
    },
  };
}

/** The verdicts a desk's entries have, in order; a conflict comes with the entry that won. */
export async function verdictsOf(tx: Queryable, desk: string, from: number, to: number): Promise<Verdict[]> {
  const { rows } = await tx.query<Row>(
    `SELECT e.seq, e.verdict, e.reason, e.version, v.cursor, w.desk AS winner_desk, w.seq AS winner_seq,
       w.prev AS winner_prev, w.hash AS winner_hash, w.body AS winner_body, w.version AS winner_version
     FROM entry e LEFT JOIN entry w ON w.desk = e.current_desk AND w.seq = e.current_seq
       LEFT JOIN event v ON v.desk = e.desk AND v.seq = e.seq
     WHERE e.desk = $1 AND e.seq BETWEEN $2 AND $3 ORDER BY e.seq`,
    [desk, from, to],
  );
  return rows.map(verdictOf);
}
