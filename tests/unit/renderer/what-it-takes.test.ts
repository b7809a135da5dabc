import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier, Incident } from '#shared/domain/star/dossier.ts';
import { STARS, type Star } from '#shared/domain/star/star.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { textIn, type TextOf } from '#renderer/ui/language.tsx';
import { whatItTakes, type Need, type StarNeeds } from '#renderer/ui/what-it-takes.ts';
import { dossierArbitrary } from '#tests/support/dossiers.ts';
import { sampleCase, sampleDossier, sampleStandard } from '#tests/support/sample-case.ts';

const zh: TextOf = (key, values) => textIn('zh', key, values);
const en: TextOf = (key, values) => textIn('en', key, values);
const standard = sampleStandard();
const SATISFIED = { 1: 'satisfied', 2: 'satisfied', 3: 'satisfied', 4: 'satisfied', 5: 'satisfied' } as const;
const day = (text: string): PlainDate => text as PlainDate;
const incident = (occurredOn: string, status: Incident['status'], grade: Incident['grade']): Incident => ({
  kind: 'complaint',
  occurredOn: day(occurredOn),
  status,
  grade,
});
const reviewed = (change: Partial<Dossier>): Dossier => {
  const dossier = sampleDossier(change);
  return { ...dossier, case: { ...dossier.case, reviewOn: day('2026-03-31'), decisionOn: day('2026-04-10') } };
};

describe('what it would take', () => {
  const needs = (dossier: Dossier, text = zh) =>
    whatItTakes({ dossier, verdict: sampleCase(dossier).verdict, standard }, text).map(
      ({ besides, needs: own, star }) => ({
        star,
        besides,
        words: own.map(({ words }) => words),
      }),
    );

  it('names the level asked for and the one there is, on top of the star below', () => {
    expect(needs(sampleDossier())).toEqual([
      { star: 4, besides: null, words: ['质量保险：需评定日有效的保单，现为保单待补'] },
      {
        star: 5,
        besides: 4,
        words: ['产品溯源：需可追溯至生产与流通，现为可追溯至生产环境', '风控制度：需有效测试，现为现场核验'],
      },
    ]);
  });

  it('names a higher level again when the star below already asked for less', () => {
    const [, , five] = needs(sampleDossier({ traceability: 'product' }));
    expect(five).toBeUndefined();
    const last = needs(sampleDossier({ traceability: 'product' })).at(-1);
    expect(last?.words).toContain('产品溯源：需可追溯至生产与流通，现为可追溯至产品');
  });

  it('says with its days why a clean period is not met', () => {
    const dossier = reviewed({ incidents: [incident('2023-06-01', 'upheld', 'important')] });
    const last = needs(dossier).at(-1);
    expect(last?.words[0]).toBe('36 个月（自 2023-03-31 起）的清白期：2023-06-01 投诉 成立·重要');
  });

  it('never sends a star to a check that it does not ask for', () => {
    const [, two, three] = needs(sampleDossier({ spotCheck: null, siteTest: null }));
    expect(two).toMatchObject({ star: 2, besides: 1, words: [] });
    expect(three?.besides).toBeNull();
    expect(three?.words.join()).toContain('现场检验');
    expect(three?.words.join()).not.toContain('抽检合格');
  });

  /** A star's needs with what it names a lower star for written out. */
  const writtenOut = (stars: readonly StarNeeds[], star: Star | null): readonly Need[] => {
    const own = stars.find((one) => one.star === star);
    return own === undefined ? [] : [...own.needs, ...writtenOut(stars, own.besides)];
  };

  it('is exactly what keeps a star from being satisfied, however it is abbreviated', () => {
    let abbreviated = 0;
    fc.assert(
      fc.property(dossierArbitrary, (dossier) => {
        const verdict = decide(standard, dossier);
        const stars = whatItTakes({ dossier, verdict, standard }, zh);
        expect(stars.map(({ star }) => star)).toEqual(STARS.filter((star) => verdict.stars[star] !== 'satisfied'));
        for (const { besides, star } of stars) {
          if (besides !== null) abbreviated += 1;
          const listed = writtenOut(stars, star);
          const blocking = verdict.criteria.filter(({ perStar }) => /^(?:unknown|not-met)$/.test(perStar[star] ?? ''));
          expect(listed.map(({ criterion }) => criterion).toSorted()).toEqual(blocking.map(({ id }) => id).toSorted());
          for (const need of listed) {
            const alone = verdict.criteria.map((one) => ({ ...one, perStar: { [star]: one.perStar[star] } }));
            const only = { ...verdict, criteria: alone, stars: { ...SATISFIED, [star]: verdict.stars[star] } };
            const [own] = whatItTakes({ dossier, verdict: only as Verdict, standard }, zh);
            expect(own?.needs.map(({ words }) => words)).toContain(need.words);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(abbreviated).toBeGreaterThan(50);
  });

  it('says it in either language', () => {
    const empty: Dossier = { case: { id: 'C-1', requestedStar: 1, submittedOn: day('2026-03-02') } };
    const { verdict } = sampleCase(empty);
    for (const text of [zh, en]) {
      const stars = whatItTakes({ dossier: empty, verdict, standard }, text);
      expect(stars.flatMap(({ needs: own }) => own.map(({ words }) => words)).join()).not.toMatch(/\{|undefined|null/);
    }
    expect(
      needs(empty, en)
        .flatMap(({ words }) => words)
        .join(),
    ).not.toMatch(/[\u4e00-\u9fff]/u);
  });
});
