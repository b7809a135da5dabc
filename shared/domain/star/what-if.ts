import type { CriterionId } from './standard.ts';
import type { Star } from './star.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** What a verdict says, or would say: the outcome and the star it speaks of. */
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

/** Key of one way cases would move, `grant 4 > propose 3`. */
export const moveKey = ({ from, to }: Pick<MoveCount, 'from' | 'to'>): string =>
  `${standingKey(from)} > ${standingKey(to)}`;

/** Whether the rules would say something else than they said when it was decided. */
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

  /** Counts a case; answers with the way it goes, one object for all that go so. */
  add(from: Standing, to: Standing): MoveCount {
    const key = moveKey({ from, to });
    const counted = this.#counts.get(key) ?? { from, to, cases: 0 };
    counted.cases += 1;
    this.#counts.set(key, counted);
    return counted;
  }

  counts(): readonly MoveCount[] {
    return [...this.#counts.values()].toSorted(
      (a, b) => b.cases - a.cases || standingKey(a.from).localeCompare(standingKey(b.from)),
    );
  }
}
