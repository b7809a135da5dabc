import type { PlainDate } from '#shared/base/plain-date.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Star } from '#shared/domain/star/star.ts';
import type { CriterionVerdict } from '#shared/domain/star/verdict.ts';
import { decisionState, dossierOf, hasLapsed, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { findStandard, standardInForce } from '#electron/backend/services/standards/standard.ts';
import type { DecisionRecord } from '#electron/backend/store/decision-repository.ts';

/** What stands against a decision's star on a later day, under the standard it was decided by. */
function against(room: Room, facts: CaseFacts, { standardSha256, star }: DecisionRecord, on: PlainDate) {
  const { standard } = findStandard(room, standardSha256) ?? standardInForce(room);
  const { criteria } = decide(standard, dossierOf(facts, on));
  const answered = (answer: 'not-met' | 'unknown'): readonly CriterionVerdict[] =>
    criteria.filter(({ perStar }) => perStar[star as Star] === answer);
  return { failed: answered('not-met'), open: answered('unknown') };
}

const reasonsOf = (criteria: readonly CriterionVerdict[]) => ({
  reasonZh: criteria.map(({ reason }) => reason.zh).join(''),
  reasonEn: criteria.map(({ reason }) => reason.en).join(' '),
});

const OPEN_INCIDENT = 'case.incident-open';
const isCleanRecord = ({ id }: CriterionVerdict): boolean => id === 'RISK.CLEAN_RECORD';

/** A complaint or accident in the clean period of a decision's star that waits for its outcome or grade; null when none does. */
export function waitingIncident(room: Room, facts: CaseFacts, decision: DecisionRecord, on: PlainDate) {
  const open = against(room, facts, decision, on).open.filter(isCleanRecord);
  return open.length === 0
    ? null
    : ({ code: OPEN_INCIDENT, data: { caseId: facts.record.id, ...reasonsOf(open) } } as const);
}

/**
 * Why the star of a proposal cannot be granted by a consent given on a day; null when it can.
 *
 * A consent is what grants, so the star is looked at again as on that day: an open incident blocks until it is graded,
 * and a star that no longer stands is not granted but decided anew.
 */
export function whyNotGrant(room: Room, facts: CaseFacts, decision: DecisionRecord, on: PlainDate) {
  const { failed, open } = against(room, facts, decision, on);
  if (failed.length === 0 && open.some(isCleanRecord)) return waitingIncident(room, facts, decision, on);
  const wrong = failed.length === 0 ? open : failed;
  return wrong.length === 0 ? null : ({ code: 'consent.fallen', data: reasonsOf(wrong) } as const);
}

/** Whether a proposal can be decided anew: it was not answered in its time, or its star stands no more. */
export function mayDecideAnew(room: Room, facts: CaseFacts): boolean {
  const { decision } = facts;
  if (decision === undefined || decisionState(decision) !== 'proposed') return false;
  if (hasLapsed(decision, room.today())) return true;
  return whyNotGrant(room, facts, decision, room.today())?.code === 'consent.fallen';
}
