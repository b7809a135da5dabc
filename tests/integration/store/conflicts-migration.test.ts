import { expect, it } from 'vitest';
import { conflictReason, conflictsWith, keepConflict } from '#electron/backend/store/conflict-repository.ts';
import { MIGRATIONS } from '#electron/backend/store/migrations.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { newWorkspace } from '#tests/support/workspaces.ts';

const OLD = MIGRATIONS.filter(({ version }) => version < 245);
const FIRST = '2026-02-01T00:00:00.000Z';
const LATER = '2026-02-02T00:00:00.000Z';

it('what had been declared at other desks before it was read bars from now on', () => {
  const workspace = newWorkspace();
  const before = openForWriting(workspace, OLD);
  before.run("INSERT INTO person VALUES ('U-qin', 'qin', '覃评审（样例）', '[]', '', 0, '')");
  const declared = (actor: string, at: string, payload: object) =>
    JSON.stringify({ body: JSON.stringify({ actor, at, type: 'conflict.declared', payload }) });
  for (const [cursor, kind, applied, body] of [
    [1, 'entry', 0, declared('U-qin', FIRST, { uscc: 'U', reason: '持有股份' })],
    [2, 'entry', 0, declared('U-qin', LATER, { uscc: 'U', reason: '配偶在该企业任职', kind: 'interest' })],
    [3, 'entry', 0, declared('U-mo', LATER, { uscc: 'U', reason: '收费辅导', kind: 'paid-services' })],
    [4, 'entry', 0, declared('U-mo', LATER, { reason: '没有企业' })],
    [5, 'entry', 0, JSON.stringify({ body: 'not JSON' })],
    [6, 'entry', 0, JSON.stringify({ body: JSON.stringify({ type: 'panel.taken', payload: { uscc: 'U' } }) })],
    [7, 'message.of-tomorrow', 0, JSON.stringify({})],
  ] as const)
    before.run("INSERT INTO pulled (cursor, kind, desk, body, applied) VALUES (?, ?, '02', ?, ?)", [
      cursor,
      kind,
      body,
      applied,
    ]);
  before.close();

  const store = openForWriting(workspace);
  const qin = { personId: 'U-qin', kind: 'interest', reason: '配偶在该企业任职', declaredAt: FIRST, desk: '02' };
  const mo = { personId: 'U-mo', kind: 'paid-services', reason: '收费辅导', declaredAt: LATER, desk: '02' };
  expect(conflictsWith(store, 'U')).toEqual([qin, mo]);
  expect([conflictReason(store, 'U-qin', 'U'), conflictReason(store, 'U-qin', 'V')]).toEqual([
    '配偶在该企业任职',
    null,
  ]);
  expect([personName(store, 'U-qin@02'), personName(store, 'U-mo@02')]).toEqual(['覃评审（样例）·02', 'U-mo·02']);
  const raw = store.all<{ cursor: number }>('SELECT cursor FROM pulled WHERE applied = 0 ORDER BY cursor');
  expect(raw.map(({ cursor }) => cursor)).toEqual([4, 5, 6, 7]);
  keepConflict(store, 'U', { personId: 'U-qin', kind: 'interest', reason: '持有股份', declaredAt: LATER });
  expect(conflictReason(store, 'U-qin', 'U')).toBe('持有股份');
  store.close();
});
