import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closingEntryHash,
  correctiveOf,
  factsOfVisit,
  membersOf,
  signaturesOf,
} from '#electron/backend/store/visit-repository.ts';
import {
  countVisits,
  listCorrective,
  listedVisitsOfCase,
  listToVisit,
  listVisits,
  visitsOfCase,
} from '#electron/backend/store/visit-lists.ts';
import type { Cell, Store } from '#electron/backend/store/database.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { fill } from '#tests/support/workspaces.ts';

const CASES = 4_000;
const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + (at % 300))).toISOString().slice(0, 10);
const stateOf = (at: number): string =>
  at % 50 === 0 ? 'planned' : at % 50 === 1 ? 'under-way' : at % 9 === 0 ? 'cancelled' : 'closed';

/** Years of visits, most of them closed, with statistics: what a planner is tempted by. */
function oldStore(store: Store): Store {
  store.run("INSERT INTO enterprise VALUES ('U', '样例茶厂', null, '', '', '', '', '')");
  fill(
    store,
    CASES,
    `INSERT INTO case_file (id, application_no, uscc, product_name, category, specification, storage, requested_star,
       submitted_on, due_on, stage, source_hash, reported, created_at)
     VALUES (?, ?, 'U', '茶', '', '', 'ambient', ?, ?, ?, ?, '', '', '')`,
    (at) => [
      `C-${at}`,
      `A-${at}`,
      1 + (Math.floor(at / 20) % 5),
      day(at),
      day(at * 7),
      at % 20 === 0 ? 'in-inspection' : 'issued',
    ],
  );
  fill(
    store,
    CASES / 2,
    `INSERT INTO visit (id, case_id, star, planned_on, lead, purpose, state, planned_by, planned_at, open_actions, next_due_on)
     VALUES (?, ?, 3, ?, 'U-1', '', ?, '', '', ?, ?)`,
    (at): readonly Cell[] => [
      `V-${at}`,
      `C-${at}`,
      day(at * 3),
      stateOf(at),
      at % 30 === 0 ? 1 : 0,
      at % 30 === 0 ? day(at) : null,
    ],
  );
  const visits = CASES / 2;
  fill(store, 8_000, "INSERT INTO visit_fact VALUES (?, ?, 'answer', 'a', '{}', '', '', 0, 1)", (at) => [
    `F-${at}`,
    `V-${at % visits}`,
  ]);
  fill(store, 3_000, "INSERT INTO visit_corrective VALUES (?, ?, 'a', '', '', '', '', null, null, null)", (at) => [
    `K-${at}`,
    `V-${at % visits}`,
  ]);
  fill(store, 4_000, "INSERT INTO visit_signature VALUES (?, ?, 'U-1', '', null, '[]', '', '', '')", (at) => [
    `S-${at}`,
    `V-${at % visits}`,
  ]);
  fill(store, 4_000, 'INSERT INTO visit_member VALUES (?, ?, 0)', (at) => [
    `V-${at % visits}`,
    `U-${Math.floor(at / visits)}`,
  ]);
  store.run('ANALYZE');
  return store;
}

describe('the lists of visits, with the statistics of years', () => {
  let store: Store;
  const workspace = mkdtempSync(join(tmpdir(), 'otop-visits-'));
  beforeAll(() => {
    store = oldStore(openForWriting(workspace));
  });
  afterAll(() => {
    store.close();
    rmSync(workspace, { recursive: true });
  });

  function plansOf(read: () => unknown): readonly string[] {
    const lines: string[] = [];
    const { all, find } = store;
    const explain = (sql: string, parameters: unknown): void => {
      const rows = store.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters);
      lines.push(...rows.map((row) => (row as { readonly detail: string }).detail));
    };
    store.all = ((sql: string, parameters: readonly Cell[] = []) => {
      explain(sql, parameters);
      return all.call(store, sql, parameters);
    }) as Store['all'];
    store.find = ((sql: string, parameters: readonly Cell[] = []) => {
      explain(sql, parameters);
      return find.call(store, sql, parameters);
    }) as Store['find'];
    read();
    Object.assign(store, { all, find });
    expect(lines.length).toBeGreaterThan(0);
    return lines;
  }

  const deep = JSON.stringify([day(100), 'V-100']);
  const id = 'V-7' as never;
  it.each([
    ['planned', () => listVisits(store, 'planned', null, 50)],
    ['planned, further down', () => listVisits(store, 'planned', deep, 50)],
    ['closed', () => listVisits(store, 'closed', null, 50)],
    ['closed, further down', () => listVisits(store, 'closed', deep, 50)],
    ['of a case', () => visitsOfCase(store, 'C-7' as never)],
    ['of a case with its names', () => listedVisitsOfCase(store, 'C-7' as never)],
    ['to plan', () => listToVisit(store, 3, null, 50)],
    ['to plan, further down', () => listToVisit(store, 3, JSON.stringify([day(100), 'C-100']), 50)],
    ['with open actions, further down', () => listCorrective(store, deep, 50)],
  ] as const)('%s: read by an index, neither scanned nor sorted', (_name, read) => {
    const plans = plansOf(read);
    const bad = plans.filter((line) => /^SCAN|TEMP B-TREE|ANY\(|AUTOMATIC/.test(line));
    expect(bad, plans.join('\n')).toEqual([]);
  });

  it('with open actions are read in the order they are due, and counts walk only what is open', () => {
    const top = plansOf(() => listCorrective(store, null, 50));
    expect(
      top.filter((line) => /TEMP B-TREE/.test(line)),
      top.join('\n'),
    ).toEqual([]);
    for (const line of plansOf(() => countVisits(store))) expect(line).toMatch(/COVERING INDEX visit_by_(day|due)/);
    expect(plansOf(() => correctiveOf(store, id)).join()).toContain('visit_corrective_by_visit');
  });

  it('and what hangs on one visit is found by its id, whatever else there is', () => {
    const plans = plansOf(() => [
      membersOf(store, id),
      factsOfVisit(store, id),
      signaturesOf(store, id),
      closingEntryHash(store, id),
    ]);
    for (const line of plans) expect(line).toMatch(/^SEARCH .*(visit_id|entity_id)=\?|TEMP B-TREE FOR ORDER BY/);
  });

  it('hold every visit once, page by page, in order', () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ReturnType<typeof listVisits> = listVisits(store, 'closed', cursor, 97);
      seen.push(...page.rows.map((row) => `${row.on} ${row.id}`));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toHaveLength(store.get<{ n: number }>("SELECT count(*) AS n FROM visit WHERE state = 'closed'").n);
    expect(seen).toEqual(seen.toSorted().toReversed());
  });

  it('to plan leave out lower stars and cases with a visit, but not those whose visit was called off', () => {
    const { rows } = listToVisit(store, 3, null, 10_000);
    const expected = Array.from({ length: CASES }, (_, at) => at).filter(
      (at) => at % 20 === 0 && Math.floor(at / 20) % 5 >= 2 && (at >= CASES / 2 || stateOf(at) === 'cancelled'),
    );
    expect(rows.map(({ caseId }) => String(caseId)).toSorted()).toEqual(expected.map((at) => `C-${at}`).toSorted());
  });
});
