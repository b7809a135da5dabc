import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';

/** How a person has had to do with a case. */
export type Touch = 'recorded-evidence' | 'gave-opinion' | 'decided';

/** What is known of a person's part in a case and in its enterprise. */
export interface Involvement {
  readonly touches: readonly Touch[];
  /** A declared conflict of interest with the enterprise, in the person's own words; null when none. */
  readonly conflict: string | null;
}

export type ImpartialityFailure = Failure<'impartiality.evaluated' | 'impartiality.conflict' | 'impartiality.involved'>;

/**
 * Whether a person may decide a case: not who evaluated it, not who has an interest in the enterprise.
 *
 * There is no override. ISO/IEC 17065:2012 7.6.2 (the decision is made by persons not involved in
 * evaluation) and 4.2; GB/T 27065.
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

const conflict = (reason: string): Result<never, ImpartialityFailure> =>
  fail({ code: 'impartiality.conflict', data: { reason } });

/** Experts' opinions needed before a decision: one at 1–2★, two at 3★, three at 4–5★ (setting). */
export const PANEL_SIZE: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 };
