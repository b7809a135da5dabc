import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAGES } from '#shared/domain/case-stage.ts';
import type { Cell, Store } from '#electron/backend/store/database.ts';
import {
  countDrawCandidates,
  casesOfDraw,
  findDrawOfCase,
  listDrawCandidates,
  listDraws,
} from '#electron/backend/store/draw-repository.ts';
import { findReportByFile, findReportByNumber, reportsOf } from '#electron/backend/store/external-report-repository.ts';
import {
  accreditationsOf,
  commissionsOf,
  countCommissions,
  countToCommission,
  listBodies,
  listCommissions,
  listToCommission,
} from '#electron/backend/store/external-repository.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { fill } from '#tests/support/workspaces.ts';

const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + (at % 300))).toISOString().slice(0, 10);

/** Years of delegated evaluations and draws, most of them done, with statistics: what a planner is tempted by. */
function oldStore(store: Store): Store {
  store.run("INSERT INTO enterprise VALUES ('U', '样例茶厂', null, '', '', '', '', '')");
  fill(
    store,
    6_000,
    `INSERT INTO case_file (id, application_no, uscc, product_name, category, specification, storage, requested_star,
       submitted_on, due_on, stage, source_hash, reported, created_at)
     VALUES (?, ?, 'U', '茶', '', '', 'ambient', ?, '', ?, ?, '', '', '')`,
    (at) => [
      `C-${at}`,
      `A-${at}`,
      (at % 5) + 1,
      day(at * 7),
      at % 40 === 0 ? (STAGES[(at / 40) % 9] ?? 'issued') : 'issued',
    ],
  );
  fill(store, 40, "INSERT INTO external_body VALUES (?, ?, '', '')", (at) => [`B-${at}`, `机构 ${at}`]);
  fill(
    store,
    200,
    "INSERT INTO external_accreditation VALUES (?, ?, 'CNAS', ?, '', '2020-01-01', '2030-01-01', '', '')",
    (at) => [`K-${at}`, `B-${at % 40}`, `L${at}`],
  );
  fill(
    store,
    3_000,
    `INSERT INTO external_commission (id, case_id, body_id, what, commissioned_on, due_on, state, commissioned_by, commissioned_at)
     VALUES (?, ?, ?, '', '', ?, ?, '', ?)`,
    (at) => [`M-${at}`, `C-${at}`, `B-${at % 40}`, day(at), at % 50 === 0 ? 'open' : 'accepted', day(at)],
  );
  fill(
    store,
    3_000,
    `INSERT INTO external_report (id, commission_id, case_id, body_id, number, number_key, issued_on, received_on, verdict,
       state, checklist, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, '', '', 'passed', 'accepted', '{}', '', ?)`,
    (at) => [`R-${at}`, `M-${at}`, `C-${at}`, `B-${at % 40}`, `N-${at}`, `N-${at}`, day(at)],
  );
  fill(
    store,
    3_000,
    `INSERT INTO attachment (id, case_id, owner_kind, owner_id, slot, position, sha256, name, media_type, bytes, pages, kept_by, kept_at)
     VALUES (?, ?, 'external-report', ?, '', 0, ?, '', '', 1, 1, '', '')`,
    (at) => [`F-${at}`, `C-${at}`, `R-${at}`, `hash-${at}`],
  );
  fill(
    store,
    2_000,
    `INSERT INTO sample (id, barcode, serial, case_id, batch, quantity, unit, condition, storage, location, state, arrived_on, received_by, received_at)
     VALUES (?, ?, ?, ?, 'B', '1', '盒', 'intact', 'ambient', '', 'waiting', ?, '', ?)`,
    (at) => [`S-${at}`, `S26${at}`, at, `C-${at * 3}`, day(at), day(at)],
  );
  fill(store, 300, "INSERT INTO draw VALUES (?, ?, '', 30, '', '[]', '[]', 0, 0, '', ?)", (at) => [
    `D-${at}`,
    `SC-${at}`,
    day(at),
  ]);
  fill(store, 2_500, 'INSERT INTO case_draw VALUES (?, ?, ?)', (at) => [
    `C-${at * 2}`,
    `D-${at % 300}`,
    at % 3 === 0 ? 1 : 0,
  ]);
  store.run('ANALYZE');
  return store;
}

/** The plan of every statement a read makes. */
function plansOf(store: Store, read: () => unknown): readonly string[] {
  const { all, find } = store;
  const lines: string[] = [];
  const explain = (sql: string, parameters: unknown): void => {
    const rows = store.connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { readonly detail: string }[];
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
    store = oldStore(openForWriting(workspace));
  });
  afterAll(() => {
    store.close();
    rmSync(workspace, { recursive: true });
  });
  const at = JSON.stringify([day(100), 'C-100']);
  const reads: readonly (readonly [string, () => unknown])[] = [
    ['cases to commission', () => listToCommission(store, null, 50)],
    ['cases to commission further down', () => listToCommission(store, at, 50)],
    ['commissions under way', () => listCommissions(store, ['open', 'reported'], false, null, 50)],
    ['commissions under way further down', () => listCommissions(store, ['open', 'reported'], false, at, 50)],
    ['concluded commissions further down', () => listCommissions(store, ['accepted', 'cancelled'], true, at, 50)],
    ['commissions of a case', () => commissionsOf(store, 'C-7' as never)],
    ['certificates of a body', () => accreditationsOf(store, 'B-7')],
    ['reports of a commission', () => reportsOf(store, 'M-7')],
    ['a report by its number', () => findReportByNumber(store, 'B-7', 'N-7')],
    ['a report by its file', () => findReportByFile(store, 'hash-7')],
    ['bodies further down', () => listBodies(store, '["机构 1","机构 1"]', 50)],
    ['the count to commission', () => countToCommission(store)],
    ['the count under way', () => countCommissions(store)],
    ['cases that wait for a draw', () => listDrawCandidates(store, null, 50)],
    ['cases that wait for a draw further down', () => listDrawCandidates(store, at, 50)],
    ['the count that waits for a draw', () => countDrawCandidates(store)],
    ['draws further down', () => listDraws(store, at, 50)],
    ['the draw of a case', () => findDrawOfCase(store, 'C-8' as never)],
    ['the cases of a draw', () => casesOfDraw(store, 'D-8')],
  ];

  it.each(reads)('%s is read by an index, neither scanned nor sorted', (_name, read) => {
    const plans = plansOf(store, read);
    expect(
      plans.filter((line) => /^SCAN|TEMP B-TREE|ANY\(|AUTOMATIC/.test(line)),
      plans.join('\n'),
    ).toEqual([]);
  });

  it('from the top draws and bodies are read in the index’s order', () => {
    for (const read of [() => listDraws(store, null, 50), () => listBodies(store, null, 50)])
      expect(plansOf(store, read).filter((line) => /TEMP B-TREE/.test(line))).toEqual([]);
  });
});
