import type { Store } from './database.ts';
import { readPage, type KeysetPage } from './keyset.ts';

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

const SELECT = `SELECT o.seq, l.type, l.entity_id AS entityId, l.actor, l.at, o.state, o.reason
  FROM outbox o JOIN ledger l ON l.seq = o.seq`;

/** Everything that was or will be sent, newest first. */
export const listOutbox = (store: Store, cursor: string | null, limit: number): KeysetPage<OutboxRecord> =>
  readPage<OutboxRecord>(
    store,
    { select: SELECT, where: '1 = 1', parameters: [], sort: 'o.seq', tie: 'o.seq', descending: true },
    cursor,
    limit,
  );

/** Entries the platform did not take, oldest first. */
export const listProblems = (store: Store, cursor: string | null, limit: number): KeysetPage<OutboxRecord> =>
  readPage<OutboxRecord>(
    store,
    {
      select: SELECT,
      where: "o.state IN ('conflict', 'quarantined', 'parked')",
      parameters: [],
      sort: 'o.seq',
      tie: 'o.seq',
    },
    cursor,
    limit,
  );

export const findOutbox = (store: Store, seq: number): OutboxRecord | undefined =>
  store.find<OutboxRecord>(`${SELECT} WHERE o.seq = ?`, [seq]);

/** Moves an entry on its way; `reason` says why it stands there. */
export function setOutboxState(store: Store, seq: number, state: OutboxState, reason: string | null, at: Date): void {
  store.run('UPDATE outbox SET state = ?, reason = ?, settled_at = ? WHERE seq = ?', [
    state,
    reason,
    state === 'waiting' ? null : at.toISOString(),
    seq,
  ]);
}
