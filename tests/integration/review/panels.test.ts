import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeApplication } from '#tests/support/applications.ts';
import { openReviewRoom, type ReviewRoom } from '#tests/support/review-room.ts';

let test: ReviewRoom['test'];
let newCase: ReviewRoom['newCase'];
let readyCase: ReviewRoom['readyCase'];
let view: ReviewRoom['view'];
let decide: ReviewRoom['decide'];
let code: ReviewRoom['code'];
let give: ReviewRoom['give'];

beforeAll(async () => {
  ({ test, newCase, readyCase, view, decide, code, give } = await openReviewRoom());
});
afterAll(() => test.close());

describe('a panel', () => {
  it('is assigned, taken and released; its size stays what it began with', async () => {
    const caseId = await newCase();
    expect((await view(caseId)).panel).toMatchObject({ size: 2, free: 2, seats: [], complete: false });
    await test.ask('tang', 'panel.assign', { caseId, personId: 'U-lu' });
    await test.ask('admin', 'settings.set', {
      review: { panel: { 1: 1, 2: 1, 3: 3, 4: 4, 5: 5 }, consentDays: 30, appealDays: 30, spotCheckPercent: 30 },
    });
    expect((await view(caseId)).panel).toMatchObject({ size: 2, free: 1 });
    expect((await view(await newCase())).panel).toMatchObject({ size: 3 });
    await test.ask('admin', 'settings.set', {
      review: { panel: { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 }, consentDays: 30, appealDays: 30, spotCheckPercent: 30 },
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

  it('tells of every expert what ties them to the case before anybody is asked', async () => {
    const earlier = await newCase();
    const { enterprise } = await view(earlier);
    await give('lu', earlier);
    const caseId = await newCase({ enterprise: { ...wholeApplication().enterprise, uscc: enterprise.uscc } });
    await test.ask('qin', 'panel.take', { caseId });
    await test.ask('ning', 'conflict.declare', { uscc: enterprise.uscc, reason: '持股' });
    const candidates = await test.ask('tang', 'panel.candidates', { caseId });
    expect(candidates.map(({ name }) => name)).not.toContain('覃评审（样例）');
    expect(candidates.find(({ personId }) => personId === 'U-lu')).toMatchObject({
      mayNotSit: null,
      inCase: [],
      earlier: { cases: 1, lastAt: expect.stringMatching(/^2026-/) },
    });
    expect(candidates.find(({ personId }) => personId === 'U-tan')).toMatchObject({ mayNotSit: null, earlier: null });
    expect(candidates.at(-1)).toMatchObject({
      personId: 'U-ning',
      mayNotSit: { code: 'panel.conflict', data: { reason: '持股' } },
    });
    expect(await test.refused('lu', 'panel.candidates', { caseId })).toMatchObject({ code: 'right.missing' });
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

  it('that falls short after its opinions were open lets none of them be changed, nor read by who may still speak', async () => {
    const caseId = await newCase();
    const { uscc } = (await view(caseId)).enterprise;
    await give('lu', caseId);
    await give('qin', caseId);
    expect((await view(caseId)).opinions.map(({ wasOpen }) => wasOpen)).toEqual([true, true]);
    await test.ask('lu', 'conflict.declare', { uscc, reason: '亲属' });
    expect(await view(caseId, 'qin')).toMatchObject({
      opinions: [{ text: '意见 qin', wasOpen: true, afterOpening: false }],
      panel: { complete: false, free: 1 },
    });
    expect(await code('qin', 'opinion.withdraw', { caseId, reason: '改主意' })).toBe('opinion.was-open');
    expect(await code('qin', 'opinion.give', { caseId, star: 1, text: '改后', noConflict: true })).toBe(
      'opinion.given',
    );
    expect((await view(caseId)).opinions).toMatchObject([{ text: '意见 qin', sealed: false }]);
    for (const [reader, rounds] of [
      ['tan', (await view(caseId, 'tan')).rounds],
      ['lu', (await view(caseId, 'lu')).rounds],
    ] as const) {
      expect((await view(caseId, reader)).opinions).toMatchObject([{ text: null, sealed: true }]);
      expect(rounds[0]?.opinions).toMatchObject([{ text: null, sealed: true }]);
    }
    expect(await give('tan', caseId)).toMatchObject({ mine: true, afterOpening: true, wasOpen: true });
    expect((await view(caseId, 'yan')).opinions).toMatchObject([
      { text: '意见 qin', afterOpening: false },
      { text: '意见 tan', afterOpening: true, wasOpen: true },
    ]);
  });

  it('opens also when the last silent expert gives the seat up, and keeps a replacement withdrawable until it is read', async () => {
    const caseId = await newCase();
    const { uscc } = (await view(caseId)).enterprise;
    for (const personId of ['U-lu', 'U-qin', 'U-tan']) await test.ask('tang', 'panel.assign', { caseId, personId });
    await give('lu', caseId);
    await give('qin', caseId);
    expect((await view(caseId)).opinions[0]).toMatchObject({ sealed: true, wasOpen: false });
    await test.ask('tan', 'panel.release', { caseId, personId: 'U-tan', reason: '出差' });
    expect((await view(caseId)).opinions[0]).toMatchObject({ sealed: false, wasOpen: true });
    for (const gone of ['lu', 'qin']) await test.ask(gone, 'conflict.declare', { uscc, reason: '亲属' });
    await give('yan', caseId);
    expect((await view(caseId)).opinions).toMatchObject([{ sealed: true, afterOpening: true, wasOpen: false }]);
    await test.ask('yan', 'opinion.withdraw', { caseId, reason: '写错了' });
    await give('yan', caseId);
    await give('ning', caseId);
    expect(await code('yan', 'opinion.withdraw', { caseId, reason: '改主意' })).toBe('panel.complete');
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
      verdict: { outcome: 'grant', star: 3 },
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
