import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/star/decide.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import { hasMoved, moveReasons, MoveTally, type Standing } from '#shared/domain/star/what-if.ts';
import {
  asking,
  dossierArbitrary,
  fullDocuments,
  fullDossier,
  standardContent,
  STAR_STANDARD,
  standardOf,
} from '#tests/support/dossiers.ts';

const standing = fc.record({
  outcome: fc.constantFrom('grant', 'propose', 'undecidable', 'refuse'),
  star: fc.constantFrom(1, 2, 3, 4, 5, null),
}) as fc.Arbitrary<Standing>;

describe('a trial of a draft', () => {
  it('counts every case once, however it moves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(standing, standing), { maxLength: 200 }), (moves) => {
        const tally = new MoveTally();
        for (const [from, to] of moves) tally.add(from, to);
        const counts = tally.counts();
        expect(counts.reduce((sum, { cases }) => sum + cases, 0)).toBe(moves.length);
        const moved = counts.filter(({ from, to }) => hasMoved(from, to)).reduce((sum, { cases }) => sum + cases, 0);
        expect(moved).toBe(moves.filter(([from, to]) => hasMoved(from, to)).length);
        expect(counts.map(({ cases }) => cases)).toEqual(counts.map(({ cases }) => cases).toSorted((a, b) => b - a));
      }),
    );
  });

  it('against the same standard moves nobody and names no reason', () => {
    fc.assert(
      fc.property(dossierArbitrary, (dossier) => {
        const [decided, tried] = [decide(STAR_STANDARD, dossier), decide(standardOf(standardContent()), dossier)];
        expect(hasMoved(decided, tried)).toBe(false);
        expect(moveReasons(decided, tried)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('names the criterion a move comes of', () => {
    const content = standardContent() as unknown as {
      criteria: { per_star: Record<string, object> }[];
    };
    const lines = content.criteria[CRITERION_IDS.indexOf('RISK.QUALITY_INSURANCE')];
    if (lines === undefined) throw new Error('the standard has its criteria');
    for (const star of ['1', '2', '3']) lines.per_star[star] = { required: true, zh: '须投保', en: 'insured' };
    const draft = standardOf(content);
    const uninsured = asking(
      fullDossier({ documents: fullDocuments().filter(({ kind }) => kind !== 'insurance-policy') }),
      1,
    );
    expect(hasMoved(decide(STAR_STANDARD, uninsured), decide(draft, uninsured))).toBe(true);
    fc.assert(
      fc.property(dossierArbitrary, (dossier) => {
        const [decided, tried] = [decide(STAR_STANDARD, dossier), decide(draft, dossier)];
        if (hasMoved(decided, tried)) expect(moveReasons(decided, tried)).toEqual(['RISK.QUALITY_INSURANCE']);
      }),
      { numRuns: 500, examples: [[uninsured]] },
    );
  });
});
