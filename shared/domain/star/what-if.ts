import type { CriterionId } from './standard.ts';
import type { Star } from './star.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** What a case came to, or would come to: the outcome and the star it speaks of. */
export interface Standing {
  readonly outcome: Outcome;
  readonly star: Star | null;
}

/** One way cases would move, and how many. */
export interface MoveCount {
  readonly from: Standing;
  readonly to: Standing;
  readonly cases: number;
}

/** Key of a standing, `grant 4`; sorts with its kind. */
export const standingKey = ({ outcome, star }: Standing): string => `${outcome} ${star ?? '-'}`;

/** Whether a case would stand elsewhere than it was decided. */
export const hasMoved = (from: Standing, to: Standing): boolean => standingKey(from) !== standingKey(to);

/**
 * The criteria a move comes of: those whose answer, at the star the case asked for or the star it
 * had, differs between the stored verdict and the one of the draft; in the draft's order.
 */
export function moveReasons(decided: Verdict, tried: Verdict): readonly CriterionId[] {
  const stars = [...new Set([tried.requestedStar, decided.star, tried.star])].filter((star) => star !== null);
  return tried.criteria
    .filter(({ id, perStar }) => {
      const before = decided.criteria.find((one) => one.id === id);
      return stars.some((star) => before?.perStar[star] !== perStar[star]);
    })
    .map(({ id }) => id);
}

/** Counts every way cases would stand, moved or not, most cases first. */
export class MoveTally {
  readonly #counts = new Map<string, { from: Standing; to: Standing; cases: number }>();

  add(from: Standing, to: Standing): void {
    const key = `${standingKey(from)} > ${standingKey(to)}`;
    const counted = this.#counts.get(key);
    if (counted === undefined) this.#counts.set(key, { from, to, cases: 1 });
    else counted.cases += 1;
  }

  counts(): readonly MoveCount[] {
    return [...this.#counts.values()].toSorted(
      (a, b) => b.cases - a.cases || standingKey(a.from).localeCompare(standingKey(b.from)),
    );
  }
}
