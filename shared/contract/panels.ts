import { z } from 'zod';
import type { PersonId } from '#shared/base/ids.ts';
import type { Touch } from '#shared/domain/impartiality.ts';
import { OPINION_ANSWERS, type CriterionOpinion, type Disagreement, type RoundKind } from '#shared/domain/panel.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import type { Refusal } from './contract.ts';
import { command, query } from './entry.ts';
import { caseId, personId, text } from './fields.ts';

/** An expert's opinion; `null` contents while the panel is not complete and it is another's. */
export interface OpinionView {
  readonly by: string;
  readonly at: string;
  readonly mine: boolean;
  readonly star: number | null;
  readonly text: string | null;
  readonly criteria: readonly CriterionOpinion[] | null;
  readonly sealed: boolean;
  /** Others could read it at some time: it can be withdrawn no more. */
  readonly wasOpen: boolean;
  /** Given when others of the round had been open: its author may have read them. */
  readonly afterOpening: boolean;
}

/** A place on a panel and who holds it. */
export interface SeatView {
  readonly personId: string;
  readonly name: string;
  readonly mine: boolean;
  /** By whom assigned; their own name when they took the seat. */
  readonly assignedBy: string;
  readonly assignedAt: string;
  /** When they declared that nothing ties them to the enterprise; null before. */
  readonly declaredAt: string | null;
  readonly given: boolean;
}

/** The panel of a round. */
export interface PanelView {
  readonly round: number;
  readonly kind: RoundKind;
  /** Opinions needed; kept from the first seat on, whatever the setting becomes. */
  readonly size: number;
  readonly seats: readonly SeatView[];
  readonly free: number;
  /** Everybody has spoken: opinions are open. */
  readonly complete: boolean;
  /** Where the opinions differ; null until they are open. */
  readonly disagreement: Disagreement | null;
  /** Why the person who asks may not take a seat or give an opinion: a refusal's code; null when they may. */
  readonly mayNotJudge: string | null;
}

/** An expert without a seat, and what ties them to the case. */
export interface PanelCandidate {
  readonly personId: PersonId;
  readonly name: string;
  /** Why they cannot be seated; null when they can. */
  readonly mayNotSit: Refusal | null;
  /** How they have had to do with the case. */
  readonly inCase: readonly Touch[];
  /** Other cases of the enterprise on which they recorded evidence or gave an opinion; null when none. */
  readonly earlier: { readonly cases: number; readonly lastAt: string } | null;
}

const criterionOpinion = z
  .strictObject({
    criterion: z.enum(CRITERION_IDS),
    answer: z.enum(OPINION_ANSWERS),
    comment: text(500, 0).default(''),
  })
  .refine(({ answer, comment }) => answer === 'agree' || comment !== '', {
    path: ['comment'],
    error: 'reason.needed',
  });

const criteria = z
  .array(criterionOpinion)
  .max(CRITERION_IDS.length)
  .refine((list) => new Set(list.map(({ criterion }) => criterion)).size === list.length, { error: 'criterion.twice' })
  .default([]);

export const panelsContract = {
  /** Experts who do not sit on the present panel: who can be seated first, each with what ties them to the case. */
  'panel.candidates': query<readonly PanelCandidate[]>()('panels.assign', z.strictObject({ caseId })),
  /** Gives an expert a seat; their ties to the enterprise and the case are checked. */
  'panel.assign': command<PanelView>()('panels.assign', z.strictObject({ caseId, personId })),
  /** Takes a free seat oneself. */
  'panel.take': command<PanelView>()('opinions.give', z.strictObject({ caseId })),
  /** Gives a seat up, one's own or (who assigns) another's; not after the opinion. */
  'panel.release': command<PanelView>()('panels.release', z.strictObject({ caseId, personId, reason: text(300) })),
  /**
   * Gives one's opinion on the present round without seeing the others', and declares that nothing ties one to the
   * enterprise; takes a free seat when one has none.
   */
  'opinion.give': command<OpinionView>()(
    'opinions.give',
    z.strictObject({
      caseId,
      star: z.number().int().min(0).max(5),
      text: text(1000),
      criteria,
      noConflict: z.literal(true, { error: 'declaration.needed' }),
    }),
  ),
  /** Takes one's opinion back while nobody could read it yet; then another can be given. */
  'opinion.withdraw': command<PanelView>()('opinions.give', z.strictObject({ caseId, reason: text(300) })),
};
