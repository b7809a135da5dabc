import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { isOpen, STAGES, type Stage } from '#shared/domain/case-stage.ts';
import { countOverdue, listCases } from '#electron/backend/store/case-queues.ts';
import { allTouchesOf } from '#electron/backend/store/case-repository.ts';
import type { Cell, Store } from '#electron/backend/store/database.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { listMessages, returnsOf } from '#electron/backend/store/message-repository.ts';
import { waitingEntries } from '#electron/backend/store/foreign-evidence-repository.ts';
import {
  countProblems,
  countWaitingDownloads,
  waitingDownloads,
  waitingUploads,
} from '#electron/backend/store/upload-repository.ts';
import { listOutbox, listProblems } from '#electron/backend/store/outbox-repository.ts';
import { countChecksDue, listAwards, listPrints } from '#electron/backend/store/paper-repository.ts';
import { countReceivedSince, listParcels, listSamples } from '#electron/backend/store/sample-repository.ts';
import type { KeysetPage } from '#electron/backend/store/keyset.ts';
import { decidedAfter, hashInForce } from '#electron/backend/store/standard-repository.ts';
import { fillReview, readsOfOneCase, reviewLists } from '#tests/support/review-lists.ts';
import { fill, newStore } from '#tests/support/workspaces.ts';

const OPEN = STAGES.filter(isOpen);
const QUEUE: readonly Stage[] = ['ready-for-review', 'in-review', 'proposed'];
const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + (at % 300))).toISOString().slice(0, 10);

const CASE = `INSERT INTO case_file (id, application_no, uscc, product_name, category, specification, storage, requested_star,
  submitted_on, due_on, stage, source_hash, reported, created_at) VALUES (?, ?, 'U', '茶', '', '', 'ambient', 3, ?, ?, ?, '', '', '')`;
const newCase = (id: string, dueOn: string, stage: Stage): readonly Cell[] => [id, `A-${id}`, dueOn, dueOn, stage];

/** A store with an enterprise, to hang cases on. */
function caseStore(store = newStore()): Store {
  store.run("INSERT INTO enterprise VALUES ('U', '样例茶厂', null, '', '', '', '', '')");
  return store;
}

/** Years of work, most of it done, with statistics: what a planner is tempted by. */
function oldStore(store: Store): Store {
  fill(store, 6_000, CASE, (at) =>
    newCase(`C-${at}`, day(at * 7), at % 40 === 0 ? (STAGES[(at / 40) % 9] ?? 'issued') : 'issued'),
  );
  fill(store, 5_000, "INSERT INTO ledger VALUES (?, ?, '', ?, 'document.checked', 'case', ?, '', '', '')", (at) => [
    at + 1,
    `id-${at}`,
    `U-${at % 9}`,
    'C-1',
  ]);
  const states = ['conflict', 'quarantined', 'parked', 'waiting'];
  fill(store, 5_000, 'INSERT INTO outbox (seq, state) VALUES (?, ?)', (at) => [at + 1, states[at % 8] ?? 'accepted']);
  fill(store, 3_000, 'INSERT INTO parcel (id, waybill, case_id, state, sort_key) VALUES (?, ?, ?, ?, ?)', (at) => [
    `P-${at}`,
    `W-${at}`,
    at % 9 === 0 ? null : `C-${at}`,
    at % 60 === 0 ? 'announced' : at % 9 === 0 ? 'orphan' : 'received',
    day(at),
  ]);
  fill(
    store,
    2_000,
    `INSERT INTO sample (id, barcode, serial, case_id, batch, quantity, unit, condition, storage, location, state, arrived_on, received_by, received_at)
     VALUES (?, ?, ?, ?, 'B', '1', '盒', 'intact', 'ambient', '', 'waiting', ?, '', ?)`,
    (at) => [`S-${at}`, `S26${at}`, at, `C-${at}`, day(at), day(at)],
  );
  fill(
    store,
    2_000,
    `INSERT INTO award (number, serial, token, case_id, star, product_name, specification, enterprise_name, address, uscc,
     standard_label, authorised_by, issued_on, valid_until, check_due_on, issued_by, issued_at, certificate_prints, badge_prints)
     VALUES (?, ?, ?, ?, 3, '', '', '', '', '', '', '', '', '', ?, '', '', ?, 1)`,
    (at) => [`N-${at}`, at, `T-${at}`, `C-${at}`, day(at), at % 30 === 0 ? 0 : 1],
  );
  fill(store, 2_000, "INSERT INTO print_line VALUES (?, 'badge', 's', 1, 1, null, '', '')", (at) => [`L-${at}`]);
  fill(
    store,
    2_000,
    "INSERT INTO document (id, case_id, position, kind, title, reported_check) VALUES (?, ?, 0, '', '', '')",
    (at) => [`D-${at}`, `C-${at % 500}`],
  );
  fill(store, 2_000, "INSERT INTO message VALUES (?, ?, 'free', 'zh', '', '', '', '', ?, null, null, null)", (at) => [
    `M-${at}`,
    `C-${at % 400}`,
    at,
  ]);
  fill(store, 1_000, "INSERT INTO case_return VALUES (?, ?, ?, '[]', '', '', null, null)", (at) => [
    `R-${at}`,
    `C-${at % 400}`,
    `M-${at}`,
  ]);
  fillReview(store);
  store.run('ANALYZE');
  return store;
}

/** Runs a read and gives back the plan of every statement it made. */
function plansOf(store: Store, read: () => unknown): readonly string[] {
  const { all, find } = store;
  const lines: string[] = [];
  const explain = (sql: string, parameters: unknown): void => {
    const rows = store.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as readonly {
      readonly detail: string;
    }[];
    lines.push(...rows.map(({ detail }) => detail));
  };
  store.all = (<T>(sql: string, parameters: readonly Cell[] = []) => {
    explain(sql, parameters);
    return all.call(store, sql, parameters) as readonly T[];
  }) as Store['all'];
  store.find = (<T>(sql: string, parameters: readonly Cell[] = []) => {
    explain(sql, parameters);
    return find.call(store, sql, parameters) as T;
  }) as Store['find'];
  read();
  Object.assign(store, { all, find });
  expect(lines.length).toBeGreaterThan(0);
  return lines;
}

describe('with the statistics of years of work', () => {
  let store: Store;
  const workspace = mkdtempSync(join(tmpdir(), 'otop-lists-'));
  beforeAll(() => {
    store = oldStore(caseStore(openForWriting(workspace)));
  });
  afterAll(() => {
    store.close();
    rmSync(workspace, { recursive: true });
  });
  const at = JSON.stringify([day(100), 'C-100']);
  const overdue = { stages: OPEN, dueBefore: day(80) as PlainDate };
  const queues: readonly (readonly [string, () => unknown])[] = [
    ['the review queue', () => listCases(store, { stages: QUEUE, dueBefore: null }, null, 50)],
    ['the review queue further down', () => listCases(store, { stages: QUEUE, dueBefore: null }, at, 50)],
    [
      'the decided queue further down',
      () => listCases(store, { stages: ['granted', 'issued'], dueBefore: null }, at, 50),
    ],
    ['what is overdue', () => listCases(store, overdue, null, 50)],
    ['what is overdue further down', () => listCases(store, overdue, JSON.stringify([day(3), 'C-3']), 50)],
    ...reviewLists(() => store),
    ['papers to review', () => listCases(store, { stages: ['documents-in-review'], dueBefore: null }, at, 50)],
    [
      'papers overdue further down',
      () => listCases(store, { stages: ['documents-in-review', 'returned'], dueBefore: day(80) as PlainDate }, at, 50),
    ],
    ['messages of a case', () => listMessages(store, 'C-7' as never, null, 50)],
    ['messages of a case further down', () => listMessages(store, 'C-7' as never, '["M-7","M-7"]', 50)],
    ['returns of a case', () => returnsOf(store, 'C-7' as never)],
    ['all cases further down', () => listCases(store, { stages: [], dueBefore: null }, at, 50)],
    ['announced parcels', () => listParcels(store, 'announced', null, 50)],
    ['received parcels further down', () => listParcels(store, 'received', JSON.stringify([day(9), 'P-9']), 50)],
    ['samples further down', () => listSamples(store, JSON.stringify([day(9), 'S-9']), 50)],
    ['what is to print', () => listAwards(store, 'to-print', null, 50)],
    ['what was printed further down', () => listAwards(store, 'printed', '["N-5","N-5"]', 50)],
    ['problems', () => listProblems(store, null, 50)],
    ['problems further down', () => listProblems(store, '[400,400]', 50)],
    ['the outbox further down', () => listOutbox(store, '[50,50]', 50)],
    ['the print book further down', () => listPrints(store, '["L-9","L-9"]', 50)],
    ['the count of what is overdue', () => countOverdue(store, OPEN, day(80) as PlainDate)],
    ['the count of checks due', () => countChecksDue(store, day(80) as PlainDate)],
    ['the count of what came today', () => countReceivedSince(store, day(80))],
    ['the standard in force', () => hashInForce(store, '2026-11-21' as never)],
    ['decided cases after a place', () => decidedAfter(store, 7, 500)],
    ['files to send', () => waitingUploads(store, 'ab', 1)],
    ['files to fetch', () => waitingDownloads(store, 'ab', 100)],
    ['the count of files to fetch', () => countWaitingDownloads(store)],
    ['the count of files with a problem', () => countProblems(store, 'upload')],
    ['what came down before its case', () => waitingEntries(store, { id: 'C-7', uscc: 'U-7' } as never)],
    ['who has had to do with a case', () => allTouchesOf(store, 'C-7' as never)],
  ];

  it.each(queues)('%s is read by an index, neither scanned nor sorted', (_name, read) => {
    const plans = plansOf(store, read);
    expect(
      plans.filter((line) => /^SCAN|TEMP B-TREE|ANY\(|AUTOMATIC/.test(line)),
      plans.join('\n'),
    ).toEqual([]);
  });

  it.each(readsOfOneCase(() => store))('%s is found without a scan', (_name, read) => {
    const plans = plansOf(store, read);
    expect(
      plans.filter((line) => /^SCAN|ANY\(|AUTOMATIC/.test(line)),
      plans.join('\n'),
    ).toEqual([]);
  });

  it('problems are found by their state, not among everything sent after them', () => {
    const plans = plansOf(store, () => listProblems(store, '[5,5]', 50));
    expect(plans.filter((line) => line.includes('outbox_by_state'))).toHaveLength(3);
  });

  it.each([
    ['all cases', () => listCases(store, { stages: [], dueBefore: null }, null, 50)],
    ['the outbox', () => listOutbox(store, null, 50)],
    ['samples', () => listSamples(store, null, 50)],
    ['all awards', () => listAwards(store, 'all', null, 50)],
    ['the print book', () => listPrints(store, null, 50)],
  ] as const)('%s from the top are read in the index’s order, and never sorted', (_name, read) => {
    const plans = plansOf(store, read);
    expect(
      plans.filter((line) => /TEMP B-TREE/.test(line)),
      plans.join('\n'),
    ).toEqual([]);
    expect(plans.filter((line) => line.startsWith('SCAN') && !/USING (COVERING )?INDEX|^SCAN o$/.test(line))).toEqual(
      [],
    );
  });
});

/** Reads a list to its end, doing something between two pages. */
function readAll<T>(page: (cursor: string | null) => KeysetPage<T>, between: () => void): readonly T[] {
  const rows: T[] = [];
  let cursor: string | null = null;
  do {
    const read: KeysetPage<T> = page(cursor);
    rows.push(...read.rows);
    if (read.next !== null && read.next === cursor) throw new Error(`the page after ${cursor} begins where it begins`);
    cursor = read.next;
    between();
  } while (cursor !== null);
  return rows;
}

describe('a list read in pages', () => {
  const stage = fc.constantFrom(...STAGES);
  const row = fc.record({ due: fc.nat({ max: 6 }), stage });

  it('has every row once and in order, while others come in between', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        fc.array(row, { maxLength: 20 }),
        fc.integer({ min: 1, max: 7 }),
        fc.subarray([...STAGES]),
        (first, later, limit, stages) => {
          const store = caseStore();
          let serial = 0;
          const add = (one: { due: number; stage: Stage }): string => {
            serial += 1;
            const id = `C-${String((serial * 7919) % 10_007).padStart(5, '0')}`;
            store.run(CASE, newCase(id, day(one.due), one.stage));
            return id;
          };
          first.forEach(add);
          const inQueue = (): readonly { id: string; dueOn: string }[] =>
            store
              .all<{ id: string; dueOn: string; stage: Stage }>('SELECT id, due_on AS dueOn, stage FROM case_file')
              .filter((one) => stages.length === 0 || stages.includes(one.stage));
          const before = inQueue();
          const waiting = [...later];
          const rows = readAll(
            (cursor) => listCases(store, { stages, dueBefore: null }, cursor, limit),
            () => {
              const next = waiting.pop();
              if (next) add(next);
            },
          );
          const keys = rows.map(({ dueOn, id }) => `${dueOn} ${id}`);
          expect(keys).toEqual([...new Set(keys)].toSorted());
          expect(rows.map(({ id }) => String(id))).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
          const known = new Set(inQueue().map(({ id }) => id));
          for (const { id } of rows) expect(known.has(id)).toBe(true);
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });

  it('of parcels runs backwards for the received ones, and of problems merges three states', () => {
    const store = oldStore(caseStore());
    const received = readAll(
      (cursor) => listParcels(store, 'received', cursor, 97),
      () => undefined,
    );
    expect(received).toHaveLength(
      store.get<{ n: number }>("SELECT count(*) AS n FROM parcel WHERE state = 'received'").n,
    );
    const problems = readAll(
      (cursor) => listProblems(store, cursor, 7),
      () => undefined,
    ).map(({ seq }) => seq);
    expect(problems).toEqual(
      store
        .all<{ seq: number }>(
          "SELECT seq FROM outbox WHERE state IN ('conflict', 'quarantined', 'parked') ORDER BY seq",
        )
        .map(({ seq }) => seq),
    );
    const outbox = readAll(
      (cursor) => listOutbox(store, cursor, 401),
      () => undefined,
    ).map(({ seq }) => seq);
    expect(outbox).toEqual(Array.from({ length: 5_000 }, (_, index) => 5_000 - index));
  });

  it.each(['', '{', '7', '[1]', '[1,2,3]', '[null,null]', '{"sortKey":1}', '[{},[]]'])(
    'starts over for a cursor that is not ours: %j',
    (cursor) => {
      const store = caseStore();
      store.run(CASE, newCase('C-1', day(1), 'granted'));
      expect(listCases(store, { stages: [], dueBefore: null }, cursor, 5).rows).toHaveLength(1);
    },
  );

  it('says where the next page begins only when there is one', () => {
    const store = caseStore();
    fill(store, 4, CASE, (at) => newCase(`C-${at}`, day(at), 'granted'));
    const page = (limit: number) => listCases(store, { stages: ['granted'], dueBefore: null }, null, limit);
    expect(page(4).next).toBeNull();
    expect(page(3).next).toBe(JSON.stringify([day(2), 'C-2']));
    expect(Object.keys(page(1).rows[0] ?? {})).not.toContain('sortKey');
  });
});
