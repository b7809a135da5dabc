import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { prepareForDecision } from '#tests/support/applications.ts';
import { openReviewRoom, PIXEL, PROPOSED, type ReviewRoom } from '#tests/support/review-room.ts';

let test: ReviewRoom['test'];
let newCase: ReviewRoom['newCase'];
let readyCase: ReviewRoom['readyCase'];
let view: ReviewRoom['view'];
let setNow: ReviewRoom['setNow'];
let decide: ReviewRoom['decide'];
let refusedDecision: ReviewRoom['refusedDecision'];
let code: ReviewRoom['code'];
let give: ReviewRoom['give'];

beforeAll(async () => {
  ({ test, newCase, readyCase, view, setNow, decide, refusedDecision, code, give } = await openReviewRoom());
});
afterAll(() => test.close());

describe('a proposal', () => {
  it('is consented to on paper with its scan, once', async () => {
    const caseId = await readyCase(PROPOSED);
    const proposal = await decide(caseId);
    expect(proposal).toMatchObject({ outcome: 'propose', star: 3, consentUntil: '2026-12-21', lapsed: false });
    const consent = async () => ({
      caseId,
      baseVersion: (await view(caseId)).version,
      agreed: true,
      how: '同意书',
      channel: 'paper',
    });
    expect(await code('peng', 'consent.record', await consent())).toBe('consent.scan-needed');
    await test.ask('peng', 'attachment.keep', {
      owner: { kind: 'consent', id: proposal.id },
      name: '同意书.png',
      content: PIXEL,
    });
    const recorded = await test.call('peng', 'consent.record', await consent());
    expect(recorded).toMatchObject({ ok: true, value: { consent: { agreed: true, channel: 'paper' } } });
    expect(await view(caseId)).toMatchObject({ stage: 'granted', grantedStar: 3 });
    expect(await code('peng', 'consent.record', await consent())).toBe('case.no-proposal');
    const late = { owner: { kind: 'consent', id: proposal.id }, name: '再来.png', content: PIXEL };
    expect(await code('peng', 'attachment.keep', late)).toBe('attachment.owner-closed');
  });

  it('lapses by itself; then it is decided again, or refused with a reason, never consented to', async () => {
    const caseId = await readyCase(PROPOSED);
    await decide(caseId);
    const before = await view(caseId);
    expect(before).toMatchObject({ stage: 'proposed', dueOn: '2026-12-21', overdue: false });
    setNow('2026-12-21T15:59:00.000Z');
    expect((await view(caseId)).decision).toMatchObject({ lapsed: false });
    expect(await refusedDecision(caseId, 'tang')).toMatchObject({ code: 'case.already-decided' });
    setNow('2026-12-21T16:01:00.000Z');
    expect(await view(caseId)).toMatchObject({ decision: { lapsed: true }, overdue: true, version: before.version });
    const consent = { caseId, baseVersion: before.version, agreed: true, how: '同意书', channel: 'platform' };
    expect(await test.refused('peng', 'consent.record', consent)).toMatchObject({
      code: 'consent.lapsed',
      data: { until: '2026-12-21' },
    });
    expect(await test.ask('tang', 'decision.preview', { caseId })).toMatchObject({
      round: 2,
      kind: 'lapsed',
      blocked: null,
      mayRefuse: true,
    });
    expect(await code('tang', 'case.decide', { caseId, baseVersion: 1, password: 'x', refuse: true })).toBe(
      'input.invalid',
    );
    expect(await refusedDecision(caseId, 'lu')).toMatchObject({ code: 'right.missing' });
    const refused = await decide(caseId, 'tang', { refuse: true, note: '逾期未答复' });
    expect(refused).toMatchObject({ outcome: 'refuse', star: null, round: 2 });
    const after = await view(caseId);
    expect(after.stage).toBe('refused');
    expect(after.rounds.map(({ decision: made, kind, state }) => [kind, state, made?.outcome])).toEqual([
      ['first', 'decided', 'propose'],
      ['lapsed', 'decided', 'refuse'],
    ]);
    for (const round of after.rounds)
      expect(await test.ask('peng', 'decision.get', { decisionId: round.decision?.id ?? '' })).toMatchObject({
        replays: true,
        opinions: [{}, {}, {}],
      });
    setNow();
  });

  it('has its time stand while an appeal is open, and goes on with what was left; a second appeal is refused', async () => {
    const caseId = await readyCase(PROPOSED);
    const { id } = await decide(caseId);
    const goTo = async (moment: string): Promise<void> => {
      setNow(moment);
      for (const login of ['peng', 'tang', 'wei'])
        await test.ask(login, 'session.sign-in', { login, password: DEMO_PASSWORD });
    };
    await goTo('2026-12-21T02:00:00.000Z');
    const appeal = { caseId, grounds: '应为四星', receivedOn: '2026-12-21' };
    const { id: appealId } = await test.ask('peng', 'appeal.file', appeal);
    await goTo('2027-01-05T02:00:00.000Z');
    expect((await view(caseId)).standing).toMatchObject({ lapsed: false });
    const dismissal = { appealId, reason: '申请人撤回', formal: 'withdrawn', password: DEMO_PASSWORD } as const;
    await test.ask('wei', 'appeal.dismiss', dismissal);
    const after = await view(caseId);
    expect(after).toMatchObject({
      stage: 'proposed',
      dueOn: '2027-01-06',
      overdue: false,
      decision: { lapsed: false, consentUntil: '2027-01-06' },
      mayNotAppeal: 'appeal.already-dismissed',
    });
    expect(await test.ask('peng', 'decision.get', { decisionId: id })).toMatchObject({ consentUntil: '2027-01-06' });
    expect(await test.refused('peng', 'appeal.file', appeal)).toMatchObject({
      code: 'appeal.already-dismissed',
      data: { dismissedOn: '2027-01-05', reason: '申请人撤回' },
    });
    await goTo('2027-01-06T16:01:00.000Z');
    expect((await view(caseId)).decision).toMatchObject({ lapsed: true });
    await goTo('2027-01-06T02:00:00.000Z');
    const consent = { caseId, baseVersion: after.version, agreed: true, how: '同意书', channel: 'platform' };
    expect(await code('peng', 'consent.record', consent)).toBe('ok');
    await goTo('2026-11-21T02:00:00.000Z');
  });

  it('cannot be refused before it lapsed, nor can a grant', async () => {
    const caseId = await readyCase();
    expect(await refusedDecision(caseId, 'tang', { refuse: true, note: '不想给' })).toMatchObject({
      code: 'decision.not-refusable',
    });
    expect(await view(caseId)).toMatchObject({ decision: null, rounds: [{ state: 'open' }] });
  });
});

describe('an appeal', () => {
  it('is heard by people who touched nothing of the case, holds the samples, and is decided anew', async () => {
    const caseId = await readyCase(PROPOSED);
    await decide(caseId);
    const first = await view(caseId);
    const [sample] = first.samples;
    const move = { sampleId: sample?.id, to: 'returned', purpose: '退回企业' };
    const appeal = await test.ask('peng', 'appeal.file', { caseId, grounds: '风控已补', receivedOn: '2026-11-21' });
    expect(await code('peng', 'sample.move', move)).toBe('sample.legal-hold');
    expect(await code('peng', 'appeal.file', { caseId, grounds: '再诉', receivedOn: '2026-11-21' })).toBe(
      'round.not-decided',
    );
    await test.ask('peng', 'attachment.keep', {
      owner: { kind: 'appeal', id: appeal.id },
      name: '申诉书.png',
      content: PIXEL,
    });
    const open = await view(caseId);
    expect(open).toMatchObject({
      stage: 'ready-for-review',
      roundKind: 'appeal',
      decision: null,
      standing: { outcome: 'propose' },
      opinions: [],
      legalHold: true,
      mayNotDecide: 'impartiality.touched',
    });
    for (const touched of ['lu', 'qin', 'tan'])
      expect(await code(touched, 'opinion.give', { caseId, star: 4, text: '好', noConflict: true })).toBe(
        'impartiality.touched',
      );
    expect(await test.refused('wei', 'panel.assign', { caseId, personId: 'U-lu' })).toMatchObject({
      code: 'panel.touched',
      data: { name: '鲁评审（样例）' },
    });
    expect(await code('tang', 'appeal.dismiss', { appealId: appeal.id, reason: '无据', password: DEMO_PASSWORD })).toBe(
      'impartiality.touched',
    );
    await test.ask('admin', 'person.set-roles', { personId: 'U-shen', roles: ['inspector', 'expert'] });
    await test.ask('yan', 'finding.record', { caseId, finding: { kind: 'risk-control', level: 'verified-on-site' } });
    await test.ask('admin', 'settings.set', {
      review: { panel: { 1: 1, 2: 1, 3: 2, 4: 2, 5: 3 }, consentDays: 30, appealDays: 30, spotCheckPercent: 30 },
    });
    await give('yan', caseId, { star: 4 });
    await give('ning', caseId, { star: 4 });
    await test.ask('admin', 'settings.set', {
      review: { panel: { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 }, consentDays: 30, appealDays: 30, spotCheckPercent: 30 },
    });
    expect(await refusedDecision(caseId, 'tang')).toMatchObject({ code: 'impartiality.touched' });
    expect((await test.ask('wei', 'decision.preview', { caseId })).mayNotDecide).toMatchObject([
      { name: '唐评定（样例）', code: 'impartiality.touched' },
    ]);
    expect(await decide(caseId, 'wei')).toMatchObject({ outcome: 'grant', star: 4, round: 2 });
    const after = await view(caseId);
    expect(after).toMatchObject({ stage: 'granted', grantedStar: 4, legalHold: false });
    expect(after.rounds[1]).toMatchObject({ kind: 'appeal', state: 'decided', appeal: { outcome: 'upheld' } });
    expect(after.rounds[0]?.decision).toMatchObject({ outcome: 'propose', state: 'stands' });
    expect(await code('peng', 'sample.move', move)).toBe('ok');
  });

  it('is dismissed with reasons once its panel has spoken, and what was decided stands again', async () => {
    const caseId = await readyCase();
    await decide(caseId);
    const appeal = await test.ask('peng', 'appeal.file', { caseId, grounds: '应为四星', receivedOn: '2026-11-21' });
    const dismissal = { appealId: appeal.id, reason: '申报的就是三星', password: DEMO_PASSWORD };
    expect(await code('wei', 'appeal.dismiss', { ...dismissal, password: 'wrong-one' })).toBe('session.wrong-password');
    await give('yan', caseId);
    expect(await test.refused('wei', 'appeal.dismiss', dismissal)).toMatchObject({
      code: 'appeal.panel-first',
      field: 'formal',
      data: { needed: 2, given: 1 },
    });
    await give('ning', caseId);
    expect(await test.ask('wei', 'appeal.dismiss', dismissal)).toMatchObject({ outcome: 'dismissed' });
    expect(await code('wei', 'appeal.dismiss', dismissal)).toBe('appeal.settled');
    expect(await view(caseId)).toMatchObject({ stage: 'granted', decision: { round: 1 }, standing: { round: 1 } });
  });

  it('is settled by somebody else than who took it in, unheard only on a formal ground', async () => {
    const caseId = await readyCase();
    await decide(caseId);
    const appeal = await test.ask('wei', 'appeal.file', { caseId, grounds: '应为四星', receivedOn: '2026-11-21' });
    const dismissal = {
      appealId: appeal.id,
      reason: '申请人来函撤回',
      formal: 'withdrawn',
      password: DEMO_PASSWORD,
    } as const;
    expect(await code('wei', 'appeal.dismiss', dismissal)).toBe('impartiality.filed');
    expect(await view(caseId, 'wei')).toMatchObject({ mayNotDecide: 'impartiality.filed' });
    await give('yan', caseId);
    await give('ning', caseId);
    expect(await refusedDecision(caseId, 'wei')).toMatchObject({ code: 'impartiality.filed' });
    const other = await readyCase();
    await decide(other);
    const { id } = await test.ask('peng', 'appeal.file', { caseId: other, grounds: '误', receivedOn: '2026-11-21' });
    expect(await test.ask('wei', 'appeal.dismiss', { ...dismissal, appealId: id })).toMatchObject({
      outcome: 'dismissed',
    });
  });

  it('is not decided by who chose the panel of an earlier round; choosing the appeal’s own keeps nobody from it', async () => {
    const caseId = await readyCase();
    await test.ask('admin', 'person.add', {
      login: 'yun',
      name: '云评定（样例）',
      roles: ['decider'],
      password: DEMO_PASSWORD,
    });
    await test.ask('yun', 'session.sign-in', { login: 'yun', password: DEMO_PASSWORD });
    const chosen = await newCase();
    await test.ask('wei', 'panel.assign', { caseId: chosen, personId: 'U-lu' });
    expect(await view(chosen, 'wei')).toMatchObject({ mayNotDecide: null });
    await prepareForDecision(test, chosen);
    for (const decided of [caseId, chosen]) {
      await decide(decided);
      await test.ask('peng', 'appeal.file', { caseId: decided, grounds: '应为四星', receivedOn: '2026-11-21' });
    }
    expect(await view(chosen, 'wei')).toMatchObject({ mayNotDecide: 'impartiality.touched' });
    await test.ask('wei', 'panel.assign', { caseId, personId: 'U-yan' });
    await test.ask('yun', 'panel.assign', { caseId: chosen, personId: 'U-yan' });
    for (const [decided, who] of [
      [caseId, 'wei'],
      [chosen, 'yun'],
    ] as const) {
      await give('yan', decided);
      await give('ning', decided);
      expect(await decide(decided, who)).toMatchObject({ outcome: 'grant', round: 2 });
    }
  });

  it('and a correction are neither opened nor staffed by who declared an interest', async () => {
    const caseId = await readyCase();
    await decide(caseId);
    const { uscc } = (await view(caseId)).enterprise;
    await test.ask('wei', 'conflict.declare', { uscc, reason: '咨询', kind: 'paid-services' });
    const refused = { code: 'impartiality.conflict', data: { reason: '咨询' } };
    const appeal = { caseId, grounds: '应为四星', receivedOn: '2026-11-21' };
    expect(await test.refused('wei', 'appeal.file', appeal)).toMatchObject(refused);
    expect(await test.refused('wei', 'correction.open', { caseId, fact: 'sample', reason: '抄错' })).toMatchObject(
      refused,
    );
    const { id: appealId } = await test.ask('peng', 'appeal.file', appeal);
    const seat = { caseId, personId: 'U-yan' };
    expect(await test.refused('wei', 'panel.assign', seat)).toMatchObject(refused);
    await test.ask('tang', 'panel.assign', seat);
    expect(await test.refused('wei', 'panel.release', { ...seat, reason: '换人' })).toMatchObject(refused);
    const dismissal = { appealId, reason: '撤回', formal: 'withdrawn', password: DEMO_PASSWORD };
    expect(await test.refused('wei', 'appeal.dismiss', dismissal)).toMatchObject(refused);
  });

  it('comes in time or not at all', async () => {
    const caseId = await readyCase();
    await decide(caseId);
    const appeal = { caseId, grounds: '应为四星' };
    setNow('2026-12-22T02:00:00.000Z');
    expect(await view(caseId)).toMatchObject({ mayNotAppeal: 'appeal.too-late' });
    expect(await code('peng', 'appeal.file', { ...appeal, receivedOn: '2026-12-22' })).toBe('appeal.too-late');
    expect(await code('peng', 'appeal.file', { ...appeal, receivedOn: '2026-12-23' })).toBe('appeal.too-late');
    expect(await code('peng', 'appeal.file', { ...appeal, receivedOn: '2026-11-20' })).toBe('appeal.before-decision');
    expect(await code('peng', 'appeal.file', { ...appeal, receivedOn: '2026-12-21' })).toBe('ok');
    setNow();
  });
});

describe('a correction', () => {
  it('records the fact again in a new round; the old decision stays readable and replays', async () => {
    const caseId = await readyCase();
    const first = await decide(caseId);
    const [award] = await test.ask('he', 'award.issue', { caseIds: [caseId], password: DEMO_PASSWORD });
    expect(await code('shen', 'finding.record', { caseId, finding: { kind: 'site-test', outcome: 'failed' } })).toBe(
      'case.already-decided',
    );
    await test.ask('tang', 'correction.open', { caseId, fact: 'traceability', reason: '追溯级别抄错' });
    expect(await view(caseId)).toMatchObject({ stage: 'ready-for-review', award: { differs: false } });
    expect(await code('he', 'award.issue', { caseIds: [caseId], password: DEMO_PASSWORD })).toBe('ok');
    const papers = { numbers: [award?.number ?? ''], reason: '补印' };
    expect(await code('he', 'paper.print-certificates', papers)).toBe('award.in-review');
    expect(await code('he', 'paper.print-badges', { ...papers, copies: 1 })).toBe('award.in-review');
    await test.ask('shen', 'finding.record', { caseId, finding: { kind: 'traceability', level: 'enterprise' } });
    await give('lu', caseId, { star: 1 });
    await give('qin', caseId, { star: 1 });
    expect(await decide(caseId)).toMatchObject({ outcome: 'propose', star: 1, round: 2 });
    const after = await view(caseId);
    expect(after).toMatchObject({ stage: 'proposed', award: { number: award?.number, star: 3, differs: true } });
    expect(after.rounds[1]).toMatchObject({ kind: 'correction', fact: 'traceability', reason: '追溯级别抄错' });
    for (const name of ['paper.print-certificates', 'paper.print-certificate-files'] as const)
      expect(await code('he', name, papers)).toBe('award.star-differs');
    expect(await code('he', 'paper.print-badges', { ...papers, copies: 1 })).toBe('award.star-differs');
    expect((await test.ask('he', 'print.list', { cursor: null, limit: 50 })).rows).toEqual([]);
    const old = await test.ask('peng', 'decision.get', { decisionId: first.id });
    expect(old).toMatchObject({
      replays: true,
      outcome: 'grant',
      star: 3,
      dossier: { traceability: 'production-and-circulation' },
    });
  });
});
