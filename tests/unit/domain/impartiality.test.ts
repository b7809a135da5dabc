import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mayDecide,
  mayDecideAppeal,
  mayDecideRound,
  mayEvaluate,
  mayJudgeRound,
  mergeTouches,
  PANEL_SIZE,
  TOUCHES,
  type Involvement,
  type TouchInRound,
} from '#shared/domain/impartiality.ts';
import { ROUND_KINDS } from '#shared/domain/panel.ts';
import { PLAIN_REVIEW } from '#shared/domain/review-settings.ts';

const involvement: fc.Arbitrary<Involvement> = fc
  .record({
    touches: fc.subarray([...TOUCHES]),
    filedAppeal: fc.boolean(),
    conflict: fc.option(fc.string({ minLength: 1 })),
  })
  .chain((person) => fc.subarray([...person.touches]).map((earlier) => ({ ...person, earlier })));

describe('impartiality', () => {
  it('lets decide exactly who neither evaluated nor has an interest', () => {
    fc.assert(
      fc.property(involvement, (person) => {
        const evaluated = person.touches.includes('recorded-evidence') || person.touches.includes('gave-opinion');
        expect(mayDecide(person).ok).toBe(!evaluated && person.conflict === null);
      }),
    );
  });

  it('lets evaluate exactly who neither decided nor has an interest', () => {
    fc.assert(
      fc.property(involvement, (person) => {
        expect(mayEvaluate(person).ok).toBe(!person.touches.includes('decided') && person.conflict === null);
      }),
    );
  });

  it('lets nobody decide or judge an appeal who touched the case before it', () => {
    fc.assert(
      fc.property(involvement, (person) => {
        const strange = person.earlier.length === 0 && person.conflict === null;
        expect(mayDecideAppeal(person).ok).toBe(strange);
        expect(mayDecideRound(person, 'appeal').ok).toBe(strange && mayDecide(person).ok && !person.filedAppeal);
        expect(mayJudgeRound(person, 'appeal').ok).toBe(strange && mayEvaluate(person).ok);
      }),
    );
  });

  it('asks of an appeal all that any other round asks, and of those the same', () => {
    fc.assert(
      fc.property(involvement, fc.constantFrom(...ROUND_KINDS), (person, kind) => {
        if (mayDecideRound(person, kind).ok) expect(mayDecide(person).ok).toBe(true);
        if (mayJudgeRound(person, kind).ok) expect(mayEvaluate(person).ok).toBe(true);
        if (kind !== 'appeal') expect(mayDecideRound(person, kind)).toEqual(mayDecide(person));
      }),
    );
  });

  it('never gets looser by one more touch', () => {
    fc.assert(
      fc.property(involvement, fc.constantFrom(...TOUCHES), fc.boolean(), (person, touch, before) => {
        const more: Involvement = {
          ...person,
          touches: [...person.touches, touch],
          earlier: before ? [...person.earlier, touch] : person.earlier,
        };
        for (const rule of [mayDecide, mayEvaluate, mayDecideAppeal])
          if (rule(more).ok) expect(rule(person).ok).toBe(true);
      }),
    );
  });

  it('names the interest in the person’s own words, before anything else', () => {
    const person = {
      touches: ['gave-opinion'],
      earlier: ['gave-opinion'],
      filedAppeal: true,
      conflict: '配偶在该企业任职',
    } as const;
    const refusal = { ok: false, failure: { code: 'impartiality.conflict', data: { reason: '配偶在该企业任职' } } };
    for (const rule of [mayDecide, mayEvaluate, mayDecideAppeal]) expect(rule(person)).toEqual(refusal);
  });

  it('keeps of a touch told twice the earliest round, and loses none', () => {
    const touch = fc.record({
      personId: fc.constantFrom('U-a', 'U-b'),
      touch: fc.constantFrom(...TOUCHES),
      round: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(touch), (touches) => {
        const merged = mergeTouches(touches);
        const key = (one: TouchInRound) => `${one.personId} ${one.touch}`;
        expect(new Set(merged.map(key)).size).toBe(merged.length);
        for (const one of touches) {
          const same = touches.filter((other) => key(other) === key(one)).map(({ round }) => round);
          expect(merged.find((other) => key(other) === key(one))?.round).toBe(Math.min(...same));
        }
      }),
    );
  });

  it('asks for more eyes the higher the star', () => {
    expect(PANEL_SIZE).toEqual({ 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 });
    expect(PLAIN_REVIEW.panel).toEqual(PANEL_SIZE);
  });
});
