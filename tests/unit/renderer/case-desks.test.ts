import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftOf, valueOf } from '#renderer/desks/inspection/finding-draft.ts';
import {
  currentFindings,
  FINDING_KINDS,
  findingHistory,
  findingText,
  unconfirmedReports,
} from '#renderer/desks/inspection/finding-words.ts';
import { nextFinding } from '#renderer/desks/inspection/next-finding.ts';
import { BADGE_STOCKS, sheetUse } from '#renderer/desks/printing/badge-stocks.ts';
import { certificatesToPrint } from '#renderer/desks/printing/papers-to-print.ts';
import { decisionConsequence, whyNotDecidable } from '#renderer/desks/review/decision-words.ts';
import { textIn, type TextOf } from '#renderer/ui/language.tsx';
import { decisionName, verdictWords } from '#renderer/ui/verdict-words.ts';
import type { CertificateNumber, CaseId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { findingValue, type FindingValue } from '#shared/contract/cases.ts';
import type { AwardRow } from '#shared/contract/papers.ts';
import { insuredDossier, sampleCase, sampleDossier } from '#tests/support/sample-case.ts';

const zh: TextOf = (key, values) => textIn('zh', key, values);
const on = '2026-11-18' as PlainDate;

const granted = sampleCase(insuredDossier());
const proposed = sampleCase(sampleDossier({ traceability: 'product' }));
const refused = sampleCase(sampleDossier({ siteTest: { outcome: 'failed' } }));
const awaiting = sampleCase();

describe('the sentence a decider reads before the button', () => {
  it.each([
    [granted, '四星各项均符合。', '授予四星'],
    [proposed, '四星不符合 1 项：产品溯源。', '提议三星'],
    [refused, '四星不符合 1 项：产品检测。', '不予评定'],
    [awaiting, '四星尚缺 1 项：质量保险。', '评定'],
  ])('says what the verdict says', (view, head, button) => {
    expect(verdictWords(view.verdict, zh).head).toBe(head);
    expect(decisionName(view.verdict, zh)).toBe(button);
  });

  it('names both stars when a lower one is the open candidate', () => {
    const view = sampleCase(sampleDossier({ traceability: 'product', lines: null }));
    expect(verdictWords(view.verdict, zh).head).toBe('四星不符合 1 项：产品溯源。 三星尚缺 1 项：生产线与检测线。');
  });

  it('tells exactly what will happen, and leaves no place unfilled', () => {
    expect(decisionConsequence(proposed, proposed.verdict, zh)).toContain('提议三星（申报四星）');
    for (const view of [granted, proposed, refused, awaiting]) {
      const { head, tail } = verdictWords(view.verdict, zh);
      expect(`${head}${tail}${decisionConsequence(view, view.verdict, zh)}`).not.toMatch(/[{}]/);
    }
  });

  it('says why a case is not decidable: what is missing, then the panel', () => {
    expect(whyNotDecidable(awaiting, zh)).toBe('尚不能评定：质量保险。');
    expect(whyNotDecidable(granted, zh)).toBeNull();
    expect(whyNotDecidable({ ...granted, opinions: granted.opinions.slice(0, 2) }, zh)).toBe(
      '四星评定需要 3 份专家意见，现有 2 份。',
    );
  });
});

const VALUES: readonly FindingValue[] = [
  { kind: 'traceability', level: 'product' },
  { kind: 'risk-control', level: 'filed' },
  { kind: 'spot-check', outcome: 'not-selected', reason: '本月未轮到' },
  { kind: 'site-test', outcome: 'passed' },
  { kind: 'lines', inspected: true, recordsViewed: false, outcome: null },
  { kind: 'evaluation', mode: 'third-party', completedOn: null },
  { kind: 'review-date', on },
  { kind: 'young-enterprise-waiver', reason: '改制承继' },
  { kind: 'not-applicable', link: 'transport', reason: '自产自销' },
];

describe('the forms of findings', () => {
  it('give back every recorded value unchanged, as the contract takes it', () => {
    expect(VALUES.map(({ kind }) => kind)).toEqual(FINDING_KINDS);
    for (const value of VALUES) {
      const made = valueOf(value.kind, draftOf(value, on));
      expect(made).toEqual({ value });
      expect(findingValue.safeParse(value).success).toBe(true);
      expect(findingText(value, zh)).not.toMatch(/[{}]/);
    }
  });

  it('name the field that still has to be filled in', () => {
    const empty = draftOf(undefined, '');
    expect(FINDING_KINDS.map((kind) => ('gap' in valueOf(kind, empty) ? kind : null)).filter(Boolean)).toEqual(
      FINDING_KINDS.filter((kind) => kind !== 'lines'),
    );
    expect(valueOf('spot-check', { ...empty, choice: 'not-selected', reason: '  ' })).toEqual({ gap: 'reason' });
    expect(valueOf('review-date', { ...empty, date: '20261118' })).toEqual({ value: { kind: 'review-date', on } });
    expect(valueOf('review-date', { ...empty, date: '2026-02-30' })).toEqual({ gap: 'reviewOn' });
  });
});

describe('what an inspector sees of a case', () => {
  it('keeps superseded facts as history and counts the newest', () => {
    const history = findingHistory(awaiting.findings);
    expect(history.filter(({ superseded }) => superseded).map(({ finding }) => findingText(finding.value, zh))).toEqual(
      ['可追溯至产品'],
    );
    expect(currentFindings(awaiting.findings, 'traceability').map(({ value }) => value)).toEqual([
      { kind: 'traceability', level: 'production-environment' },
    ]);
  });

  it('counts links that do not apply side by side', () => {
    const found = (['transport', 'storage'] as const).map((link) => ({
      kind: 'not-applicable' as const,
      value: { kind: 'not-applicable' as const, link, reason: '自产自销' },
      by: '柳工（样例）',
      at: '2026-11-18T08:30:00Z',
      source: { kind: 'hand' as const },
    }));
    expect(currentFindings(found, 'not-applicable')).toHaveLength(2);
  });

  it('asks to confirm only reported results that nobody has recorded', () => {
    const reported: readonly FindingValue[] = [
      { kind: 'traceability', level: 'product' },
      { kind: 'site-test', outcome: 'passed' },
    ];
    expect(unconfirmedReports({ reported, findings: awaiting.findings })).toEqual([reported[1]]);
  });

  it('leads to the fact that is wanted next', () => {
    const { verdict } = sampleCase(sampleDossier({ riskControl: null, lines: null }));
    expect(nextFinding({ verdict, findings: [] })).toBe('risk-control');
    expect(nextFinding({ verdict: awaiting.verdict, findings: [] })).toBeNull();
  });
});

describe('paper', () => {
  it('knows the badge sheets the backend knows', () => {
    const file = new URL('../../../resources/templates/label-stocks.json', import.meta.url);
    const { stocks } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly stocks: readonly {
        readonly id: string;
        readonly use: string;
        readonly name: string;
        readonly columns: number;
        readonly rows: number;
      }[];
    };
    const badges = stocks.filter(({ use }) => use === 'badge');
    expect(BADGE_STOCKS).toEqual(badges.map(({ id, name, columns, rows }) => ({ id, name, columns, rows })));
  });

  it('counts sheets so that every label has a place and no sheet is empty', () => {
    const stocks = fc.constantFrom(...BADGE_STOCKS);
    fc.assert(
      fc.property(stocks, fc.integer({ min: 1, max: 2000 }), fc.nat(39), (stock, labels, skip) => {
        const perSheet = stock.columns * stock.rows;
        const startAt = 1 + (skip % perSheet);
        const { sheets, left } = sheetUse(stock, labels, startAt);
        expect(startAt - 1 + labels + left).toBe(sheets * perSheet);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThan(perSheet);
      }),
    );
  });

  it('prints certificates from three stars up, once, until a reprint is asked for', () => {
    const award = (star: number, certificatePrints: number): AwardRow => ({
      number: `OTOP-${star}-${certificatePrints}` as CertificateNumber,
      caseId: 'C-1' as CaseId,
      star,
      productName: '安化千两茶',
      enterpriseName: '安化县云台山茶业专业合作社（样例）',
      issuedOn: '2026-11-21',
      validUntil: '2029-11-20',
      checkDueOn: '2027-11-21',
      verifyUrl: 'https://otop.example.cn/v/8KQ2MB7RTX',
      certificatePrints,
      badgePrints: 0,
    });
    const chosen = [award(2, 0), award(3, 0), award(5, 1)];
    expect(certificatesToPrint(chosen, 'to-print')).toEqual([chosen[1]]);
    expect(certificatesToPrint(chosen, 'printed')).toEqual([chosen[1], chosen[2]]);
  });
});
