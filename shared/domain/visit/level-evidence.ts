import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { addMonths, type PlainDate } from '#shared/base/plain-date.ts';
import type { RiskControlLevel, TraceabilityLevel } from '#shared/domain/star/dossier.ts';

/** A drill held at the enterprise: a mock recall, a stopped line. */
export interface Drill {
  readonly on: PlainDate;
  readonly participants: string;
  readonly described: string;
}

/** What a recorded level rests on. */
export interface LevelEvidence {
  /** What was seen, in the person's own words. */
  readonly seen: string;
  /** Against which second source it was held, and what came of it; null when it was only viewed. */
  readonly crossCheck: string | null;
  readonly drill: Drill | null;
}

/** A level with what it rests on. */
export type LevelRecord = LevelEvidence &
  (
    | { readonly kind: 'traceability'; readonly level: TraceabilityLevel }
    | { readonly kind: 'risk-control'; readonly level: RiskControlLevel }
  );

type LevelRefusal = Failure<
  'visit.cross-check-needed' | 'visit.drill-needed' | 'visit.drill-in-future' | 'visit.drill-too-old'
>;

/** How long before a visit a drill may lie; an older one shows nothing of how risk is controlled now. */
const DRILL_WITHIN_MONTHS = 12;

/** How something was established, weakest first. */
export const MEANS = ['viewed', 'cross-checked', 'drilled'] as const;
export type Means = (typeof MEANS)[number];

/** The strongest means that was used. */
export const meansOf = ({ crossCheck, drill }: LevelEvidence): Means =>
  drill !== null ? 'drilled' : crossCheck !== null ? 'cross-checked' : 'viewed';

/**
 * Whether what was done on site bears the level a person wants to record.
 *
 * Star standard row 6 (A11): 现场核验 (verified) wants more than looking, so a cross-check against a
 * second source must be described; 有效测试 (effectively tested) wants a drill, with its day and who
 * took part. The traceability ladder (row 5, A10) says how far the trace reaches, not how it was
 * established: what was seen suffices, and the rest is kept beside it.
 */
export function bearsLevel(
  record: LevelRecord,
  { today, visitOn }: { readonly today: PlainDate; readonly visitOn: PlainDate },
): Result<null, LevelRefusal> {
  const { drill } = record;
  const earliest = addMonths(visitOn, -DRILL_WITHIN_MONTHS);
  if (drill !== null && drill.on > today)
    return fail({ code: 'visit.drill-in-future', field: 'drill.on', data: { on: drill.on } });
  if (drill !== null && drill.on < earliest)
    return fail({ code: 'visit.drill-too-old', field: 'drill.on', data: { on: drill.on, earliest } });
  if (record.level === 'effectively-tested' && drill === null)
    return fail({ code: 'visit.drill-needed', field: 'drill' });
  if (record.level === 'verified-on-site' && record.crossCheck === null && drill === null)
    return fail({ code: 'visit.cross-check-needed', field: 'crossCheck' });
  return ok(null);
}
