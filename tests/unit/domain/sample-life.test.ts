import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveSample, SAMPLE_STATES, sampleBarcode, type SampleState } from '#shared/domain/sample-life.ts';

/** Every move that the custody book may hold, written out by hand. */
const MOVES: Readonly<Record<SampleState, readonly SampleState[]>> = {
  waiting: ['in-test', 'retained', 'on-display', 'returned', 'disposed'],
  'in-test': ['waiting', 'tested'],
  tested: ['retained', 'on-display', 'returned', 'disposed'],
  retained: ['in-test', 'on-display', 'returned', 'disposed'],
  'on-display': ['retained', 'returned', 'disposed'],
  returned: [],
  disposed: [],
  refused: ['returned', 'disposed'],
};
const state = fc.constantFrom(...SAMPLE_STATES);
const LEAVES: readonly SampleState[] = ['returned', 'disposed'];

describe('the life of a sample', () => {
  it.each(SAMPLE_STATES)('from %s goes only where the book says', (from) => {
    const reachable = SAMPLE_STATES.filter((to) => moveSample(from, to, false).ok);
    expect(new Set(reachable)).toEqual(new Set(MOVES[from]));
  });

  it('ends when the sample has left, and nothing becomes refused later', () => {
    fc.assert(
      fc.property(state, state, fc.boolean(), (from, to, hold) => {
        if (LEAVES.includes(from) || to === 'refused') expect(moveSample(from, to, hold).ok).toBe(false);
      }),
    );
  });

  it('keeps a sample in the house while a complaint is open, and changes nothing else', () => {
    fc.assert(
      fc.property(state, state, (from, to) => {
        const free = moveSample(from, to, false);
        const held = moveSample(from, to, true);
        if (free.ok && LEAVES.includes(to)) expect(held).toEqual({ ok: false, failure: { code: 'sample.legal-hold' } });
        else expect(held).toEqual(free);
      }),
    );
  });

  it('can always end: every sample in the house can reach a way out', () => {
    for (const from of SAMPLE_STATES.filter((each) => !LEAVES.includes(each))) {
      const seen = new Set<SampleState>([from]);
      for (const at of seen) MOVES[at].forEach((to) => seen.add(to));
      expect([...seen], from).toContain('disposed');
    }
  });

  it('names the states it refused', () => {
    expect(moveSample('disposed', 'waiting', false)).toEqual({
      ok: false,
      failure: { code: 'sample.no-such-move', data: { from: 'disposed', to: 'waiting' } },
    });
  });
});

describe('a sample’s barcode', () => {
  it('is eleven characters of year, desk and serial', () => {
    expect(sampleBarcode(2026, '01', 12)).toBe('S2601000012');
    expect(sampleBarcode(2100, '37', 999_999)).toBe('S0037999999');
  });

  it('is different for different serials, desks and years of a century', () => {
    const part = fc.tuple(
      fc.integer({ min: 2026, max: 2099 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 999_999 }),
    );
    const made = ([year, desk, serial]: readonly [number, number, number]): string =>
      sampleBarcode(year, String(desk).padStart(2, '0'), serial);
    fc.assert(
      fc.property(part, part, (one, other) => {
        expect(made(one) === made(other)).toBe(one.join() === other.join());
      }),
    );
  });
});
