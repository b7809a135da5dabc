import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type PlainDate } from '#shared/base/plain-date.ts';
import { goodUntil, shelfLifeOn } from '#shared/domain/shelf-life.ts';

const day = (text: string): PlainDate => text as PlainDate;
const anyDay = fc.integer({ min: -3_000, max: 3_000 }).map((days) => addDays(day('2026-11-21'), days));
const days = fc.integer({ min: 1, max: 4_000 });

describe('shelf life', () => {
  it('counts from the day after production', () => {
    expect(goodUntil(day('2026-11-01'), 30)).toBe('2026-12-01');
    expect(goodUntil(day('2028-02-28'), 1)).toBe('2028-02-29');
  });

  it.each([
    ['2026-11-20', '2026-12-01', 'lasts'],
    ['2026-12-01', '2026-12-01', 'lasts'],
    ['2026-11-20', '2026-12-02', 'short'],
    ['2026-12-02', '2026-12-20', 'lapsed'],
  ])('good until 2026-12-01, seen on %s with a test due %s, it %s', (on, testDueOn, kind) => {
    const dates = { producedOn: day('2026-11-01'), shelfLifeDays: 30, testDueOn: day(testDueOn) };
    expect(shelfLifeOn(day(on), dates)).toEqual({ kind, goodUntil: '2026-12-01' });
  });

  it('is unknown without both dates, and a test without a day shortens nothing', () => {
    const known = { producedOn: day('2026-11-01'), shelfLifeDays: 30, testDueOn: null };
    expect(shelfLifeOn(day('2026-11-02'), { ...known, shelfLifeDays: null }).kind).toBe('unknown');
    expect(shelfLifeOn(day('2026-11-02'), { ...known, producedOn: null }).kind).toBe('unknown');
    expect(shelfLifeOn(day('2026-11-02'), known).kind).toBe('lasts');
  });

  it('has lapsed exactly from the day after its last good day, and never gets better with time', () => {
    fc.assert(
      fc.property(anyDay, days, anyDay, anyDay, (producedOn, shelfLifeDays, testDueOn, on) => {
        const dates = { producedOn, shelfLifeDays, testDueOn };
        const age = daysBetween(producedOn, on);
        const rank = { unknown: -1, lasts: 0, short: 1, lapsed: 2 };
        expect(shelfLifeOn(on, dates).kind === 'lapsed').toBe(age > shelfLifeDays);
        expect(rank[shelfLifeOn(addDays(on, 1), dates).kind]).toBeGreaterThanOrEqual(rank[shelfLifeOn(on, dates).kind]);
      }),
    );
  });
});
