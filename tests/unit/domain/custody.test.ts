import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/base/plain-date.ts';
import {
  CUSTODY_KINDS,
  dueOf,
  foldCustody,
  nextCustody,
  placeOf,
  type Custody,
  type CustodyEntry,
} from '#shared/domain/custody.ts';
import { defaultKeepUntil } from '#shared/domain/retention.ts';
import { SAMPLE_STATES } from '#shared/domain/sample-life.ts';

const DAY = '2026-11-21' as PlainDate;
const NAMED = CUSTODY_KINDS.filter((kind) => kind !== 'unnamed');
const entryArbitrary: fc.Arbitrary<CustodyEntry> = fc.record({
  kind: fc.constantFrom(...NAMED),
  to: fc.constantFrom(...SAMPLE_STATES),
  place: fc.constantFrom('A-01-1', 'A-02-4', 'F-01-1'),
  holder: fc.constantFrom(null, 'U-peng', 'U-shen'),
  until: fc.constantFrom(null, DAY, '2027-05-21' as PlainDate),
  witness: fc.constantFrom(null, 'U-peng', 'U-tang'),
  by: fc.constantFrom('U-peng', 'U-shen'),
  on: fc.constant(DAY),
});
const line = (changes: Partial<CustodyEntry>): CustodyEntry => ({
  kind: 'received',
  to: 'waiting',
  place: 'A-01-1',
  holder: null,
  until: null,
  witness: null,
  by: 'U-peng',
  on: DAY,
  ...changes,
});
/** A day at the desk: what the rule refuses is not written. */
const storyArbitrary = fc
  .tuple(
    fc.constantFrom('received' as const, 'refused' as const),
    fc.array(fc.record({ entry: entryArbitrary, hold: fc.boolean() }), { maxLength: 40 }),
  )
  .map(([kind, tries]) => {
    const book: CustodyEntry[] = [line({ kind })];
    const steps: {
      readonly before: Custody;
      readonly entry: CustodyEntry;
      readonly hold: boolean;
      readonly after: Custody;
    }[] = [];
    const first = nextCustody(null, line({ kind }), false);
    if (!first.ok) throw new Error('a reception is always taken');
    let custody = first.value;
    for (const { entry, hold } of tries) {
      const next = nextCustody(custody, entry, hold);
      if (!next.ok) continue;
      steps.push({ before: custody, entry, hold, after: next.value });
      book.push(entry);
      custody = next.value;
    }
    return { book, steps, custody };
  });

describe('the custody book', () => {
  it('gives state, keeper and days by itself: reading it back comes to what the deeds came to', () => {
    fc.assert(
      fc.property(storyArbitrary, ({ book, custody }) => {
        expect(foldCustody(book)).toEqual({ ok: true, value: custody });
      }),
    );
  });

  it('never has two keepers, and never loses a sample: it is in one place, with one person, missing or gone', () => {
    fc.assert(
      fc.property(storyArbitrary, ({ steps }) => {
        for (const { after } of steps) {
          const gone = after.state === 'returned' || after.state === 'disposed';
          expect(after.keeper.kind === 'gone').toBe(gone);
          if (after.keeper.kind === 'place') expect(placeOf(after)).not.toBe('');
          else expect(placeOf(after)).toBe('');
          expect(Object.keys(after.keeper)).toHaveLength(
            { place: 2, person: 3, missing: 2, gone: 1 }[after.keeper.kind],
          );
        }
      }),
    );
  });

  it('never breaks a legal hold, and disposes only by two people', () => {
    fc.assert(
      fc.property(storyArbitrary, ({ steps }) => {
        for (const { after, entry, hold } of steps) {
          if (hold) expect(after.keeper.kind).not.toBe('gone');
          if (after.state !== 'disposed') continue;
          expect(entry.witness).not.toBeNull();
          expect(entry.witness).not.toBe(entry.by);
        }
      }),
    );
  });

  it('ends when the sample has left, takes no second reception, and cannot begin otherwise', () => {
    fc.assert(
      fc.property(storyArbitrary, entryArbitrary, ({ custody }, entry) => {
        if (custody.keeper.kind === 'gone') expect(nextCustody(custody, entry, false).ok).toBe(false);
        if (entry.kind === 'received' || entry.kind === 'refused')
          expect(nextCustody(custody, entry, false).ok).toBe(false);
        else expect(nextCustody(null, entry, false)).toMatchObject({ failure: { code: 'custody.not-first' } });
      }),
    );
  });

  it('whoever has a sample must bring it back before anything else is done with it', () => {
    const out = [line({}), line({ kind: 'taken-out', holder: 'U-shen', until: DAY })];
    for (const kind of ['shelved', 'taken-out', 'retained', 'displayed', 'returned', 'disposed'] as const) {
      const folded = foldCustody([...out, line({ kind, witness: 'U-tang' })]);
      expect(folded).toMatchObject({ failure: { code: 'custody.held', data: { holder: 'U-shen' } } });
    }
    const back = foldCustody([...out, line({ kind: 'brought-back', place: 'A-02-4' })]);
    expect(back).toMatchObject({ value: { keeper: { kind: 'place', place: 'A-02-4' } } });
  });

  it('a missing sample is found by being scanned onto a shelf, and by nothing else', () => {
    const missing = [line({}), line({ kind: 'missed' })];
    expect(foldCustody([...missing, line({ kind: 'taken-out' })])).toMatchObject({
      failure: { code: 'custody.missing' },
    });
    expect(foldCustody([...missing, line({ kind: 'shelved' })])).toMatchObject({
      value: { state: 'waiting', keeper: { kind: 'place' } },
    });
  });

  it('reads lines of before the kinds had names, a disposal by one person among them', () => {
    const old = [line({}), line({ kind: 'unnamed', to: 'retained' }), line({ kind: 'unnamed', to: 'disposed' })];
    expect(foldCustody(old)).toMatchObject({ value: { state: 'disposed', keeper: { kind: 'gone' } } });
  });
});

describe('what is due', () => {
  const due = (...entries: readonly CustodyEntry[]) => {
    const folded = foldCustody(entries);
    return folded.ok && folded.value !== null ? dueOf(folded.value) : undefined;
  };

  it('is the day a retained part is kept until, a display ends, or a sample should be back', () => {
    const until = '2027-05-21' as PlainDate;
    expect(due(line({}))).toBeNull();
    expect(due(line({}), line({ kind: 'retained', to: 'retained', until }))).toEqual({ kind: 'keep-until', on: until });
    expect(due(line({}), line({ kind: 'displayed', to: 'on-display', until }))).toEqual({ kind: 'display', on: until });
    expect(due(line({}), line({ kind: 'taken-out', until }))).toEqual({ kind: 'out', on: until });
    expect(due(line({}), line({ kind: 'missed' }))).toEqual({ kind: 'missing', on: DAY });
  });

  it('moves with a later day, and is forgotten when the sample goes on', () => {
    const retained = line({ kind: 'retained', to: 'retained', until: DAY });
    const later = { ...retained, until: '2027-11-21' as PlainDate };
    expect(due(line({}), retained, later)?.on).toBe('2027-11-21');
    expect(due(line({}), retained, line({ kind: 'shelved', to: 'retained', until: null }))?.on).toBe(DAY);
    const lent = line({ kind: 'taken-out', to: 'retained', until: later.until });
    const back = line({ kind: 'brought-back', to: 'retained' });
    expect(due(line({}), retained, lent, back)).toEqual({ kind: 'keep-until', on: DAY });
    expect(due(line({}), retained, line({ kind: 'moved', to: 'in-test' }))).toBeNull();
  });
});

describe('the day a retained part is kept until', () => {
  const facts = { today: DAY, months: 6, producedOn: '2026-09-01' as PlainDate, shelfLifeDays: 365 };
  it.each([
    ['the end of the shelf life', {}, '2027-09-01'],
    ['six months without a shelf life', { shelfLifeDays: null }, '2027-05-21'],
    ['six months without a production date', { producedOn: null }, '2027-05-21'],
    ['six months when the shelf life has lapsed', { shelfLifeDays: 30 }, '2027-05-21'],
    ['as many months as the setting says', { shelfLifeDays: null, months: 12 }, '2027-11-21'],
  ] as const)('is %s', (_, changes, day) => expect(defaultKeepUntil({ ...facts, ...changes })).toBe(day));
});
