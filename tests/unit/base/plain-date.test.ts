import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';

const date = fc
  .integer({ min: -10_000, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10) as PlainDate);

describe('plain dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-4-01', '2026-04-31', '0000-01-01', ''])(
    'refuses %s',
    (text) => expect(isPlainDate(text)).toBe(false),
  );

  it.each([
    ['2026-08-31', -6, '2026-02-28'],
    ['2028-08-31', -6, '2028-02-29'],
    ['2026-05-10', -24, '2024-05-10'],
    ['2026-01-31', 1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from as PlainDate, months)).toBe(to);
  });

  it('months move by whole months and stay in the same day or the month’s last', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -120, max: 120 }), (from, months) => {
        const to = addMonths(from, months);
        expect(isPlainDate(to)).toBe(true);
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
        const index = (d: string): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        expect(index(to) - index(from)).toBe(months);
      }),
    );
  });

  it('days added are days between', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});
