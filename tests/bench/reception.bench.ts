import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InputOf, Name, OutputOf, Reply } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { createBackend } from '#electron/backend/backend.ts';
import type { Seat } from '#electron/backend/ports.ts';
import { readApplicationsFile } from '#electron/backend/services/intake/read-applications.ts';
import { writeApplicationsJson } from '#electron/backend/services/intake/write-applications.ts';
import { Store } from '#electron/backend/store/database.ts';
import { testFolders } from '#tests/support/desk.ts';
import { makeSampleApplications } from '#tests/support/sample-applications.ts';
import { median, ms, onFolder, percentile } from './measure.ts';

const PARCELS = 10_000;
const RECEIVED = 400;
/** What the gate itself calls slow. */
const SLOW_MS = 40;
/** One picture of a 60 Hz screen. */
const FRAME_MS = 1000 / 60;
const SEARCHES = ['茶', '安化', 'ahhc', '1390000', 'C-2026-0', 'SF1900', '合作社', '腊肉'];

const entry = (name: string): URL =>
  pathToFileURL(
    join(
      import.meta.dirname,
      '../../electron/backend',
      name === 'documents' ? 'documents/document-worker.ts' : `${name}-worker.ts`,
    ),
  );

async function ask<N extends Name>(seat: Seat, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const reply = (await seat.call(name, input)) as Reply<OutputOf<N>>;
  if (!reply.ok) throw new Error(`${name} refused: ${JSON.stringify(reply.failure)}`);
  return reply.value;
}

async function timedCall(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Commits of one bare row to the same disk, flushed as ours are: what no reception can be faster than. */
function bareCommits(folder: string): readonly number[] {
  const store = new Store(join(folder, 'bare.sqlite'), false);
  store.connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare (n INTEGER)');
  const figures = Array.from({ length: RECEIVED }, (_, at) => {
    const from = performance.now();
    store.transaction(() => void store.run('INSERT INTO bare VALUES (?)', [at]));
    return performance.now() - from;
  });
  store.close();
  return figures;
}

const searching = async (seat: Seat, until: () => boolean): Promise<readonly number[]> => {
  const figures: number[] = [];
  for (let at = 0; !until(); at += 1) {
    const text = SEARCHES[at % SEARCHES.length] ?? '';
    figures.push(await timedCall(() => ask(seat, 'search.find', { text, limit: 50 })));
  }
  return figures;
};

const shown = (figures: readonly number[]): string =>
  `p50 ${ms(median(figures))}, p95 ${ms(percentile(figures, 0.95))}, p99 ${ms(percentile(figures, 0.99))}`;

async function measure(folder: string): Promise<void> {
  const text = writeApplicationsJson(await makeSampleApplications(PARCELS));
  const bytes = Buffer.from(text);
  const backend = await createBackend({ ...testFolders(folder), workerEntry: entry, log: () => undefined });
  const seat = backend.seat();
  await ask(seat, 'demo.start', { applications: false });
  await ask(seat, 'session.sign-in', { login: 'peng', password: DEMO_PASSWORD });
  console.log(`reception through the workers, ${PARCELS.toLocaleString('en')} applications with their parcels`);

  const readingMs = await timedCall(async () => {
    const file = await readApplicationsFile(bytes, 'many.json');
    if (file.ok) for (const each of file.value.entries()) void each;
  });
  let importing = true;
  const importedMs = timedCall(() =>
    ask(seat, 'application.import', { fileName: 'many.json', content: bytes.toString('base64') }),
  ).finally(() => {
    importing = false;
  });
  const during = await searching(seat, () => !importing);
  const importMs = await importedMs;
  const { 'parcels.announced': announced = 0 } = await ask(seat, 'desk.counts', {});
  console.log(
    `  import   ${(importMs / 1000).toFixed(1)} s, ${Math.round((announced / importMs) * 1000).toLocaleString('en')} announced parcels/s; ` +
      `reading and checking the file alone: ${(readingMs / 1000).toFixed(1)} s`,
  );
  let left = during.length;
  const idle = await searching(seat, () => {
    left -= 1;
    return left < 0;
  });
  const over = during.filter((figure) => figure > FRAME_MS).length;
  console.log(`  search while importing  ${shown(during)}; over one frame (16.7 ms): ${over} of ${during.length}`);
  console.log(`  search afterwards       ${shown(idle)}`);

  const { rows } = await ask(seat, 'parcel.list', { state: 'announced', limit: 200 });
  const more = await ask(seat, 'parcel.list', {
    state: 'announced',
    limit: 200,
    cursor: JSON.stringify([rows.at(-1)?.sentOn, rows.at(-1)?.id]),
  });
  const receptions: number[] = [];
  for (const { id } of [...rows, ...more.rows].slice(0, RECEIVED)) {
    const { expected } = await ask(seat, 'parcel.get', { parcelId: id });
    if (expected === null) continue;
    const { batch, producedOn, quantity, storage, unit } = expected;
    const input = {
      parcelId: id,
      batch,
      producedOn,
      quantity,
      storage,
      unit,
      condition: 'intact',
      location: 'A-01-1',
      lapsedReason: '测量',
    } as const;
    receptions.push(await timedCall(() => ask(seat, 'sample.receive', input)));
  }
  await backend.close();
  const limit = percentile(receptions, 0.95) <= SLOW_MS ? 'within' : 'OVER';
  console.log(`  reception               ${shown(receptions)}; p95 ${limit} the gate's ${SLOW_MS} ms`);
  console.log(`  one bare flushed commit ${shown(bareCommits(folder))}`);
}

/** Measures a reception, an import of 10,000 announced parcels, and searching meanwhile. */
export async function run(): Promise<void> {
  await onFolder(measure);
}

if (import.meta.main) await run();
