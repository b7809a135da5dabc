import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';
import { decide } from '#shared/domain/star/decide.ts';
import {
  CHAIN_LINKS,
  DOCUMENT_KINDS,
  EVALUATION_MODES,
  RISK_CONTROL_LEVELS,
  TRACEABILITY_LEVELS,
  type Dossier,
} from '#shared/domain/star/dossier.ts';
import { factsOf } from '#shared/domain/star/facts.ts';
import { STARS } from '#shared/domain/star/star.ts';
import { verdictText, type Verdict } from '#shared/domain/star/verdict.ts';
import { addDays } from '#shared/base/plain-date.ts';
import {
  asking,
  certificate,
  dossierArbitrary,
  paper,
  STAR_STANDARD,
  standardContent,
  standardOf,
} from '#tests/support/dossiers.ts';

const RUNS = { numRuns: 2_000 };
const FEWER = { numRuns: 500 };
const verdictOf = (dossier: Dossier): Verdict => decide(STAR_STANDARD, dossier);
const highest = (dossier: Dossier): number => verdictOf(dossier).highestSatisfied ?? 0;

const holds = (property: (dossier: Dossier) => void, runs = RUNS): void => {
  fc.assert(fc.property(dossierArbitrary, property), runs);
};

/** `expect` is slow; it is only called to show a difference. */
const same = (found: string, wanted: string): void => {
  if (found !== wanted) expect(found).toBe(wanted);
};

/** Whatever the change adds, the highest satisfied star must not go down. */
const neverLowers = <T>(change: fc.Arbitrary<T>, apply: (dossier: Dossier, value: T) => Dossier): void => {
  fc.assert(
    fc.property(dossierArbitrary, change, (dossier, value) => highest(apply(dossier, value)) >= highest(dossier)),
    RUNS,
  );
};

function shuffled<T>(list: readonly T[] | null | undefined, seed: number): readonly T[] | null | undefined {
  if (list == null) return list;
  return list
    .map((value, index) => ({ value, at: Math.imul(index + 1, seed) >>> 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function reversedKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversedKeys) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, field]) => [key, reversedKeys<unknown>(field)])) as T;
}

describe('same input, same bytes', () => {
  it('twice in a row, and whatever the order of keys', () =>
    holds((dossier) => {
      const first = verdictText(verdictOf(dossier));
      same(verdictText(verdictOf(dossier)), first);
      same(verdictText(verdictOf(reversedKeys(dossier))), first);
    }));

  it('an absent fact and a null one are the same', () =>
    holds((dossier) => {
      const whole = JSON.parse(JSON.stringify(dossier), (_, value: unknown) => value ?? undefined) as Dossier;
      same(verdictText(verdictOf(whole)), verdictText(verdictOf(dossier)));
    }, FEWER));

  const again = standardOf(standardContent());
  it('a stored decision replayed on its stored dossier and standard gives the stored verdict', () =>
    holds((dossier) => {
      const stored = { dossier: JSON.stringify(dossier), verdict: verdictText(verdictOf(dossier)) };
      same(verdictText(decide(again, JSON.parse(stored.dossier) as Dossier)), stored.verdict);
    }));

  it('the verdict has a canonical form, so that it can be hashed', () =>
    holds((dossier) => {
      const verdict = verdictOf(dossier);
      expect(canonicalJson(verdict as unknown as Canonical)).toBe(
        canonicalJson(JSON.parse(verdictText(verdict)) as Canonical),
      );
    }, FEWER));

  it('the order of documents, incidents and exemptions changes nothing but the paths', () => {
    const pathless = (verdict: Verdict): string =>
      JSON.stringify({
        ...verdict,
        criteria: verdict.criteria.map(({ evidence, ...rest }) => ({ ...rest, paths: evidence.length })),
      });
    fc.assert(
      fc.property(dossierArbitrary, fc.integer(), (dossier, seed) => {
        const moved: Dossier = {
          ...dossier,
          documents: shuffled(dossier.documents, seed),
          incidents: shuffled(dossier.incidents, seed),
          notApplicable: shuffled(dossier.notApplicable, seed),
        };
        same(pathless(verdictOf(moved)), pathless(verdictOf(dossier)));
      }),
      RUNS,
    );
  });
});

describe('evidence only helps in the right direction', () => {
  const added = fc.record({
    kind: fc.constantFrom(...DOCUMENT_KINDS),
    link: fc.constantFrom(...CHAIN_LINKS),
    from: fc.constantFrom(null, 0, 400),
    until: fc.constantFrom(null, 0, 400),
  });

  it('an accepted document that holds never lowers the highest star', () =>
    neverLowers(added, (dossier, { kind, link, from, until }) => {
      const { day } = factsOf(dossier);
      const bounds = {
        validFrom: from === null ? null : addDays(day, -from),
        validUntil: until === null ? null : addDays(day, until),
      };
      const document = kind === 'compliance-certificate' ? certificate(link, bounds) : paper(kind, bounds);
      return { ...dossier, documents: [...(dossier.documents ?? []), document] };
    }));

  it('nor a raised traceability level', () =>
    neverLowers(fc.constantFrom(...TRACEABILITY_LEVELS), (dossier, level) =>
      TRACEABILITY_LEVELS.indexOf(level) < TRACEABILITY_LEVELS.indexOf(dossier.traceability ?? 'enterprise')
        ? dossier
        : { ...dossier, traceability: level },
    ));

  it('nor a raised risk-control level', () =>
    neverLowers(fc.constantFrom(...RISK_CONTROL_LEVELS), (dossier, level) =>
      RISK_CONTROL_LEVELS.indexOf(level) < RISK_CONTROL_LEVELS.indexOf(dossier.riskControl ?? 'filed')
        ? dossier
        : { ...dossier, riskControl: level },
    ));

  it('nor a stricter completed evaluation', () =>
    neverLowers(fc.constantFrom(...EVALUATION_MODES), (dossier, mode) =>
      EVALUATION_MODES.indexOf(mode) < EVALUATION_MODES.indexOf(dossier.evaluation?.mode ?? 'online')
        ? dossier
        : { ...dossier, evaluation: { mode, completedOn: dossier.case.submittedOn } },
    ));

  it('nor a waiver, an exemption, a passed test or an accepted sample', () =>
    neverLowers(fc.constantFrom(...CHAIN_LINKS), (dossier, link) => ({
      ...dossier,
      youngEnterpriseWaiver: { by: 'U-7', reason: '样例' },
      notApplicable: [
        ...(dossier.notApplicable ?? []),
        { criterion: 'BASIC.COMPLIANCE_CERTS', link, by: 'U-7', reason: '样例' },
      ],
      spotCheck: dossier.spotCheck?.outcome === 'failed' ? dossier.spotCheck : { outcome: 'passed' },
      siteTest: dossier.siteTest?.outcome === 'failed' ? dossier.siteTest : { outcome: 'passed' },
      sample: { receivedOn: dossier.case.submittedOn, accepted: true },
    })));

  it('an upheld important incident never raises it', () => {
    const incident = fc.record({
      kind: fc.constantFrom('complaint' as const, 'accident' as const),
      back: fc.integer({ min: -60, max: 1_400 }),
    });
    fc.assert(
      fc.property(dossierArbitrary, incident, (dossier, { kind, back }) => {
        const occurredOn = addDays(factsOf(dossier).day, -back);
        const worse: Dossier = {
          ...dossier,
          incidents: [...(dossier.incidents ?? []), { kind, occurredOn, status: 'upheld', grade: 'important' }],
        };
        return highest(worse) <= highest(dossier);
      }),
      RUNS,
    );
  });
});

describe('the outcome', () => {
  it('follows from the stars and the request alone', () =>
    holds((dossier) => {
      const { outcome, star, stars, missing, criteria, requestedStar } = verdictOf(dossier);
      const at = (answer: string): readonly string[] =>
        star === null ? [] : criteria.filter(({ perStar }) => perStar[star] === answer).map(({ id }) => id);
      if (outcome === 'grant') expect([star, at('unknown'), at('not-met')]).toEqual([requestedStar, [], []]);
      if (outcome === 'propose') {
        expect(star).toBeLessThan(requestedStar);
        expect([at('unknown'), at('not-met')]).toEqual([[], []]);
      }
      if (outcome === 'refuse') {
        expect(star).toBeNull();
        for (const lower of STARS.filter((one) => one <= requestedStar)) expect(stars[lower]).toBe('failed');
      }
      expect(missing).toEqual(outcome === 'undecidable' ? at('unknown') : []);
      expect(missing.length > 0).toBe(outcome === 'undecidable');
    }));

  it('another request changes neither stars nor criteria nor the highest star', () =>
    holds((dossier) => {
      const { stars, criteria, highestSatisfied } = verdictOf(dossier);
      for (const requested of STARS) {
        const other = verdictOf(asking(dossier, requested));
        same(
          JSON.stringify([other.stars, other.criteria, other.highestSatisfied]),
          JSON.stringify([stars, criteria, highestSatisfied]),
        );
      }
    }, FEWER));

  it('a grant or proposal is never above the highest satisfied star', () =>
    holds((dossier) => {
      const { outcome, star, highestSatisfied } = verdictOf(dossier);
      if (outcome === 'grant' || outcome === 'propose') expect(star).toBeLessThanOrEqual(highestSatisfied ?? 0);
    }));
});

describe('sentences', () => {
  it('are whole sentences in both languages that name every star asked', () =>
    holds((dossier) => {
      for (const { reason, perStar } of verdictOf(dossier).criteria) {
        expect(reason.zh).toMatch(/^\P{Lu}.*星.*。$/su);
        expect(reason.en).toMatch(/^[A-Z0-9].*; the criterion is .*★\.$/su);
        expect(`${reason.zh}${reason.en}`).not.toMatch(/undefined|null|NaN|\[object/);
        expect(Object.keys(perStar).length).toBeGreaterThan(0);
      }
    }, FEWER));

  it('evidence names fields that are there', () =>
    holds((dossier) => {
      for (const { evidence } of verdictOf(dossier).criteria) {
        for (const path of evidence) {
          const value = path
            .split(/[.[\]]+/)
            .filter((step) => step !== '')
            .reduce<unknown>((at, step) => (at as Record<string, unknown> | null | undefined)?.[step], dossier);
          expect(value ?? 'absent', path).not.toBe('absent');
        }
        expect(new Set(evidence).size).toBe(evidence.length);
      }
    }, FEWER));
});
