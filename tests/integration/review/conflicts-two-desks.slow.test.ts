import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { arrive, openTwoDesks, type TwoDesks } from '#tests/support/two-desks.ts';

let east: TwoDesks['east'];
let west: TwoDesks['west'];
let desks: TwoDesks;

beforeAll(async () => {
  desks = await openTwoDesks();
  ({ east, west } = desks);
  await desks.addPerson('wei', '韦评定（样例）', 'decider');
  await desks.addPerson('yan', '颜评审（样例）', 'expert');
});
afterAll(() => desks.close());

const SPOUSE = '配偶在该企业任职';
const OPINION = { star: 3, text: '好', noConflict: true } as const;
const idOf = (applicationNo: string): string => applicationNo.replace('A-', 'C-');
const usccOf = async (desk: TestDesk, caseId: string): Promise<string> =>
  (await desks.view(desk, caseId)).enterprise.uscc;

/** A case at both desks whose panel nobody sits on yet. */
async function freshCase(): Promise<string> {
  const application = desks.newApplication();
  for (const desk of [east, west]) {
    await importAs(desk, 'peng', [application]);
    await receiveAnnounced(desk, idOf(application.applicationNo));
  }
  return idOf(application.applicationNo);
}

/** Declares at the east desk and hands it over. */
async function declare(seat: string, caseId: string, more: object = {}): Promise<void> {
  await east.ask(seat, 'conflict.declare', { uscc: await usccOf(east, caseId), reason: SPOUSE, ...more });
  await desks.exchange(east, west);
}

describe('a conflict of interest declared at another desk', () => {
  it('keeps its person here from evaluating, visiting and judging, and nobody else', async () => {
    const caseId = await freshCase();
    await east.ask('peng', 'incident.record', {
      caseId,
      kind: 'complaint',
      scope: 'product',
      occurredOn: '2026-11-01',
      receivedOn: '2026-11-20',
      source: 'consumer',
      summary: '包装破损',
    });
    for (const seat of ['shen', 'qin']) await declare(seat, caseId);
    const finding = { kind: 'site-test', outcome: 'passed' };
    const plan = { caseId, on: '2026-11-23', team: ['U-shen', 'U-yan'], lead: 'U-shen', purpose: '核验' };
    const [incident] = (await desks.view(west, caseId)).incidents;
    const grade = { incidentId: incident?.id, grade: 'minor', reason: '外箱磕碰' };
    for (const [seat, name, asked, code] of [
      ['shen', 'finding.record', { caseId, finding }, 'impartiality.conflict'],
      ['shen', 'finding.confirm-reported', { caseId }, 'impartiality.conflict'],
      ['qin', 'panel.take', { caseId }, 'impartiality.conflict'],
      ['qin', 'opinion.give', { caseId, ...OPINION }, 'impartiality.conflict'],
      ['shen', 'visit.plan', plan, 'visit.member-conflict'],
      ['shen', 'visit.plan', { ...plan, team: ['U-lu', 'U-yan'], lead: 'U-lu' }, 'ok'],
      ['qin', 'incident.grade', grade, 'impartiality.conflict'],
      ['lu', 'panel.take', { caseId }, 'ok'],
    ] as const)
      expect(await desks.code(west, seat, name, asked), `${seat} ${name}`).toBe(code);
    expect(await west.refused('tang', 'panel.assign', { caseId, personId: 'U-qin' })).toMatchObject({
      code: 'panel.conflict',
      data: { name: '覃评审（样例）', reason: SPOUSE },
    });
    const candidates = await west.ask('shen', 'visit.candidates', { caseId });
    expect(candidates.filter(({ bar }) => bar !== null).map(({ login }) => login)).toEqual(['qin', 'shen']);
    const other = await freshCase();
    expect(await desks.code(west, 'qin', 'panel.take', { caseId: other })).toBe('ok');
  });

  it('keeps a decider here from deciding', async () => {
    const caseId = await desks.sameCase();
    await declare('tang', caseId);
    expect(await desks.refusedDecision(west, caseId)).toMatchObject({ code: 'impartiality.conflict' });
    expect((await west.ask('tang', 'case.get', { caseId })).mayNotDecide).toBe('impartiality.conflict');
    expect(await desks.decide(west, caseId, 'wei')).toMatchObject({ outcome: 'grant' });
  });

  it('keeps its person here from hearing an appeal', async () => {
    const caseId = await desks.sameCase();
    await desks.decide(east, caseId);
    await desks.exchange(east, west);
    const filed = { caseId, grounds: '应为四星', receivedOn: '2026-11-21' };
    const appeal = (await east.ask('peng', 'appeal.file', filed)).id;
    await declare('wei', caseId);
    await declare('yan', caseId);
    expect(await desks.code(west, 'yan', 'opinion.give', { caseId, ...OPINION })).toBe('impartiality.conflict');
    const dismissal = { appealId: appeal, reason: '无据', password: DEMO_PASSWORD };
    expect(await desks.code(west, 'wei', 'appeal.dismiss', dismissal)).toBe('impartiality.conflict');
  });

  it('is shown with who declared it, where and when', async () => {
    const caseId = await freshCase();
    desks.setNow('2026-11-21T03:05:00.000Z');
    const told = west.events.length;
    await declare('qin', caseId, { reason: '本计划收费辅导过该企业', kind: 'paid-services' });
    desks.setNow();
    const interest = { kind: 'paid-services', reason: '本计划收费辅导过该企业', at: '2026-11-21T03:05:00.000Z' };
    expect((await desks.view(west, caseId)).interests).toEqual([{ ...interest, by: '覃评审（样例）·01' }]);
    expect((await desks.view(east, caseId)).interests).toEqual([{ ...interest, by: '覃评审（样例）' }]);
    expect(west.events.slice(told)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'case.changed', data: { caseId } }),
        expect.objectContaining({ name: 'people.changed' }),
      ]),
    );
  });

  it('ends what its person sits on and has said here, and the panel waits for another', async () => {
    const caseId = await desks.sameCase();
    const before = await desks.view(west, caseId);
    expect(before).toMatchObject({ stage: 'in-review', panel: { complete: true } });
    await declare('qin', caseId);
    const after = await desks.view(west, caseId);
    expect(after).toMatchObject({ stage: 'ready-for-review', panel: { complete: false, free: 1 } });
    expect(after.panel.seats.map(({ personId }) => personId)).toEqual(['U-lu']);
    expect(after.opinions.map(({ by }) => by)).toEqual(['鲁评审（样例）']);
    expect(after.version).toBeGreaterThan(before.version);
    expect(await desks.refusedDecision(west, caseId)).toMatchObject({ code: 'case.panel-incomplete' });
    expect(
      west.desk.room.store.all('SELECT released_by, release_reason FROM panel_seat WHERE case_id = ? AND active = 0', [
        caseId,
      ]),
    ).toEqual([{ released_by: 'U-qin@01', release_reason: SPOUSE }]);
    await west.ask('yan', 'opinion.give', { caseId, ...OPINION });
    expect(await desks.decide(west, caseId)).toMatchObject({ outcome: 'grant' });
  });

  it('waits neither for its case nor for an account', async () => {
    const application = desks.newApplication();
    const caseId = idOf(application.applicationNo);
    await importAs(east, 'peng', [application]);
    const newcomer = { login: 'mo', name: '莫评审（样例）', roles: ['expert' as const], password: DEMO_PASSWORD };
    await east.ask('admin', 'person.add', newcomer);
    await east.ask('mo', 'session.sign-in', { login: 'mo', password: DEMO_PASSWORD });
    await declare('mo', caseId);
    await importAs(west, 'peng', [application]);
    await receiveAnnounced(west, caseId);
    expect((await desks.view(west, caseId)).interests).toMatchObject([{ by: '莫评审（样例）·01' }]);
    await west.ask('admin', 'person.add', newcomer);
    await west.ask('mo', 'session.sign-in', { login: 'mo', password: DEMO_PASSWORD });
    expect(await desks.code(west, 'mo', 'panel.take', { caseId })).toBe('impartiality.conflict');
  });

  it('counts in its newest words, and the same entries once more change nothing', async () => {
    const caseId = await freshCase();
    await declare('qin', caseId);
    await declare('qin', caseId, { reason: '持有股份' });
    const before = await desks.view(west, caseId);
    expect(before.interests).toMatchObject([{ reason: '持有股份' }]);
    west.desk.room.store.run("UPDATE fact SET value = '0' WHERE name = 'sync.cursor'");
    expect((await desks.sync(west)).pulled).toBeGreaterThan(0);
    expect((await desks.view(west, caseId)).interests).toEqual(before.interests);
  });

  it('made at both desks stands as both, and bars at both', async () => {
    const caseId = await freshCase();
    const uscc = await usccOf(west, caseId);
    await west.ask('qin', 'conflict.declare', { uscc, reason: '持有股份' });
    await declare('qin', caseId);
    expect((await desks.view(west, caseId)).interests.map(({ by, reason }) => [by, reason])).toEqual([
      ['覃评审（样例）', '持有股份'],
      ['覃评审（样例）·01', SPOUSE],
    ]);
    expect(await west.refused('qin', 'panel.take', { caseId })).toMatchObject({ data: { reason: '持有股份' } });
    expect(await east.refused('qin', 'panel.take', { caseId })).toMatchObject({ data: { reason: SPOUSE } });
  });
});

describe('a declaration from before they travelled', () => {
  it('bars too, under the name its person has here; what cannot be read stays raw', async () => {
    const caseId = await freshCase();
    const uscc = await usccOf(west, caseId);
    const declared = { type: 'conflict.declared', entity: 'person', entityId: 'U-shen' };
    await arrive(west, [
      { ...declared, payload: { uscc, reason: SPOUSE } },
      { ...declared, payload: { uscc: wholeApplication().enterprise.uscc } },
    ]);
    expect((await desks.view(west, caseId)).interests).toMatchObject([{ by: '沈检验（样例）·01', kind: 'interest' }]);
    const finding = { kind: 'site-test', outcome: 'passed' };
    expect(await desks.code(west, 'shen', 'finding.record', { caseId, finding })).toBe('impartiality.conflict');
    const kept = west.desk.room.store.all('SELECT applied FROM pulled WHERE cursor > 900000 ORDER BY cursor');
    expect(kept).toEqual([{ applied: 1 }, { applied: 0 }]);
  });
});
