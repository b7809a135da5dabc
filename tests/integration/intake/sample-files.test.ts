import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BadEntry, IntakeEntry } from '#electron/backend/services/intake/intake-fault.ts';
import { readApplicationsFile } from '#electron/backend/services/intake/read-applications.ts';
import { SHEETS } from '#electron/backend/services/intake/sheets.ts';
import { parseStandard } from '#shared/contract/standard.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { dossierFromApplication } from '#shared/domain/application-dossier.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import type { Application } from '#shared/platform/application.ts';
import { sampleFiles, TEMPLATES } from '#tests/support/make-samples.ts';
import { makeSampleApplications } from '#tests/support/sample-applications.ts';
import { SLIPS } from '#tests/support/sample-bad-workbook.ts';

const DECISION_DAY = '2026-11-21' as PlainDate;

async function entriesOf(name: string): Promise<readonly IntakeEntry[]> {
  const file = await readApplicationsFile(await readFile(join(TEMPLATES, name)), name);
  if (!file.ok) throw new Error(JSON.stringify(file.failure));
  const entries = [...file.value.entries()];
  expect(entries).toHaveLength(file.value.total);
  return entries;
}

const applicationsIn = (entries: readonly IntakeEntry[]): readonly Application[] =>
  entries.flatMap((entry) => (entry.kind === 'good' ? [entry.application] : []));

describe('the shipped files', () => {
  let made: readonly Application[] = [];
  beforeAll(async () => {
    made = await makeSampleApplications();
  });

  it('are what the generator makes, byte for byte', async () => {
    for (const [name, bytes] of await sampleFiles())
      expect(Buffer.compare(await readFile(join(TEMPLATES, name)), bytes), name).toBe(0);
  });

  it.each(['sample-applications.xlsx', 'sample-applications.json'])(
    '%s reads back to the 240 applications',
    async (name) => {
      expect(applicationsIn(await entriesOf(name))).toEqual(made);
      expect(made).toHaveLength(240);
    },
  );

  it('the empty template is refused as empty, and has a row for nobody', async () => {
    const file = await readApplicationsFile(
      await readFile(join(TEMPLATES, 'applications-template.xlsx')),
      'template.xlsx',
    );
    expect(file).toEqual({ ok: false, failure: { code: 'intake.empty' } });
  });

  it('the bad workbook has ten good applications and every slip in its own cell', async () => {
    const entries = await entriesOf('bad-applications.xlsx');
    expect(applicationsIn(entries)).toHaveLength(10);
    const bad = entries.filter((entry): entry is BadEntry => entry.kind === 'bad');
    expect(bad).toHaveLength(SLIPS.length + 2);
    for (const [index, slip] of SLIPS.entries()) {
      const form = SHEETS.find(({ key }) => key === slip.sheet);
      const column = form?.columns.findIndex(({ path }) => path === slip.path) ?? -1;
      expect(bad[index]?.faults.map(({ sheet, column: at }) => [sheet, at])).toEqual([[slip.sheet, column + 1]]);
    }
  });

  it('the README documents every column of every sheet', async () => {
    const readme = await readFile(join(TEMPLATES, 'README.md'), 'utf8');
    for (const { name, columns } of SHEETS) {
      expect(readme).toContain(`## ${name.zh} · ${name.en}`);
      for (const { header } of columns) expect(readme).toContain(`| ${header.zh} | ${header.en} |`);
    }
  });
});

describe('the 240 applications', () => {
  const verdicts: Verdict[] = [];
  let made: readonly Application[] = [];
  beforeAll(async () => {
    const text = await readFile(join(TEMPLATES, '../standards/otop-star.json'), 'utf8');
    const standard = parseStandard(JSON.parse(text), '0'.repeat(64));
    if (!standard.ok) throw new Error(JSON.stringify(standard.failure));
    made = await makeSampleApplications();
    for (const application of made)
      verdicts.push(decide(standard.value, dossierFromApplication(application, DECISION_DAY)));
  });

  it('come out in every way, with grants at each star', () => {
    const counts: Record<string, number> = {};
    for (const { requestedStar, outcome } of verdicts) {
      const key = `${requestedStar}★ ${outcome}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    expect(counts).toEqual({
      '1★ grant': 22,
      '1★ undecidable': 8,
      '1★ refuse': 6,
      '2★ grant': 26,
      '2★ propose': 7,
      '2★ undecidable': 7,
      '2★ refuse': 4,
      '3★ grant': 42,
      '3★ propose': 11,
      '3★ undecidable': 9,
      '3★ refuse': 4,
      '4★ grant': 34,
      '4★ propose': 9,
      '4★ undecidable': 9,
      '4★ refuse': 2,
      '5★ grant': 26,
      '5★ propose': 7,
      '5★ undecidable': 5,
      '5★ refuse': 2,
    });
  });

  it('give every criterion each of its answers', () => {
    const answers = new Map<string, Set<string>>();
    for (const { criteria } of verdicts)
      for (const { id, perStar } of criteria) {
        const given = answers.get(id) ?? new Set<string>();
        for (const answer of Object.values(perStar)) given.add(answer);
        answers.set(id, given);
      }
    const sorted = Object.fromEntries([...answers].map(([id, given]) => [id, [...given].sort().join(' ')]));
    const three = 'met not-met unknown';
    expect(sorted).toEqual({
      'BASIC.LICENCE': three,
      'BASIC.COMPLIANCE_CERTS': 'met not-applicable not-met unknown',
      'BASIC.SAFETY_PHOTOS': 'met unknown',
      'RISK.CLEAN_RECORD': three,
      'RISK.TRACEABILITY': three,
      'RISK.RISK_CONTROL': three,
      'RISK.QUALITY_INSURANCE': three,
      'TEST.PRODUCT': three,
      'TEST.LINES': three,
      'MODE.EVALUATION': three,
      'GATE.SAMPLE_SENT': 'met unknown',
    });
  });

  it('are Hunan’s first, marked as samples, with rare characters and numbers of their own', () => {
    expect(made.filter(({ enterprise }) => enterprise.address.startsWith('湖南省')).length).toBeGreaterThan(80);
    expect(made.slice(0, 70).every(({ enterprise }) => enterprise.address.startsWith('湖南省'))).toBe(true);
    for (const { enterprise } of made) {
      expect(enterprise.name).toContain('（样例）');
      expect(enterprise.contact).toContain('（样例）');
      expect(enterprise.mobile).toMatch(/^1990000/);
      expect(enterprise.uscc.slice(2, 8)).toBe(enterprise.divisionCode.slice(0, 6));
    }
    for (const rare of ['𠮷', '㵑', '䶮', '龘', '犇'])
      expect(
        made.some(({ enterprise }) => `${enterprise.name}${enterprise.contact}`.includes(rare)),
        rare,
      ).toBe(true);
    expect(new Set(made.map(({ applicationNo }) => applicationNo)).size).toBe(240);
    expect(new Set(made.map(({ enterprise }) => enterprise.uscc)).size).toBe(240);
    expect(new Set(made.flatMap(({ parcels }) => parcels.map(({ waybill }) => waybill))).size).toBe(
      made.flatMap(({ parcels }) => parcels).length,
    );
    expect(made.every(({ inspection }) => (inspection?.reviewOn ?? '') < '2026-11-01')).toBe(true);
  });
});
