import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { STAGES } from '#shared/domain/case-stage.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { createBackend } from '#electron/backend/backend.ts';
import { listCases } from '#electron/backend/store/case-queues.ts';
import type { Store } from '#electron/backend/store/database.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { openTestDesk, testFolders } from '#tests/support/desk.ts';
import { median, ms, onFolder, percentile, timed, times, us } from './measure.ts';

const CASES = 200_000;
const PAGE = 50;
const CALLS = 3_000;
const DAYS = 3_000;

/** Due days rise with the cases' age, as they do in life: what is open lies at the end. */
const day = (at: number): string =>
  new Date(Date.UTC(2020, 0, 1 + Math.floor((at / CASES) * DAYS))).toISOString().slice(0, 10);

function fillCases(store: Store): void {
  store.run("INSERT INTO enterprise VALUES ('U', '样例茶厂', null, '', '', '', '', '')");
  const sql = `INSERT INTO case_file (id, application_no, uscc, product_name, category, specification, storage, requested_star,
    submitted_on, due_on, stage, source_hash, reported, created_at) VALUES (?, ?, 'U', '茶', '', '', 'ambient', 3, ?, ?, ?, '', '', '')`;
  store.transaction(() => {
    for (let at = 0; at < CASES; at += 1) {
      const stage = at > CASES * 0.98 ? (STAGES[at % 9] ?? 'issued') : 'issued';
      store.run(sql, [`C-${String(at).padStart(7, '0')}`, `A-${at}`, day(at), day(at), stage]);
    }
  });
  store.run('ANALYZE');
}

/** Pages of every case and of one queue at rising depth, by keyset and by OFFSET. */
function measureDepth(store: Store): void {
  console.log(`lists, ${CASES.toLocaleString('en')} cases, pages of ${PAGE}, medians of 15`);
  for (const depth of [0, 1_000, 100_000, 190_000]) {
    const start = store.find<{ due: string; id: string }>(
      'SELECT due_on AS due, id FROM case_file ORDER BY due_on, id LIMIT 1 OFFSET ?',
      [depth],
    );
    const cursor = depth === 0 || !start ? null : JSON.stringify([start.due, start.id]);
    const own = median(
      Array.from({ length: 15 }, () => timed(() => listCases(store, { stages: [], dueBefore: null }, cursor, PAGE))),
    );
    const peer = median(
      Array.from({ length: 15 }, () =>
        timed(() =>
          store.all(
            'SELECT c.*, e.name FROM case_file c JOIN enterprise e ON e.uscc = c.uscc ORDER BY c.due_on, c.id LIMIT ? OFFSET ?',
            [PAGE, depth],
          ),
        ),
      ),
    );
    console.log(
      `  from ${String(depth).padStart(7)}   keyset ${ms(own).padStart(9)}   OFFSET ${ms(peer).padStart(9)}   ${times(peer, own)}`,
    );
  }
  const queue = ['ready-for-review', 'in-review', 'proposed'] as const;
  const merged = median(
    Array.from({ length: 15 }, () => timed(() => listCases(store, { stages: queue, dueBefore: null }, null, PAGE))),
  );
  const inList = median(
    Array.from({ length: 15 }, () =>
      timed(() =>
        store.all(
          `SELECT c.*, e.name FROM case_file c JOIN enterprise e ON e.uscc = c.uscc WHERE c.stage IN (?, ?, ?) ORDER BY c.due_on, c.id LIMIT ${PAGE}`,
          queue,
        ),
      ),
    ),
  );
  console.log(
    `  review queue    merged ${ms(merged).padStart(9)}   IN (…)  ${ms(inList).padStart(9)}   ${times(inList, merged)}`,
  );
}

/** What a call costs on its way through the reader worker, against the same call in this thread. */
async function measureCalls(folder: string): Promise<void> {
  const folders = testFolders(folder);
  const backend = await createBackend({
    ...folders,
    workerEntry: (name) =>
      pathToFileURL(
        join(
          import.meta.dirname,
          '../../electron/backend',
          name === 'documents' ? 'documents/document-worker.ts' : `${name}-worker.ts`,
        ),
      ),
    log: () => undefined,
  });
  const seat = backend.seat();
  await seat.call('demo.start', { applications: false });
  await seat.call('session.sign-in', { login: 'peng', password: DEMO_PASSWORD });
  const through = async (call: () => Promise<unknown>): Promise<readonly number[]> => {
    const figures: number[] = [];
    for (let at = 0; at < CALLS; at += 1) {
      const from = performance.now();
      await call();
      figures.push(performance.now() - from);
    }
    return figures.slice(CALLS / 10);
  };
  const worker = await through(() => seat.call('desk.counts', {}));
  await backend.close();
  const test = openTestDesk({ workspace: folder });
  await test.call('peng', 'session.sign-in', { login: 'peng', password: DEMO_PASSWORD });
  const direct = await through(() => test.call('peng', 'desk.counts', {}));
  await test.close();
  const added = median(worker) - median(direct);
  console.log(`calls, desk.counts, ${CALLS} one after the other`);
  console.log(`  through the worker  p50 ${us(median(worker))}, p99 ${us(percentile(worker, 0.99))}`);
  console.log(
    `  in this thread      p50 ${us(median(direct))}, p99 ${us(percentile(direct, 0.99))}; the worker adds ${us(added)}`,
  );
}

/** Measures lists at depth against OFFSET, and the way through the worker. */
export async function run(): Promise<void> {
  await onFolder((folder) => {
    const store = openForWriting(folder);
    fillCases(store);
    measureDepth(store);
    store.close();
  });
  await onFolder(measureCalls);
}

if (import.meta.main) await run();
