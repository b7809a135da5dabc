import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { applyConsentAnswer } from '#electron/backend/services/review/platform-consent.ts';
import { openReviewRoom, PROPOSED, type ReviewRoom } from '#tests/support/review-room.ts';

let review: ReviewRoom;
beforeAll(async () => {
  review = await openReviewRoom();
});
afterAll(() => review.test.close());

const told = { kind: 'accident', scope: 'product', receivedOn: '2026-11-21', source: 'regulator', summary: '中毒' };

const accident = async (caseId: string): Promise<string> =>
  (await review.test.ask('peng', 'incident.record', { ...told, caseId, occurredOn: '2026-11-10' } as never)).id;

const close = (incidentId: string, outcome: 'upheld' | 'dismissed') =>
  review.test.ask('wei', 'incident.close', { incidentId, outcome, reason: '已核实' });

const grade = (incidentId: string, as: 'important' | 'minor') =>
  review.test.ask('wei', 'incident.grade', { incidentId, grade: as, reason: '已核实' });

const consent = async (caseId: string, agreed = true): Promise<string> =>
  review.code('peng', 'consent.record', {
    caseId,
    baseVersion: (await review.view(caseId)).version,
    agreed,
    how: '平台',
    channel: 'platform',
  });

const issue = (caseId: string): Promise<string> =>
  review.code('he', 'award.issue', { caseIds: [caseId], password: DEMO_PASSWORD });

const throughPlatform = (caseId: string, agreed: boolean): boolean =>
  review.test.desk.room.store.transaction(() =>
    applyConsentAnswer(review.test.desk.room, {
      applicationNo: caseId.replace('C-', 'A-'),
      star: 3,
      agreed,
      answeredOn: '2026-11-21' as PlainDate,
      receipt: `R-${caseId}`,
    }),
  );

const proposed = async (): Promise<string> => {
  const caseId = await review.readyCase(PROPOSED);
  expect(await review.decide(caseId)).toMatchObject({ outcome: 'propose', star: 3 });
  return caseId;
};

describe('a proposal that an accident comes to', () => {
  it('is not consented to while it waits for its outcome and grade, nor granted when it counts, but decided anew', async () => {
    const caseId = await proposed();
    expect(await review.view(caseId)).toMatchObject({ mayNotConsent: null });
    const incidentId = await accident(caseId);
    expect(await review.view(caseId)).toMatchObject({ mayNotConsent: 'case.incident-open' });
    expect(await consent(caseId)).toBe('case.incident-open');
    expect(throughPlatform(caseId, true)).toBe(false);
    await close(incidentId, 'upheld');
    expect(await consent(caseId)).toBe('case.incident-open');
    expect(await review.refusedDecision(caseId, 'tang')).toMatchObject({ code: 'case.already-decided' });
    await grade(incidentId, 'important');
    expect(await consent(caseId)).toBe('consent.fallen');
    expect(throughPlatform(caseId, true)).toBe(false);
    expect(await review.view(caseId)).toMatchObject({ stage: 'proposed', mayNotConsent: 'consent.fallen' });
    expect(await review.test.ask('tang', 'decision.preview', { caseId })).toMatchObject({
      round: 2,
      kind: 'lapsed',
      verdict: { outcome: 'refuse' },
      blocked: null,
      mayRefuse: false,
    });
    expect(await review.decide(caseId)).toMatchObject({ outcome: 'refuse', star: null, round: 2 });
    expect(await review.view(caseId)).toMatchObject({ stage: 'refused', grantedStar: null });
  });

  it('is consented to once it turned out minor; the star is not issued while another one waits', async () => {
    const caseId = await proposed();
    const first = await accident(caseId);
    await close(first, 'upheld');
    await grade(first, 'minor');
    expect(await consent(caseId)).toBe('ok');
    const second = await review.test.ask('peng', 'incident.record', {
      ...told,
      caseId,
      occurredOn: '2026-11-12',
    } as never);
    expect(await issue(caseId)).toBe('case.incident-open');
    expect(await review.view(caseId)).toMatchObject({ stage: 'granted', award: null });
    await close(second.id, 'dismissed');
    expect(await issue(caseId)).toBe('ok');
  });

  it('can be declined at any time, and one outside the clean period holds nothing up', async () => {
    const declined = await proposed();
    await accident(declined);
    expect(throughPlatform(declined, false)).toBe(true);
    expect(await review.view(declined)).toMatchObject({ stage: 'refused' });
    const old = await proposed();
    await review.test.ask('peng', 'incident.record', { ...told, caseId: old, occurredOn: '2020-01-05' } as never);
    expect(await consent(old)).toBe('ok');
    expect(await issue(old)).toBe('ok');
  });
});
