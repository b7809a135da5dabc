import type { DecisionId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { DecisionView } from '#shared/contract/decisions.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { isUndecided, loadCase, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { applyWaitingEntries } from '#electron/backend/services/foreign-entries.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { findDecision, setDecisionState, type DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { findOutbox, setOutboxState } from '#electron/backend/store/outbox-repository.ts';
import { decisionView } from './decision-views.ts';
import { startCorrection } from './open-round.ts';
import { mayTakePart } from './panel-seats.ts';
import { rivalsOf } from './round-views.ts';

/** Settles two desks' decisions: the one the platform took stands, ours is kept as void, and a correction may follow. */
export const settleDecision: Service<'decision.settle'> = (room, input, caller) =>
  atomically(room, (): Answer<DecisionView> => {
    const facts = loadCase(room, input.caseId);
    if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
    const uninterested = input.how === 'correction' ? mayTakePart(room, facts, caller) : ok(true);
    if (!uninterested.ok) return uninterested;
    const accepted = acceptRival(room, caller, facts, input.reason);
    if (!accepted.ok) return accepted;
    const { id: caseId } = facts.record;
    const settled = loadCase(room, caseId);
    if (input.how === 'correction' && settled !== undefined) {
      if (isUndecided(settled)) return refuse('round.not-decided', { caseId });
      startCorrection(room, caller, settled, accepted.value, { fact: null, reason: input.reason });
    }
    const decision = findDecision(room.store, accepted.value);
    return decision ? ok(decisionView(room, decision)) : refuse('decision.unknown');
  });

/**
 * Lets the other desk's decision stand and gives ours up, inside the caller's transaction; answers the one that
 * stands. What other desks have built on it since comes in.
 */
export function acceptRival(room: Room, caller: SignedInCaller, facts: CaseFacts, reason: string): Answer<DecisionId> {
  const rivals = rivalsOf(facts);
  if (rivals === undefined) return refuse('decision.no-rival', { caseId: facts.record.id });
  const { mine, theirs } = rivals;
  setDecisionState(room.store, mine.id, 'void');
  setDecisionState(room.store, theirs.id, 'stands');
  settleEntry(room, mine, reason);
  recordCaseDeed(room, caller, facts.record.id, {
    type: 'decision.given-up',
    entity: 'case',
    entityId: facts.record.id,
    payload: { mine: mine.id, theirs: theirs.id, desk: theirs.desk, reason },
  });
  applyWaitingEntries(room, facts.record);
  return ok(theirs.id);
}

/** The lost entry waits on the problems screen no longer. */
function settleEntry(room: Room, { ledgerSeq }: DecisionRecord, reason: string): void {
  if (ledgerSeq === null || findOutbox(room.store, ledgerSeq)?.state !== 'conflict') return;
  setOutboxState(room.store, ledgerSeq, 'settled', reason, room.now());
  room.announce('sync.changed', { waiting: 0 });
}
