import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import { openReviewRoom, PIXEL, type ReviewRoom } from '#tests/support/review-room.ts';
import { sampleUscc } from '#tests/support/sample-enterprises.ts';

let test: ReviewRoom['test'];
let newCase: ReviewRoom['newCase'];
let readyCase: ReviewRoom['readyCase'];
let view: ReviewRoom['view'];
let decide: ReviewRoom['decide'];
let refusedDecision: ReviewRoom['refusedDecision'];
let code: ReviewRoom['code'];
let give: ReviewRoom['give'];

beforeAll(async () => {
  ({ test, newCase, readyCase, view, decide, refusedDecision, code, give } = await openReviewRoom());
});
afterAll(() => test.close());

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

  it('keeps whoever judged it from deciding its cases: one decided before that is opened again, and one that comes later', async () => {
    const caseId = await readyCase();
    await decide(caseId, 'tang');
    const { enterprise } = await view(caseId);
    const told = { ...complaint, caseId, scope: 'enterprise', summary: '异物' } as const;
    const { id: incidentId } = await test.ask('peng', 'incident.record', told);
    await test.ask('tang', 'incident.grade', { incidentId, grade: 'minor', reason: '轻微' });
    await test.ask('tang', 'incident.close', { incidentId, outcome: 'upheld', reason: '属实' });
    expect(await view(caseId, 'wei')).toMatchObject({ mayNotDecide: null });
    await test.ask('wei', 'correction.open', { caseId, fact: 'incident', reason: '漏记投诉' });
    await give('lu', caseId);
    await give('qin', caseId);
    const later = await readyCase({ enterprise: { ...wholeApplication().enterprise, uscc: enterprise.uscc } });
    for (const open of [caseId, later]) {
      expect(await view(open)).toMatchObject({ mayNotDecide: 'impartiality.evaluated' });
      const preview = await test.ask('wei', 'decision.preview', { caseId: open });
      expect(preview.mayNotDecide).toMatchObject([{ personId: 'U-tang', code: 'impartiality.evaluated' }]);
      expect(preview.writes.people.find(({ personId }) => personId === 'U-tang')?.touches).toContain(
        'recorded-evidence',
      );
      expect(await refusedDecision(open, 'tang')).toMatchObject({ code: 'impartiality.evaluated' });
      expect(await decide(open, 'wei')).toMatchObject({ outcome: 'grant' });
    }
    const other = await readyCase();
    expect(await decide(other, 'tang')).toMatchObject({ outcome: 'grant' });
  });

  it('is taken in once: the very same is refused with who took it in and when', async () => {
    const caseId = await newCase();
    const told = { ...complaint, caseId, scope: 'product', summary: '包装破损' } as const;
    await test.ask('peng', 'incident.record', told);
    expect(await test.refused('shen', 'incident.record', { ...told, scope: 'enterprise' })).toMatchObject({
      code: 'incident.already-recorded',
      field: 'summary',
      data: { by: '彭收样（样例）', at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) },
    });
    await test.ask('shen', 'incident.record', { ...told, summary: '包装破损，另一箱' });
    expect((await view(caseId)).incidents).toHaveLength(2);
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
