import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayDecide, mayEvaluate, PANEL_SIZE, type Involvement } from '#shared/domain/impartiality.ts';

const involvement: fc.Arbitrary<Involvement> = fc.record({
  touches: fc.subarray(['recorded-evidence', 'gave-opinion', 'decided'] as const),
  conflict: fc.option(fc.string({ minLength: 1 })),
});

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

  it('never gets looser by one more touch', () => {
    fc.assert(
      fc.property(involvement, fc.constantFrom('recorded-evidence', 'gave-opinion', 'decided'), (person, touch) => {
        const more = { ...person, touches: [...person.touches, touch] };
        if (mayDecide(more).ok) expect(mayDecide(person).ok).toBe(true);
        if (mayEvaluate(more).ok) expect(mayEvaluate(person).ok).toBe(true);
      }),
    );
  });

  it('names the interest in the person’s own words, before anything else', () => {
    const person = { touches: ['gave-opinion'], conflict: '配偶在该企业任职' } as const;
    const refusal = { ok: false, failure: { code: 'impartiality.conflict', data: { reason: '配偶在该企业任职' } } };
    expect(mayDecide(person)).toEqual(refusal);
    expect(mayEvaluate(person)).toEqual(refusal);
  });

  it('asks for more eyes the higher the star', () => {
    expect(PANEL_SIZE).toEqual({ 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 });
  });
});
