import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCount, drawSpotChecks, hashSeed, splitMix64, type DrawOrder } from '#shared/domain/spot-check-draw.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^C-2026-\d{5}$/), { minLength: 1, maxLength: 60 });
const order = fc.record({
  seed: fc.stringMatching(/^[0-9A-Za-z-]{4,40}$/),
  sharePercent: fc.integer({ min: 1, max: 100 }),
  cases: ids,
});

function drawn(order: DrawOrder) {
  const draw = drawSpotChecks(order);
  if (!draw.ok) throw new Error(draw.failure.code);
  return draw.value;
}

const list = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `C-2026-${String(at + 1).padStart(5, '0')}`);

describe('the generator', () => {
  it('is SplitMix64: the published first five numbers of the seed 1234567', () => {
    const next = splitMix64(1_234_567n);
    expect([next(), next(), next(), next(), next()]).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });

  it('starts from FNV-1a: the published values of nothing and of the byte “a”, here with its high byte', () => {
    expect(hashSeed('')).toBe(0xcbf29ce484222325n);
    const afterA = 0xaf63dc4c8601ec8cn;
    expect(hashSeed('a')).toBe((afterA * 0x100000001b3n) & ((1n << 64n) - 1n));
  });
});

describe('a draw', () => {
  it('gives the same for the same seed and list, whatever order the list came in and however often an id stood in it', () => {
    fc.assert(
      fc.property(order, fc.infiniteStream(fc.nat()), (one, keys) => {
        const mixed = one.cases
          .map((id) => ({ id, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ id }) => id);
        expect(drawn({ ...one, cases: [...mixed, ...mixed] })).toEqual(drawn(one));
      }),
      { numRuns: 400, seed: 4 },
    );
  });

  it('draws exactly its share, rounded up and at least one, from the list, each once', () => {
    fc.assert(
      fc.property(order, (one) => {
        const { cases, selected } = drawn(one);
        expect(selected).toHaveLength(drawCount(cases.length, one.sharePercent));
        expect(new Set(selected).size).toBe(selected.length);
        expect(cases).toEqual(expect.arrayContaining([...selected]));
        expect(selected.length).toBeGreaterThanOrEqual((cases.length * one.sharePercent) / 100);
        expect(selected.length - 1).toBeLessThan(Math.max(1, (cases.length * one.sharePercent) / 100));
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it.each([
    [10, 30, 3],
    [11, 30, 4],
    [1, 1, 1],
    [3, 100, 3],
    [200, 1, 2],
  ])('of %i cases at %i %% takes %i', (cases, sharePercent, count) => {
    expect(drawn({ seed: 'SEED', sharePercent, cases: list(cases) }).selected).toHaveLength(count);
  });

  it('never changes: this seed and list came out so on the day the algorithm was named', () => {
    expect(drawn({ seed: 'OTOP-2026', sharePercent: 30, cases: list(10) })).toMatchInlineSnapshot(`
      {
        "algorithm": "fnv1a64-splitmix64-fisher-yates/1",
        "cases": [
          "C-2026-00001",
          "C-2026-00002",
          "C-2026-00003",
          "C-2026-00004",
          "C-2026-00005",
          "C-2026-00006",
          "C-2026-00007",
          "C-2026-00008",
          "C-2026-00009",
          "C-2026-00010",
        ],
        "selected": [
          "C-2026-00006",
          "C-2026-00009",
          "C-2026-00010",
        ],
      }
    `);
  });

  it('gives every case the same chance: chi-square over 20,000 seeds, and every pair too', () => {
    const [cases, seeds, count] = [12, 20_000, 4];
    const hits = new Map<string, number>();
    const pairs = new Map<string, number>();
    const input = list(cases);
    for (let at = 0; at < seeds; at += 1) {
      const { selected } = drawn({ seed: `S-${at}`, sharePercent: 33, cases: input });
      for (const [index, id] of selected.entries()) {
        hits.set(id, (hits.get(id) ?? 0) + 1);
        for (const other of selected.slice(index + 1))
          pairs.set(`${id} ${other}`, (pairs.get(`${id} ${other}`) ?? 0) + 1);
      }
    }
    const chiSquare = (counts: Iterable<number>, expected: number): number =>
      [...counts].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // Degrees of freedom 11 and 65; the bounds are their 99.9 % points. Drawing without replacement only narrows them.
    expect(hits.size).toBe(cases);
    expect(chiSquare(hits.values(), (seeds * count) / cases)).toBeLessThan(31.26);
    expect(pairs.size).toBe((cases * (cases - 1)) / 2);
    expect(chiSquare(pairs.values(), (seeds * count * (count - 1)) / (cases * (cases - 1)))).toBeLessThan(105.99);
  });

  it('refuses an empty list and a share that is none', () => {
    expect(drawSpotChecks({ seed: 'SEED', sharePercent: 30, cases: [] })).toMatchObject({
      failure: { code: 'draw.nothing-to-draw' },
    });
    for (const sharePercent of [0, 101, 1.5, Number.NaN])
      expect(drawSpotChecks({ seed: 'SEED', sharePercent, cases: list(3) })).toMatchObject({
        failure: { code: 'draw.share' },
      });
  });
});
