import type { PlainDate } from '#shared/base/plain-date.ts';
import { consentDay } from '#shared/domain/consent-time.ts';
import { centreDay } from '#electron/backend/services/room.ts';
import type { DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import type { AppealRecord } from '#electron/backend/store/round-repository.ts';

/** Appeals against a decision, open or dismissed: heard after it, with no other decision that stands between. */
export const appealsAgainst = (
  decision: Pick<DecisionRecord, 'round'>,
  decisions: readonly Pick<DecisionRecord, 'round' | 'state'>[],
  appeals: readonly AppealRecord[],
): readonly AppealRecord[] =>
  appeals.filter(
    ({ outcome, round }) =>
      outcome !== 'upheld' &&
      round > decision.round &&
      !decisions.some((one) => one.state === 'stands' && one.round > decision.round && one.round < round),
  );

/** Decisions with the consent time they have left: an appeal gives back the days it took, an open one those until today. */
export const withConsentTime = (
  decisions: readonly DecisionRecord[],
  appeals: readonly AppealRecord[],
  today: PlainDate,
): readonly DecisionRecord[] =>
  decisions.map((decision) => {
    const { consentUntil } = decision;
    if (consentUntil === null) return decision;
    const stops = appealsAgainst(decision, decisions, appeals).map(({ decidedAt, receivedOn }) => ({
      receivedOn,
      endedOn: decidedAt === null ? today : centreDay(new Date(decidedAt)),
    }));
    return { ...decision, consentUntil: consentDay(consentUntil, stops) };
  });
