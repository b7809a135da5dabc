import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { ItemVerdict } from './item-result.ts';
import { mayRetest } from './microbiological-item.ts';
import type { ItemKind } from './test-item.ts';

/** The reading that counts for an item now. */
export interface StandingReading {
  readonly verdict: ItemVerdict;
  /** Who entered it. */
  readonly by: string;
  /** Whether a released report rests on it. */
  readonly released: boolean;
}

/** Why a reading that stands is replaced: a slip of the pen, or the test done anew. */
export interface ReadingChange {
  readonly kind: 'correction' | 'retest';
  readonly reason: string;
}

/** What a newly entered reading is to the one before it. */
export type ChangeKind = 'first' | 'continued' | ReadingChange['kind'];

export type ChangeFailure = Failure<
  'change.reason-needed' | 'change.not-yours' | 'micro.no-retest' | 'micro.released-stands'
>;

/**
 * Whether another reading may take the place of the one that stands.
 *
 * One that is undecided (too few units read, no detection limit yet) may be completed freely. One that
 * decides is replaced only with a reason. A failing microbiological set is final as a test: micro-organisms
 * are unevenly spread and change with time, so no second test is made (GB 4789.1; GB 29921; 食品安全抽样检验管理办法:
 * no re-inspection where microbiological indicators fail). What was read but written down wrongly may be
 * corrected, with a reason, by the very person who wrote it and only until the report is released. Either
 * way the older reading is kept.
 */
export function judgeChange(
  kind: ItemKind,
  standing: StandingReading | null,
  by: string,
  change: ReadingChange | null,
): Result<ChangeKind, ChangeFailure> {
  if (standing === null) return ok('first');
  if (standing.verdict === 'failed' && !mayRetest(kind).ok) {
    if (standing.released) return fail({ code: 'micro.released-stands' });
    if (change?.kind === 'retest') return fail({ code: 'micro.no-retest' });
    if (standing.by !== by) return fail({ code: 'change.not-yours' });
  } else if (standing.verdict === 'undecided') return ok(change?.kind ?? 'continued');
  if (change === null || change.reason.trim() === '') return fail({ code: 'change.reason-needed' });
  return ok(change.kind);
}
