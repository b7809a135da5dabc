import { addDays, type PlainDate } from '#shared/base/plain-date.ts';

/**
 * How long a sample stays good, seen from a day and from the day its test is due.
 *
 * `lasts`: through the test; `short`: it lapses before the test is due; `lapsed`: it has lapsed.
 */
export type ShelfLife =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'lasts' | 'short' | 'lapsed'; readonly goodUntil: PlainDate };

/**
 * The last day a product is good: production day plus shelf life in days.
 *
 * The day it was made is not counted, the count begins on the next one (Civil Code of the PRC, art. 201).
 */
export const goodUntil = (producedOn: PlainDate, shelfLifeDays: number): PlainDate =>
  addDays(producedOn, shelfLifeDays);

/** Reads a sample's dates on a day; unknown while a production date or a shelf life is missing. */
export function shelfLifeOn(
  day: PlainDate,
  dates: {
    readonly producedOn: PlainDate | null;
    readonly shelfLifeDays: number | null;
    /** Day the test should be done; null when it is not known. */
    readonly testDueOn: PlainDate | null;
  },
): ShelfLife {
  if (dates.producedOn === null || dates.shelfLifeDays === null) return { kind: 'unknown' };
  const until = goodUntil(dates.producedOn, dates.shelfLifeDays);
  if (until < day) return { kind: 'lapsed', goodUntil: until };
  const isShort = dates.testDueOn !== null && until < dates.testDueOn;
  return { kind: isShort ? 'short' : 'lasts', goodUntil: until };
}
