import type { CaseId } from '#shared/base/ids.ts';
import type { LedgerEntry } from '#shared/domain/ledger-entry.ts';
import type { EntryEvent } from '#shared/platform/pull.ts';
import { markApplied, waitingEntries } from '#electron/backend/store/foreign-evidence-repository.ts';
import { takeEvidence, type Taken } from './foreign-evidence.ts';
import { applyDecisionEntry } from './review/foreign-decisions.ts';
import type { Room } from './room.ts';

/** Takes another desk's entry in: a decision, or evidence; what is neither, or comes before its case, stays raw. */
export function takeForeignEntry(room: Room, event: EntryEvent): Taken {
  const { entity, entityId } = JSON.parse(event.body) as LedgerEntry;
  return entity === 'decision'
    ? { caseId: entityId, applied: applyDecisionEntry(room, event) }
    : takeEvidence(room, event);
}

/** Applies what came before its case, in the platform's order; runs in the transaction that makes the case. */
export function applyWaitingEntries(room: Room, caseId: CaseId): void {
  for (const { body } of waitingEntries(room.store, caseId)) {
    const event = JSON.parse(body) as EntryEvent;
    if (takeForeignEntry(room, event).applied) markApplied(room.store, event.cursor);
  }
}

export type { Taken };
