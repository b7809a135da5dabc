import type { SealedEntry } from '#shared/domain/ledger-entry.ts';
import type { Verdict } from '#shared/platform/push.ts';
import type { SyncStore } from '#electron/backend/sync/sync-store.ts';
import { findFact, setFact } from '#electron/backend/store/facts.ts';
import { sealedAfter } from '#electron/backend/store/ledger.ts';
import { setOutboxCursor, setOutboxState } from '#electron/backend/store/outbox-repository.ts';
import { resubmittedEntries, storePulled } from '#electron/backend/store/pulled-repository.ts';
import { applyPulled } from './apply-pulled.ts';
import { placeJudgement } from './incident-changes.ts';
import type { DivisionIndex } from './intake/division-index.ts';
import { applyDecisionEntry } from './review/foreign-decisions.ts';
import type { Room } from './room.ts';

/** The desk's store as a sync run sees it; every method is one transaction. */
export function deskSyncStore(room: Room, divisions: DivisionIndex): SyncStore {
  const { store } = room;
  const ack = (): number => Number(findFact(store, 'sync.ack') ?? '0');
  return {
    ack,
    pending: (afterSeq, maxEntries, maxBytes) => cut(sealedAfter(store, afterSeq, maxEntries), maxBytes),
    resubmitted: () => resubmittedEntries(store, ack()),
    recordPush: (reply) =>
      store.transaction(() => {
        setFact(store, 'sync.ack', String(reply.ack));
        for (const verdict of reply.verdicts) {
          setOutboxState(store, verdict.seq, verdict.verdict, reasonOf(verdict), room.now());
          if (verdict.verdict === 'conflict' && verdict.current) applyDecisionEntry(room, verdict.current);
          if (verdict.verdict === 'accepted' && verdict.cursor !== undefined) {
            setOutboxCursor(store, verdict.seq, verdict.cursor);
            placeJudgement(room, verdict.seq);
          }
        }
      }),
    park: (entry, problem) => store.transaction(() => setOutboxState(store, entry.seq, 'parked', problem, room.now())),
    cursor: () => {
      const epoch = findFact(store, 'sync.epoch');
      return epoch === undefined ? undefined : { epoch, cursor: Number(findFact(store, 'sync.cursor') ?? '0') };
    },
    applyPage: (page) =>
      store.transaction(() => {
        for (const { event, known } of page.events) {
          storePulled(store, event, known ? applyPulled(room, event, divisions) : UNKNOWN);
        }
        setFact(store, 'sync.epoch', page.epoch);
        setFact(store, 'sync.cursor', String(page.cursor));
      }),
  };
}

const UNKNOWN = { applied: false, caseId: null } as const;

/** As many entries from the front as fit, but never none. */
function cut(entries: readonly SealedEntry[], maxBytes: number): readonly SealedEntry[] {
  let bytes = 0;
  const end = entries.findIndex((entry) => {
    bytes += Buffer.byteLength(entry.body);
    return bytes > maxBytes;
  });
  return end === -1 ? entries : entries.slice(0, Math.max(1, end));
}

function reasonOf(verdict: Verdict): string | null {
  switch (verdict.verdict) {
    case 'accepted':
      return null;
    case 'conflict':
      return verdict.current ? `${verdict.current.desk}: ${verdict.current.body}`.slice(0, 2000) : 'conflict';
    case 'quarantined':
      return verdict.reason;
  }
}
