import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { openLabDesk, orderFive } from '#tests/support/lab/lab-desk.ts';
import { type Cell, HEADER, rowsOf, sheetsWorkbook, workbook } from '#tests/support/lab/results-workbook.ts';

let test: TestDesk;
let samples: OutputOf<'sample.receive'>[] = [];
beforeAll(async () => {
  const lab = await openLabDesk(7);
  ({ test } = lab);
  samples = [...lab.samples];
});
afterAll(() => test.close());

async function nextOrder() {
  const sample = samples.pop();
  if (sample === undefined) throw new Error('more samples are wanted');
  return { sample, order: await orderFive(test, sample.id) };
}

const NO_HEADER = /^没有一张工作表在前 5 行里有表头，须有列“样品条码”、“检测项目”、“结果”；请使用模板$/;

const importAs = (content: string, fileName = '实验室结果.xlsx', seat = 'shen') =>
  test.ask(seat, 'lab.import', { fileName, content });

const five = (barcode: string): readonly (readonly Cell[])[] => [
  [barcode, '铅（以 Pb 计）', 0.3, 'mg/kg', 0.02, null, '0.04'],
  [barcode, 'Sudan I', '未检出', 'µg/kg', 5],
  [barcode, 'coliforms', '<10；10 8', 'CFU/g', null, null, null, null, null, '5;  < 5'],
  [barcode, '气味', '无异味'],
  [barcode, 'net', '501.2; 500.9; 501; 500; 500; 500; 501; 501', 'g', null, null, null, 500, 8],
];

describe('importing a laboratory’s workbook', () => {
  it('enters every row like a typed reading, and keeps the file', async () => {
    const { order, sample } = await nextOrder();
    const content = await workbook(five(sample.barcode));
    const report = await importAs(content);
    expect(report).toMatchObject({
      saved: 5,
      unchanged: 0,
      bad: 0,
      badRows: null,
      ignoredColumns: [],
      unreadSheets: [],
    });
    expect(report.orders).toEqual([{ orderId: order.orderId, number: order.number, saved: 5 }]);
    const view = await test.ask('shen', 'lab.get', { orderId: order.orderId });
    expect(view).toMatchObject({ state: 'to-release', decided: 5, failed: 0 });
    expect(view.lines.map(({ current }) => current?.result.raw)).toEqual([
      ['0.3'],
      ['未检出'],
      ['<10', '10', '8', '5', '<5'],
      ['无异味'],
      ['501.2', '500.9', '501', '500', '500', '500', '501', '501'],
    ]);
    const { sha256 } = report;
    expect(view.lines[0]?.current?.source).toEqual({ kind: 'import', fileName: '实验室结果.xlsx', sha256, row: 2 });
    expect(existsSync(join(test.workspace, 'blobs', sha256?.slice(0, 2) ?? '', sha256?.slice(2) ?? ''))).toBe(true);
    const [entry] = test.desk.room.store.all<{ body: string }>(
      "SELECT body FROM ledger WHERE type = 'lab.readings-entered' ORDER BY seq DESC LIMIT 1",
    );
    expect(entry?.body).toContain(sha256);
  });

  it('takes the same file once, whatever its name and whoever brings it', async () => {
    const { sample } = await nextOrder();
    const content = await workbook(five(sample.barcode));
    await importAs(content, '甲.xlsx');
    expect(await test.refused('wen', 'lab.import', { fileName: '乙.xlsx', content })).toMatchObject({
      code: 'lab.file-known',
      data: { name: '乙.xlsx', as: '甲.xlsx', by: '沈检验（样例）', at: '2026-11-21 10:00' },
    });
  });

  it('saves the good rows and gives the bad ones back with the reason beside each cell', async () => {
    const { order, sample } = await nextOrder();
    const other = samples.pop();
    const { barcode } = sample;
    const content = await workbook(
      [
        [barcode, 'lead', '0,3', 'mg/kg'],
        [barcode, 'sudan', 'ND', 'mL'],
        [barcode, 'coliforms', '10;10;很多;5;5', 'CFU/g'],
        [barcode, '气味', '无异味'],
        [barcode, '砷', '0.1', 'mg/kg'],
        ['S26019999', 'lead', '0.1', 'mg/kg'],
        [other?.barcode ?? '', 'lead', '0.1', 'mg/kg'],
        [barcode, 'net', new Date('2026-02-01'), 'g'],
      ],
      [...HEADER.slice(0, 4), '备注'],
    );
    const report = await importAs(content, '有错.xlsx');
    expect(report).toMatchObject({
      saved: 1,
      bad: 7,
      ignoredColumns: ['Sheet1：备注'],
      badRows: { name: '有错-bad-rows.xlsx' },
    });
    expect(report.faults.more).toBe(0);
    expect(report.faults.first).toHaveLength(7);
    expect(report.faults.first[0]).toMatchObject({
      place: { zh: '第 2 行', en: 'Row 2' },
      field: { zh: '结果', en: 'Result' },
    });
    expect(report.faults.first[4]).toMatchObject({
      place: { zh: '第 7 行' },
      field: { zh: '样品条码' },
      message: { zh: '没有条码为 S26019999 的样品', en: 'there is no sample S26019999' },
    });
    const [header = [], ...rows] = await rowsOf(report.badRows?.content ?? '');
    const reasonOf = (row: readonly unknown[], column: string) => String(row[header.indexOf(`原因：${column}`)] ?? '');
    expect(reasonOf(rows[0] ?? [], '结果')).toContain('逗号');
    expect(reasonOf(rows[0] ?? [], '结果')).toContain('thousands mark');
    expect(reasonOf(rows[1] ?? [], '单位')).toContain('单位 mL 不能换算为 μg/kg');
    expect(reasonOf(rows[2] ?? [], '结果')).toContain('“很多”不是数值');
    expect(reasonOf(rows[3] ?? [], '检测项目')).toContain('没有项目“砷”');
    expect(reasonOf(rows[4] ?? [], '样品条码')).toContain('没有条码');
    expect(reasonOf(rows[5] ?? [], '样品条码')).toContain('没有进行中的检测任务');
    expect(reasonOf(rows[6] ?? [], '结果')).toContain('日期');
    expect(rows[0]?.[header.indexOf('结果')]).toBe('0,3');
    expect(await test.ask('shen', 'lab.get', { orderId: order.orderId })).toMatchObject({ entered: 1 });

    const fixed = rows.slice(0, 1).map((row) => row.map((cell, index) => (header[index] === '结果' ? '0.3' : cell)));
    const again = await importAs(await workbook(fixed as never, header as never), '改好.xlsx');
    expect(again).toMatchObject({ saved: 1, bad: 0, ignoredColumns: [] });
  });

  it('of nothing but bad rows may come again once the order is there', async () => {
    const sample = samples.pop();
    const content = await workbook([[sample?.barcode ?? '', 'lead', '0.2', 'mg/kg']]);
    expect(await importAs(content, '早.xlsx')).toMatchObject({ saved: 0, bad: 1, sha256: null });
    await orderFive(test, sample?.id ?? '');
    expect(await importAs(content, '早.xlsx')).toMatchObject({ saved: 1, bad: 0 });
  });

  it('tells the first eight faults and counts the rest', async () => {
    const rows = Array.from({ length: 11 }, (_, at) => [`S27${String(at).padStart(6, '0')}`, 'lead', '0.1', 'mg/kg']);
    const { bad, faults } = await importAs(await workbook(rows), '全错.xlsx');
    expect([bad, faults.first.length, faults.more]).toEqual([11, 8, 3]);
    expect(faults.first.map(({ place }) => place.en)).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((row) => `Row ${row}`));
  });

  it('never replaces what stands, and says so', async () => {
    const { order, sample } = await nextOrder();
    await importAs(await workbook([[sample.barcode, 'lead', '9', 'mg/kg']]), '一.xlsx');
    const same = await importAs(await workbook([[sample.barcode, 'lead', '9', 'mg/kg', null]]), '二.xlsx').catch(
      String,
    );
    const other = await importAs(await workbook([[sample.barcode, 'lead', '1', 'mg/kg']]), '三.xlsx');
    expect(other).toMatchObject({ saved: 0, bad: 1 });
    const view = await test.ask('shen', 'lab.get', { orderId: order.orderId });
    expect(view.lines[0]).toMatchObject({ current: { reading: { value: '9' } }, history: [] });
    expect(JSON.stringify(same)).toMatch(/lab\.file-known|"unchanged":1/);
  });

  it.each<readonly [string, () => Promise<string> | string, RegExp]>([
    ['an empty file', () => '', /没有一行检测结果$/],
    ['a PDF', () => Buffer.from('%PDF-1.7 ').toString('base64'), /^“x\.xlsx”不是 \.xlsx 工作簿；(?!.*json)/],
    [
      'a torn workbook',
      async () => (await workbook([['a', 'b', 'c']])).slice(0, 400),
      /^文件已损坏或不完整，[^A-Za-z]*$/,
    ],
    ['a workbook without a result', () => workbook([['S', 'lead']], ['样品条码', '检测项目']), /缺少列“结果”/],
    ['no rows', () => workbook([]), /没有一行检测结果$/],
    ['another table', () => workbook([['甲', '乙']], ['姓名', '电话']), NO_HEADER],
    [
      'a workbook of empty sheets',
      () =>
        sheetsWorkbook([
          { name: '一', rows: [] },
          { name: '二', rows: [[null, ' ']] },
        ]),
      NO_HEADER,
    ],
    [
      'a header below the rows that are searched',
      () => workbook([[], [], [], [], HEADER, ...five('S')], []),
      NO_HEADER,
    ],
    ['a column twice', () => workbook(five('S'), [...HEADER, '单位'], '三月'), /^工作表“三月”的列“单位”出现两次$/],
  ])('refuses %s as a whole', async (_, content, zh) => {
    const refusal = await test.refused('shen', 'lab.import', { fileName: 'x.xlsx', content: await content() });
    expect(refusal.code).toBe('intake.refused');
    expect(refusal.data?.['zh']).toMatch(zh);
  });

  it('hands out a workbook that comes back filled in', async () => {
    const { order, sample } = await nextOrder();
    const file = await test.ask('shen', 'lab.template', { orderIds: [order.orderId] });
    const [header = [], ...rows] = await rowsOf(file.content);
    expect(file.name).toBe(`${order.number}-results.xlsx`);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      [sample.barcode, order.number, '铅（以 Pb 计）', '≤ 5.0 mg/kg'],
      [sample.barcode, order.number, '苏丹红Ⅰ', '不得检出（检出限 10 μg/kg）'],
      [sample.barcode, order.number, '大肠菌群', 'n=5, c=2, m=10, M=100 CFU/g'],
      [sample.barcode, order.number, '气味', '无异味'],
      [sample.barcode, order.number, '净含量', '按 JJF 1070—2005'],
    ]);
    const filled = rows.map((row, index) =>
      header.map((name, column) =>
        name === '结果' && index < 4 ? ['0.5', 'ND', '1;2;3;4;5', '正常'][index] : (row[column] ?? null),
      ),
    );
    const report = await importAs(await workbook(filled as never, header as never), '填好.xlsx');
    expect(report).toMatchObject({ saved: 4, bad: 1 });
  });
});
