import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { openPeopledDesk, openTestDesk, type TestDesk } from '#tests/support/desk.ts';
import { beginVisit, caseToVisit, drawn, expectRefusedWhole, fillVisit, signAll } from '#tests/support/visits.ts';

const workspace = mkdtempSync(join(tmpdir(), 'otop-visit-'));
let test: TestDesk;
let visitId: string;
beforeAll(async () => {
  test = await openPeopledDesk({ workspace });
  visitId = (await beginVisit(test, await caseToVisit(test, 5))).id;
});
afterAll(async () => {
  await test.close();
  rmSync(workspace, { recursive: true });
});

describe('what a visit does not take', () => {
  const answer = { line: 'labels.mark', answer: 'yes' };
  const many = Array.from({ length: 1_501 }, (_, at) => [at, at, at]);
  it.each([
    ['a visit that is none', 'visit.answer', { visitId: 'V-0', ...answer }, { code: 'visit.unknown' }],
    [
      'a line with a quote',
      'visit.answer',
      { visitId: "'; DROP TABLE visit", ...answer },
      { code: 'input.invalid', field: 'visitId' },
    ],
    ['a line of the prototype', 'visit.answer', { ...answer, line: '__proto__' }, { code: 'visit.line-unknown' }],
    ['an answer that is none', 'visit.answer', { ...answer, answer: '是' }, { code: 'input.invalid', field: 'answer' }],
    [
      'a note of control characters',
      'visit.answer',
      { ...answer, note: 'a\u0007' },
      { code: 'input.invalid', field: 'note' },
    ],
    [
      'a note that never ends',
      'visit.answer',
      { ...answer, note: '长'.repeat(1_001) },
      { code: 'input.invalid', field: 'note' },
    ],
    ['a field nobody knows', 'visit.answer', { ...answer, by: 'U-tang' }, { code: 'input.invalid', field: 'by' }],
    [
      'a place off the globe',
      'visit.place',
      { latitude: 91, longitude: 0 },
      { code: 'input.invalid', field: 'latitude' },
    ],
    [
      'a place that is no number',
      'visit.place',
      { latitude: 1, longitude: Number.NaN },
      { code: 'input.invalid', field: 'longitude' },
    ],
    [
      'a level of another ladder',
      'visit.level',
      { record: { kind: 'traceability', level: 'filed', seen: '看' } },
      { code: 'input.invalid', field: 'record.level' },
    ],
    [
      'a drill on no day',
      'visit.level',
      {
        record: {
          kind: 'risk-control',
          level: 'filed',
          seen: '看',
          drill: { on: '2026-02-30', participants: '甲', described: '乙' },
        },
      },
      { code: 'input.invalid', field: 'record.drill.on' },
    ],
    [
      'no ink',
      'visit.sign-enterprise',
      { name: '甲', position: '厂长', strokes: [] },
      { code: 'input.invalid', field: 'strokes', data: { zh: '还没有签名，或太短' } },
    ],
    [
      'a tap',
      'visit.sign-enterprise',
      { name: '甲', position: '厂长', strokes: [[[1, 1, 0]]] },
      { code: 'input.invalid', field: 'strokes' },
    ],
    [
      'ink outside the box',
      'visit.sign-enterprise',
      {
        name: '甲',
        position: '厂长',
        strokes: [
          [
            [0, 0, 0],
            [10_001, 0, 1],
          ],
        ],
      },
      { code: 'input.invalid', field: 'strokes[0][1][0]' },
    ],
    [
      'ink between the units',
      'visit.sign-enterprise',
      {
        name: '甲',
        position: '厂长',
        strokes: [
          [
            [0.5, 0, 0],
            [9_000, 0, 1],
          ],
        ],
      },
      { code: 'input.invalid', field: 'strokes[0][0][0]' },
    ],
    [
      'time that runs back',
      'visit.sign-enterprise',
      {
        name: '甲',
        position: '厂长',
        strokes: [
          [
            [0, 0, 9],
            [9_000, 0, 1],
          ],
        ],
      },
      { code: 'input.invalid', field: 'strokes' },
    ],
    [
      'endless ink',
      'visit.sign-enterprise',
      { name: '甲', position: '厂长', strokes: [many] },
      { code: 'input.invalid', field: 'strokes[0]' },
    ],
    [
      'a signature without a name',
      'visit.sign-enterprise',
      { name: ' ', position: '厂长', strokes: drawn() },
      { code: 'input.invalid', field: 'name' },
    ],
    ['a wrong password', 'visit.sign', { password: 'not-it-1', strokes: drawn() }, { code: 'session.wrong-password' }],
    [
      'a wrong password of another',
      'visit.sign',
      { login: 'lu', password: 'not-it-1', strokes: drawn() },
      { code: 'session.wrong-password' },
    ],
    [
      'a signer nobody knows',
      'visit.sign',
      { login: 'nobody', password: DEMO_PASSWORD, strokes: drawn() },
      { code: 'session.wrong-password' },
    ],
    [
      'a signer who did not come',
      'visit.sign',
      { login: 'tan', password: DEMO_PASSWORD, strokes: drawn() },
      { code: 'visit.signer-not-on-team', data: { name: '谭评审（样例）' } },
    ],
    [
      'an action nobody agreed',
      'visit.corrective-close',
      { correctiveId: 'K-0', evidence: '无' },
      { code: 'visit.corrective-unknown' },
    ],
  ] as const)('%s', async (_name, name, input, expected) => {
    await expectRefusedWhole(test, 'shen', name, { visitId, ...input }, expected);
  });

  it('and what is not in the list of lists', async () => {
    expect(await test.refused('shen', 'visit.list', { list: 'cancelled' })).toMatchObject({
      code: 'input.invalid',
      field: 'list',
    });
    expect(await test.refused('shen', 'visit.get', { visitId: 'V-0' })).toMatchObject({ code: 'visit.unknown' });
    expect(await test.refused('shen', 'visit.report', { visitId: 'V-0' })).toMatchObject({ code: 'visit.unknown' });
    expect((await test.ask('shen', 'visit.list', { list: 'under-way', cursor: '{"odd":1}' })).rows).toHaveLength(1);
  });

  it('a rewrite of what was recorded or signed, by whoever reaches the file', async () => {
    await test.ask('lu', 'visit.answer', { visitId, line: 'labels.mark', answer: 'yes' });
    const { store } = test.desk.room;
    expect(() => store.run("UPDATE visit_fact SET value = '{}'")).toThrow(/stays/);
    expect(() => store.run('DELETE FROM visit_fact')).toThrow(/stays/);
    await test.ask('shen', 'visit.sign', { visitId, password: DEMO_PASSWORD, strokes: drawn() });
    expect(() => store.run("UPDATE visit_signature SET facts_hash = ''")).toThrow(/stay/);
    expect(() => store.run('DELETE FROM visit_signature')).toThrow(/stay/);
  });
});

describe('days on the road', () => {
  it('need no network: nothing in a visit calls out', async () => {
    const calls: unknown[] = [];
    const away = await openPeopledDesk({
      world: {
        fetch: (async (...call: unknown[]) => {
          calls.push(call);
          throw new TypeError('no network');
        }) as unknown as typeof fetch,
      },
    });
    const { id } = await beginVisit(away, await caseToVisit(away, 3));
    await fillVisit(away, id);
    await signAll(away, id);
    expect(await away.ask('shen', 'visit.close', { visitId: id, password: DEMO_PASSWORD })).toMatchObject({
      state: 'closed',
    });
    await away.ask('shen', 'visit.report', { visitId: id });
    expect(calls).toEqual([]);
    await away.close();
  });

  it('survive a restart: everything recorded and signed is there, and the signatures stand', async () => {
    await fillVisit(test, visitId);
    const before = await signAll(test, visitId);
    await test.desk.close();
    test = openTestDesk({ workspace });
    for (const login of ['shen', 'lu']) await test.ask(login, 'session.sign-in', { login, password: DEMO_PASSWORD });
    const after = await test.ask('shen', 'visit.get', { visitId });
    expect(after).toEqual(before);
    expect(after.signatures.every(({ stands }) => stands)).toBe(true);
    expect(await test.ask('shen', 'visit.close', { visitId, password: DEMO_PASSWORD })).toMatchObject({
      state: 'closed',
    });
  });
});
