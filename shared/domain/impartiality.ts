import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { RoundKind } from './panel.ts';

/** How a person has had to do with a case; `chose-panel` gave an expert a seat on it, or took one away. */
export const TOUCHES = ['recorded-evidence', 'gave-opinion', 'decided', 'chose-panel'] as const;
export type Touch = (typeof TOUCHES)[number];

/** One way a person has had to do with a case, and the round of review it was first in. */
export interface TouchInRound {
  readonly personId: string;
  readonly touch: Touch;
  readonly round: number;
}

/** The same touches, each person and kind once with the earliest round: what was done once is never washed off. */
export function mergeTouches(touches: readonly TouchInRound[]): readonly TouchInRound[] {
  const merged = new Map<string, TouchInRound>();
  for (const one of touches) {
    const key = JSON.stringify([one.personId, one.touch]);
    const known = merged.get(key);
    if (known === undefined || one.round < known.round) merged.set(key, one);
  }
  return [...merged.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, touch]) => touch);
}

/** What is known of a person's part in a case and in its enterprise. */
export interface Involvement {
  readonly touches: readonly Touch[];
  /** Those of {@link touches} that are from before the present round of review. */
  readonly earlier: readonly Touch[];
  /** Took in the appeal that the present round hears. */
  readonly filedAppeal: boolean;
  /** A declared conflict of interest with the enterprise, in the person's own words; null when none. */
  readonly conflict: string | null;
}

export type ImpartialityFailure = Failure<
  | 'impartiality.evaluated'
  | 'impartiality.conflict'
  | 'impartiality.involved'
  | 'impartiality.touched'
  | 'impartiality.filed'
>;

/**
 * Whether a person may decide a case: not who evaluated it, not who has an interest in the enterprise.
 *
 * There is no override. ISO/IEC 17065:2012 7.6.2 (the decision is made by persons not involved in
 * evaluation) and 4.2; GB/T 27065. Choosing the panel is the decider's own work and evaluates nothing.
 */
export function mayDecide(involvement: Involvement): Result<true, ImpartialityFailure> {
  if (involvement.conflict !== null) return conflict(involvement.conflict);
  if (involvement.touches.some((touch) => touch === 'recorded-evidence' || touch === 'gave-opinion')) {
    return fail({ code: 'impartiality.evaluated' });
  }
  return ok(true);
}

/** Whether a person may evaluate a case (record evidence, give an opinion): not with an interest, not after deciding it. */
export function mayEvaluate(involvement: Involvement): Result<true, ImpartialityFailure> {
  if (involvement.conflict !== null) return conflict(involvement.conflict);
  if (involvement.touches.includes('decided')) return fail({ code: 'impartiality.involved' });
  return ok(true);
}

/**
 * Whether a person may decide an appeal, or sit on its panel: only who touched nothing of the case before it.
 *
 * ISO/IEC 17065:2012 7.13.5 (the decision on an appeal is made by persons not involved in the
 * certification activities it concerns); GB/T 27065.
 */
export function mayDecideAppeal(involvement: Involvement): Result<true, ImpartialityFailure> {
  if (involvement.conflict !== null) return conflict(involvement.conflict);
  return involvement.earlier.length === 0 ? ok(true) : fail({ code: 'impartiality.touched' });
}

/**
 * Whether a person may decide in a round of its kind: an appeal asks for more than the first review, and is settled by
 * somebody else than who took it in.
 */
export function mayDecideRound(involvement: Involvement, kind: RoundKind): Result<true, ImpartialityFailure> {
  const plain = mayDecide(involvement);
  if (!plain.ok || kind !== 'appeal') return plain;
  const untouched = mayDecideAppeal(involvement);
  return untouched.ok && involvement.filedAppeal ? fail({ code: 'impartiality.filed' }) : untouched;
}

/** Whether a person may sit on the panel of a round: on appeal only who touched nothing of the case before. */
export function mayJudgeRound(involvement: Involvement, kind: RoundKind): Result<true, ImpartialityFailure> {
  const plain = mayEvaluate(involvement);
  return plain.ok && kind === 'appeal' ? mayDecideAppeal(involvement) : plain;
}

const conflict = (reason: string): Result<never, ImpartialityFailure> =>
  fail({ code: 'impartiality.conflict', data: { reason } });

/** What {@link PLAIN_REVIEW} says of panels, for whoever counts by star. */
export const PANEL_SIZE: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 };
