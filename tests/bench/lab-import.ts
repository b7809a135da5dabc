import { unzipSync } from 'fflate';
import readWorkbookSheets from 'read-excel-file/node';
import { writeWorkbook } from '#electron/backend/services/intake/workbook-writing.ts';
import { readResultsFile } from '#electron/backend/services/lab/results-rows.ts';
import { importAs, receiveAnnounced } from '#tests/support/applications.ts';
import { openPeopledDesk } from '#tests/support/desk.ts';
import { FIVE_KINDS, labApplication, labCaseId } from '#tests/support/lab/lab-desk.ts';
import { median, ms, times } from './measure.ts';

const ROWS = 5_000;
const ITEMS = 20;
const ROUNDS = 3;

const figure = (at: number): string => `0.${String((at * 7_919) % 1_000).padStart(3, '0')}`;

/** A plan of twenty items, mostly contaminants as laboratories test them. */
const PLAN = {
  ...FIVE_KINDS,
  id: 'twenty',
  items: Array.from({ length: ITEMS }, (_, at) => {
    const kind = FIVE_KINDS.items[at % 10 === 0 ? 2 : 0];
    return { ...kind, id: `item-${at}`, zh: `项目${at}`, en: `item ${at}` };
  }),
};

const valueOf = (at: number): string => (at % 10 === 0 ? '1;2;3;4;5' : figure(at));

async function timedAsync<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const from = performance.now();
  const value = await work();
  return [performance.now() - from, value];
}

/**
 * Measures the import of a workbook of 5,000 results into 250 orders, against the same file only unzipped and parsed by
 * the library that reads it, without the look into the archive, the rules, the store and the ledger.
 */
export async function runImport(): Promise<void> {
  const figures: number[] = [];
  const reading: number[] = [];
  const plain: number[] = [];
  let unpacking = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const test = await openPeopledDesk();
    await test.ask('admin', 'test-plan.save', { plan: PLAN });
    const serials = Array.from({ length: ROWS / ITEMS }, (_, at) => at + 1);
    await importAs(
      test,
      'peng',
      serials.map((serial) => labApplication(serial)),
    );
    const rows: string[][] = [['样品条码', '检测项目', '结果', '单位', '检出限']];
    for (const serial of serials) {
      const sample = await receiveAnnounced(test, labCaseId(serial));
      await test.ask('shen', 'lab.order', { sampleId: sample.id, planId: 'twenty', purpose: 'site-test' });
      for (const [at, { zh }] of PLAN.items.entries())
        rows.push([sample.barcode, zh, valueOf(at), at % 10 === 0 ? 'CFU/g' : 'mg/kg', at % 10 === 0 ? '' : '0.001']);
    }
    const bytes = await writeWorkbook([{ name: 'results', rows, widths: rows[0]?.map(() => 14) ?? [], stickyRows: 1 }]);
    const content = Buffer.from(bytes).toString('base64');
    const [plainMs] = await timedAsync(() => readWorkbookSheets(Buffer.from(bytes)));
    plain.push(plainMs);
    const from = performance.now();
    unzipSync(bytes);
    unpacking = performance.now() - from;
    const [readMs] = await timedAsync(() => readResultsFile(bytes, 'lab.xlsx'));
    reading.push(readMs);
    const [importMs, report] = await timedAsync(() =>
      test.ask('shen', 'lab.import', { fileName: 'lab.xlsx', content }),
    );
    if (report.saved !== ROWS) throw new Error(`${report.saved} of ${ROWS} rows saved, ${report.bad} bad`);
    figures.push(importMs);
    await test.close();
  }
  const [all, read, peer] = [median(figures), median(reading), median(plain)];
  console.log(
    `a laboratory's workbook, ${ROWS.toLocaleString('en')} rows into ${ROWS / ITEMS} orders, medians of ${ROUNDS}`,
  );
  console.log(`  whole import through the gate, judged, stored, in the ledger: ${ms(all)} (${ms(all / ROWS)} a row)`);
  console.log(`  of that, looking through the file and reading it: ${ms(read)}`);
  console.log(
    `  peer: the same bytes parsed by read-excel-file alone, nothing checked or kept: ${ms(peer)} (import takes ${times(all, peer)} as long); unzipping alone ${ms(unpacking)}`,
  );
}
