import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Application } from '#shared/platform/application.ts';
import { wholeApplication } from '#tests/support/applications.ts';
import { RESOURCES } from '#tests/support/desk.ts';
import { openReviewRoom, type ReviewRoom } from '#tests/support/review-room.ts';

let review: ReviewRoom;
beforeAll(async () => {
  review = await openReviewRoom();
});
afterAll(() => review.test.close());
beforeEach(() => review.setNow());

/** Takes in an accident of long after the review day, 2026-05-10; answers with its id. */
const accident = async (caseId: string, occurredOn = '2026-11-10'): Promise<string> => {
  const told = { kind: 'accident', scope: 'product', receivedOn: '2026-11-21', source: 'regulator', summary: '中毒' };
  return (await review.test.ask('peng', 'incident.record', { ...told, caseId, occurredOn } as never)).id;
};

/** Finds it true and important. */
const upheld = async (incidentId: string): Promise<void> => {
  await review.test.ask('wei', 'incident.close', { incidentId, outcome: 'upheld', reason: '属实' });
  await review.test.ask('wei', 'incident.grade', { incidentId, grade: 'important', reason: '伤及多人' });
};

const answerOf = ({ criteria }: Awaited<ReturnType<ReviewRoom['view']>>['verdict'], id: string) =>
  criteria.find((one) => one.id === id)?.perStar[3];

describe('the verdict of an open case', () => {
  it('is what the decision stores when something happened after the review day', async () => {
    const caseId = await review.readyCase();
    await upheld(await accident(caseId));
    const shown = await review.view(caseId);
    expect(answerOf(shown.verdict, 'RISK.CLEAN_RECORD')).toBe('not-met');
    expect(shown.verdict.outcome).toBe('refuse');
    expect(shown.dossier.case).toMatchObject({ reviewOn: '2026-05-10', decisionOn: '2026-11-21' });
    expect(await review.decide(caseId)).toMatchObject({ outcome: 'refuse', star: null });
    const stored = await review.view(caseId);
    expect([stored.verdict, stored.dossier]).toEqual([shown.verdict, shown.dossier]);
  });

  it('counts papers that became valid after the review day, so that the case can be decided', async () => {
    const documents = wholeApplication().documents.map((document) =>
      document.kind === 'safety-photo' ? { ...document, validFrom: '2026-06-01' } : document,
    ) as Application['documents'];
    const caseId = await review.readyCase({ documents });
    expect((await review.view(caseId)).verdict).toMatchObject({ outcome: 'grant', star: 3, missing: [] });
    expect(await review.decide(caseId)).toMatchObject({ outcome: 'grant', star: 3 });
  });

  it('goes on with the day while nobody decides', async () => {
    const documents = wholeApplication().documents.map((document) =>
      document.kind === 'business-licence' ? { ...document, validUntil: '2026-11-22' } : document,
    ) as Application['documents'];
    const caseId = await review.readyCase({ documents });
    expect((await review.view(caseId)).verdict.outcome).toBe('grant');
    review.setNow('2026-11-23T02:00:00.000Z');
    expect((await review.view(caseId)).verdict.outcome).toBe('refuse');
  });
});

describe('a decision told what was shown', () => {
  const shown = async (caseId: string) => {
    const { writes } = await review.test.ask('tang', 'decision.preview', { caseId });
    return { expected: { dossierSha256: writes.dossierSha256, verdictSha256: writes.verdictSha256 } };
  };

  it('stores exactly that', async () => {
    const caseId = await review.readyCase();
    const seen = await shown(caseId);
    const { id } = await review.decide(caseId, 'tang', seen);
    const row = review.test.desk.room.store.get<{ body: string }>(
      "SELECT body FROM ledger WHERE type = 'decision.made' AND entity_id = ?",
      [caseId],
    );
    expect(JSON.parse(row.body)).toMatchObject({ payload: { decisionId: id, ...seen.expected } });
  });

  it('is refused after midnight, and writes nothing; what is shown then is taken', async () => {
    const caseId = await review.readyCase();
    const seen = await shown(caseId);
    review.setNow('2026-11-21T16:00:01.000Z');
    const { version } = await review.view(caseId);
    expect(await review.refusedDecision(caseId, 'tang', seen)).toMatchObject({ code: 'decision.not-as-shown' });
    expect(await review.view(caseId)).toMatchObject({ version, decision: null });
    expect(await review.decide(caseId, 'tang', await shown(caseId))).toMatchObject({ outcome: 'grant', star: 3 });
  });

  it('is refused under a standard that took effect meanwhile', async () => {
    const caseId = await review.readyCase();
    const seen = await shown(caseId);
    const file = JSON.parse(readFileSync(join(RESOURCES, 'standards', 'otop-star.json'), 'utf8'));
    file.criteria_set.version = '2026-r9';
    const content = Buffer.from(JSON.stringify(file)).toString('base64');
    const read = await review.test.ask('admin', 'standard.import', { fileName: 's.json', content });
    if (!read.ok) throw new Error('the standard was not taken in');
    const adoption = { sha256: read.version.sha256, effectiveFrom: '2026-11-21', password: DEMO_PASSWORD };
    await review.test.ask('admin', 'standard.adopt', adoption);
    expect(await review.refusedDecision(caseId, 'tang', seen)).toMatchObject({ code: 'decision.not-as-shown' });
    expect(await review.view(caseId)).toMatchObject({ decision: null });
  });
});

describe('the day of a fact', () => {
  it('is today at the latest, by the centre’s day, and names its field', async () => {
    const caseId = await review.newCase();
    const record = (finding: object) => review.test.call('shen', 'finding.record', { caseId, finding } as never);
    const review2028 = { kind: 'review-date', on: '2028-05-10' };
    const evaluated = { kind: 'evaluation', mode: 'experts-on-site', completedOn: '2026-11-22' };
    expect(await record(review2028)).toMatchObject({
      failure: { code: 'finding.review-in-future', field: 'finding.on', data: { today: '2026-11-21' } },
    });
    expect(await record(evaluated)).toMatchObject({
      failure: { code: 'finding.evaluation-in-future', field: 'finding.completedOn' },
    });
    expect((await review.view(caseId)).findings).toEqual([]);
    review.setNow('2026-11-21T16:00:00.000Z');
    expect(await record(evaluated)).toMatchObject({ ok: true });
    expect(await record({ ...evaluated, completedOn: null })).toMatchObject({ ok: true });
    expect(await record({ kind: 'review-date', on: '2026-11-22' })).toMatchObject({ ok: true });
  });

  it('is not confirmed from an application before it came, nor anything with it', async () => {
    const inspection = { ...wholeApplication().inspection, reviewOn: '2026-11-25' } as Application['inspection'];
    const caseId = await review.newCase({ inspection });
    const confirm = () => review.test.call('shen', 'finding.confirm-reported', { caseId } as never);
    expect(await confirm()).toMatchObject({
      failure: { code: 'finding.review-in-future', data: { on: '2026-11-25' } },
    });
    expect((await review.view(caseId)).findings).toEqual([]);
    review.setNow('2026-11-25T02:00:00.000Z');
    expect(await confirm()).toMatchObject({ ok: true });
  });
});
