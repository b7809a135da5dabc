import { expect, it } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import { judgementsInForce } from '#shared/domain/incident-state.ts';
import { judgementsOf, toldState } from '#electron/backend/store/judgement-repository.ts';
import { MIGRATIONS } from '#electron/backend/store/migrations.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { newWorkspace } from '#tests/support/workspaces.ts';

const OLD = MIGRATIONS.filter(({ version }) => version < 240);
const INCIDENT = `INSERT INTO incident (id, case_id, position, scope, uscc, product_name, kind, occurred_on, source, summary, status, grade,
  graded_by, graded_at, grade_reason, closed_by, closed_at, close_reason)
  VALUES (?, 'C-1', 0, 'case', 'U', '茶', 'complaint', '2026-01-01', 'consumer', '', ?, ?, ?, ?, ?, ?, ?, ?)`;
const WEI = ['U-wei', '2026-02-01T00:00:00.000Z', '外箱'] as const;
const YUN = ['U-yun', '2026-02-02T00:00:00.000Z', '属实'] as const;
const NOBODY = [null, null, null] as const;

it('what was graded and closed before gradings were kept one by one is in force as it was', () => {
  const workspace = newWorkspace();
  const before = openForWriting(workspace, OLD);
  before.run("INSERT INTO enterprise VALUES ('U', '样例茶厂', null, '', '', '', '', '')");
  before.run(`INSERT INTO case_file (id, application_no, uscc, product_name, category, specification, storage, requested_star,
    submitted_on, due_on, stage, source_hash, reported, created_at)
    VALUES ('C-1', 'A-1', 'U', '茶', '', '', 'ambient', 3, '', '', 'in-review', '', '', '')`);
  for (const row of [
    ['told', 'upheld', 'minor', ...NOBODY, ...NOBODY],
    ['open', 'open', null, ...NOBODY, ...NOBODY],
    ['graded', 'open', 'important', ...WEI, ...NOBODY],
    ['closed', 'upheld', null, ...NOBODY, ...YUN],
    ['settled', 'upheld', 'minor', ...WEI, ...YUN],
    ['dismissed', 'dismissed', 'minor', ...NOBODY, ...YUN],
  ])
    before.run(INCIDENT, row);
  const rows = 'SELECT id, status, grade, graded_by, closed_by, grade_reason, close_reason FROM incident ORDER BY id';
  const as = before.all<{ id: IncidentId; status: string; grade: string | null }>(rows);
  before.close();

  const store = openForWriting(workspace);
  expect(store.all(rows)).toEqual(as);
  for (const { grade, id, status } of as) {
    const { closing, grading, newest, state } = judgementsInForce(toldState(store, id), judgementsOf(store, id));
    expect({ id, ...state, newest }).toEqual({ id, status, grade, newest: null });
    expect([grading?.reason, closing?.reason]).toEqual([
      ['graded', 'settled'].includes(id) ? '外箱' : undefined,
      ['closed', 'settled', 'dismissed'].includes(id) ? '属实' : undefined,
    ]);
  }
  expect(() => store.run("UPDATE incident_judgement SET reason = ''")).toThrow(/kept as they were/);
  expect(() => store.run('DELETE FROM incident_judgement')).toThrow(/kept/);
  expect(() => store.run("UPDATE incident SET told_status = 'upheld'")).toThrow(/kept as they came/);
  const open = () => store.get("SELECT n FROM counter WHERE name = 'incident:open'");
  expect(open()).toEqual({ n: 2 });
  store.run("UPDATE incident SET status = 'open' WHERE id = 'settled'");
  expect(open()).toEqual({ n: 3 });
  store.close();
});
