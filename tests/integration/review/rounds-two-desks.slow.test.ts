import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, prepareForDecision } from '#tests/support/applications.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { PROPOSED } from '#tests/support/review-room.ts';
import { arrive, openTwoDesks, type TwoDesks } from '#tests/support/two-desks.ts';

let east: TwoDesks['east'];
let west: TwoDesks['west'];
let desks: TwoDesks;

beforeAll(async () => {
  desks = await openTwoDesks();
  ({ east, west } = desks);
  await desks.addPerson('wei', '韦评定（样例）', 'decider');
  await desks.addPerson('yun', '云评定（样例）', 'decider');
  await desks.addPerson('yan', '颜评审（样例）', 'expert');
  await desks.addPerson('ning', '宁评审（样例）', 'expert');
});
afterAll(() => desks.close());

const RECEIVED = '2026-11-21';

/** A case decided at the east desk, and known so at both. */
async function decidedCase(changes: Parameters<TwoDesks['sameCase']>[0] = {}): Promise<string> {
  const caseId = await desks.sameCase(changes);
  await desks.decide(east, caseId);
  await desks.exchange(east, west);
  return caseId;
}
const appeal = async (desk: TestDesk, caseId: string, grounds = '应为四星', receivedOn = RECEIVED) =>
  (await desk.ask('peng', 'appeal.file', { caseId, grounds, receivedOn })).id;
const correct = (desk: TestDesk, caseId: string, reason = '追溯级别抄错') =>
  desk.ask('tang', 'correction.open', { caseId, fact: 'traceability', reason });
const dismiss = (desk: TestDesk, appealId: string, reason: string, seat = 'wei') =>
  desk.ask(seat, 'appeal.dismiss', { appealId, reason, formal: 'withdrawn', password: DEMO_PASSWORD });
/** Rounds of a case as a desk shows them, by what was said. */
const rounds = async (desk: TestDesk, caseId: string) =>
  (await desks.view(desk, caseId)).rounds.map(({ appeal: heard, kind, reason, round, state }) => ({
    round,
    kind,
    state,
    reason,
    appeal: heard && [heard.id, heard.outcome, heard.reason],
  }));
/** The same rounds are shown at both desks; answers them. */
async function alike(caseId: string) {
  const there = await rounds(east, caseId);
  expect(await rounds(west, caseId)).toEqual(there);
  return there;
}
const problems = async (desk: TestDesk) => (await desk.ask('admin', 'problem.list', {})).rows;

describe('an appeal filed at another desk', () => {
  it('is shown here with who, when and why, moves the case, holds its samples, and is not filed again', async () => {
    const caseId = await decidedCase(PROPOSED);
    const { samples, version } = await desks.view(west, caseId);
    const appealId = await appeal(east, caseId);
    await desks.exchange(east, west);
    const here = await desks.view(west, caseId);
    expect(here).toMatchObject({
      stage: 'ready-for-review',
      roundKind: 'appeal',
      decision: null,
      standing: { outcome: 'propose', desk: '01' },
      opinions: [],
      legalHold: true,
      mayNotDecide: 'impartiality.touched',
      mayNotAppeal: 'round.not-decided',
    });
    expect(here.version).toBeGreaterThan(version);
    expect(here.rounds[1]).toMatchObject({
      round: 2,
      kind: 'appeal',
      state: 'open',
      openedBy: '彭收样（样例）·01',
      openedAt: '2026-11-21T02:00:00.000Z',
      reason: '应为四星',
      appeal: { id: appealId, filedBy: '彭收样（样例）·01', receivedOn: RECEIVED, outcome: 'open' },
    });
    const consent = { caseId, baseVersion: here.version, agreed: true, how: '回执', channel: 'platform' };
    for (const [seat, name, asked, code] of [
      ['peng', 'appeal.file', { caseId, grounds: '再诉', receivedOn: RECEIVED }, 'round.not-decided'],
      ['tang', 'correction.open', { caseId, fact: 'sample', reason: '抄错' }, 'round.not-decided'],
      ['peng', 'consent.record', consent, 'case.no-proposal'],
      ['peng', 'sample.move', { sampleId: samples[0]?.id, to: 'returned', purpose: '退回' }, 'sample.legal-hold'],
      ['lu', 'opinion.give', { caseId, star: 4, text: '好', noConflict: true }, 'impartiality.touched'],
      ['tang', 'appeal.dismiss', { appealId, reason: '无据', password: DEMO_PASSWORD }, 'impartiality.touched'],
    ] as const)
      expect(await desks.code(west, seat, name, asked), name).toBe(code);
    expect(await desks.refusedDecision(west, caseId, 'wei')).toMatchObject({ code: 'case.panel-incomplete' });
  });

  it('is heard and decided here by people who touched nothing at either desk, and upheld there', async () => {
    const caseId = await decidedCase();
    await appeal(east, caseId);
    await desks.exchange(east, west);
    for (const expert of ['yan', 'ning'])
      await west.ask(expert, 'opinion.give', { caseId, star: 3, text: '同意', noConflict: true });
    expect(await desks.refusedDecision(west, caseId)).toMatchObject({ code: 'impartiality.touched' });
    expect(await desks.decide(west, caseId, 'wei')).toMatchObject({ round: 2, outcome: 'grant' });
    await desks.exchange(west, east);
    expect((await alike(caseId))[1]).toMatchObject({ kind: 'appeal', state: 'decided' });
    expect((await desks.view(east, caseId)).rounds[1]?.appeal).toMatchObject({
      outcome: 'upheld',
      decidedBy: '韦评定（样例）·02',
    });
    expect(await problems(west)).toEqual([]);
  });

  it('is dismissed there, and here the decision stands again; no second appeal against it is taken in at either desk', async () => {
    const caseId = await decidedCase();
    const appealId = await appeal(east, caseId);
    await dismiss(east, appealId, '申报的就是三星');
    await desks.exchange(east, west);
    const here = await desks.view(west, caseId);
    expect(here).toMatchObject({ stage: 'granted', legalHold: false, decision: { round: 1 } });
    expect(here.rounds[1]?.appeal).toMatchObject({
      outcome: 'dismissed',
      reason: '申报的就是三星',
      decidedBy: '韦评定（样例）·01',
    });
    const again = { caseId, grounds: '再诉', receivedOn: RECEIVED };
    for (const desk of [east, west])
      expect(await desks.code(desk, 'peng', 'appeal.file', again)).toBe('appeal.already-dismissed');
    expect((await alike(caseId)).map(({ round, state }) => [round, state])).toEqual([
      [1, 'decided'],
      [2, 'dismissed'],
    ]);
  });

  it('and both desks’ dismissals end as the platform placed them', async () => {
    const caseId = await decidedCase();
    const appealId = await appeal(east, caseId);
    await desks.exchange(east, west);
    await dismiss(east, appealId, '东', 'wei');
    await dismiss(west, appealId, '西', 'yun');
    await desks.exchange(west, east);
    expect((await alike(caseId))[1]).toMatchObject({ state: 'dismissed', appeal: [appealId, 'dismissed', '西'] });
  });

  it('that one desk dismisses and another decides anew is upheld at both', async () => {
    const caseId = await decidedCase();
    const appealId = await appeal(east, caseId);
    await desks.exchange(east, west);
    await dismiss(east, appealId, '无据');
    for (const expert of ['yan', 'ning'])
      await west.ask(expert, 'opinion.give', { caseId, star: 3, text: '同意', noConflict: true });
    await desks.decide(west, caseId, 'yun');
    await desks.exchange(east, west);
    expect((await alike(caseId))[1]).toMatchObject({ state: 'decided', appeal: [appealId, 'upheld', '同意'] });
    expect((await desks.view(east, caseId)).decision).toMatchObject({ round: 2, desk: '02' });
  });
});

describe('a correction opened at another desk', () => {
  it('is shown here, moves the case, is not opened again, and is decided at either', async () => {
    const caseId = await decidedCase();
    await correct(east, caseId);
    await desks.exchange(east, west);
    const here = await desks.view(west, caseId);
    expect(here).toMatchObject({ stage: 'ready-for-review', roundKind: 'correction', standing: { round: 1 } });
    expect(here.rounds[1]).toMatchObject({
      kind: 'correction',
      state: 'open',
      fact: 'traceability',
      reason: '追溯级别抄错',
      openedBy: '唐评定（样例）·01',
    });
    expect(await desks.code(west, 'tang', 'correction.open', { caseId, fact: 'sample', reason: '另' })).toBe(
      'round.not-decided',
    );
    await west.ask('shen', 'finding.record', { caseId, finding: { kind: 'traceability', level: 'enterprise' } });
    for (const expert of ['lu', 'qin'])
      await west.ask(expert, 'opinion.give', { caseId, star: 1, text: '降级', noConflict: true });
    expect(await desks.decide(west, caseId)).toMatchObject({ round: 2, outcome: 'propose', star: 1 });
    await desks.exchange(west, east);
    expect(await alike(caseId)).toHaveLength(2);
    expect(await desks.view(east, caseId)).toMatchObject({ stage: 'proposed', decision: { desk: '02', round: 2 } });
  });
});

describe('two desks that open a round at the same time', () => {
  it('hear the one the platform placed first; the other is a problem to lay aside, and its panel sits no more', async () => {
    const caseId = await decidedCase();
    const appealId = await appeal(east, caseId);
    await correct(west, caseId);
    await west.ask('lu', 'opinion.give', { caseId, star: 3, text: '同意', noConflict: true });
    await desks.exchange(east, west);
    expect((await alike(caseId))[1]).toMatchObject({
      kind: 'appeal',
      state: 'open',
      appeal: [appealId, 'open', null],
    });
    expect(await desks.view(west, caseId)).toMatchObject({ stage: 'ready-for-review', legalHold: true, opinions: [] });
    expect((await desks.view(west, caseId)).panel.seats).toEqual([]);
    const [problem] = await problems(west);
    expect(problem).toMatchObject({ type: 'correction.opened', reason: expect.stringContaining('01: appeal.filed') });
    const settle = { seq: problem?.seq, reason: '以先到者为准' };
    expect(await desks.code(west, 'admin', 'problem.settle', { ...settle, action: 'resend' })).toBe(
      'round.came-second',
    );
    expect(await desks.code(west, 'admin', 'problem.settle', { ...settle, action: 'discard' })).toBe('ok');
    expect(await problems(east)).toEqual([]);
  });

  it('an appeal that came second gives way and may be filed again afterwards', async () => {
    const caseId = await decidedCase();
    await correct(east, caseId);
    const lost = await appeal(west, caseId, '西面的申诉');
    await desks.exchange(east, west);
    expect((await alike(caseId))[1]).toMatchObject({ kind: 'correction', state: 'open', appeal: null });
    expect((await desks.view(west, caseId)).legalHold).toBe(false);
    expect(
      await desks.code(west, 'wei', 'appeal.dismiss', { appealId: lost, reason: '无', password: DEMO_PASSWORD }),
    ).toBe('appeal.unknown');
    for (const expert of ['lu', 'qin'])
      await west.ask(expert, 'opinion.give', { caseId, star: 3, text: '同意', noConflict: true });
    await desks.decide(west, caseId);
    await desks.exchange(west, east);
    const again = await appeal(west, caseId, '西面的申诉');
    await desks.exchange(west, east);
    expect((await alike(caseId))[2]).toMatchObject({ kind: 'appeal', state: 'open', appeal: [again, 'open', null] });
    const [problem] = await problems(west);
    await west.ask('admin', 'problem.settle', { seq: problem?.seq ?? 0, action: 'discard', reason: '已重新提出' });
  });

  it('of two appeals the panel that sits goes on hearing the first', async () => {
    const caseId = await decidedCase();
    const first = await appeal(east, caseId, '东');
    await appeal(west, caseId, '西');
    await west.ask('yan', 'opinion.give', { caseId, star: 3, text: '同意', noConflict: true });
    await desks.exchange(east, west);
    expect((await alike(caseId))[1]).toMatchObject({ reason: '东', appeal: [first, 'open', null] });
    expect((await desks.view(west, caseId)).panel.seats).toHaveLength(1);
    const [problem] = await problems(west);
    await west.ask('admin', 'problem.settle', { seq: problem?.seq ?? 0, action: 'discard', reason: '同一申诉' });
  });

  it.each([
    ['the appeal', () => [east, west]],
    ['the decision', () => [west, east]],
  ] as const)(
    'an appeal is heard though a lapsed proposal was decided meanwhile; %s came first',
    async (_which, order) => {
      const caseId = await decidedCase(PROPOSED);
      desks.setNow('2026-12-22T02:00:00.000Z');
      const appealId = await appeal(east, caseId, '应为四星', '2026-12-21');
      expect(await desks.decide(west, caseId, 'wei')).toMatchObject({ round: 2, outcome: 'propose' });
      await desks.exchange(...order());
      expect((await alike(caseId)).slice(1)).toMatchObject([
        { round: 2, kind: 'lapsed', state: 'decided', appeal: null },
        { round: 3, kind: 'appeal', state: 'open', appeal: [appealId, 'open', null] },
      ]);
      for (const desk of [east, west])
        expect(await desks.view(desk, caseId)).toMatchObject({ stage: 'ready-for-review', legalHold: true });
      expect((await west.ask('wei', 'case.get', { caseId })).mayNotDecide).toBe('impartiality.touched');
      desks.setNow();
    },
  );
});

describe('an appeal dismissed while another desk decides the lapsed proposal', () => {
  it('stays dismissed, after the decision, at both', async () => {
    const caseId = await decidedCase(PROPOSED);
    desks.setNow('2026-12-22T02:00:00.000Z');
    const appealId = await appeal(east, caseId, '应为四星', '2026-12-21');
    await dismiss(east, appealId, '无据', 'yun');
    await desks.decide(west, caseId, 'wei');
    await desks.exchange(east, west);
    expect((await alike(caseId)).slice(1)).toMatchObject([
      { round: 2, kind: 'lapsed', state: 'decided', appeal: null },
      { round: 3, kind: 'appeal', state: 'dismissed', appeal: [appealId, 'dismissed', '无据'] },
    ]);
    for (const desk of [east, west])
      expect(await desks.view(desk, caseId)).toMatchObject({ stage: 'proposed', decision: { round: 2 } });
    desks.setNow();
  });
});

describe('a round that comes before', () => {
  it('its case waits for it', async () => {
    const application = desks.newApplication();
    const caseId = application.applicationNo.replace('A-', 'C-');
    await importAs(east, 'peng', [application]);
    await prepareForDecision(east, caseId);
    await desks.decide(east, caseId);
    await desks.sync(east);
    const appealId = await appeal(east, caseId);
    await desks.exchange(east, west);
    expect(await desks.code(west, 'tang', 'case.get', { caseId })).toBe('case.unknown');
    await importAs(west, 'peng', [application]);
    expect((await alike(caseId))[1]).toMatchObject({ kind: 'appeal', appeal: [appealId, 'open', null] });
    expect(await desks.code(west, 'tang', 'correction.open', { caseId, fact: 'sample', reason: '另' })).toBe(
      'round.not-decided',
    );
  });

  it('its decision was accepted here is shown once it is, and no second one is opened', async () => {
    const caseId = await desks.sameCase();
    await desks.decide(east, caseId);
    await desks.decide(west, caseId);
    await desks.sync(east);
    await correct(east, caseId);
    await desks.exchange(east, west);
    expect(await rounds(west, caseId)).toHaveLength(1);
    const settle = { caseId, reason: '以先到者为准' };
    expect(await desks.code(west, 'tang', 'decision.settle', { ...settle, how: 'correction' })).toBe(
      'round.not-decided',
    );
    await west.ask('tang', 'decision.settle', { ...settle, how: 'accept' });
    expect(await alike(caseId)).toMatchObject([{ state: 'decided' }, { kind: 'correction', state: 'open' }]);
    expect((await desks.view(west, caseId)).stage).toBe('ready-for-review');
  });
});

describe('the same entries once more', () => {
  it('change nothing', async () => {
    const caseId = await decidedCase();
    const appealId = await appeal(east, caseId);
    await dismiss(east, appealId, '无据');
    await correct(east, caseId);
    await desks.exchange(east, west);
    const before = (await desks.view(west, caseId)).rounds;
    west.desk.room.store.run("UPDATE fact SET value = '0' WHERE name = 'sync.cursor'");
    expect((await desks.sync(west)).pulled).toBeGreaterThan(0);
    expect((await desks.view(west, caseId)).rounds).toEqual(before);
    expect(before.map(({ state }) => state)).toEqual(['decided', 'dismissed', 'open']);
  });
});

describe('entries from before rounds travelled', () => {
  it('stay as they came, and what is opened later has the same number at every desk', async () => {
    const caseId = await decidedCase();
    const decisionId = (await desks.view(west, caseId)).decision?.id ?? '';
    const old = { caseId, round: 2, decisionId, grounds: '应为四星', receivedOn: RECEIVED };
    const filed = { type: 'appeal.filed', entity: 'appeal', entityId: `appeal-of-old-${caseId}` };
    await arrive(west, [
      { ...filed, payload: old },
      { ...filed, type: 'appeal.dismissed', payload: { caseId, round: 2, reason: '无据' } },
    ]);
    expect(await rounds(west, caseId)).toHaveLength(1);
    expect(await desks.view(west, caseId)).toMatchObject({ stage: 'granted', mayNotAppeal: null });
    const opened = { caseId, round: 3, decisionId, fact: 'sample', reason: '样品记错', actorName: '沈检验（样例）' };
    await arrive(west, [{ type: 'correction.opened', entity: 'case', entityId: caseId, payload: opened }]);
    expect(await rounds(west, caseId)).toMatchObject([
      { round: 1, state: 'decided' },
      { round: 2, state: 'dismissed' },
      { round: 3, state: 'open', reason: '样品记错' },
    ]);
  });
});
