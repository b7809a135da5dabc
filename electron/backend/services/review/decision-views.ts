import type { DecisionView } from '#shared/contract/decisions.ts';
import { hasLapsed } from '#electron/backend/services/case-facts.ts';
import type { Room } from '#electron/backend/services/room.ts';
import type { DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { findFact } from '#electron/backend/store/facts.ts';
import { findOutbox } from '#electron/backend/store/outbox-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';

/** Whether this desk has a platform above it whose word counts. */
export const isEnrolled = (room: Room): boolean => findFact(room.store, 'platform.origin') !== undefined;

/** A decision of an enrolled desk is provisional until the platform has accepted it; another desk's came from there. */
export const isProvisional = (room: Room, { ledgerSeq }: Pick<DecisionRecord, 'ledgerSeq'>): boolean =>
  ledgerSeq !== null && isEnrolled(room) && findOutbox(room.store, ledgerSeq)?.state !== 'accepted';

/** Who decided, by name; the account may live at another desk. */
export const deciderName = (room: Room, decision: Pick<DecisionRecord, 'decidedBy' | 'decidedByName'>): string =>
  decision.decidedByName ?? personName(room.store, decision.decidedBy);

/** A decision as others see it. */
export const decisionView = (room: Room, decision: DecisionRecord): DecisionView => ({
  id: decision.id,
  round: decision.round,
  outcome: decision.outcome,
  star: decision.star,
  by: deciderName(room, decision),
  at: decision.decidedAt,
  note: decision.note,
  provisional: isProvisional(room, decision),
  desk: decision.desk,
  state: decision.state,
  consent:
    decision.consentAgreed === null
      ? null
      : {
          agreed: decision.consentAgreed === 1,
          by: decision.consentBy === null ? '' : personName(room.store, decision.consentBy),
          at: decision.consentAt ?? '',
          how: decision.consentHow ?? '',
          channel: decision.consentChannel ?? 'platform',
        },
  consentUntil: decision.consentUntil,
  lapsed: hasLapsed(decision, room.today()),
  appealUntil: decision.appealUntil,
  standardSha256: decision.standardSha256,
});
