import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import { CRITERION_IDS, type CriterionId } from '#shared/domain/star/standard.ts';
import { starNames, starSet, type Star } from '#shared/domain/star/star.ts';
import { verdictText, type Verdict } from '#shared/domain/star/verdict.ts';
import {
  asking,
  day,
  fullDossier,
  paper,
  standardContent,
  STAR_STANDARD,
  standardOf,
} from '#tests/support/dossiers.ts';

const verdictOf = (changes: Partial<Dossier> = {}, requested: Star = 3): Verdict =>
  decide(STAR_STANDARD, asking(fullDossier(changes), requested));
const criterion = (verdict: Verdict, id: CriterionId) => verdict.criteria.find((one) => one.id === id);
const evaluation = (mode: 'online' | 'third-party' | 'experts-on-site') => ({
  evaluation: { mode, completedOn: day('2026-05-09') },
});
const upheld = (occurredOn: string): Partial<Dossier> => ({
  incidents: [{ kind: 'complaint', occurredOn: day(occurredOn), status: 'upheld', grade: 'important' }],
});

describe('a verdict is written as the specification shows it', () => {
  const written = JSON.parse(verdictText(verdictOf())) as Record<string, never>;

  it('with exactly its fields, in its order', () => {
    expect(Object.keys(written)).toEqual([
      'standard',
      'caseId',
      'requestedStar',
      'outcome',
      'star',
      'highestSatisfied',
      'stars',
      'criteria',
      'missing',
      'readings',
    ]);
    expect(Object.keys(written['standard'] ?? {})).toEqual(['id', 'version', 'sha256']);
    expect(Object.keys(written['stars'] ?? {})).toEqual(['1', '2', '3', '4', '5']);
    const criteria = written['criteria'] as unknown as readonly Record<string, object>[];
    expect(criteria.map((one) => one['id'])).toEqual([...CRITERION_IDS]);
    for (const one of criteria) {
      expect(Object.keys(one)).toEqual(['id', 'perStar', 'reason', 'evidence']);
      expect(Object.keys(one['reason'] ?? {})).toEqual(['zh', 'en']);
    }
    expect(criteria.map((one) => Object.keys(one['perStar'] ?? {}).join(''))).toEqual([
      '12345',
      '12345',
      '2345',
      '12345',
      '12345',
      '2345',
      '45',
      '12345',
      '345',
      '12345',
      '12345',
    ]);
  });

  it('criteria stand in the standard’s own order', () => {
    const content = standardContent() as { criteria: { id: CriterionId }[] };
    content.criteria.reverse();
    const verdict = decide(standardOf(content), fullDossier());
    expect(verdict.criteria.map((one) => one.id)).toEqual(CRITERION_IDS.toReversed());
  });
});

describe('the walk down from the requested star', () => {
  const rows: readonly (readonly [
    string,
    Star,
    Partial<Dossier>,
    Verdict['outcome'],
    Star | null,
    Star | null,
    readonly string[],
  ])[] = [
    ['everything is there', 5, {}, 'grant', 5, 5, []],
    ['more than was asked for', 1, {}, 'grant', 1, 5, []],
    ['five fail, four satisfied', 5, upheld('2024-01-01'), 'propose', 4, 4, []],
    ['three to five fail', 5, evaluation('third-party'), 'propose', 2, 2, []],
    ['two to five fail', 2, evaluation('online'), 'propose', 1, 1, []],
    [
      'requested star open',
      4,
      { documents: fullDossier().documents?.slice(0, -1) },
      'undecidable',
      4,
      3,
      ['RISK.QUALITY_INSURANCE'],
    ],
    [
      'five fail, four open',
      5,
      { ...upheld('2024-01-01'), documents: fullDossier().documents?.slice(0, -1) },
      'undecidable',
      4,
      3,
      ['RISK.QUALITY_INSURANCE'],
    ],
    [
      'open at the request, although a lower star is satisfied',
      3,
      { lines: null },
      'undecidable',
      3,
      2,
      ['TEST.LINES'],
    ],
    [
      'nothing known',
      2,
      {
        documents: null,
        sample: null,
        spotCheck: null,
        siteTest: null,
        evaluation: null,
        traceability: null,
        riskControl: null,
        lines: null,
      },
      'undecidable',
      2,
      null,
      [
        'BASIC.LICENCE',
        'BASIC.COMPLIANCE_CERTS',
        'BASIC.SAFETY_PHOTOS',
        'RISK.TRACEABILITY',
        'RISK.RISK_CONTROL',
        'TEST.PRODUCT',
        'MODE.EVALUATION',
        'GATE.SAMPLE_SENT',
      ],
    ],
    ['failed everywhere', 5, { spotCheck: { outcome: 'failed' } }, 'refuse', null, null, []],
  ];
  it.each(rows)('%s (asked for %i)', (_, requested, changes, outcome, star, highestSatisfied, missing) => {
    expect(verdictOf(changes, requested)).toMatchObject({ outcome, star, highestSatisfied, missing });
  });

  it('measures validity on the decision day, else the review day, else the submission day', () => {
    const documents = [
      ...(fullDossier().documents ?? []).slice(1),
      paper('business-licence', { validUntil: day('2026-05-10') }),
    ];
    const at = (reviewOn: string | null, decisionOn: string | null) =>
      criterion(
        verdictOf({
          documents,
          case: {
            id: 'C-1',
            requestedStar: 3,
            submittedOn: day('2026-03-02'),
            reviewOn: reviewOn === null ? null : day(reviewOn),
            decisionOn: decisionOn === null ? null : day(decisionOn),
          },
        }),
        'BASIC.LICENCE',
      )?.perStar[1];
    expect(at('2026-05-10', '2026-05-11')).toBe('not-met');
    expect(at('2026-05-10', null)).toBe('met');
    expect(at('2026-05-11', null)).toBe('not-met');
    expect(at(null, null)).toBe('met');
  });
});

describe('sentences', () => {
  it.each<readonly [CriterionId, Partial<Dossier>, string, string]>([
    [
      'RISK.CLEAN_RECORD',
      upheld('2024-01-05'),
      '近36个月（2023-05-10至2026-05-20）内有1起成立的重要投诉（2024-01-05），五星不符合，一至四星符合。',
      'In the 36 months counted back from the review (2023-05-10 to 2026-05-20) there was 1 upheld important complaint (2024-01-05); the criterion is not met at 5★ and met at 1–4★.',
    ],
    [
      'RISK.CLEAN_RECORD',
      {
        incidents: [
          { kind: 'accident', occurredOn: day('2026-02-01'), status: 'open' },
          { kind: 'complaint', occurredOn: day('2025-02-03'), status: 'upheld', grade: 'important' },
          { kind: 'complaint', occurredOn: day('2024-12-31'), status: 'upheld', grade: 'important' },
        ],
      },
      '近36个月（2023-05-10至2026-05-20）内有2起成立的重要投诉（2024-12-31、2025-02-03）、1起安全责任事故尚未结案（2026-02-01），三至五星不符合，一、二星尚不能判定。',
      'In the 36 months counted back from the review (2023-05-10 to 2026-05-20) there were 2 upheld important complaints (2024-12-31, 2025-02-03), 1 accident still open (2026-02-01); the criterion is not met at 3–5★ and not yet known at 1–2★.',
    ],
    [
      'BASIC.COMPLIANCE_CERTS',
      {
        documents: [],
        notApplicable: [{ criterion: 'BASIC.COMPLIANCE_CERTS', link: 'transport', by: 'U-7', reason: '自产自销' }],
      },
      '缺生产、加工、储存、销售环节的证书；运输环节由U-7认定不适用（自产自销），一至五星尚不能判定。',
      'There is no certificate for production, processing, storage and sale; transport does not apply (U-7: 自产自销); the criterion is not yet known at 1–5★.',
    ],
    [
      'MODE.EVALUATION',
      evaluation('online'),
      '线上评价已于2026-05-09完成，而二星要求“第三方委托评价”、三至五星要求“专家现场评价”，二至五星不符合，一星符合。',
      'The online evaluation was completed on 2026-05-09, while 2★ asks for “Entrusted third-party evaluation” and 3–5★ ask for “Expert on-site evaluation”; the criterion is not met at 2–5★ and met at 1★.',
    ],
    [
      'RISK.QUALITY_INSURANCE',
      { documents: [paper('insurance-policy', { validUntil: day('2026-05-19') })] },
      '产品质量保险单有效期仅至2026-05-19（评定以2026-05-20为准），四、五星不符合。',
      'The product quality insurance policy was valid only until 2026-05-19, before 2026-05-20; the criterion is not met at 4–5★.',
    ],
  ])('%s', (id, changes, zh, en) => expect(criterion(verdictOf(changes), id)?.reason).toEqual({ zh, en }));

  it('name sets of stars', () => {
    const names = (...stars: readonly Star[]): readonly string[] => Object.values(starNames(starSet(stars)));
    expect(names(1)).toEqual(['一星', '1★']);
    expect(names(1, 2)).toEqual(['一、二星', '1–2★']);
    expect(names(1, 3, 4, 5)).toEqual(['一星、三至五星', '1★ and 3–5★']);
    expect(names(1, 3, 5)).toEqual(['一星、三星、五星', '1★, 3★ and 5★']);
  });
});

describe('evidence', () => {
  it.each<readonly [CriterionId, Partial<Dossier>, readonly string[]]>([
    ['RISK.CLEAN_RECORD', upheld('2024-01-05'), ['incidents[0]']],
    ['BASIC.LICENCE', {}, ['documents[0]', 'enterprise.uscc']],
    ['BASIC.SAFETY_PHOTOS', {}, ['documents[6]', 'documents[7]', 'documents[8]']],
    ['BASIC.COMPLIANCE_CERTS', {}, ['documents[1]', 'documents[2]', 'documents[3]', 'documents[4]', 'documents[5]']],
    ['RISK.TRACEABILITY', {}, ['traceability']],
    ['RISK.TRACEABILITY', { traceability: null }, []],
    ['TEST.PRODUCT', {}, ['spotCheck', 'siteTest']],
    ['GATE.SAMPLE_SENT', {}, ['sample']],
  ])('%s', (id, changes, paths) => expect(criterion(verdictOf(changes), id)?.evidence).toEqual(paths));
});

describe('readings', () => {
  const readings = (changes: Partial<Dossier>, requested: Star = 3): readonly string[] =>
    verdictOf(changes, requested).readings;

  it.each<readonly [string, string, Partial<Dossier>, Partial<Dossier>]>([
    ['A02 when the evaluation was not by experts', 'A02', evaluation('third-party'), {}],
    ['A05 when a licence decided', 'A05', {}, { documents: [] }],
    [
      'A06 when a link does not apply',
      'A06',
      {
        documents: [],
        notApplicable: [{ criterion: 'BASIC.COMPLIANCE_CERTS', link: 'sale', by: 'U-7', reason: '样例' }],
      },
      {},
    ],
    [
      'A08 when the clean period is counted',
      'A08',
      {},
      { case: { id: 'C-1', requestedStar: 3, submittedOn: day('2026-03-02') } },
    ],
    ['A09 when the enterprise is young', 'A09', { enterprise: { foundedOn: day('2026-01-01') } }, {}],
    ['A10 when a higher traceability level served', 'A10', {}, { traceability: 'enterprise' }],
    [
      'A13 when the sample was not selected',
      'A13',
      { spotCheck: { outcome: 'not-selected', by: 'U-7', reason: '样例' }, siteTest: null },
      {},
    ],
    ['A14 when the lines passed', 'A14', {}, { lines: null }],
    ['A22 when a stricter route served a lower star', 'A22', {}, { evaluation: null }],
  ])('%s', (_, id, mattering, not) => {
    expect(readings(mattering)).toContain(id);
    expect(readings(not)).not.toContain(id);
  });

  it('A17 only when a lower star comes up', () => {
    expect(readings(evaluation('third-party'), 3)).toContain('A17');
    expect(readings(evaluation('third-party'), 2)).not.toContain('A17');
  });

  it('are sorted and named by the standard', () => {
    const found = readings({});
    expect(found).toEqual(found.toSorted());
    expect(STAR_STANDARD.readings.map(({ id }) => id)).toEqual(expect.arrayContaining([...found]));
  });
});
