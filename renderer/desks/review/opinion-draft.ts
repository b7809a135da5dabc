import type { CriterionOpinion, OpinionAnswer } from '#shared/domain/panel.ts';
import type { CriterionId } from '#shared/domain/star/standard.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';

/** What an expert has typed so far about one criterion. */
export interface CriterionDraft {
  readonly answer: OpinionAnswer | null;
  readonly comment: string;
}

/** Answers by criterion; kept as a draft while the dialog is closed. */
export type CriteriaDraft = Readonly<Partial<Record<CriterionId, CriterionDraft>>>;

const NOTHING: CriterionDraft = { answer: null, comment: '' };

/** The criteria that the requested star asks for, in the standard's order. */
export const askedCriteria = (verdict: Verdict): readonly CriterionId[] =>
  verdict.criteria.filter(({ perStar }) => perStar[verdict.requestedStar] !== undefined).map(({ id }) => id);

export const draftFor = (draft: CriteriaDraft, id: CriterionId): CriterionDraft => draft[id] ?? NOTHING;

/** The draft with “agree” for every criterion nobody has answered yet. */
export const agreeWithRest = (draft: CriteriaDraft, asked: readonly CriterionId[]): CriteriaDraft => ({
  ...draft,
  ...Object.fromEntries(
    asked
      .filter((id) => draftFor(draft, id).answer === null)
      .map((id) => [id, { ...draftFor(draft, id), answer: 'agree' as const }]),
  ),
});

/** What is sent: the criteria that were answered. */
export const opinionsOf = (draft: CriteriaDraft, asked: readonly CriterionId[]): CriterionOpinion[] =>
  asked.flatMap((criterion) => {
    const { answer, comment } = draftFor(draft, criterion);
    return answer === null ? [] : [{ criterion, answer, comment: comment.trim() }];
  });

/** The first criterion whose “disagree” or “unsure” has no reason yet; null when none is missing. */
export const unexplained = (draft: CriteriaDraft, asked: readonly CriterionId[]): CriterionId | null =>
  opinionsOf(draft, asked).find(({ answer, comment }) => answer !== 'agree' && comment === '')?.criterion ?? null;

/** Reads a kept draft back; a text that is none gives an empty one. */
export function readDraft(kept: string): CriteriaDraft {
  try {
    const read: unknown = JSON.parse(kept);
    return typeof read === 'object' && read !== null ? (read as CriteriaDraft) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
