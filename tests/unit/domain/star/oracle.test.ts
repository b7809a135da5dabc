import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import { decide } from '#shared/domain/star/decide.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import { STARS } from '#shared/domain/star/star.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { dossierArbitrary, STAR_STANDARD } from '#tests/support/dossiers.ts';
import { oracle, type OracleVerdict } from './oracle.ts';

/** The engine's verdict in the oracle's shape: star by star instead of criterion by criterion. */
function byStar(verdict: Verdict): OracleVerdict {
  const answers: Record<string, Record<string, OracleVerdict['answers'][string][string] & string>> = {};
  for (const { id, perStar } of verdict.criteria) {
    for (const [star, answer] of Object.entries(perStar)) (answers[star] ??= {})[id] = answer;
  }
  const { outcome, star, highestSatisfied, missing } = verdict;
  return { outcome, star, highestSatisfied, stars: { ...verdict.stars }, answers, missing };
}

/** Everything two verdicts are compared by, as one line; `expect` is only called to show a difference, being slow. */
const flat = ({ outcome, star, highestSatisfied, missing, stars, answers }: OracleVerdict): string =>
  [
    outcome,
    star,
    highestSatisfied,
    missing,
    STARS.map((at) => [stars[at], CRITERION_IDS.map((id) => answers[at]?.[id])]),
  ].join();

describe('the engine against the prose', () => {
  it('agrees with a second, literal reading of the specification on 20,000 random dossiers', () => {
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(dossierArbitrary, (dossier: Dossier) => {
        const expected = oracle(dossier);
        const key = `${expected.outcome} ${expected.star}`;
        outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
        const found = byStar(decide(STAR_STANDARD, dossier));
        if (flat(found) !== flat(expected)) expect(found).toEqual(expected);
      }),
      { numRuns: 20_000 },
    );
    const often = (outcome: string): number =>
      [...outcomes].filter(([key]) => key.startsWith(outcome)).reduce((sum, [, count]) => sum + count, 0);
    for (const outcome of ['grant', 'propose', 'undecidable', 'refuse'])
      expect(often(outcome), outcome).toBeGreaterThan(300);
    for (const star of [1, 2, 3, 4, 5]) expect(outcomes.get(`grant ${star}`), `grant ${star}`).toBeGreaterThan(20);
    for (const star of [1, 2, 3, 4]) expect(outcomes.get(`propose ${star}`), `propose ${star}`).toBeGreaterThan(5);
  });
});
