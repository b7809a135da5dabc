import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importAs, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { putPrinter } from '#tests/support/fake-printer.ts';
import { readPlainText } from '#tests/support/pdf-reading.ts';
import { dumpOf } from '#tests/support/workspaces.ts';

const folder = mkdtempSync(join(tmpdir(), 'otop-lp-'));
const path = process.env['PATH'];
let test: TestDesk;
let sampleId = '';
let barcode = '';

beforeAll(async () => {
  test = await openPeopledDesk();
  await importAs(test, 'peng', [wholeApplication()]);
  const sample = await receiveAnnounced(test, 'C-2026-90001');
  sampleId = sample.id;
  barcode = sample.barcode;
});
beforeEach(() => {
  process.env['PATH'] = `${folder}:/usr/bin:/bin`;
});
afterAll(async () => {
  process.env['PATH'] = path;
  await test.close();
  rmSync(folder, { recursive: true });
});

async function refusedWhole(code: string): Promise<void> {
  const before = dumpOf(test.desk.room.store);
  expect((await test.refused('peng', 'paper.send-labels', { sampleIds: [sampleId] })).code).toBe(code);
  expect(dumpOf(test.desk.room.store)).toEqual(before);
}

describe('the label printer', () => {
  it('is chosen once, by an administrator, among rolls that exist', async () => {
    await refusedWhole('printer.not-set');
    const labels = { stock: 'roll-50x30', printer: 'ZD421' };
    expect((await test.refused('peng', 'settings.set', { labels })).code).toBe('right.missing');
    expect((await test.refused('admin', 'settings.set', { labels: { ...labels, stock: 'none' } })).code).toBe(
      'paper.stock',
    );
    expect((await test.refused('admin', 'settings.set', { labels: { ...labels, printer: '-o x' } })).code).toBe(
      'input.invalid',
    );
    await test.ask('admin', 'settings.set', { labels });
    const set = await test.ask('peng', 'settings.get', {});
    expect(set.labels).toEqual(labels);
    expect(set.stocks.map(({ id }) => id)).toContain('roll-50x30');
    expect(set.scanner).toEqual({ prefixes: [], suffixes: [], meanMs: 45 });
    await test.ask('admin', 'settings.set', { scanner: { prefixes: [']C1'], suffixes: [], meanMs: 30 } });
    expect(await test.ask('peng', 'settings.get', {})).toMatchObject({
      labels,
      scanner: { prefixes: [']C1'], meanMs: 30 },
    });
  });

  it('that is not there, off, or does not take it leaves the label unprinted and printable', async () => {
    process.env['PATH'] = mkdtempSync(join(folder, 'empty-'));
    await refusedWhole('printer.no-system');
    expect(await test.ask('peng', 'printer.list', {})).toEqual({ system: false, printers: [] });
    process.env['PATH'] = `${folder}:/usr/bin:/bin`;
    putPrinter(folder, { names: ['Office'] });
    await refusedWhole('printer.unknown');
    expect(await test.ask('peng', 'printer.list', {})).toEqual({ system: true, printers: ['Office'] });
    putPrinter(folder, { names: ['ZD421'], disabled: true });
    await refusedWhole('printer.off');
    putPrinter(folder, { names: ['ZD421'], refuses: 'lp: Destination "ZD421" is not accepting jobs.' });
    await refusedWhole('printer.failed');
  });

  it('gets the label as PDF in the size of the roll; the same label again needs a reason', async () => {
    const { printed } = putPrinter(folder, { names: ['Office', 'ZD421'] });
    expect(await test.ask('peng', 'paper.send-labels', { sampleIds: [sampleId] })).toEqual({
      printer: 'ZD421',
      labels: 1,
    });
    const [job] = printed();
    expect(job?.args).toEqual([
      '-d',
      'ZD421',
      '-t',
      `${barcode}.pdf`,
      '-o',
      'media=Custom.50x30mm',
      '--',
      expect.any(String),
    ]);
    expect((await readPlainText(job?.file ?? new Uint8Array()))[0]).toContain(barcode);
    expect(existsSync(job?.args.at(-1) ?? '')).toBe(false);
    await refusedWhole('paper.reason-needed');
    expect(printed()).toHaveLength(1);
    await test.ask('peng', 'paper.send-labels', { sampleIds: [sampleId], reason: '标签沾水' });
    expect((await test.ask('peng', 'print.list', {})).rows[0]).toMatchObject({
      subject: barcode,
      copy: 2,
      reason: '标签沾水',
    });
  });
});
