import type { SealedEntry } from '#shared/domain/ledger-entry.ts';
import type { Store } from './database.ts';

/** Keeps an event that came down as it was; one that came before changes nothing. */
export function storePulled(
  store: Store,
  event: { readonly cursor: number; readonly kind: string; readonly desk?: unknown },
  { applied, caseId, uscc }: { readonly applied: boolean; readonly caseId: string | null; readonly uscc?: string },
): void {
  store.run(
    'INSERT INTO pulled (cursor, kind, desk, body, applied, case_id, uscc) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [
      event.cursor,
      event.kind,
      typeof event.desk === 'string' ? event.desk : '',
      JSON.stringify(event),
      applied ? 1 : 0,
      caseId,
      uscc ?? null,
    ],
  );
}

/** Entries up to the acknowledged one that a person wants to send again. */
export const resubmittedEntries = (store: Store, ack: number): readonly SealedEntry[] =>
  store.all<SealedEntry>(
    `SELECT l.seq, l.body, l.prev, l.hash FROM outbox o JOIN ledger l ON l.seq = o.seq
     WHERE o.state = 'waiting' AND o.seq <= ? ORDER BY o.seq`,
    [ack],
  );
