import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  disagreementOf,
  freeSeats,
  isPanelComplete,
  mayReadOpinion,
  OPINION_ANSWERS,
  type ComparedOpinion,
} from '#shared/domain/panel.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';

const seats = fc.uniqueArray(fc.record({ personId: fc.constantFrom(...'abcdefgh'), given: fc.boolean() }), {
  selector: ({ personId }) => personId,
});
const size = fc.integer({ min: 1, max: 5 });

describe('a panel', () => {
  it('is complete exactly when enough sit on it and every one of them has spoken', () => {
    fc.assert(
      fc.property(seats, size, (held, needed) => {
        const spoken = held.filter(({ given }) => given).length;
        expect(isPanelComplete(held, needed)).toBe(spoken === held.length && spoken >= needed);
        if (isPanelComplete(held, needed)) expect(freeSeats(held, needed)).toBe(0);
      }),
    );
  });

  it('is closed again by one more seat, and never opened by it', () => {
    fc.assert(
      fc.property(seats, size, (held, needed) => {
        expect(isPanelComplete([...held, { personId: 'z', given: false }], needed)).toBe(false);
      }),
    );
  });
});

const opinion: fc.Arbitrary<ComparedOpinion> = fc.record({
  by: fc.string({ minLength: 1, maxLength: 3 }),
  star: fc.integer({ min: 0, max: 5 }),
  criteria: fc.uniqueArray(
    fc.record({
      criterion: fc.constantFrom(...CRITERION_IDS),
      answer: fc.constantFrom(...OPINION_ANSWERS),
      comment: fc.constant('x'),
    }),
    { selector: ({ criterion }) => criterion },
  ),
});
const panel = fc.uniqueArray(opinion, { selector: ({ by }) => by, maxLength: 5 });

describe('disagreement', () => {
  it('names exactly the criteria that two experts answered differently, and everybody who answered them', () => {
    fc.assert(
      fc.property(panel, (opinions) => {
        const found = disagreementOf(opinions);
        for (const id of CRITERION_IDS) {
          const answered = opinions.flatMap(({ by, criteria }) =>
            criteria.filter(({ criterion }) => criterion === id).map(({ answer }) => ({ answer, by })),
          );
          const differs = new Set(answered.map(({ answer }) => answer)).size > 1;
          const named = found?.criteria.find(({ criterion }) => criterion === id);
          expect(named !== undefined).toBe(differs);
          if (named === undefined) continue;
          const told = named.answers.flatMap(({ answer, by }) => by.map((name) => ({ answer, by: name })));
          expect(told).toHaveLength(answered.length);
          expect(told).toEqual(expect.arrayContaining(answered));
        }
      }),
    );
  });

  it('spans the stars from the lowest to the highest; one expert differs from nobody', () => {
    fc.assert(
      fc.property(panel, (opinions) => {
        const found = disagreementOf(opinions);
        if (opinions.length === 0) {
          expect(found).toBeNull();
          return;
        }
        const stars = opinions.map(({ star }) => star);
        expect(stars).toContain(found?.lowestStar);
        expect(stars.every((star) => star >= (found?.lowestStar ?? 9) && star <= (found?.highestStar ?? -1))).toBe(
          true,
        );
        if (opinions.length === 1) expect(found?.criteria).toEqual([]);
      }),
    );
  });

  it('does not depend on the order in which they spoke', () => {
    fc.assert(
      fc.property(panel, (opinions) => {
        const differing = (list: readonly ComparedOpinion[]) =>
          disagreementOf(list)
            ?.criteria.map(({ criterion }) => criterion)
            .toSorted();
        expect(differing(opinions.toReversed())).toEqual(differing(opinions));
      }),
    );
  });
});

describe('reading an opinion', () => {
  const reading = fc.record({
    mine: fc.boolean(),
    complete: fc.boolean(),
    wasOpen: fc.boolean(),
    readerMaySpeak: fc.boolean(),
  });

  it('is never for who may still speak before the panel has spoken, but of one’s own', () => {
    fc.assert(
      fc.property(reading, (one) => {
        const before = { ...one, mine: false, complete: false };
        expect(mayReadOpinion({ ...before, readerMaySpeak: true })).toBe(false);
        expect(mayReadOpinion({ ...before, readerMaySpeak: false })).toBe(one.wasOpen);
        expect(mayReadOpinion({ ...one, complete: true })).toBe(true);
        expect(mayReadOpinion({ ...one, mine: true })).toBe(true);
      }),
    );
  });
});
