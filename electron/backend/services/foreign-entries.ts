import type { CaseId } from '#shared/base/ids.ts';
import type { LedgerEntry } from '#shared/domain/ledger-entry.ts';
import type { EntryEvent } from '#shared/platform/pull.ts';
import { markApplied, waitingEntries } from '#electron/backend/store/foreign-evidence-repository.ts';
import { CONFLICT_DEED, takeConflict } from './foreign-conflicts.ts';
import { takeEvidence } from './foreign-evidence.ts';
import { INCIDENT_DEEDS, rememberForeignJudges, takeIncident } from './foreign-incidents.ts';
import type { Taken } from './read-foreign-entry.ts';
import { applyDecisionEntry } from './review/foreign-decisions.ts';
import { ROUND_DEEDS, takeRound } from './review/foreign-rounds.ts';
import type { Room } from './room.ts';

/** Takes another desk's entry in: a decision, a declared conflict, a round, an incident, or evidence; what is none, or comes before its case, stays raw. */
export function takeForeignEntry(room: Room, event: EntryEvent): Taken {
  const { entity, entityId, type } = JSON.parse(event.body) as LedgerEntry;
  if (entity === 'decision') return { caseId: entityId, applied: applyDecisionEntry(room, event) };
  if (type === CONFLICT_DEED) return takeConflict(room, event);
  if (ROUND_DEEDS.has(type)) return takeRound(room, event);
  return INCIDENT_DEEDS.has(type) ? takeIncident(room, event) : takeEvidence(room, event);
}

/** Applies what came before its case, in the platform's order; runs in the transaction that makes the case. */
export function applyWaitingEntries(room: Room, of: { readonly id: CaseId; readonly uscc: string }): void {
  for (const { body } of waitingEntries(room.store, of)) {
    const event = JSON.parse(body) as EntryEvent;
    if (takeForeignEntry(room, event).applied) markApplied(room.store, event.cursor);
  }
  rememberForeignJudges(room, of);
}
