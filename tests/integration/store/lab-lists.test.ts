import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell, Store } from '#electron/backend/store/database.ts';
import {
  findLabImport,
  listTestOrders,
  listToOrder,
  openOrdersOfSample,
  testOrdersOf,
  testReadingsOf,
  testReportsOf,
  testReportsOfCase,
} from '#electron/backend/store/lab-repository.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { fill, newStore } from '#tests/support/workspaces.ts';

const CASES = 1_000;
const STATES = ['to-enter', 'to-release', 'released', 'released', 'cancelled'];
const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + (at % 300))).toISOString().slice(0, 10);

/** A laboratory after years: a case, a sample, an order and readings for each, most of them released. */
function oldLab(store: Store): Store {
  store.run(
    `INSERT INTO enterprise (uscc, name, division_code, division_name, address, contact, mobile) VALUES ('U', '社', '', '', '', '', '')`,
  );
  store.run("INSERT INTO test_plan VALUES ('tea', '1', '2026-01-01', '{}', null, null)");
  fill(
    store,
    CASES,
    `INSERT INTO case_file (id, application_no, uscc, product_name, category, specification, storage, requested_star,
     submitted_on, due_on, stage, source_hash, reported, created_at) VALUES (?, ?, 'U', '茶', 'tea', '', 'ambient', 3, ?, ?, 'in-inspection', '', '', '')`,
    (at) => [`C-${at}`, `A-${at}`, day(at), day(at)],
  );
  fill(
    store,
    CASES,
    `INSERT INTO sample (id, barcode, serial, case_id, batch, quantity, unit, condition, storage, location, state, arrived_on, received_by, received_at)
     VALUES (?, ?, ?, ?, '', '1', '', 'intact', 'ambient', '', 'waiting', ?, '', '')`,
    (at) => [`S-${at}`, `B-${at}`, at, `C-${at}`, day(at)],
  );
  fill(
    store,
    CASES - 100,
    `INSERT INTO test_order (id, number, case_id, sample_id, purpose, plan_id, plan_version, items, state, sort_key, due_on, item_count,
     ordered_by, ordered_at, changed_by, changed_at) VALUES (?, ?, ?, ?, 'site-test', 'tea', '1', '[]', ?, ?, ?, 5, '', '', '', '')`,
    (at) => [`O-${at}`, `T-${at}`, `C-${at}`, `S-${at}`, STATES[at % 5] ?? '', day(at), day(at)],
  );
  fill(
    store,
    3_000,
    `INSERT INTO test_reading (id, order_id, item_id, reading, result, tidied, source, change, entered_by, entered_at)
     VALUES (?, ?, ?, '{}', '{}', '[]', '{}', 'first', '', '')`,
    (at) => [`R-${at}`, `O-${(at % 800) + 1}`, `item-${at}`],
  );
  fill(
    store,
    400,
    `INSERT INTO test_report (id, number, order_id, case_id, issued_on, verdict, body, released_by, released_at)
     VALUES (?, ?, ?, ?, '2026-01-01', 'passed', '[]', '', '')`,
    (at) => [`P-${at}`, `R-2026-${at}`, `O-${at}`, `C-${at}`],
  );
  fill(store, 300, "INSERT INTO lab_import VALUES (?, 'a.xlsx', 1, '', '')", (at) => [`hash-${at}`]);
  store.run('ANALYZE');
  return store;
}

/** The plan of every statement a read makes. */
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

describe('with the statistics of years of testing', () => {
  let store: Store;
  const workspace = mkdtempSync(join(tmpdir(), 'otop-lab-lists-'));
  beforeAll(() => {
    store = oldLab(openForWriting(workspace));
  });
  afterAll(() => {
    store.close();
    rmSync(workspace, { recursive: true });
  });
  const at = (id: string): string => JSON.stringify([day(100), id]);

  it.each<readonly [string, () => unknown]>([
    ['what is to enter', () => listTestOrders(store, 'to-enter', null, 50)],
    ['what is to enter further down', () => listTestOrders(store, 'to-enter', at('O-100'), 50)],
    ['what is to release further down', () => listTestOrders(store, 'to-release', at('O-101'), 50)],
    ['what was released', () => listTestOrders(store, 'released', null, 50)],
    ['what was released further down', () => listTestOrders(store, 'released', at('O-102'), 50)],
    ['what is to order further down', () => listToOrder(store, at('S-999'), 50)],
    ['orders of a case', () => testOrdersOf(store, 'C-7' as never)],
    ['open orders of a sample', () => openOrdersOfSample(store, 'S-5' as never)],
    ['readings of an order', () => testReadingsOf(store, 'O-7' as never)],
    ['reports of an order', () => testReportsOf(store, 'O-7' as never)],
    ['reports of a case', () => testReportsOfCase(store, 'C-7' as never)],
    ['a file taken in', () => findLabImport(store, 'hash-9')],
  ])('%s: read by an index, and no list is sorted', (_, read) => {
    const plans = plansOf(store, read);
    // Readings and orders of one thing are few: sorting them by when they came costs nothing.
    const wrong = plans.filter((line) => /^SCAN|ANY\(|AUTOMATIC/.test(line));
    expect(wrong, plans.join('\n')).toEqual([]);
  });

  it.each<readonly [string, () => unknown]>([
    ['what is to order', () => listToOrder(store, null, 50)],
    ['what is to enter', () => listTestOrders(store, 'to-enter', null, 50)],
    ['what was released further down', () => listTestOrders(store, 'released', at('O-102'), 50)],
  ])('%s comes in the index’s own order', (_, read) => {
    const plans = plansOf(store, read);
    expect(plans.filter((line) => line.includes('TEMP B-TREE FOR ORDER BY') && !line.includes('LAST'))).toEqual([]);
  });

  it('counters say what the lists hold', () => {
    const counted = (name: string): number =>
      store.get<{ n: number }>('SELECT n FROM counter WHERE name = ?', [name]).n;
    const n = (from: string): number => store.get<{ n: number }>(`SELECT count(*) AS n FROM ${from}`).n;
    expect(counted('lab:to-order')).toBe(n('lab_to_order'));
    for (const state of ['to-enter', 'to-release', 'released', 'cancelled'])
      expect(counted(`lab:${state}`)).toBe(n(`test_order WHERE state = '${state}'`));
    const waiting: string[] = [];
    let cursor: string | null = null;
    do {
      const page = listToOrder(store, cursor, 33) as ReturnType<typeof listToOrder>;
      waiting.push(...page.rows.map(({ sampleId }) => sampleId));
      cursor = page.next;
    } while (cursor !== null);
    expect(waiting).toHaveLength(n('lab_to_order'));
    expect(new Set(waiting).size).toBe(waiting.length);
  });
});

it('what a plan, a reading and a report once said is never changed or taken away', () => {
  const store = oldLab(newStore());
  for (const sql of [
    "UPDATE test_plan SET body = '' WHERE id = 'tea'",
    "DELETE FROM test_plan WHERE id = 'tea'",
    "UPDATE test_reading SET reading = '' WHERE id = 'R-7'",
    "DELETE FROM test_reading WHERE id = 'R-7'",
    "UPDATE test_report SET verdict = 'failed' WHERE id = 'P-7'",
    "DELETE FROM test_report WHERE id = 'P-7'",
  ])
    expect(() => store.run(sql), sql).toThrow(/never changes|kept as they were/);
});
