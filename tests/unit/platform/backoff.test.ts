import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from '#shared/platform/backoff.ts';

test('doubles from a second to five minutes, with the upper half left to chance', () => {
  expect([1, 2, 3, 9, 10, 40].map((failures) => backoffMs(failures, 0))).toEqual([
    500, 1_000, 2_000, 128_000, 150_000, 150_000,
  ]);
  expect(backoffMs(1, 0.5)).toBe(750);
});

test('stays between half a second and five minutes, and never undercuts the platform', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), random, fc.nat(600_000), (failures, chance, named) => {
      const wait = backoffMs(failures, chance);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(300_000);
      expect(backoffMs(failures, chance, named)).toBe(Math.max(wait, named));
    }),
  );
});
