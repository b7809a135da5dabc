import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Name } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Application } from '#shared/platform/application.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { importAs, prepareForDecision, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { sampleUscc } from '#tests/support/sample-enterprises.ts';

/** The smallest PNG there is. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let test: TestDesk;
let now = '2026-11-21T02:00:00.000Z';
let serial = 500;

beforeAll(async () => {
  test = await openPeopledDesk({ world: { now: () => new Date(now) } });
  setFact(test.desk.room.store, 'workspace.day', null);
  for (const [login, name, role] of [
    ['wei', '韦评定（样例）', 'decider'],
    ['yan', '颜评审（样例）', 'expert'],
    ['ning', '宁评审（样例）', 'expert'],
  ] as const) {
    await test.ask('admin', 'person.add', { login, name, roles: [role], password: DEMO_PASSWORD });
    await test.ask(login, 'session.sign-in', { login, password: DEMO_PASSWORD });
  }
});
afterAll(() => test.close());

/** A case of an enterprise of its own, its samples not yet here. */
async function newCase(changes: Partial<Application> = {}): Promise<string> {
  serial += 1;
  const [parcel] = wholeApplication().parcels;
  const number = `2026-${String(serial).padStart(5, '0')}`;
  await importAs(test, 'peng', [
    wholeApplication({
      applicationNo: `A-${number}`,
      enterprise: { ...wholeApplication().enterprise, uscc: sampleUscc('430923', serial, false) },
      parcels: parcel ? [{ ...parcel, waybill: `SF13882${String(serial).padStart(8, '0')}` }] : [],
      ...changes,
    }),
  ]);
  return `C-${number}`;
}

async function readyCase(changes: Partial<Application> = {}): Promise<string> {
  const caseId = await newCase(changes);
  await prepareForDecision(test, caseId);
  return caseId;
}

const view = (caseId: string, seat = 'tang') => test.ask(seat, 'case.get', { caseId });

async function decision(caseId: string, seat = 'tang', more: object = {}) {
  const { version } = await view(caseId);
  return { caseId, baseVersion: version, password: DEMO_PASSWORD, ...more, seat };
}

async function decide(caseId: string, seat = 'tang', more: object = {}) {
  const { seat: who, ...input } = await decision(caseId, seat, more);
  return test.ask(who, 'case.decide', input);
}

async function refusedDecision(caseId: string, seat: string, more: object = {}) {
  const { seat: who, ...input } = await decision(caseId, seat, more);
  return test.refused(who, 'case.decide', input);
}

const code = async (seat: string, name: Name, input: unknown): Promise<string> => {
  const reply = await test.call(seat, name, input);
  return reply.ok ? 'ok' : reply.failure.code;
};

const give = (seat: string, caseId: string, more: object = {}) =>
  test.ask(seat, 'opinion.give', { caseId, star: 3, text: `意见 ${seat}`, noConflict: true, ...more });

describe('a panel', () => {
  it('is assigned, taken and released; its size stays what it began with', async () => {
    const caseId = await newCase();
    expect((await view(caseId)).panel).toMatchObject({ size: 2, free: 2, seats: [], complete: false });
    await test.ask('tang', 'panel.assign', { caseId, personId: 'U-lu' });
    await test.ask('admin', 'settings.set', {
      review: { panel: { 1: 1, 2: 1, 3: 3, 4: 4, 5: 5 }, consentDays: 30, appealDays: 30 },
    });
    expect((await view(caseId)).panel).toMatchObject({ size: 2, free: 1 });
    expect((await view(await newCase())).panel).toMatchObject({ size: 3 });
    await test.ask('admin', 'settings.set', {
      review: { panel: { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 }, consentDays: 30, appealDays: 30 },
    });
    expect(await code('tang', 'panel.assign', { caseId, personId: 'U-lu' })).toBe('panel.already-sits');
    expect(await test.refused('tang', 'panel.assign', { caseId, personId: 'U-shen' })).toMatchObject({
      code: 'panel.no-expert',
      data: { name: '沈检验（样例）' },
    });
    await test.ask('qin', 'panel.take', { caseId });
    expect(await code('tan', 'panel.take', { caseId })).toBe('panel.full');
    expect(await code('tan', 'opinion.give', { caseId, star: 3, text: '好', noConflict: true })).toBe('panel.full');
    expect(await code('qin', 'panel.release', { caseId, personId: 'U-lu', reason: '换人' })).toBe('panel.not-yours');
    await test.ask('tang', 'panel.release', { caseId, personId: 'U-lu', reason: '出差' });
    const { rows } = await test.ask('qin', 'case.list', { queue: 'review-mine' });
    expect(rows.map(({ holders, id }) => [id, holders])).toEqual([
      [caseId, [{ name: '覃评审（样例）', given: false, mine: true }]],
    ]);
    expect((await test.ask('lu', 'case.list', { queue: 'review-mine' })).rows).toEqual([]);
  });

  it('refuses an expert by name with what they declared, at the seat and again at the opinion', async () => {
    const caseId = await newCase();
    const { uscc } = (await view(caseId)).enterprise;
    await test.ask('lu', 'panel.take', { caseId });
    await test.ask('yan', 'conflict.declare', { uscc, reason: '本计划收费辅导过该企业', kind: 'paid-services' });
    expect(await test.refused('tang', 'panel.assign', { caseId, personId: 'U-yan' })).toMatchObject({
      code: 'panel.conflict',
      data: { name: '颜评审（样例）', reason: '本计划收费辅导过该企业' },
    });
    expect(await code('yan', 'panel.take', { caseId })).toBe('impartiality.conflict');
    await give('lu', caseId);
    await test.ask('lu', 'conflict.declare', { uscc, reason: '配偶在该企业任职' });
    const after = await view(caseId);
    expect(after.panel.seats).toEqual([]);
    expect(after.opinions).toEqual([]);
    expect(await code('lu', 'opinion.give', { caseId, star: 3, text: '好', noConflict: true })).toBe(
      'impartiality.conflict',
    );
  });

  it('asks for the declaration, answers criteria the star asks for, each once, with a word where one does not agree', async () => {
    const caseId = await newCase();
    const opinion = { caseId, star: 3, text: '好', noConflict: true };
    expect(await test.refused('lu', 'opinion.give', { ...opinion, noConflict: false })).toMatchObject({
      code: 'input.invalid',
      field: 'noConflict',
    });
    const insurance = [{ criterion: 'RISK.QUALITY_INSURANCE', answer: 'agree' }];
    expect(await code('lu', 'opinion.give', { ...opinion, criteria: insurance })).toBe('opinion.criterion');
    const silent = [{ criterion: 'TEST.PRODUCT', answer: 'disagree' }];
    expect(await test.refused('lu', 'opinion.give', { ...opinion, criteria: silent })).toMatchObject({
      field: 'criteria[0].comment',
    });
    const twice = [
      { criterion: 'TEST.PRODUCT', answer: 'agree' },
      { criterion: 'TEST.PRODUCT', answer: 'agree' },
    ];
    expect(await code('lu', 'opinion.give', { ...opinion, criteria: twice })).toBe('input.invalid');
  });

  it('stays blind until all are in, lets an opinion be replaced before and never after, then shows where it differs', async () => {
    const caseId = await newCase();
    await give('lu', caseId, { text: '先写的' });
    await test.ask('lu', 'opinion.withdraw', { caseId, reason: '写错了' });
    await give('lu', caseId, { criteria: [{ criterion: 'TEST.PRODUCT', answer: 'agree' }] });
    expect((await view(caseId, 'qin')).opinions).toMatchObject([
      { by: '鲁评审（样例）', sealed: true, star: null, text: null, criteria: null },
    ]);
    expect((await view(caseId)).panel.disagreement).toBeNull();
    await give('qin', caseId, {
      star: 2,
      criteria: [{ criterion: 'TEST.PRODUCT', answer: 'disagree', comment: '批号对不上' }],
    });
    const open = await view(caseId);
    expect(open.opinions.map(({ sealed, text }) => [sealed, text])).toEqual([
      [false, '意见 lu'],
      [false, '意见 qin'],
    ]);
    expect(open.panel).toMatchObject({
      complete: true,
      disagreement: {
        lowestStar: 2,
        highestStar: 3,
        criteria: [
          {
            criterion: 'TEST.PRODUCT',
            answers: [
              { answer: 'agree', by: ['鲁评审（样例）'] },
              { answer: 'disagree', by: ['覃评审（样例）'] },
            ],
          },
        ],
      },
    });
    expect(await code('lu', 'opinion.withdraw', { caseId, reason: '改主意' })).toBe('panel.complete');
    expect(await code('tang', 'panel.assign', { caseId, personId: 'U-tan' })).toBe('panel.complete');
    expect(JSON.stringify(open)).not.toContain('先写的');
  });

  it('waits for everybody who was assigned, more than are needed too', async () => {
    const caseId = await newCase({ requestedStar: 1 });
    await test.ask('tang', 'panel.assign', { caseId, personId: 'U-lu' });
    await test.ask('admin', 'panel.assign', { caseId, personId: 'U-qin' });
    await give('lu', caseId);
    expect((await view(caseId, 'qin')).opinions[0]).toMatchObject({ sealed: true });
    await give('qin', caseId);
    expect((await view(caseId, 'tan')).opinions.map(({ sealed }) => sealed)).toEqual([false, false]);
  });
});

describe('a decision', () => {
  it('says beforehand what it will do and who may not, and keeps what it said', async () => {
    const caseId = await readyCase();
    const preview = await test.ask('tang', 'decision.preview', { caseId });
    expect(preview).toMatchObject({
      round: 1,
      kind: 'first',
      outcome: 'grant',
      star: 3,
      blocked: null,
      supersedes: null,
      writes: { opinions: 2, consentUntil: null, appealUntil: '2026-12-21' },
    });
    expect(preview.mayDecide.map(({ personId }) => personId)).toEqual(expect.arrayContaining(['U-tang', 'U-wei']));
    const made = await decide(caseId);
    const record = await test.ask('peng', 'decision.get', { decisionId: made.id });
    expect(record).toMatchObject({ replays: true, kind: 'first', opinions: [{ name: '鲁评审（样例）' }, {}] });
    expect(record.people.find(({ personId }) => personId === 'U-tang')).toMatchObject({ touches: ['decided'] });
    const entry = test.desk.room.store.get<{ body: string }>(
      "SELECT body FROM ledger WHERE type = 'decision.made' AND entity_id = ?",
      [caseId],
    );
    const { payload } = JSON.parse(entry.body) as { payload: Record<string, string> };
    expect([payload['dossierSha256'], payload['verdictSha256']]).toEqual([
      preview.writes.dossierSha256,
      preview.writes.verdictSha256,
    ]);
  });

  it('shows a preview without a word of a sealed opinion', async () => {
    const caseId = await newCase();
    await give('lu', caseId, { text: '不可外传' });
    const preview = await test.ask('tang', 'decision.preview', { caseId });
    expect(preview.blocked).toBe('case.panel-incomplete');
    expect(JSON.stringify(preview)).not.toContain('不可外传');
  });
});

/** Three stars asked for with two on paper: the program proposes two. */
const PROPOSED: Partial<Application> = {
  requestedStar: 4,
  inspection: {
    ...(wholeApplication().inspection as object),
    riskControl: 'viewed-on-site',
  } as Application['inspection'],
};

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
    now = '2026-12-21T15:59:00.000Z';
    expect((await view(caseId)).decision).toMatchObject({ lapsed: false });
    expect(await refusedDecision(caseId, 'tang')).toMatchObject({ code: 'case.already-decided' });
    now = '2026-12-21T16:01:00.000Z';
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
    now = '2026-11-21T02:00:00.000Z';
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
      review: { panel: { 1: 1, 2: 1, 3: 2, 4: 2, 5: 3 }, consentDays: 30, appealDays: 30 },
    });
    await give('yan', caseId, { star: 4 });
    await give('ning', caseId, { star: 4 });
    await test.ask('admin', 'settings.set', {
      review: { panel: { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 }, consentDays: 30, appealDays: 30 },
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

  it('is dismissed with reasons, and what was decided stands again', async () => {
    const caseId = await readyCase();
    await decide(caseId);
    const appeal = await test.ask('peng', 'appeal.file', { caseId, grounds: '应为四星', receivedOn: '2026-11-21' });
    const dismissal = { appealId: appeal.id, reason: '申报的就是三星', password: DEMO_PASSWORD };
    expect(await code('wei', 'appeal.dismiss', { ...dismissal, password: 'wrong-one' })).toBe('session.wrong-password');
    expect(await test.ask('wei', 'appeal.dismiss', dismissal)).toMatchObject({ outcome: 'dismissed' });
    expect(await code('wei', 'appeal.dismiss', dismissal)).toBe('appeal.settled');
    expect(await view(caseId)).toMatchObject({ stage: 'granted', decision: { round: 1 }, standing: { round: 1 } });
  });

  it('comes in time or not at all', async () => {
    const caseId = await readyCase();
    await decide(caseId);
    const appeal = { caseId, grounds: '应为四星' };
    now = '2026-12-22T02:00:00.000Z';
    expect(await view(caseId)).toMatchObject({ mayNotAppeal: 'appeal.too-late' });
    expect(await code('peng', 'appeal.file', { ...appeal, receivedOn: '2026-12-22' })).toBe('appeal.too-late');
    expect(await code('peng', 'appeal.file', { ...appeal, receivedOn: '2026-12-23' })).toBe('appeal.too-late');
    expect(await code('peng', 'appeal.file', { ...appeal, receivedOn: '2026-11-20' })).toBe('appeal.before-decision');
    expect(await code('peng', 'appeal.file', { ...appeal, receivedOn: '2026-12-21' })).toBe('ok');
    now = '2026-11-21T02:00:00.000Z';
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
    await test.ask('shen', 'finding.record', { caseId, finding: { kind: 'traceability', level: 'enterprise' } });
    await give('lu', caseId, { star: 1 });
    await give('qin', caseId, { star: 1 });
    expect(await decide(caseId)).toMatchObject({ outcome: 'propose', star: 1, round: 2 });
    const after = await view(caseId);
    expect(after).toMatchObject({ stage: 'proposed', award: { number: award?.number, star: 3, differs: true } });
    expect(after.rounds[1]).toMatchObject({ kind: 'correction', fact: 'traceability', reason: '追溯级别抄错' });
    const old = await test.ask('peng', 'decision.get', { decisionId: first.id });
    expect(old).toMatchObject({
      replays: true,
      outcome: 'grant',
      star: 3,
      dossier: { traceability: 'production-and-circulation' },
    });
  });
});

describe('a complaint', () => {
  const complaint = {
    kind: 'complaint',
    occurredOn: '2026-11-01',
    receivedOn: '2026-11-20',
    source: 'consumer',
  } as const;

  it('blocks every case of its product until it has an outcome and a grade from a second person', async () => {
    const caseId = await readyCase();
    const page = await view(caseId);
    const { id: incidentId } = await test.ask('shen', 'incident.record', {
      ...complaint,
      caseId,
      scope: 'product',
      summary: '包装破损',
    });
    expect(await code('tang', 'case.decide', { caseId, baseVersion: page.version, password: DEMO_PASSWORD })).toBe(
      'case.changed-meanwhile',
    );
    expect(await refusedDecision(caseId, 'tang')).toMatchObject({ code: 'case.not-decidable' });
    await test.ask('peng', 'attachment.keep', {
      owner: { kind: 'incident', id: incidentId },
      name: '照片.png',
      content: PIXEL,
    });
    const grade = { incidentId, grade: 'minor', reason: '外箱磕碰' };
    await test.ask('admin', 'person.set-roles', { personId: 'U-shen', roles: ['inspector', 'expert'] });
    expect(await code('shen', 'incident.grade', grade)).toBe('incident.second-person');
    await test.ask('wei', 'incident.close', { incidentId, outcome: 'upheld', reason: '属实' });
    expect((await test.ask('wei', 'incident.list', { state: 'ungraded' })).rows.map(({ id }) => id)).toEqual([
      incidentId,
    ]);
    expect(await refusedDecision(caseId, 'tang')).toMatchObject({ code: 'case.not-decidable' });
    await test.ask('wei', 'incident.grade', { ...grade, grade: 'minor' });
    expect(await refusedDecision(caseId, 'wei')).toMatchObject({ code: 'impartiality.evaluated' });
    expect(await decide(caseId)).toMatchObject({ outcome: 'grant', star: 3 });
    expect(await code('wei', 'incident.grade', grade)).toBe('incident.closed');
    expect(await test.ask('peng', 'incident.get', { incidentId })).toMatchObject({
      recordedBy: '沈检验（样例）',
      gradedBy: '韦评定（样例）',
      status: 'upheld',
      cases: [{ caseId }],
    });
  });

  it('about the enterprise reaches its other products, about a product it does not', async () => {
    const uscc = sampleUscc('430923', 9001, false);
    const enterprise = { ...wholeApplication().enterprise, uscc };
    const tea = await newCase({ enterprise });
    const rice = await newCase({ enterprise, product: { ...wholeApplication().product, name: '安化大米' } });
    await receiveAnnounced(test, rice);
    await test.ask('peng', 'incident.record', { ...complaint, caseId: tea, scope: 'product', summary: '茶' });
    expect((await view(rice)).incidents).toEqual([]);
    await test.ask('peng', 'incident.record', { ...complaint, caseId: tea, scope: 'enterprise', summary: '企业' });
    expect((await view(rice)).incidents).toMatchObject([{ summary: '企业' }]);
    expect((await view(tea)).incidents.map(({ summary }) => summary)).toEqual(['茶', '企业']);
    expect((await view(rice)).legalHold).toBe(true);
    const [lu] = [{ uscc, reason: '顾问', kind: 'interest' as const }];
    await test.ask('ning', 'conflict.declare', lu);
    const [open] = (await test.ask('ning', 'incident.list', { state: 'open' })).rows;
    expect(open?.mayNotJudge).toBe('impartiality.conflict');
  });

  it('cannot come before it happened, nor from the future', async () => {
    const caseId = await newCase();
    const told = { ...complaint, caseId, scope: 'product', summary: '包装破损' };
    expect(await test.refused('peng', 'incident.record', { ...told, receivedOn: '2026-11-22' })).toMatchObject({
      field: 'receivedOn',
    });
    expect(await test.refused('peng', 'incident.record', { ...told, occurredOn: '2026-11-21' })).toMatchObject({
      field: 'occurredOn',
    });
  });
});
