import { z } from 'zod';
import type { AppealId } from '#shared/base/ids.ts';
import type { RoundKind } from '#shared/domain/panel.ts';
import type { DecisionView } from './decisions.ts';
import { command } from './entry.ts';
import { appealId, caseId, plainDate, text } from './fields.ts';
import type { OpinionView } from './panels.ts';

/** An appeal against a decision; files are attached to it under the owner kind `appeal`. */
export interface AppealView {
  readonly id: AppealId;
  readonly round: number;
  readonly grounds: string;
  readonly receivedOn: string;
  readonly filedBy: string;
  readonly filedAt: string;
  /** `upheld`: heard again and decided anew; `dismissed`: the decision before it stands. */
  readonly outcome: 'open' | 'upheld' | 'dismissed';
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** Which recorded fact a correction says is wrong. */
export const CORRECTED_FACTS = [
  'document',
  'sample',
  'traceability',
  'risk-control',
  'spot-check',
  'site-test',
  'lines',
  'evaluation',
  'review-date',
  'young-enterprise-waiver',
  'not-applicable',
  'incident',
] as const;
export type CorrectedFact = (typeof CORRECTED_FACTS)[number];

/** Why an appeal is not heard: its applicant withdrew it, or it should not have been taken in (late, not the applicant's). */
export const FORMAL_GROUNDS = ['withdrawn', 'inadmissible'] as const;
export type FormalGround = (typeof FORMAL_GROUNDS)[number];

/** One review of a case, with what came of it. */
export interface RoundView {
  readonly round: number;
  readonly kind: RoundKind;
  readonly openedAt: string;
  /** Null for the first. */
  readonly openedBy: string | null;
  readonly reason: string;
  readonly fact: CorrectedFact | null;
  readonly state: 'open' | 'decided' | 'dismissed';
  readonly panelSize: number;
  /** Sealed while the round's panel is not complete. */
  readonly opinions: readonly OpinionView[];
  /** What stands of the round; null while open or dismissed. */
  readonly decision: DecisionView | null;
  /** Decisions of the round that were given up for another desk's. */
  readonly void: readonly DecisionView[];
  readonly appeal: AppealView | null;
}

export const appealsContract = {
  /** Takes in an appeal within its time and opens a round of people who touched nothing of the case. */
  'appeal.file': command<AppealView>()(
    'appeals.file',
    z.strictObject({ caseId, grounds: text(2000), receivedOn: plainDate }),
  ),
  /** Dismisses an appeal with reasons, once its panel has spoken or on a formal ground: the decision before it stands. */
  'appeal.dismiss': command<AppealView>()(
    'cases.decide',
    z.strictObject({
      appealId,
      reason: text(1000),
      formal: z.enum(FORMAL_GROUNDS).nullable().default(null),
      password: z.string().max(128),
    }),
  ),
  /** Opens a new round because a fact that a decision rests on is wrong; facts may be recorded again in it. */
  'correction.open': command<RoundView>()(
    'corrections.open',
    z.strictObject({ caseId, fact: z.enum(CORRECTED_FACTS), reason: text(1000) }),
  ),
};
