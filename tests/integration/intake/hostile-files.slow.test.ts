import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { explainIntake } from '#electron/backend/services/intake/intake-sentences.ts';
import { FILE_LIMIT_BYTES } from '#electron/backend/services/intake/file-kind.ts';
import { readApplicationsFile } from '#electron/backend/services/intake/read-applications.ts';
import {
  writeApplicationsJson,
  writeApplicationsWorkbook,
} from '#electron/backend/services/intake/write-applications.ts';
import type { Application } from '#shared/platform/application.ts';
import { makeSampleApplications } from '#tests/support/sample-applications.ts';

let three: readonly Application[] = [];
let workbook = new Uint8Array();

beforeAll(async () => {
  three = (await makeSampleApplications()).slice(0, 3);
  workbook = new Uint8Array(await writeApplicationsWorkbook(three));
});

/** Why a file is refused; `read` when it is not. */
async function refusal(bytes: Uint8Array, name = 'file.xlsx'): Promise<string> {
  const file = await readApplicationsFile(bytes, name);
  if (file.ok) return `read ${[...file.value.entries()].map(({ kind }) => kind).join(' ')}`;
  const said = explainIntake(file.failure, 'applications');
  expect(said.zh).not.toMatch(/directory|xml|Unexpected|token|entries/iu);
  expect(said.zh).not.toContain('undefined');
  expect(said.en.length).toBeGreaterThan(10);
  return file.failure.code;
}

/** The workbook with one of its files changed. */
function changed(path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(workbook);
  files[path] = strToU8(change(strFromU8(files[path] ?? new Uint8Array())));
  return zipSync(files);
}

/** The sheet 申报 stands second, behind the explanation. */
const MAIN = 'xl/worksheets/sheet2.xml';

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

describe('files that are not what they should be', () => {
  it.each([
    ['0 bytes', () => new Uint8Array(), 'file.xlsx', 'intake.empty'],
    ['text', () => strToU8('hello'), 'file.xlsx', 'intake.not-a-workbook'],
    ['csv', () => strToU8('申报编号,申报日期\nA-1,2026-03-02\n'), 'file.csv', 'intake.not-a-workbook'],
    [
      'an old .xls',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      'file.xls',
      'intake.legacy-workbook',
    ],
    [
      'a workbook with a password',
      () =>
        new Uint8Array(
          Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
        ),
      'file.xlsx',
      'intake.encrypted',
    ],
    ['another zip', () => zipSync({ 'a.txt': strToU8('a') }), 'file.zip', 'intake.not-a-workbook'],
    ['a zip head alone', () => Uint8Array.of(0x50, 0x4b, 3, 4), 'file.xlsx', 'intake.damaged'],
    ['more than the limit', () => new Uint8Array(FILE_LIMIT_BYTES + 1), 'file.xlsx', 'intake.too-large'],
    ['broken JSON', () => strToU8('[{"applicationNo":'), 'file.json', 'intake.not-json'],
    ['JSON in UTF-16', () => new Uint8Array(Buffer.from('\uFEFF[]', 'utf16le')), 'file.json', 'intake.not-json'],
    ['an empty JSON list', () => strToU8('[]'), 'file.json', 'intake.empty'],
    ['a JSON text', () => strToU8('"application"'), 'file.json', 'intake.not-applications'],
    ['a JSON object with more', () => strToU8('{"applications":[],"more":1}'), 'file.json', 'intake.not-applications'],
  ])('%s', async (_, bytes, name, code) => {
    expect(await refusal(bytes(), name)).toBe(code);
  });

  it('random bytes, with or without a zip’s head, are refused and never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.boolean(), async (bytes, zip) => {
        const file = zip ? Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes) : bytes;
        expect(await refusal(file)).toMatch(/^intake\./);
      }),
    );
  });

  it('a workbook cut anywhere, or with a byte turned, is refused or read in full', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(workbook.length - 5), async (at) => {
        expect(await refusal(workbook.subarray(0, at + 4))).toMatch(/^intake\.(?:damaged|encrypted|too-large)$/);
        const turned = workbook.slice();
        turned[at + 4] = (turned[at + 4] ?? 0) ^ 0x55;
        expect(await refusal(turned)).toMatch(/^(?:intake\.|read )/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('bombs', () => {
  it('a workbook that would unpack beyond the limit is refused by its directory', async () => {
    const files = unzipSync(workbook);
    files['xl/media/big.xml'] = new Uint8Array(220 * 1024 * 1024);
    expect(await refusal(zipSync(files, { level: 1 }))).toBe('intake.too-large');
  });

  it('one whose directory lies about a size is refused at that size', async () => {
    const files = unzipSync(workbook);
    const bomb = zipSync({ ...files, [MAIN]: new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
    const data = view(bomb);
    for (let at = 0; at + 4 < bomb.length; at += 1)
      if (data.getUint32(at, true) === 0x02014b50 && data.getUint32(at + 24, true) > 1e7)
        data.setUint32(at + 24, 5_000, true);
    expect(await refusal(bomb)).toBe('intake.damaged');
  });

  it('entities and document types are refused unexpanded', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await refusal(changed(MAIN, (xml) => xml.replace('?>', `?>${laughs}`)))).toBe('intake.damaged');
    expect(await refusal(changed('xl/sharedStrings.xml', (xml) => laughs + xml))).toBe('intake.damaged');
  });

  it.each([
    ['a cell far out', '<row r="9999998"><c r="A9999998"><v>1</v></c></row>', 'intake.too-large'],
    ['a column far out', '<row r="900"><c r="XFD900"><v>1</v></c></row>', 'intake.too-large'],
    ['a row in the billions', '<row r="99999999999"/>', 'intake.damaged'],
    ['a coordinate in entities', '<row r="900"><c r="&#65;900"><v>1</v></c></row>', 'intake.damaged'],
    ['two coordinates', '<row r="900" x:r="99999999999"/>', 'intake.damaged'],
    ['an odd prefix', '<a-b:row r="99999999999"/>', 'intake.damaged'],
    ['an unquoted coordinate', '<row r=99999999999/>', 'intake.damaged'],
    ['no coordinate', '<row r="900"><c><v>1</v></c></row>', 'intake.damaged'],
    ['rows out of order', '<row r="1"><c r="A1"><v>1</v></c></row>', 'intake.damaged'],
  ])('%s is refused before the grid is made', async (_, row, code) => {
    expect(await refusal(changed(MAIN, (xml) => xml.replace('</sheetData>', `${row}</sheetData>`)))).toBe(code);
  });

  it('more rows than the limit are refused', async () => {
    const rows = Array.from(
      { length: 100_001 },
      (_, index) => `<row r="${index + 10}"><c r="A${index + 10}"><v>1</v></c></row>`,
    );
    expect(await refusal(changed(MAIN, (xml) => xml.replace('</sheetData>', `${rows.join('')}</sheetData>`)))).toBe(
      'intake.too-large',
    );
  });

  it('a styled column to the right edge and a styled last row are harmless', async () => {
    const row = '<row r="1048576"><c r="XFD1048576" s="0"/></row>';
    expect(await refusal(changed(MAIN, (xml) => xml.replace('</sheetData>', `${row}</sheetData>`)))).toBe(
      'read good good good',
    );
  });

  it('JSON nested twenty thousand deep, ten megabytes of text and prototype keys are bad entries beside good ones', async () => {
    const good = JSON.stringify(three[0]);
    const deep = `${'{"inspection":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const proto = `{"__proto__":{"polluted":true},"constructor":{"prototype":1},${good.slice(1)}`;
    const long = JSON.stringify({ ...three[1], product: { name: '茶'.repeat(3_500_000) } });
    expect(await refusal(strToU8(`[${deep},${proto},${long},${good},null,7]`), 'file.json')).toBe(
      'read bad bad bad good bad bad',
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('workbooks that other programs made', () => {
  it('formula cells give their last value, and a failed one is said', async () => {
    const text = changed(MAIN, (xml) =>
      xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="str"><f>TEXT(1,1)</f><v>2026-03-02</v></c>'),
    );
    expect(await refusal(text)).toMatch(/^read (?:good|bad) good good$/);
    const failed = changed(MAIN, (xml) =>
      xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    );
    const file = await readApplicationsFile(failed, 'file.xlsx');
    const [entry] = file.ok ? [...file.value.entries()] : [];
    expect(entry?.kind === 'bad' ? entry.faults.map(({ message }) => message.zh) : []).toEqual([
      '公式出错（#DIV/0!），请填写值本身',
    ]);
  });

  it('broken JSON is told with its place, in the language that is spoken', async () => {
    const file = await readApplicationsFile(strToU8('[\n{"a":1,}]'), 'file.json');
    expect(file.ok ? null : explainIntake(file.failure, 'applications')).toEqual({
      zh: '不是有效的 JSON（第 2 行第 8 列）',
      en: 'Not valid JSON (line 2, column 8)',
    });
  });

  it('a missing sheet, column or second column is named', async () => {
    const renamed = changed('xl/workbook.xml', (xml) => xml.replace('name="寄样"', 'name="别的"'));
    const noSheet = await readApplicationsFile(renamed, 'file.xlsx');
    expect(noSheet).toMatchObject({ ok: false, failure: { code: 'intake.sheet-missing', data: { sheet: '寄样' } } });
    const noColumn = await readApplicationsFile(
      changed('xl/sharedStrings.xml', (xml) => xml.replace('>企业名称<', '>名称<')),
      'file.xlsx',
    );
    expect(noColumn.ok).toBe(false);
    if (!noColumn.ok) expect(explainIntake(noColumn.failure, 'applications').zh).toBe('工作表“申报”缺少列“企业名称”');
  });

  it('English names, a renamed extension and JSON with a byte order mark are read', async () => {
    const english = changed('xl/workbook.xml', (xml) =>
      xml.replace('name="申报"', 'name="applications"').replace('name="寄样"', 'name="Parcels"'),
    );
    expect(await refusal(english, 'export.bin')).toBe('read good good good');
    expect(await refusal(strToU8(`\uFEFF{"applications":${writeApplicationsJson(three)}}`), 'export.txt')).toBe(
      'read good good good',
    );
  });
});
