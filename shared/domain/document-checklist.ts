import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { ReviewRule } from './review-clock.ts';
import type { DocumentKind } from './star/dossier.ts';

/** What of the case stands beside a point, to compare the paper with. */
export const SHOWN_FACTS = ['enterprise', 'uscc', 'product', 'validity', 'issuer', 'link'] as const;
export type ShownFact = (typeof SHOWN_FACTS)[number];

/** One thing to look at on a paper. */
export interface CheckPoint {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Must be answered yes before the paper is accepted. */
  readonly required: boolean;
  readonly shows: ShownFact | null;
}

/** What to look at on papers of a kind, in the order it is done. */
export interface Checklist {
  readonly kind: DocumentKind;
  readonly zh: string;
  readonly en: string;
  readonly points: readonly CheckPoint[];
}

/** A common reason to reject a paper, as the applicant reads it. */
export interface StandardReason {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/** How papers are reviewed at the centre: the clock, the checklists and the common reasons; shipped as data. */
export interface ReviewRules {
  readonly clock: ReviewRule;
  readonly checklists: readonly Checklist[];
  readonly reasons: readonly StandardReason[];
}

/** Answers by point; a point without one was not looked at. */
export type PointAnswers = Readonly<Record<string, 'yes' | 'no'>>;

/** The checklist of a kind of paper; empty for a kind the data does not know. */
export const checklistOf = (rules: Pick<ReviewRules, 'checklists'>, kind: string): readonly CheckPoint[] =>
  rules.checklists.find((list) => list.kind === kind)?.points ?? [];

/** Required points that are not answered yes. */
export const openPoints = (points: readonly CheckPoint[], answers: PointAnswers): readonly CheckPoint[] =>
  points.filter((point) => point.required && answers[point.id] !== 'yes');

/** Every point answered yes: what accepting a paper as a whole says. */
export const allPointsMet = (points: readonly CheckPoint[]): PointAnswers =>
  Object.fromEntries(points.map((point) => [point.id, 'yes'] as const));

/** What a person found on a paper. */
export interface PaperCheck {
  readonly check: 'accepted' | 'rejected';
  readonly answers: PointAnswers;
  readonly reasonCode: string | null;
}

type CheckRefusal = Failure<'document.points-open' | 'document.unknown-point' | 'document.unknown-reason'>;

/**
 * Whether a check of a paper may stand: accepted only with every required point answered yes,
 * and nothing answered or given as reason that the centre's data does not know.
 */
export function judgeCheck(rules: ReviewRules, kind: string, found: PaperCheck): Result<null, CheckRefusal> {
  const points = checklistOf(rules, kind);
  const unknown = Object.keys(found.answers).find((id) => !points.some((point) => point.id === id));
  if (unknown !== undefined)
    return fail({ code: 'document.unknown-point', field: 'answers', data: { point: unknown } });
  if (found.reasonCode !== null && !rules.reasons.some(({ id }) => id === found.reasonCode))
    return fail({ code: 'document.unknown-reason', field: 'reasonCode', data: { reason: found.reasonCode } });
  const open = openPoints(points, found.answers);
  if (found.check === 'rejected' || open.length === 0) return ok(null);
  return fail({
    code: 'document.points-open',
    field: 'answers',
    data: { pointsZh: open.map(({ zh }) => zh).join('、'), pointsEn: open.map(({ en }) => en).join(', ') },
  });
}
