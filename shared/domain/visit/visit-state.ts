import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { addMonths, type PlainDate } from '#shared/base/plain-date.ts';

/** Where a visit stands. */
export const VISIT_STATES = ['planned', 'under-way', 'closed', 'cancelled'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** What decides whether a visit may be worked on. */
export interface VisitStanding {
  readonly state: VisitState;
}

type StandingRefusal = Failure<'visit.not-started' | 'visit.closed' | 'visit.cancelled'>;

/** How far ahead a visit is planned; a later day is a slip of the pen in the year. */
const PLANNED_AHEAD_MONTHS = 12;

/** Whether a visit may be set on a day: today or later, at most a year ahead. */
export function mayPlanOn(
  on: PlainDate,
  today: PlainDate,
): Result<null, Failure<'visit.in-past' | 'visit.too-far-ahead'>> {
  if (on < today) return fail({ code: 'visit.in-past', data: { on } });
  const latest = addMonths(today, PLANNED_AHEAD_MONTHS);
  return on > latest ? fail({ code: 'visit.too-far-ahead', data: { on, latest } }) : ok(null);
}

/** Whether a visit can still be changed or called off. */
export function isStanding({ state }: VisitStanding): Result<null, StandingRefusal> {
  if (state === 'closed') return fail({ code: 'visit.closed' });
  return state === 'cancelled' ? fail({ code: 'visit.cancelled' }) : ok(null);
}

/** Whether something may be recorded in a visit now: it has begun, and it is not over. */
export function isUnderWay(visit: VisitStanding): Result<null, StandingRefusal> {
  const standing = isStanding(visit);
  if (!standing.ok) return standing;
  return visit.state === 'planned' ? fail({ code: 'visit.not-started' }) : ok(null);
}
