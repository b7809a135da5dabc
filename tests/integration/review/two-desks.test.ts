import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { allDecisions } from '#electron/backend/store/decision-repository.ts';
import { PROPOSED } from '#tests/support/review-room.ts';
import { ADMIN_TOKEN } from '#tests/support/test-desk.ts';
import { openTwoDesks, type TwoDesks } from '#tests/support/two-desks.ts';

let east: TwoDesks['east'];
let west: TwoDesks['west'];
let platform: TwoDesks['platform'];
let sync: TwoDesks['sync'];
let view: TwoDesks['view'];
let sameCase: TwoDesks['sameCase'];
let decide: TwoDesks['decide'];
let close: TwoDesks['close'];

beforeAll(async () => {
  ({ east, west, platform, sync, view, sameCase, decide, close } = await openTwoDesks());
});
afterAll(() => close());

/** Both decide; the east is heard first. */
async function bothDecide(caseId: string): Promise<void> {
  await decide(east, caseId);
  await west.ask('shen', 'finding.record', { caseId, finding: { kind: 'traceability', level: 'enterprise' } });
  await decide(west, caseId);
  expect(await sync(east)).toMatchObject({ conflicts: 0 });
  expect(await sync(west)).toMatchObject({ conflicts: 1 });
}

describe('two desks decide the same case at once', () => {
  it('one wins, the other is told and sees both, and what the winner’s rests on can be replayed at the loser’s', async () => {
    const caseId = await sameCase();
    await bothDecide(caseId);
    expect(await view(east, caseId)).toMatchObject({ conflict: null, decision: { provisional: false, star: 3 } });
    const lost = await view(west, caseId);
    expect(lost.conflict).toMatchObject({
      mine: { outcome: 'propose', star: 1, provisional: true, desk: null, state: 'stands' },
      theirs: { outcome: 'grant', star: 3, provisional: false, desk: '01', state: 'rival', by: '唐评定（样例）' },
    });
    const theirs = await west.ask('tang', 'decision.get', { decisionId: lost.conflict?.theirs.id ?? '' });
    expect(theirs).toMatchObject({ replays: true, opinions: [{ text: '同意' }, {}] });
    for (const [seat, name, input] of [
      ['peng', 'consent.record', { caseId, baseVersion: lost.version, agreed: true, how: '回执', channel: 'platform' }],
      ['peng', 'appeal.file', { caseId, grounds: '不服', receivedOn: '2026-11-21' }],
      ['tang', 'correction.open', { caseId, fact: 'sample', reason: '抄错' }],
    ] as const)
      expect(await west.refused(seat, name, input), name).toMatchObject({ code: 'decision.provisional' });
    expect(await west.refused('he', 'award.issue', { caseIds: [caseId], password: DEMO_PASSWORD })).toMatchObject({
      code: 'case.not-decided',
    });
    const [problem] = (await west.ask('tang', 'problem.list', {})).rows;
    const seq = problem?.seq ?? 0;
    expect(await west.refused('tang', 'problem.settle', { seq, action: 'resend', reason: '再送' })).toMatchObject({
      code: 'decision.settle-first',
    });
    const settled = await west.ask('tang', 'decision.settle', { caseId, how: 'accept', reason: '以先到者为准' });
    expect(settled).toMatchObject({ desk: '01', state: 'stands', star: 3 });
    const after = await view(west, caseId);
    expect(after).toMatchObject({ conflict: null, stage: 'granted', grantedStar: 3, decision: { desk: '01' } });
    expect(after.rounds).toMatchObject([{ void: [{ outcome: 'propose', star: 1, state: 'void' }] }]);
    expect((await west.ask('tang', 'problem.list', {})).rows).toEqual([]);
    expect((await view(east, caseId)).decision?.id).toBe(after.decision?.id);
  });

  it('laying the lost entry aside accepts the winner’s as well', async () => {
    const caseId = await sameCase();
    await bothDecide(caseId);
    const [problem] = (await west.ask('tang', 'problem.list', {})).rows;
    await west.ask('tang', 'problem.settle', { seq: problem?.seq ?? 0, action: 'discard', reason: '以先到者为准' });
    expect(await view(west, caseId)).toMatchObject({ conflict: null, decision: { desk: '01', state: 'stands' } });
  });

  it('the loser may open a correction at once; its decision is the next version, and comes back to the winner', async () => {
    const caseId = await sameCase();
    await bothDecide(caseId);
    await west.ask('tang', 'decision.settle', { caseId, how: 'correction', reason: '追溯级别有误' });
    expect(await view(west, caseId)).toMatchObject({ stage: 'ready-for-review', standing: { desk: '01' } });
    for (const expert of ['lu', 'qin'])
      await west.ask(expert, 'opinion.give', { caseId, star: 1, text: '降级', noConflict: true });
    expect(await decide(west, caseId)).toMatchObject({ round: 2, outcome: 'propose', star: 1 });
    expect(await sync(west)).toMatchObject({ conflicts: 0 });
    await sync(east);
    const back = await view(east, caseId);
    expect(back).toMatchObject({ stage: 'proposed', decision: { desk: '02', round: 2, outcome: 'propose' } });
    expect(back.rounds).toMatchObject([
      { kind: 'first', decision: { desk: null, star: 3 } },
      { kind: 'correction', state: 'decided', reason: '追溯级别有误' },
    ]);
    const version = (await view(west, caseId)).version;
    await west.ask('peng', 'consent.record', {
      caseId,
      baseVersion: version,
      agreed: true,
      how: '回执 7',
      channel: 'platform',
    });
    expect(await sync(west)).toMatchObject({ conflicts: 0 });
    await sync(east);
    expect(await view(east, caseId)).toMatchObject({ stage: 'granted', grantedStar: 1 });
  });
});

describe('a decision made at one desk', () => {
  it('stands at the other, which has not decided, and whoever evaluated there may not decide here', async () => {
    const caseId = await sameCase();
    await east.ask('admin', 'person.set-roles', { personId: 'U-tan', roles: ['expert', 'decider'] });
    await decide(east, caseId);
    await sync(east);
    await sync(west);
    expect(await view(west, caseId)).toMatchObject({
      stage: 'granted',
      decision: { desk: '01', provisional: false },
      conflict: null,
    });
    expect(await west.ask('tang', 'case.list', { queue: 'review-today' })).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ id: caseId })]),
    });
    expect(await west.refused('lu', 'opinion.give', { caseId, star: 3, text: '好', noConflict: true })).toMatchObject({
      code: 'case.already-decided',
    });
  });

  it('is consented to through the platform, once, at the desk that decided and at the others', async () => {
    const caseId = await sameCase(PROPOSED);
    await decide(east, caseId);
    await sync(east);
    await sync(west);
    const consent = {
      applicationNo: caseId.replace('C-', 'A-'),
      star: 3,
      agreed: true,
      answeredOn: '2026-11-21',
      receipt: `R-${caseId}`,
    };
    const upload = async () =>
      (
        await fetch(`${platform.origin}/admin/consents`, {
          method: 'POST',
          headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
          body: JSON.stringify({ consents: [consent] }),
        })
      ).json() as Promise<unknown>;
    expect(await upload()).toEqual({ added: 1, unchanged: 0 });
    expect(await upload()).toEqual({ added: 0, unchanged: 1 });
    for (const desk of [west, east, west]) expect(await sync(desk)).toMatchObject({ conflicts: 0, quarantined: 0 });
    for (const desk of [east, west])
      expect(await view(desk, caseId)).toMatchObject({
        stage: 'granted',
        decision: { consent: { agreed: true, channel: 'platform', how: `R-${caseId}` } },
      });
    expect(await sync(east)).toMatchObject({ conflicts: 0 });
  });

  it('replays at whichever desk it lies', async () => {
    for (const desk of [east, west]) {
      const ids = [...allDecisions(desk.desk.room.store)].map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(4);
      for (const decisionId of ids)
        expect(await desk.ask('tang', 'decision.get', { decisionId })).toMatchObject({ replays: true });
      expect(await desk.ask('tang', 'ledger.verify', {})).toMatchObject({ clean: true });
    }
  });
});
