import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expandCodes,
  isLocationCode,
  isWithin,
  locationKind,
  locationParent,
  locationPath,
  nearestCodes,
  readLocationCode,
  suitsStorage,
} from '#shared/domain/location.ts';
import { differencesOf, DIFFERENCES, settlementsFor, type Seen } from '#shared/domain/stocktake.ts';

const part = fc.stringMatching(/^[A-Z0-9]{1,3}$/);
const code = fc
  .tuple(fc.stringMatching(/^[A-Z]{1,3}$/), fc.array(part, { maxLength: 2 }))
  .map(([room, rest]) => [room, ...rest].join('-'));

describe('a place’s code', () => {
  it.each([
    ['A-02-4', 'A-02-4'],
    ['L:A-02-4', 'A-02-4'],
    [' l:a-02-4 ', 'A-02-4'],
    ['Ａ－０２－４', 'A-02-4'],
  ])('%s is read as %s', (typed, read) => expect(readLocationCode(typed)).toBe(read));

  it('is the same when read again, and its label reads as itself', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(isLocationCode(made)).toBe(true);
        expect(readLocationCode(`L:${made}`)).toBe(made);
        expect(readLocationCode(made)).toBe(made);
      }),
    );
  });

  it('stands in the tree by its parts', () => {
    expect(['A', 'A-02', 'A-02-4'].map(locationKind)).toEqual(['room', 'shelf', 'box']);
    expect(['A', 'A-02', 'A-02-4'].map(locationParent)).toEqual([null, 'A', 'A-02']);
    expect(locationPath('A-02-4')).toEqual(['A', 'A-02', 'A-02-4']);
    expect(isWithin('A-02-4', 'A-02')).toBe(true);
    expect(isWithin('A-021', 'A-02')).toBe(false);
    for (const wrong of ['', 'a', '1', 'A-', 'A-02-4-1', '货架', 'ABCD', 'SF1388204777190'])
      expect(isLocationCode(wrong), wrong).toBe(false);
  });
});

describe('a pattern of codes', () => {
  it('stands for every place it names, in order and in the width written', () => {
    expect(expandCodes('A-[01-03]-[1-2]')).toEqual({
      ok: true,
      value: ['A-01-1', 'A-01-2', 'A-02-1', 'A-02-2', 'A-03-1', 'A-03-2'],
    });
    expect(expandCodes('L:b-07')).toEqual({ ok: true, value: ['B-07'] });
  });

  it.each([
    ['A-[3-1]', 'location.form'],
    ['货架', 'location.form'],
    ['A-[1-999]', 'location.too-many'],
    ['A-[0001-9999]-[0001-9999]', 'location.too-many'],
  ])('%s is refused', (pattern, refusal) => expect(expandCodes(pattern)).toMatchObject({ failure: { code: refusal } }));
});

describe('the nearest places', () => {
  it('are those that take the fewest changes', () => {
    const codes = ['A-01-1', 'A-02-4', 'A-02-5', 'B-02-4', 'F-06-5'];
    expect(nearestCodes('A-02-6', codes)).toEqual(['A-02-4', 'A-02-5', 'A-01-1']);
    expect(nearestCodes('B-2-4', codes, 1)).toEqual(['B-02-4']);
    expect(nearestCodes('X', [])).toEqual([]);
  });

  it('of one that exists is that one', () => {
    fc.assert(
      fc.property(code, fc.uniqueArray(code, { maxLength: 20 }), (one, others) => {
        expect(nearestCodes(one, [...others, one], 1)).toEqual([one]);
      }),
    );
  });
});

it('a place suits what is to be kept as it keeps things, and one without a class suits all', () => {
  expect(suitsStorage('chilled', 'ambient')).toBe(false);
  expect(suitsStorage('chilled', 'chilled')).toBe(true);
  expect(suitsStorage('frozen', null)).toBe(true);
});

describe('the differences of a stocktake', () => {
  const seen = (text: string, book: Seen['book'], settled = false): Seen => ({ code: text, book, settled });

  it('are what was not seen, what lies wrong and what should not lie here', () => {
    expect(
      differencesOf(
        ['S1', 'S2'],
        [
          seen('S1', 'here'),
          seen('S3', 'elsewhere'),
          seen('S4', 'away'),
          seen('X', 'unknown'),
          seen('S5', 'away', true),
        ],
      ),
    ).toEqual([
      { kind: 'missing', code: 'S2' },
      { kind: 'wrong-shelf', code: 'S3' },
      { kind: 'unexpected', code: 'S4' },
      { kind: 'unexpected', code: 'X' },
    ]);
  });

  it('each have a way out, and what is not in the house is never put on the book', () => {
    for (const difference of DIFFERENCES) {
      expect(settlementsFor(difference, true).length).toBeGreaterThan(1);
      expect(settlementsFor(difference, false).length).toBeGreaterThan(0);
      expect(settlementsFor(difference, false)).not.toContain('placed-here');
    }
  });
});
