import type { Store } from './database.ts';
import { EVERYTHING, readPage, type KeysetPage } from './keyset.ts';

export type OutboxState = 'waiting' | 'accepted' | 'conflict' | 'quarantined' | 'parked' | 'settled';

/** A ledger entry with where it stands on its way to the platform. */
export interface OutboxRecord {
  readonly seq: number;
  readonly type: string;
  readonly entityId: string;
  readonly actor: string;
  readonly at: string;
  readonly state: OutboxState;
  readonly reason: string | null;
}

/** The join's order is fixed: statistics must never make the ledger its outer table. */
const select = (outbox: string): string =>
  `SELECT o.seq, l.type, l.entity_id AS entityId, l.actor, l.at, o.state, o.reason
  FROM ${outbox} CROSS JOIN ledger l ON l.seq = o.seq`;
const SELECT = select('outbox o');

/** Everything that was or will be sent, newest first. */
export const listOutbox = (store: Store, cursor: string | null, limit: number): KeysetPage<OutboxRecord> =>
  readPage<OutboxRecord>(store, { select: SELECT, any: [EVERYTHING], sort: 'o.seq', descending: true }, cursor, limit);

/** Entries the platform did not take, oldest first. */
export const listProblems = (store: Store, cursor: string | null, limit: number): KeysetPage<OutboxRecord> =>
  readPage<OutboxRecord>(
    store,
    {
      select: select('outbox o INDEXED BY outbox_by_state'),
      any: ['conflict', 'quarantined', 'parked'].map((state) => ({ where: 'o.state = ?', parameters: [state] })),
      sort: 'o.seq',
    },
    cursor,
    limit,
  );

export const findOutbox = (store: Store, seq: number): OutboxRecord | undefined =>
  store.find<OutboxRecord>(`${SELECT} WHERE o.seq = ?`, [seq]);

/** An own entry, and its place in the platform's order: after everything while the platform has not placed it. */
export interface OwnEntry {
  readonly seq: number;
  readonly place: number;
}

/** This desk's newest entry of a kind on a thing. */
export const findOwnEntry = (store: Store, type: string, entityId: string): OwnEntry | undefined =>
  store.find<OwnEntry>(
    `SELECT o.seq, CASE WHEN o.state = 'accepted' THEN coalesce(o.cursor, 0) ELSE ${Number.MAX_SAFE_INTEGER} END AS place
     FROM ledger l CROSS JOIN outbox o ON o.seq = l.seq WHERE l.entity_id = ? AND l.type = ? ORDER BY l.seq DESC LIMIT 1`,
    [entityId, type],
  );

/** Moves an entry on its way; `reason` says why it stands there. */
export function setOutboxState(store: Store, seq: number, state: OutboxState, reason: string | null, at: Date): void {
  store.run('UPDATE outbox SET state = ?, reason = ?, settled_at = ? WHERE seq = ?', [
    state,
    reason,
    state === 'waiting' ? null : at.toISOString(),
    seq,
  ]);
}

/** Keeps the place in the platform's stream that an accepted entry was given. */
export const setOutboxCursor = (store: Store, seq: number, cursor: number): number =>
  store.run('UPDATE outbox SET cursor = ? WHERE seq = ?', [cursor, seq]);
