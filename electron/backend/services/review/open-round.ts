import type { DecisionId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { RoundKind } from '#shared/domain/panel.ts';
import { isUndecided, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, SignedInCaller } from '#electron/backend/services/room.ts';
import type { DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { insertRound, newestRound, type RoundRecord } from '#electron/backend/store/round-repository.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { isProvisional } from './decision-views.ts';

/** The decision that a new round can be opened against: it stands, and the platform has it where there is one. */
export function decisionToReview(room: Room, facts: CaseFacts): Answer<DecisionRecord> {
  const { decision, record } = facts;
  if (isUndecided(facts) || decision === undefined) return refuse('round.not-decided', { caseId: record.id });
  return isProvisional(room, decision) ? refuse('decision.provisional', { caseId: record.id }) : ok(decision);
}

/** Opens a new round after the last, inside the caller's transaction. */
export function openRound(
  room: Room,
  caller: SignedInCaller,
  facts: CaseFacts,
  kind: Exclude<RoundKind, 'first'>,
  why: { readonly fact: string | null; readonly reason: string },
): RoundRecord {
  const round = newestRound(room.store, facts.record.id) + 1;
  const opened: RoundRecord = {
    caseId: facts.record.id,
    round,
    kind,
    panelRound: kind === 'lapsed' ? facts.round.panelRound : round,
    panelSize: null,
    ...why,
    openedBy: caller.person.id,
    openedAt: room.now().toISOString(),
    state: 'open',
  };
  insertRound(room.store, opened);
  return opened;
}

/** Opens a correction with its deed, inside the caller's transaction. */
export function startCorrection(
  room: Room,
  caller: SignedInCaller,
  facts: CaseFacts,
  decisionId: DecisionId,
  why: { readonly fact: string | null; readonly reason: string },
): RoundRecord {
  const round = openRound(room, caller, facts, 'correction', why);
  const { caseId } = round;
  recordCaseDeed(room, caller, caseId, {
    type: 'correction.opened',
    entity: 'case',
    entityId: caseId,
    payload: { caseId, round: round.round, decisionId, ...why, actorName: caller.person.name },
  });
  return round;
}
