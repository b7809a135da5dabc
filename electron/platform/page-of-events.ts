import { ok, type Result } from '#shared/base/result.ts';
import { PULL_PAGE_BYTES } from '#shared/platform/limits.ts';
import type { PullQuery, PullReply, UnknownEvent } from '#shared/platform/pull.ts';
import type { Database } from './database.ts';
import { refuse, type Refusal } from './refusal.ts';
import { lastCursor } from './write-entries.ts';

interface Row {
  readonly cursor: number;
  readonly kind: string;
  readonly desk: string | null;
  readonly seq: number | null;
  readonly prev: string | null;
  readonly hash: string | null;
  readonly body: string;
  readonly version: number | null;
  readonly size_before: number;
}

function eventOf(row: Row): UnknownEvent {
  const { cursor, kind, desk, seq, prev, hash, body, version } = row;
  if (kind === 'consent.answered') return { cursor, kind, consent: JSON.parse(body) as unknown };
  if (kind !== 'entry') return { cursor, kind, application: JSON.parse(body) as unknown };
  return { cursor, kind, desk, seq, prev, hash, body, ...(version !== null && { version }) };
}

/**
 * The next page of the stream for a desk: applications and others' accepted entries.
 *
 * The end of the stream is read first; since cursors become visible in order, everything up to it
 * can be seen by the query after it, and the desk may move there though the page is empty.
 * Codes: `pull.epoch` when the desk's cursor belongs to other data than this.
 */
export async function pageOfEvents(
  database: Database,
  epoch: string,
  desk: string,
  query: PullQuery,
): Promise<Result<PullReply, Refusal>> {
  const end = await lastCursor(database);
  const elsewhere = query.epoch !== undefined && query.epoch !== epoch;
  const fromNowhere = (query.epoch === undefined && query.after > 0) || query.after > end;
  if (elsewhere || fromNowhere) return refuse('pull.epoch', { epoch });
  const { rows } = await database.query<Row>(
    `SELECT *, (sum(octet_length(body)) OVER (ORDER BY cursor) - octet_length(body))::bigint AS size_before FROM (
       SELECT v.cursor, v.kind, v.desk, v.seq, e.prev, e.hash, coalesce(v.body, e.body) AS body, e.version
       FROM event v LEFT JOIN entry e ON e.desk = v.desk AND e.seq = v.seq
       WHERE v.cursor > $1 AND v.cursor <= $2 AND v.desk IS DISTINCT FROM $3
       ORDER BY v.cursor LIMIT $4) AS page
     ORDER BY cursor`,
    [query.after, end, desk, query.limit],
  );
  const fitting = rows.filter((row) => row.size_before < PULL_PAGE_BYTES);
  const more = fitting.length < rows.length || rows.length === query.limit;
  return ok({
    epoch,
    cursor: more ? (fitting.at(-1)?.cursor ?? query.after) : end,
    more,
    events: fitting.map(eventOf),
  });
}
