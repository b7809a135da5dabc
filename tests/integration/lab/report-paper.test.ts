import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { TypedReading } from '#shared/domain/lab/typed-reading.ts';
import { importAs } from '#tests/support/applications.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import {
  enter,
  FIVE_KINDS,
  FIVE_PASSING,
  labApplication,
  openLabDesk,
  orderFive,
  release,
} from '#tests/support/lab/lab-desk.ts';
import { holdsText, readPlainText, readTexts } from '#tests/support/pdf-reading.ts';

const POINTS_A_MM = 72 / 25.4;
const [LEFT_MM, RIGHT_MM] = [18, 192];
/** Where the columns of the results begin. */
const COLUMNS_MM = [26, 68, 106, 137, 176, RIGHT_MM] as const;

const startsAt = (x: number, mm: number): boolean => Math.abs(x / POINTS_A_MM - mm) < 0.05;

let test: TestDesk;
let samples: OutputOf<'sample.receive'>[] = [];
beforeAll(async () => {
  const lab = await openLabDesk(6);
  ({ test } = lab);
  samples = [...lab.samples];
});
afterAll(() => test.close());

function nextSample(): OutputOf<'sample.receive'> {
  const sample = samples.shift();
  if (sample === undefined) throw new Error('more samples are wanted');
  return sample;
}

async function paperOf(reportId: string): Promise<Uint8Array> {
  const file = await test.ask('tang', 'lab.report-paper', { reportId });
  expect(file).toMatchObject({ mediaType: 'application/pdf', name: expect.stringMatching(/^test-report-R.*\.pdf$/) });
  return new Uint8Array(Buffer.from(file.content, 'base64'));
}

const NET_OF_40: TypedReading = {
  kind: 'packages',
  nominal: '500',
  unit: 'g',
  lotSize: '40',
  contents: ['500.2', '499.8', '501', '500', '500.4', '499.9', '500', '500.1', '500', '500.3'],
};

async function released(readings: Readonly<Record<string, TypedReading>>, planId = 'five-kinds') {
  const sample = nextSample();
  const { orderId } = await orderFive(test, sample.id, { planId });
  const { refused } = await enter(test, orderId, readings);
  expect(refused).toBe(0);
  return { sample, orderId, report: await release(test, orderId) };
}

describe('a test report on paper', () => {
  it('says what was tested, read, reported and decided, and by whom', async () => {
    const { report, sample } = await released({
      ...FIVE_PASSING,
      lead: { kind: 'quantity', value: '０．５２', unit: 'mg/kg', lod: '0.02', loq: '0.05', uncertainty: '0.04' },
      coliforms: { kind: 'units', values: ['<10', '10', '150', '<10', '5'], unit: 'CFU/g' },
      net: NET_OF_40,
    });
    const bytes = await paperOf(report.id);
    const texts = await readPlainText(bytes);
    const whole = texts.join('\u0001');
    const says = (words: string): void => expect([words, holdsText(whole, words)]).toEqual([words, true]);
    for (const words of [
      '检验报告',
      '样品不合格：大肠菌群',
      'The sample failed: Coliforms',
      `${report.number} · 第 1 版`,
      sample.barcode,
      '安化千两茶 · 500 g / 盒',
      '20260301-A',
      '2026-03-01',
      '安化云台山茶业合作社（样例） · 91430923MA4L16K883',
      report.orderNumber,
      '五类项目（样例） · five-kinds · 1',
      '现场检测',
      '沈检验（样例） · 2026-11-21 10:00 · 第 1–5 项 items',
      '文复核（样例） · 2026-11-21 10:00',
      '结果仅对所检样品有效。',
    ])
      says(words);
    for (const { item, result } of report.lines) {
      for (const words of [item.zh, item.en, `${item.source.standard} ${item.source.clause}`]) says(words);
      if (item.method !== null) says(item.method);
      says(result.verdict === 'passed' ? '合格' : '不合格');
    }
    for (const words of [
      '≤ 5.0 mg/kg',
      '０．５２ mg/kg',
      '按 0.52 读取 read as 0.52',
      'LOD 0.02',
      'LOQ 0.05',
      'U 0.04',
      '0.5(+) mg/kg',
      '(+) 表示经舍得到',
      '(-) that it was carried',
      '修约到 1 位小数，全数值比较',
      'rounded to 1 decimal place, full value compared',
      '不得检出（检出限 10 μg/kg）',
      '未检出 μg/kg',
      'n=5, c=2, m=10, M=100 CFU/g',
      '1: <10 CFU/g',
      '3: 150 CFU/g',
      '5: 5 CFU/g',
      '第 3 件超过 M = 100',
      'unit 3 exceeds M = 100',
      '无异味',
      '待核 to be checked',
      '标注净含量 Declared: 500 g · 批量 Lot: 40',
      'Content of each package (g): 500.2; 499.8; 501; 500; 500.4; 499.9; 500; 500.1; 500; 500.3',
      'Mean content: 500.170 g',
      '判定理由 Reason: 净含量符合要求（允许短缺量 15.0 g）',
    ])
      says(words);
    expect(holdsText(whole, '取代')).toBe(false);
    const row = test.desk.room.store.get<{ body: string; subject: string }>(
      'SELECT body, subject FROM test_report WHERE id = ?',
      [report.id],
    );
    for (const kept of [row.body, row.subject]) says(createHash('sha256').update(kept).digest('hex'));
    for (const [at, text] of texts.entries()) {
      expect(holdsText(text, `第 ${at + 1} 页 / 共 ${texts.length} 页 Page ${at + 1} of ${texts.length}`)).toBe(true);
      expect(holdsText(text, `检验报告 Test report ${report.number} · 第 1 版 version 1`)).toBe(true);
    }
  });

  it('is the same to the byte whatever becomes of the applicant’s particulars; a report that is none is refused', async () => {
    const { report, sample } = await released(FIVE_PASSING);
    const paper = Buffer.from(await paperOf(report.id));
    const { enterprise } = labApplication(1);
    await importAs(test, 'peng', [
      labApplication(900, { enterprise: { ...enterprise, name: '改名后的合作社（样例）' } }),
    ]);
    const view = await test.ask('tang', 'case.get', { caseId: sample.caseId });
    expect(view.enterprise.name).toBe('改名后的合作社（样例）');
    expect(Buffer.from(await paperOf(report.id)).equals(paper)).toBe(true);
    expect(await test.refused('tang', 'lab.report-paper', { reportId: 'R-none' })).toMatchObject({
      code: 'lab.unknown-report',
    });
  });

  it('is made of a report from before its particulars were kept with it, as they stand', async () => {
    const { report, sample } = await released(FIVE_PASSING);
    const { store } = test.desk.room;
    const columns = 'order_id, case_id, issued_on, verdict, body, released_by, released_at, amends, reason';
    store.run(`INSERT INTO test_report (id, number, ${columns}) SELECT 'R-old', 'R-2025-00001', ${columns}
      FROM test_report WHERE id = '${report.id}'`);
    const whole = (await readPlainText(await paperOf('R-old'))).join('\u0001');
    for (const words of [sample.barcode, '安化千两茶', '文复核（样例）', '结果 results SHA-256'])
      expect([words, holdsText(whole, words)]).toEqual([words, true]);
    expect(holdsText(whole, '样品 sample SHA-256')).toBe(false);
  });

  it('says of an amended report what it replaces and why, and of the old one that it is not to be used', async () => {
    const { orderId, report: old } = await released({
      ...FIVE_PASSING,
      lead: { kind: 'quantity', value: '6', unit: 'mg/kg' },
    });
    const before = Buffer.from(await paperOf(old.id));
    const { version } = await test.ask('shen', 'lab.get', { orderId });
    const draft = await test.ask('shen', 'lab.amend', {
      reportId: old.id,
      baseVersion: version,
      reason: '标准溶液浓度有误',
    });
    expect(Buffer.from(await paperOf(old.id)).equals(before)).toBe(true);
    await test.ask('shen', 'lab.enter', {
      orderId,
      baseVersion: draft.version,
      readings: [
        {
          itemId: 'lead',
          reading: { kind: 'quantity', value: '0.6', unit: 'mg/kg' },
          change: { kind: 'correction', reason: '抄错小数点' },
        },
      ],
    });
    const fresh = await release(test, orderId);
    const paper = await paperOf(fresh.id);
    const whole = (await readPlainText(paper)).join('\u0001');
    for (const words of [
      `更正报告：取代 ${old.issuedOn} 签发的报告 ${old.number}。更正原因：标准溶液浓度有误`,
      `it replaces report ${old.number}`,
      `${fresh.number} · 第 2 版`,
      '样品合格（5 项全部合格）',
      '更改过的读数',
      '抄错小数点',
      '沈检验（样例） 2026-11-21 10:00',
    ])
      expect([words, holdsText(whole, words)]).toEqual([words, true]);
    const replaced = await paperOf(old.id);
    const pages = await readPlainText(replaced);
    expect(holdsText(pages[0], `已被 ${fresh.issuedOn} 签发的更正报告 ${fresh.number} 取代`)).toBe(true);
    expect(holdsText(pages[0], `was replaced by ${fresh.number}`)).toBe(true);
    for (const page of pages.slice(1)) expect(holdsText(page, '已被取代 Replaced')).toBe(true);
    expect(holdsText(pages[0], `${old.number} · 第 1 版`)).toBe(true);
  });
});

describe('a long test report on paper', () => {
  const [lead, , , , net] = FIVE_KINDS.items;
  const NAME = '农药残留量（以各异构体及代谢物之和计）'.repeat(52).slice(0, 1_000);
  const ENGLISH = `${'Bis(2-ethylhexyl)tetrabromophthalate'.repeat(20)} residue`;
  const items = [
    ...Array.from({ length: 62 }, (_, at) => ({ ...lead, id: `i${at}`, zh: `第${at}号农药`, en: `Pesticide ${at}` })),
    { ...lead, id: 'hostile', zh: NAME, en: ENGLISH, method: 'GB/T-20769-2008-'.repeat(12), unit: 'mg/kg' },
    { ...net, id: 'net' },
  ];
  const weighed = Array.from({ length: 80 }, (_, at) => `${500 + (at % 7)}.${at % 10}`);
  let bytes: Uint8Array;
  beforeAll(async () => {
    await test.ask('admin', 'test-plan.save', { plan: { ...FIVE_KINDS, id: 'long', version: '1', items } });
    const { report } = await released(
      {
        ...Object.fromEntries(
          items.slice(0, 63).map(({ id }, at) => [id, { kind: 'quantity', value: `0.0${at + 1}`, unit: 'mg/kg' }]),
        ),
        net: { kind: 'packages', nominal: '500', unit: 'g', lotSize: '2000', contents: weighed },
      },
      'long',
    );
    bytes = await paperOf(report.id);
  });

  it('goes over pages with the head of its table on each, nothing lost', async () => {
    const pages = await readPlainText(bytes);
    expect(pages.length).toBeGreaterThan(4);
    const whole = pages.join('').replaceAll('\u0001', '').replaceAll(' ', '');
    for (let at = 0; at < 62; at += 1)
      for (const words of [`第${at}号农药`, `Pesticide${at}`]) expect(whole).toContain(words);
    const withRows = pages.filter((page) => /第\d+号农药/.test(page.replaceAll('\u0001', '')));
    expect(withRows.length).toBeGreaterThan(3);
    for (const page of withRows)
      for (const head of ['项目与方法', 'Requirement and source', '原始读数', 'Verdict'])
        expect(holdsText(page, head)).toBe(true);
    const named = (await readTexts(bytes)).flat().filter(({ x }) => startsAt(x, COLUMNS_MM[0]));
    const names = named
      .map(({ text }) => text)
      .join('')
      .replaceAll(/项目与方法|Item and method| /g, '');
    for (const words of [NAME, ENGLISH]) expect(names).toContain(words.replaceAll(' ', ''));
    expect(whole).toContain(weighed.join(';'));
    expect(holdsText(pages.join('\u0001'), '样品合格（64 项全部合格）')).toBe(true);
  });

  it('keeps every text in its column and on the page', async () => {
    for (const texts of await readTexts(bytes)) {
      // Below the item of packages, lines run over the whole width from where items begin.
      const columns = texts.some(({ text }) => text.startsWith('标注净含量')) ? COLUMNS_MM.slice(1) : COLUMNS_MM;
      for (const { text, width, x, y } of texts) {
        const [from, to] = [x / POINTS_A_MM, (x + width) / POINTS_A_MM];
        expect([text, from >= LEFT_MM - 0.1, to <= RIGHT_MM + 0.3]).toEqual([text, true, true]);
        const next = columns[columns.findIndex((mm) => startsAt(x, mm)) + 1];
        if (columns.some((mm) => startsAt(x, mm)) && next !== undefined)
          expect([text, to <= next]).toEqual([text, true]);
        expect(y / POINTS_A_MM).toBeGreaterThan(4);
      }
    }
  });
});
