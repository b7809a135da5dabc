import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCell } from '#electron/backend/services/intake/cell-reading.ts';
import type { BadEntry, CellValue, IntakeEntry } from '#electron/backend/services/intake/intake-fault.ts';
import { refuseApplication } from '#electron/backend/services/intake/json-reading.ts';
import { readApplicationsFile } from '#electron/backend/services/intake/read-applications.ts';
import { type SheetKey, sheetForm } from '#electron/backend/services/intake/sheets.ts';
import {
  applicationRows,
  writeApplicationsJson,
  writeRowsWorkbook,
} from '#electron/backend/services/intake/write-applications.ts';
import { writeBadRowsWorkbook } from '#electron/backend/services/intake/write-bad-rows.ts';
import { readWorkbook } from '#electron/backend/services/intake/workbook-reading.ts';
import { columnLetters } from '#electron/backend/services/intake/workbook-writing.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Application } from '#shared/platform/application.ts';
import { makeSampleApplications } from '#tests/support/sample-applications.ts';
import { badSampleRows, SLIPS } from '#tests/support/sample-bad-workbook.ts';

let samples: readonly Application[] = [];
beforeAll(async () => {
  samples = await makeSampleApplications();
});

async function entriesOf(bytes: Uint8Array, name = 'file.xlsx'): Promise<readonly IntakeEntry[]> {
  const file = await readApplicationsFile(bytes, name);
  if (!file.ok) throw new Error(JSON.stringify(file.failure));
  return [...file.value.entries()];
}

const badOf = (entries: readonly IntakeEntry[]): readonly BadEntry[] =>
  entries.filter((entry): entry is BadEntry => entry.kind === 'bad');

function columnOf(sheet: SheetKey, path: string): number {
  const index = sheetForm(sheet).columns.findIndex((column) => column.path === path);
  if (index < 0) throw new RangeError(`no column ${path}`);
  return index;
}

function cell(sheet: SheetKey, path: string, value: CellValue): unknown {
  const column = sheetForm(sheet).columns[columnOf(sheet, path)];
  if (!column) throw new RangeError(path);
  const reading = readCell(column, value);
  return reading.ok ? reading.value : reading.reason.zh;
}

describe('cells as spreadsheets and people leave them', () => {
  it.each<CellValue>([
    new Date('2026-03-02T00:00:00Z'),
    '2026-03-02',
    '2026/3/2',
    '2026.3.2',
    '2026年3月2日',
    '２０２６－０３－０２',
    '20260302',
    20_260_302,
    ' 2026 / 03 / 02 ',
    '2026-03-02T00:00:00.000Z',
  ])('the date %s', (value) => {
    expect(cell('application', 'submittedOn', value)).toBe('2026-03-02');
  });

  it.each<[CellValue, string]>([
    [46_083, '是数字 46083，请将单元格设为日期格式，或写成 2026-03-02'],
    ['2026年3月', '“2026年3月”不是日期，应如 2026-03-02'],
    ['3/2/26', '“3/2/26”不是日期，应如 2026-03-02'],
    ['2026-02-29', '“2026-02-29”不是日期，应如 2026-03-02'],
    [new Date(Number.NaN), '日期超出范围'],
  ])('not the date %s', (value, reason) => {
    expect(cell('application', 'submittedOn', value)).toBe(reason);
  });

  it.each<CellValue>([3, '3', '三', '三星', '3星', '★★★', '★★★☆☆', '三星级', '３', '3 stars'])(
    'three stars as %s',
    (value) => {
      expect(cell('application', 'requestedStar', value)).toBe(3);
    },
  );

  it.each<CellValue>([0, 6, 2.5, '六星', '星', '★★★★★★', '三四', true])('no star: %s', (value) => {
    expect(cell('application', 'requestedStar', value)).toContain('不是星级');
  });

  it.each<[string, CellValue, unknown]>([
    ['product.gtin', 6_990_000_000_015, '6990000000015'],
    ['product.gtin', ' 6990000 000015', '6990000000015'],
    ['product.gtin', '6.99E+12', '“6.99E+12”是科学计数法，末尾数字已丢失；请将单元格设为文本后重填'],
    [
      'enterprise.uscc',
      Number('914403001922038216'),
      '数字超过 15 位，表格软件已丢失末尾数字；请将单元格设为文本后重填',
    ],
    ['enterprise.uscc', '９１４３0923ｍａｘ000015t', '91430923MAX000015T'],
    ['enterprise.mobile', 19_900_000_001, '19900000001'],
    ['enterprise.mobile', new Date(0), '单元格被当成了日期，请设为文本后重填'],
    ['applicationNo', 'a–2026－00001 ', 'A-2026-00001'],
    ['product.category', '茶', 'tea'],
    ['product.category', 'TEA', 'tea'],
    ['product.shelfLifeDays', '720 天', 720],
    ['product.shelfLifeDays', 1.5, '“1.5”不是整数'],
    ['product.name', '安化\n黑茶', '安化 黑茶'],
    ['product.name', '#REF!', '公式出错（#REF!），请填写值本身'],
    ['product.name', '  ', null],
    ['product.name', 2026, '2026'],
  ])('%s from %s', (path, value, expected) => {
    expect(cell('application', path, value)).toBe(expected);
  });

  it('quantities, and yes or no', () => {
    expect(cell('parcels', 'quantity', 0.1 + 0.2)).toBe('0.3');
    expect(cell('parcels', 'quantity', '1,000.5')).toBe('1000.5');
    expect(cell('parcels', 'quantity', 1e21)).toBe('1000000000000000000000');
    expect(cell('parcels', 'quantity', '2 kg')).toBe('“2kg”不是数量'.replace('2kg', '2 kg'));
    expect(cell('parcels', 'quantity', '10²')).toBe('“10²”不是数量');
    expect(['是', 'YES', true, 1, '√'].map((value) => cell('parcels', 'accepted', value))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['否', 'no', false, 0, '拒收'].map((value) => cell('parcels', 'accepted', value))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('rows and their applications', () => {
  const rowsOf = (count: number): Record<SheetKey, CellValue[][]> =>
    Object.fromEntries(
      Object.entries(applicationRows(samples.slice(0, count))).map(([key, rows]) => [key, rows.map((row) => [...row])]),
    ) as Record<SheetKey, CellValue[][]>;

  it('names all faults of an application at once, each at its cell', async () => {
    const rows = rowsOf(2);
    const [main] = rows.application;
    if (main) {
      main[columnOf('application', 'enterprise.uscc')] = 'X';
      main[columnOf('application', 'enterprise.divisionCode')] = '430923999';
      main[columnOf('application', 'product.name')] = null;
      main[columnOf('application', 'submittedOn')] = '昨天';
    }
    const entries = await entriesOf(await writeRowsWorkbook(rows));
    expect(entries.map(({ kind }) => kind)).toEqual(['bad', 'good']);
    expect(
      badOf(entries)[0]
        ?.faults.map(({ header, row }) => `${header} ${row}`)
        .sort(),
    ).toEqual(['产品名称 2', '申报日期 2', '统一社会信用代码 2', '行政区划代码 2'].sort());
  });

  it('two inspections, a second application and orphaned rows are bad, the rest is good', async () => {
    const rows = rowsOf(3);
    const [inspection] = rows.inspection;
    const [, second] = rows.application;
    const [paper] = rows.documents;
    if (!inspection || !second || !paper) throw new RangeError('samples changed');
    rows.inspection.push([...inspection]);
    rows.application.push([...second]);
    rows.documents.push(['Z-0001', ...paper.slice(1)], ['Z-0001', ...paper.slice(1)], [null, ...paper.slice(1)]);
    const entries = await entriesOf(await writeRowsWorkbook(rows));
    expect(entries.map(({ kind }) => kind)).toEqual(['bad', 'good', 'good', 'bad', 'bad', 'bad']);
    expect(badOf(entries).map(({ faults }) => faults.map(({ message }) => message.zh))).toEqual([
      ['同一申报只能有一行检验'],
      ['申报编号在本文件中重复，只取了第一行'],
      ['“申报”表中没有这个申报编号', '“申报”表中没有这个申报编号'],
      ['必须填写'],
    ]);
  });

  it('the same number twice in JSON: the first is taken', async () => {
    const json = writeApplicationsJson([...samples.slice(0, 2), ...samples.slice(0, 1)]);
    const entries = await entriesOf(new TextEncoder().encode(json), 'file.json');
    expect(entries.map(({ kind }) => kind)).toEqual(['good', 'good', 'bad']);
  });

  it('order of columns is free, unknown ones are reported, a title above the header is passed over', async () => {
    const { default: write } = await import('write-excel-file/node');
    const own = applicationRows(samples.slice(0, 1));
    const sheets = (Object.keys(own) as SheetKey[]).map((key) => {
      const form = sheetForm(key);
      const table = [form.columns.map(({ header }) => header.zh), ...own[key]].map((row, index) =>
        [...row].reverse().concat(index === 0 ? ['备注'] : ['随便']),
      );
      return {
        sheet: form.name.zh,
        data: [['二〇二六年申报汇总'], ...table].map((row) =>
          row.map((value) => (value instanceof Date ? { value, format: 'yyyy"年"m"月"d"日"' } : value)),
        ),
      };
    });
    const file = await readApplicationsFile(await write(sheets).toBuffer(), 'file.xlsx');
    if (!file.ok) throw new Error(JSON.stringify(file.failure));
    expect(file.value.ignoredColumns).toContain('申报：备注');
    expect([...file.value.entries()]).toEqual([
      { kind: 'good', application: samples[0], source: { fileName: 'file.xlsx', row: 3 } },
    ]);
  });
});

describe('the workbook of bad rows', () => {
  const bad = async (): Promise<readonly BadEntry[]> =>
    badOf(await entriesOf(await writeRowsWorkbook(badSampleRows(samples))));

  it('puts the reason right of the bad cell, in both languages', async () => {
    const entries = await bad();
    const sheets = await readWorkbook(await writeBadRowsWorkbook(entries));
    if (!sheets.ok) throw new Error(sheets.failure.code);
    const main = sheets.value.find(({ name }) => name === '申报');
    const [header = [], ...rows] = main?.rows ?? [];
    const reason = header.indexOf('原因：统一社会信用代码');
    expect(header[reason - 1]).toBe('统一社会信用代码');
    expect(rows[0]?.[reason]).toBe(
      '统一社会信用代码第 17 位“O”不是允许的字符（0–9 A–Z −(I O S V Z)） / character 17 of the unified social credit code, "O", is not one of 0–9 A–Z −(I O S V Z)',
    );
    expect(rows.filter((row) => row[reason] !== null)).toHaveLength(3);
    expect(rows).toHaveLength(SLIPS.length + 1);
  });

  it('keeps drop-down lists and text columns at their places, right of the reasons', async () => {
    const files = unzipSync(await writeBadRowsWorkbook(await bad()));
    const sheets = await readWorkbook(await writeBadRowsWorkbook(await bad()));
    const header = sheets.ok ? (sheets.value.find(({ name }) => name === '申报')?.rows[0] ?? []) : [];
    const xml = strFromU8(files['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    for (const [name, first] of [
      ['产品类别', '茶叶'],
      ['储存方式', '常温'],
      ['申报星级', '1'],
    ] as const) {
      const letters = columnLetters(header.indexOf(name) + 1);
      expect(xml).toContain(`sqref="${letters}2:${letters}5000"><formula1>"${first},`);
    }
    const uscc = header.indexOf('统一社会信用代码') + 1;
    const style = /<cellXfs count="(\d+)">/.exec(strFromU8(files['xl/styles.xml'] ?? new Uint8Array()))?.[1];
    expect(xml).toContain(`<col min="${uscc}" max="${uscc}" style="${Number(style) - 1}"`);
    expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
  });

  it('read again uncorrected it is as bad, and corrected it is good', async () => {
    const entries = (await bad()).slice(0, SLIPS.length);
    const again = await entriesOf(await writeBadRowsWorkbook(entries));
    const placed = (list: readonly BadEntry[]): unknown =>
      list.map(({ applicationNo, faults }) => [applicationNo, faults.map(({ path, message }) => [path, message])]);
    expect(placed(badOf(again))).toEqual(placed(entries));

    const right = applicationRows(
      entries.map(({ applicationNo }, index) => {
        const source = samples.filter(
          ({ inspection, parcels, documents }) => inspection && parcels.length > 0 && documents.length > 3,
        )[index + 10];
        if (!source || applicationNo === null) throw new RangeError('samples changed');
        return { ...source, applicationNo };
      }),
    );
    const corrected = entries.map((entry, index): BadEntry => {
      const slip = SLIPS[index];
      if (!slip) throw new RangeError('slips changed');
      const column = columnOf(slip.sheet, slip.path);
      const truth = right[slip.sheet].filter(([number]) => number === entry.applicationNo)[slip.row]?.[column] ?? null;
      const faulty = entry.rows.filter(({ sheet }) => sheet === slip.sheet)[slip.row];
      return {
        ...entry,
        rows: entry.rows.map((row) =>
          row === faulty ? { ...row, cells: row.cells.map((value, place) => (place === column ? truth : value)) } : row,
        ),
      };
    });
    const fixed = await entriesOf(await writeBadRowsWorkbook(corrected));
    expect(fixed.map(({ kind }) => kind)).toEqual(entries.map(() => 'good'));
  });

  it('a good application that is refused later joins the bad ones, at the field that decides', async () => {
    const [first] = samples;
    if (!first) throw new RangeError('samples changed');
    const entry = refuseApplication(first, 7, 'submittedOn', sentence('申报日期晚于今天', 'lies in the future'));
    expect(entry.faults.map(({ header, path, value }) => [header, path, value])).toEqual([
      ['申报日期', 'submittedOn', first.submittedOn],
    ]);
    expect(await entriesOf(await writeBadRowsWorkbook([entry]))).toMatchObject([{ kind: 'good', application: first }]);
  });

  it('bad applications from JSON are laid out to be corrected as well', async () => {
    const [first] = samples;
    const wrong = { ...first, product: { ...first?.product, gtin: '1' }, extra: true };
    const entries = badOf(await entriesOf(new TextEncoder().encode(JSON.stringify([wrong])), 'file.json'));
    expect(entries[0]?.faults.map(({ header, message }) => `${header}：${message.zh}`)).toEqual([
      '商品条码：商品条码应为 8, 12, 13, 14 位，实为 1 位',
      '申报编号：extra：没有这个字段',
    ]);
    const again = badOf(await entriesOf(await writeBadRowsWorkbook(entries)));
    expect(again[0]?.faults.map(({ path }) => path)).toEqual(['product.gtin']);
  });
});
