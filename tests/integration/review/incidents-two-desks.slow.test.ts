import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { deskSyncStore } from '#electron/backend/services/desk-sync-store.ts';
import { loadDivisions } from '#electron/backend/services/intake/division-index.ts';
import { importAs, prepareForDecision } from '#tests/support/applications.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { arrive, openTwoDesks, type TwoDesks } from '#tests/support/two-desks.ts';

let east: TwoDesks['east'];
let west: TwoDesks['west'];
let desks: TwoDesks;

beforeAll(async () => {
  desks = await openTwoDesks();
  ({ east, west } = desks);
  await desks.addPerson('wei', '韦评定（样例）', 'decider');
  await desks.addPerson('yun', '云评定（样例）', 'decider');
});
afterAll(() => desks.close());

const ACCIDENT = {
  kind: 'accident',
  scope: 'product',
  occurredOn: '2026-11-01',
  receivedOn: '2026-11-20',
  source: 'regulator',
  summary: '抽检通报',
} as const;

const record = async (desk: TestDesk, caseId: string, seat = 'shen', more: object = {}) =>
  (await desk.ask(seat, 'incident.record', { ...ACCIDENT, caseId, ...more })).id;
const grade = (desk: TestDesk, incidentId: string, how: 'important' | 'minor', seat = 'wei') =>
  desk.ask(seat, 'incident.grade', { incidentId, grade: how, reason: `${how} ${seat}` });
const finish = (desk: TestDesk, incidentId: string, outcome: 'upheld' | 'dismissed', seat = 'wei') =>
  desk.ask(seat, 'incident.close', { incidentId, outcome, reason: `${outcome} ${seat}` });
const get = (desk: TestDesk, incidentId: string) => desk.ask('tang', 'incident.get', { incidentId });
/** What an incident comes to at a desk, by the words of who judged it. */
const standing = async (desk: TestDesk, incidentId: string) => {
  const { gradeReason, closeReason, grade: weight, status } = await get(desk, incidentId);
  return { gradeReason, closeReason, grade: weight, status };
};

describe('an accident recorded at another desk', () => {
  it('holds the sample and keeps a star from being granted here until it is upheld and graded there', async () => {
    const caseId = await desks.sameCase();
    await desks.exchange(east, west);
    const { samples, version: baseVersion } = await desks.view(west, caseId);
    const incidentId = await record(east, caseId);
    await desks.exchange(east, west);
    const oldPage = { caseId, baseVersion, password: DEMO_PASSWORD };
    expect(await desks.code(west, 'tang', 'case.decide', oldPage)).toBe('case.changed-meanwhile');
    expect(await get(west, incidentId)).toMatchObject({
      status: 'open',
      summary: '抽检通报',
      recordedBy: '沈检验（样例）·01',
      cases: [{ caseId }],
    });
    expect(await desks.view(west, caseId)).toMatchObject({ legalHold: true, incidents: [{ id: incidentId }] });
    const move = { sampleId: samples[0]?.id, to: 'returned', purpose: '退回企业' };
    expect(await desks.code(west, 'peng', 'sample.move', move)).toBe('sample.legal-hold');
    expect(await desks.refusedDecision(west, caseId)).toMatchObject({ code: 'case.not-decidable' });

    await finish(east, incidentId, 'upheld');
    await desks.exchange(east, west);
    expect(await desks.refusedDecision(west, caseId)).toMatchObject({ code: 'case.not-decidable' });
    await grade(east, incidentId, 'minor');
    await desks.exchange(east, west);
    expect(await get(west, incidentId)).toMatchObject({ gradedBy: '韦评定（样例）·01', closedBy: '韦评定（样例）·01' });
    expect(await desks.decide(west, caseId)).toMatchObject({ outcome: 'grant', star: 3 });
  });

  it('that is important keeps the star away, and of its people who judged there does not decide here', async () => {
    const caseId = await desks.sameCase();
    const incidentId = await record(east, caseId);
    await grade(east, incidentId, 'important');
    await finish(east, incidentId, 'upheld');
    await desks.exchange(east, west);
    expect(await desks.refusedDecision(west, caseId, 'wei')).toMatchObject({ code: 'impartiality.evaluated' });
    expect(await desks.decide(west, caseId)).toMatchObject({ outcome: 'refuse' });
  });

  it('is judged here by anybody but the one who took it in there, and goes back', async () => {
    const caseId = await desks.sameCase();
    const incidentId = await record(east, caseId, 'peng');
    await desks.exchange(east, west);
    await west.ask('admin', 'person.set-roles', { personId: 'U-peng', roles: ['clerk', 'expert'] });
    const asked = { incidentId, grade: 'minor', reason: '外箱磕碰' };
    expect(await desks.code(west, 'peng', 'incident.grade', asked)).toBe('incident.second-person');
    expect((await west.ask('peng', 'incident.get', { incidentId })).mayNotJudge).toBe('incident.second-person');
    await west.ask('admin', 'person.set-roles', { personId: 'U-peng', roles: ['clerk'] });
    await grade(west, incidentId, 'minor');
    await finish(west, incidentId, 'upheld');
    await desks.exchange(west, east);
    expect(await standing(east, incidentId)).toEqual(await standing(west, incidentId));
    expect(await get(east, incidentId)).toMatchObject({ status: 'upheld', closedBy: '韦评定（样例）·02' });
    expect(await desks.code(east, 'wei', 'incident.grade', asked)).toBe('incident.closed');
    expect(await desks.refusedDecision(east, caseId, 'wei')).toMatchObject({ code: 'impartiality.evaluated' });
  });
});

describe('an incident judged while another desk decides', () => {
  it('bars who judged it from the next round there', async () => {
    const caseId = await desks.sameCase();
    const incidentId = await record(east, caseId);
    await grade(east, incidentId, 'minor');
    expect(await desks.decide(west, caseId)).toMatchObject({ outcome: 'grant' });
    await desks.exchange(west, east);
    await west.ask('tang', 'correction.open', { caseId, fact: 'incident', reason: '事故未计入' });
    expect((await west.ask('wei', 'case.get', { caseId })).mayNotDecide).toBe('impartiality.evaluated');
    expect((await west.ask('yun', 'case.get', { caseId })).mayNotDecide).toBeNull();
  });
});

describe('an incident that came with an application', () => {
  it('is judged at one desk for all', async () => {
    const caseId = await desks.sameCase({
      incidents: [
        { kind: 'complaint', occurredOn: '2026-01-05' as PlainDate, status: 'open', grade: null, summary: '标签' },
      ],
    });
    const incidentId = (await desks.view(east, caseId)).incidents[0]?.id ?? '';
    await finish(east, incidentId, 'dismissed');
    await desks.exchange(east, west);
    expect(await get(west, incidentId)).toMatchObject({ status: 'dismissed', closedBy: '韦评定（样例）·01' });
    expect(await desks.decide(west, caseId)).toMatchObject({ outcome: 'grant' });
  });
});

describe('two desks that judge at the same time', () => {
  it('have the grade of the one the platform placed first, and what rested on the other falls with it', async () => {
    const caseId = await desks.sameCase();
    const incidentId = await record(east, caseId);
    await desks.exchange(east, west);
    await grade(east, incidentId, 'important');
    await grade(west, incidentId, 'minor', 'yun');
    await finish(west, incidentId, 'dismissed', 'yun');
    const open = async () => (await west.ask('tang', 'incident.list', { state: 'open' })).rows.map(({ id }) => id);
    expect(await open()).not.toContain(incidentId);
    await desks.exchange(east, west);
    for (const desk of [east, west])
      expect(await standing(desk, incidentId)).toEqual({
        status: 'open',
        grade: 'important',
        gradeReason: 'important wei',
        closeReason: null,
      });
    expect(await open()).toContain(incidentId);
    expect((await west.ask('tang', 'desk.counts', {}))['incidents.open']).toBe((await open()).length);
    expect((await desks.view(west, caseId)).legalHold).toBe(true);
    for (const desk of [east, west])
      expect(await desks.refusedDecision(desk, caseId, 'yun')).toMatchObject({ code: 'impartiality.evaluated' });
    const kept = await west.ask('admin', 'outbox.list', {});
    expect(kept.rows.filter(({ entityId }) => entityId === incidentId).map(({ state }) => state)).toEqual([
      'accepted',
      'accepted',
    ]);
    await finish(west, incidentId, 'upheld', 'yun');
    await desks.exchange(west, east);
    for (const desk of [east, west])
      expect(await standing(desk, incidentId)).toMatchObject({ status: 'upheld', grade: 'important' });
  });

  it('close it once, as the platform placed it', async () => {
    const caseId = await desks.sameCase();
    const incidentId = await record(east, caseId);
    await desks.exchange(east, west);
    await finish(east, incidentId, 'dismissed');
    await finish(west, incidentId, 'upheld', 'yun');
    await desks.exchange(west, east);
    for (const desk of [east, west])
      expect(await standing(desk, incidentId)).toEqual({
        status: 'upheld',
        grade: null,
        gradeReason: null,
        closeReason: 'upheld yun',
      });
  });

  it('are ordered anew when the platform, back from a backup, places ours before theirs', async () => {
    const caseId = await desks.sameCase();
    const incidentId = await record(east, caseId);
    await desks.exchange(east, west);
    await grade(east, incidentId, 'important');
    await grade(west, incidentId, 'minor', 'yun');
    await desks.exchange(east, west);
    expect(await standing(west, incidentId)).toMatchObject({ gradeReason: 'important wei' });
    const ours = (await west.ask('admin', 'outbox.list', {})).rows.find(({ type }) => type === 'incident.graded');
    const store = deskSyncStore(west.desk.room, await loadDivisions());
    store.recordPush({ ack: store.ack(), verdicts: [{ seq: ours?.seq ?? 0, verdict: 'accepted', cursor: 1 }] });
    expect(await standing(west, incidentId)).toMatchObject({ gradeReason: 'minor yun' });
  });

  it('may grade one after the other: who knew of the first puts theirs in its place', async () => {
    const caseId = await desks.sameCase();
    const incidentId = await record(east, caseId);
    await grade(east, incidentId, 'important');
    await desks.exchange(east, west);
    await grade(west, incidentId, 'minor', 'yun');
    await desks.exchange(west, east);
    for (const desk of [east, west])
      expect(await standing(desk, incidentId)).toMatchObject({ gradeReason: 'minor yun' });
  });
});

describe('an entry that comes before its case', () => {
  it('waits for it, and counts from its first moment', async () => {
    const application = desks.newApplication();
    const caseId = application.applicationNo.replace('A-', 'C-');
    await importAs(east, 'peng', [application]);
    const incidentId = await record(east, caseId);
    await grade(east, incidentId, 'important');
    await desks.exchange(east, west);
    expect(await west.refused('tang', 'incident.get', { incidentId })).toMatchObject({ code: 'incident.unknown' });
    await importAs(west, 'peng', [application]);
    expect(await standing(west, incidentId)).toEqual(await standing(east, incidentId));
    await prepareForDecision(west, caseId);
    expect(await desks.refusedDecision(west, caseId)).toMatchObject({ code: 'case.not-decidable' });
    expect(await desks.refusedDecision(west, caseId, 'wei')).toMatchObject({ code: 'impartiality.evaluated' });
  });

  it('counts for another case of the enterprise that comes, though its own never does', async () => {
    const tea = desks.newApplication();
    const { enterprise } = tea;
    const rice = desks.newApplication({ enterprise });
    const oil = desks.newApplication({ enterprise });
    const idOf = ({ applicationNo }: typeof tea) => applicationNo.replace('A-', 'C-');
    await importAs(east, 'peng', [tea, oil]);
    const ofProduct = await record(east, idOf(tea));
    const ofEnterprise = await record(east, idOf(tea), 'shen', { scope: 'enterprise', summary: '停产整顿' });
    await grade(east, ofEnterprise, 'important');
    await desks.exchange(east, west);
    await importAs(west, 'peng', [rice]);
    expect((await desks.view(west, idOf(rice))).incidents).toMatchObject([{ summary: '停产整顿', grade: 'important' }]);
    expect((await west.ask('wei', 'case.get', { caseId: idOf(rice) })).mayNotDecide).toBe('impartiality.evaluated');
    expect((await west.refused('tang', 'incident.get', { incidentId: ofProduct })).code).toBe('incident.unknown');
    await importAs(west, 'peng', [oil]);
    await prepareForDecision(west, idOf(oil));
    expect(await desks.refusedDecision(west, idOf(oil), 'wei')).toMatchObject({ code: 'impartiality.evaluated' });
    await importAs(west, 'peng', [tea]);
    expect((await desks.view(west, idOf(tea))).incidents.map(({ id }) => id)).toEqual(
      expect.arrayContaining([ofProduct, ofEnterprise]),
    );
  });
});

describe('the same entries once more', () => {
  it('change nothing', async () => {
    const caseId = await desks.sameCase();
    const incidentId = await record(east, caseId);
    await grade(east, incidentId, 'minor');
    await desks.exchange(east, west);
    const before = await get(west, incidentId);
    const { incidents } = await desks.view(west, caseId);
    west.desk.room.store.run("UPDATE fact SET value = '0' WHERE name = 'sync.cursor'");
    expect((await desks.sync(west)).pulled).toBeGreaterThan(0);
    expect(await get(west, incidentId)).toEqual(before);
    expect((await desks.view(west, caseId)).incidents).toEqual(incidents);
  });
});

describe('an entry from before incidents travelled', () => {
  it('stays as it came and harms nothing', async () => {
    const caseId = await desks.sameCase();
    const { uscc } = (await desks.view(west, caseId)).enterprise;
    const old = { entity: 'incident', entityId: 'incident-of-old' };
    await arrive(west, [
      { ...old, type: 'incident.recorded', payload: { ...ACCIDENT, caseId, uscc, productName: '两台样茶' } },
      { ...old, type: 'incident.graded', payload: { grade: 'important', reason: '通报' } },
      { ...old, type: 'incident.closed', payload: { outcome: 'upheld', reason: '属实' } },
    ]);
    const kept = west.desk.room.store.all('SELECT applied FROM pulled WHERE cursor > 900000');
    expect(kept).toEqual([{ applied: 0 }, { applied: 0 }, { applied: 0 }]);
    expect((await west.refused('tang', 'incident.get', { incidentId: 'incident-of-old' })).code).toBe(
      'incident.unknown',
    );
    expect(await desks.decide(west, caseId)).toMatchObject({ outcome: 'grant' });
  });
});
