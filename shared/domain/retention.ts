import { addDays, addMonths, type PlainDate } from '#shared/base/plain-date.ts';

/** Months a retained part is kept when its shelf life says nothing; the centre's setting overrides it. */
export const RETENTION_MONTHS = 6;

/** What a keep-until day follows from. */
export interface RetentionFacts {
  readonly today: PlainDate;
  readonly producedOn: PlainDate | null;
  readonly shelfLifeDays: number | null;
  /** The centre's setting. */
  readonly months: number;
}

/**
 * The day until which a retained part is kept unless somebody says otherwise: the end of its shelf
 * life, or the set number of months where that is unknown or has passed.
 */
export function defaultKeepUntil({ months, producedOn, shelfLifeDays, today }: RetentionFacts): PlainDate {
  const lapsesOn = producedOn === null || shelfLifeDays === null ? null : addDays(producedOn, shelfLifeDays);
  return lapsesOn !== null && lapsesOn > today ? lapsesOn : addMonths(today, months);
}

/** Why a sample asks for somebody: a retained part's time is over, a display ended, it is out too long, it is missing. */
export const DUE_KINDS = ['keep-until', 'display', 'out', 'missing'] as const;
export type DueKind = (typeof DUE_KINDS)[number];
