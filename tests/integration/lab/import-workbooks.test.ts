import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { openLabDesk, orderFive } from '#tests/support/lab/lab-desk.ts';
import { HEADER, sheetsWorkbook, workbook } from '#tests/support/lab/results-workbook.ts';

let test: TestDesk;
let samples: OutputOf<'sample.receive'>[] = [];
beforeAll(async () => {
  const lab = await openLabDesk(24);
  ({ test } = lab);
  samples = [...lab.samples];
});
afterAll(() => test.close());

async function nextOrder() {
  const sample = samples.pop();
  if (sample === undefined) throw new Error('more samples are wanted');
  const order = await orderFive(test, sample.id);
  const lines = async () => (await test.ask('shen', 'lab.get', { orderId: order.orderId })).lines;
  return { barcode: sample.barcode, order, lines };
}

let files = 0;
function importAs(content: string) {
  files += 1;
  return test.ask('shen', 'lab.import', { fileName: `结果${files}.xlsx`, content });
}

const percent = (value: number, format = '0.0%') => ({ value, format });

describe('a percent cell in a laboratory’s workbook', () => {
  it.each<readonly [string, number, string, string | null, string, string]>([
    ['with the unit %', 0.125, '0.0%', '%', '12.5', '125000.0'],
    ['with a full-width unit', 0.125, '0%', '％', '12.5', '125000'],
    ['without a unit', 0.0000003, '0.00000%', null, '0.00003', '0.30'],
    ['of a format in sections', 0.29, '0.00%;[Red]-0.00%', '%', '29', '290000'],
  ])('%s is read as it is shown', async (_, value, format, unit, typed, full) => {
    const { barcode, lines } = await nextOrder();
    const report = await importAs(await workbook([[barcode, 'lead', percent(value, format), unit]]));
    expect(report).toMatchObject({ saved: 1, bad: 0 });
    const [lead] = await lines();
    expect(lead?.current?.reading).toMatchObject({ value: typed, unit: unit ?? '%' });
    expect(Number(lead?.current?.result.full)).toBe(Number(full));
  });

  it('takes limits with it, where the row is in percent', async () => {
    const { barcode, lines } = await nextOrder();
    await importAs(await workbook([[barcode, 'lead', percent(0.125), '%', percent(0.001), null, percent(0.005)]]));
    const [lead] = await lines();
    expect(lead?.current?.reading).toMatchObject({ value: '12.5', unit: '%', lod: '0.1', uncertainty: '0.5' });
  });

  it('in a row of another unit is bad, by name', async () => {
    const { barcode, lines } = await nextOrder();
    const report = await importAs(
      await workbook([
        [barcode, 'lead', percent(0.125), 'mg/kg'],
        [barcode, 'sudan', 'ND', 'µg/kg', null, null, percent(0.05)],
        [barcode, 'coliforms', percent(0.125), 'CFU/g'],
      ]),
    );
    expect(report).toMatchObject({ saved: 0, bad: 3 });
    expect(report.faults.first).toMatchObject([
      {
        field: { zh: '结果' },
        message: {
          zh: '此格是百分比（12.5%），而单位是“mg/kg”，请改正其一',
          en: 'the cell is a percentage (12.5%) and the unit is "mg/kg"; correct the one or the other',
        },
      },
      { field: { zh: '不确定度' }, message: { zh: expect.stringContaining('百分比（5%）') } },
      { field: { zh: '结果' }, message: { zh: '“12.5%”不是数值' } },
    ]);
    expect((await lines()).every(({ current }) => current === null)).toBe(true);
  });

  it('is one by its format alone: a drawn sign, a text cell, a formula', async () => {
    const { barcode, lines } = await nextOrder();
    const drawn = await workbook([[barcode, 'lead', percent(12.5, '0.0"%"'), '%']]);
    await importAs(drawn);
    expect((await lines())[0]?.current?.reading).toMatchObject({ value: '12.5', unit: '%' });

    const other = await nextOrder();
    await importAs(await workbook([[other.barcode, 'lead', '<0.5 %', '%']]));
    expect((await other.lines())[0]?.current?.reading).toMatchObject({ value: '<0.5', unit: '%' });

    const third = await nextOrder();
    const packed = unzipSync(Buffer.from(await workbook([[third.barcode, 'lead', percent(0.125), '%']]), 'base64'));
    const sheet = 'xl/worksheets/sheet1.xml';
    const formula = strFromU8(packed[sheet] ?? new Uint8Array()).replace('<v>0.125</v>', '<f>1/8</f><v>0.125</v>');
    expect(formula).toContain('<f>');
    packed[sheet] = strToU8(formula);
    await importAs(Buffer.from(zipSync(packed)).toString('base64'));
    expect((await third.lines())[0]?.current?.reading).toMatchObject({ value: '12.5', unit: '%' });
  });

  it('does not make a date of a figure: a date is bad wherever a figure belongs', async () => {
    const { barcode } = await nextOrder();
    const day = new Date('2026-02-01');
    const report = await importAs(
      await workbook([
        [barcode, 'lead', day, 'mg/kg'],
        [barcode, 'sudan', 'ND', 'µg/kg', day],
        [barcode, 'coliforms', '1;2;3;4', 'CFU/g', null, null, null, null, null, day],
        [barcode, 'net', '500', 'g', null, null, null, day, 1],
      ]),
    );
    expect(report).toMatchObject({ saved: 0, bad: 4 });
    expect(report.faults.first.map(({ field, message }) => [field?.zh, message.zh])).toEqual(
      ['结果', '检出限', '结果2', '标注净含量'].map((field) => [field, '单元格被当成了日期，请设为文本后重填']),
    );
  });
});

describe('a laboratory’s workbook of several sheets', () => {
  it('is read whole, and what is not is named', async () => {
    const [first, second] = [await nextOrder(), await nextOrder()];
    const report = await importAs(
      await sheetsWorkbook([
        { name: '封面', rows: [['检测报告'], ['委托单位', '样例']] },
        { name: '理化', rows: [['样品结果'], [...HEADER, '备注'], [first.barcode, 'lead', '0.3', 'mg/kg']] },
        {
          name: '微生物',
          rows: [HEADER, [second.barcode, 'coliforms', '1;2;3;4;5', 'CFU/g'], ['S26019999', 'lead', '1']],
        },
        { name: '空', rows: [[null]] },
        {
          name: '缺列',
          rows: [
            ['样品条码', '检测项目', '单位'],
            [first.barcode, 'sudan', 'ND'],
          ],
        },
      ]),
    );
    expect(report).toMatchObject({
      saved: 2,
      bad: 1,
      ignoredColumns: ['理化：备注'],
      unreadSheets: ['封面', '缺列'],
      faults: { first: [{ place: { zh: '工作表“微生物”第 3 行', en: 'Sheet "微生物", row 3' } }] },
    });
    const [lead] = await first.lines();
    expect(lead?.current?.source).toMatchObject({ kind: 'import', sheet: '理化', row: 3 });
    const coliforms = (await second.lines())[2];
    expect(coliforms?.current?.source).toMatchObject({ sheet: '微生物', row: 2 });
    const [entry] = test.desk.room.store.all<{ body: string }>(
      "SELECT body FROM ledger WHERE type = 'lab.readings-entered' ORDER BY seq DESC LIMIT 1",
    );
    expect(entry?.body).toContain('微生物');
  });

  it('with results in one sheet names rows alone', async () => {
    const { barcode, lines } = await nextOrder();
    const report = await importAs(
      await sheetsWorkbook([
        { name: '检测结果', rows: [] },
        { name: '三月', rows: [HEADER, [barcode, 'lead', '0.3', 'mg/kg'], [barcode, '砷', '1']] },
      ]),
    );
    expect(report).toMatchObject({
      saved: 1,
      bad: 1,
      unreadSheets: [],
      faults: { first: [{ place: { zh: '第 3 行' } }] },
    });
    expect((await lines())[0]?.current?.source).not.toHaveProperty('sheet');
  });
});

describe('rows that speak of one item', () => {
  const faultsOf = (report: Awaited<ReturnType<typeof importAs>>) =>
    report.faults.first.map(({ message, place }) => [place.zh, message.zh]);

  it('and contradict are all named, none is saved, and the rest is', async () => {
    const { barcode, lines, order } = await nextOrder();
    const report = await importAs(
      await workbook(
        [
          [barcode, null, 'lead', '9', 'mg/kg'],
          [barcode, null, '气味', '无异味'],
          [barcode, order.number, '铅（以 Pb 计）', '0.3', 'mg/kg'],
        ],
        ['样品条码', '任务编号', '检测项目', '结果', '单位'],
      ),
    );
    expect(report).toMatchObject({ saved: 1, bad: 2 });
    const both = '同一样品的同一项目在第 2 行、第 4 行说法不一，均未录入；请只留一行';
    expect(faultsOf(report)).toEqual([
      ['第 2 行', both],
      ['第 4 行', both],
    ]);
    expect((await lines()).map(({ current }) => current?.reading ?? null)).toMatchObject([
      null,
      null,
      null,
      { text: '无异味' },
      null,
    ]);
  });

  it('on two sheets are held against each other as well', async () => {
    const { barcode, lines } = await nextOrder();
    const report = await importAs(
      await sheetsWorkbook([
        { name: '甲', rows: [HEADER, [barcode, 'lead', '0.3', 'mg/kg']] },
        { name: '乙', rows: [HEADER, [barcode, 'lead', '0.4', 'mg/kg']] },
      ]),
    );
    expect(report).toMatchObject({ saved: 0, bad: 2, sha256: null });
    expect(faultsOf(report)[0]?.[1]).toContain('在工作表“甲”第 2 行、工作表“乙”第 2 行说法不一');
    expect((await lines())[0]?.current).toBeNull();
  });

  it('and say the same count once', async () => {
    const { barcode, lines } = await nextOrder();
    const row = [barcode, 'lead', '0.3', 'mg/kg'];
    expect(await importAs(await workbook([row, row, row]))).toMatchObject({ saved: 1, unchanged: 0, bad: 0 });
    expect((await lines())[0]).toMatchObject({ current: { source: { row: 2 } }, history: [] });
  });

  it('name the corrected row together with the bad one', async () => {
    const { barcode } = await nextOrder();
    const report = await importAs(
      await workbook([
        [barcode, 'lead', new Date('2026-02-01'), 'mg/kg'],
        [barcode, 'lead', '0.3', 'mg/kg'],
        [barcode, 'sudan', '0,3', 'µg/kg'],
        [barcode, 'sudan', '0.3', 'µg/kg'],
      ]),
    );
    expect(report).toMatchObject({ saved: 0, bad: 4 });
    expect(faultsOf(report)).toMatchObject([
      ['第 2 行', expect.stringContaining('日期')],
      ['第 3 行', '第 2 行有误，同一项目的这一行也未录入'],
      ['第 4 行', expect.stringContaining('说法不一')],
      ['第 5 行', expect.stringContaining('说法不一')],
    ]);
  });

  it('of a microbiological set, one for each unit, are one reading in their order', async () => {
    const { barcode, lines } = await nextOrder();
    const counts = ['<10', '10', '8', '5', '5'];
    const report = await importAs(
      await workbook([
        ...counts.slice(0, 3).map((count) => [barcode, 'coliforms', count, 'CFU/g']),
        [barcode, 'lead', '0.3', 'mg/kg'],
        ...counts.slice(3).map((count) => [barcode, 'coliforms', count, 'CFU/g']),
      ]),
    );
    expect(report).toMatchObject({ saved: 2, bad: 0 });
    expect((await lines())[2]?.current).toMatchObject({ result: { raw: counts, verdict: 'passed' } });
  });

  it.each([4, 6, 9])('of a set of five, but %i of them, are all named', async (count) => {
    const { barcode, lines } = await nextOrder();
    const rows = Array.from({ length: count }, () => [barcode, 'coliforms', '5', 'CFU/g']);
    const report = await importAs(await workbook(rows));
    expect(report).toMatchObject({ saved: 0, bad: count });
    expect(report.faults.first[0]?.message.zh).toMatch(
      new RegExp(`^此项目应有 5 件，第 2 行、.*共 ${count} 件，均未录入$`),
    );
    expect((await lines())[2]?.current).toBeNull();
  });

  it('of a set with one unit that cannot be read come back whole, the fault at its row', async () => {
    const { barcode, lines } = await nextOrder();
    const rows = ['5', '5', '很多', '5', '5'].map((count) => [barcode, 'coliforms', count, 'CFU/g']);
    const report = await importAs(await workbook(rows));
    expect(report).toMatchObject({ saved: 0, bad: 5 });
    expect(report.faults.first[2]).toMatchObject({ place: { zh: '第 4 行' }, message: { zh: '“很多”不是数值' } });
    expect(report.faults.first[0]?.message.zh).toBe('第 4 行有误，同一项目的这一行也未录入');
    expect((await lines())[2]?.current).toBeNull();
  });
});
