import type { PlainDate } from '#shared/base/plain-date.ts';

/** The days of a visit, by the centre's clock. */
export interface VisitDays {
  /** The day it was planned for. */
  readonly plannedOn: PlainDate;
  /** The day it was begun; until then the planned one. */
  readonly on: PlainDate;
  /** The day it was closed; null while it is not. */
  readonly closedOn: PlainDate | null;
}

/** Which sentence says the days: one day or from–to, with the planned day where the visit began on another. */
export const DAYS_KINDS = ['day', 'span', 'moved', 'moved-span'] as const;
export type DaysKind = (typeof DAYS_KINDS)[number];

/** Which of {@link DAYS_KINDS} a visit's days are. */
export function daysKind({ closedOn, on, plannedOn }: VisitDays): DaysKind {
  const lasted = closedOn !== null && closedOn > on;
  if (on === plannedOn) return lasted ? 'span' : 'day';
  return lasted ? 'moved-span' : 'moved';
}

/** From the day a visit was begun to the day it was closed, today while it is open; a clock set back makes no day before. */
export function visitSpan({ closedOn, on }: VisitDays, today: PlainDate): { from: PlainDate; to: PlainDate } {
  const end = closedOn ?? today;
  return { from: on, to: end > on ? end : on };
}
