import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseView } from '#shared/contract/cases.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { reviewClock, reviewStart } from '#shared/domain/review-clock.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import type { Application } from '#shared/platform/application.ts';
import { isWorkday, stageDueOn } from '#electron/backend/services/working-days.ts';
import { acceptance, importAs, SHIPPED_RULES, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { dumpOf } from '#tests/support/workspaces.ts';

/** A Monday; the papers came the Friday before. */
const MONDAY = '2026-11-16T02:00:00.000Z';

let test: TestDesk;
let now = MONDAY;
let serial = 90_100;
let caseId: string;
let application: Application;
beforeAll(async () => {
  test = await openPeopledDesk({ world: { now: () => new Date(now) } });
  setFact(test.desk.room.store, 'workspace.day', null);
});
afterAll(() => test.close());
beforeEach(async () => {
  now = MONDAY;
  serial += 1;
  caseId = `C-2026-${serial}`;
  const submittedOn = '2026-11-13' as PlainDate;
  application = wholeApplication({ applicationNo: `A-2026-${serial}`, submittedOn, parcels: [] });
  await importAs(test, 'peng', [application]);
});

const view = (): Promise<CaseView> => test.ask('peng', 'case.get', { caseId });
const entries = (type: string) =>
  test.desk.room.store
    .all<{ body: string }>('SELECT body FROM ledger WHERE type = ? ORDER BY seq', [type])
    .filter(({ body }) => body.includes(caseId))
    .map(({ body }) => (JSON.parse(body) as { readonly payload: unknown }).payload);
const WORDS = { language: 'zh', subject: '请补资料', body: '请重新上传营业执照。' } as const;

async function rejectLicence(): Promise<CaseView['documents'][number]> {
  const [licence, ...others] = (await view()).documents;
  if (licence === undefined) throw new Error('the case has a licence');
  for (const other of others) await test.ask('peng', 'document.check', acceptance(other));
  return test.ask('peng', 'document.check', {
    documentId: licence.id,
    check: 'rejected',
    answers: { name: 'yes', valid: 'no' },
    reason: '不在有效期内',
    reasonCode: 'expired',
  });
}

const giveBack = async (documentId: string | null, what = '有效的营业执照') =>
  test.ask('peng', 'case.return', { caseId, wanted: [{ documentId, kind: 'business-licence', what }], ...WORDS });

type Paper = Application['documents'][number];
const changed = (paper: Paper | undefined, changes: Partial<Paper>): Paper => ({ ...(paper as Paper), ...changes });
/** The application as it comes again, with another licence. */
const withRenewed = (): Application => ({
  ...application,
  documents: [changed(application.documents[0], { number: 'GB-0002' }), ...application.documents.slice(1)],
});

/** The call is refused with the code, and nothing at all is kept. */
async function refusedWhole<N extends 'document.check' | 'case.return' | 'message.prepare' | 'message.withdraw'>(
  name: N,
  input: InputOf<N>,
  expected: object,
  seat = 'peng',
): Promise<void> {
  const before = dumpOf(test.desk.room.store);
  expect(await test.refused(seat, name, input)).toMatchObject(expected);
  expect(dumpOf(test.desk.room.store)).toEqual(before);
}

describe('checking a paper', () => {
  it('keeps what was answered, and shows it to the expert', async () => {
    const rejected = await rejectLicence();
    expect(rejected).toMatchObject({ check: 'rejected', reason: '不在有效期内', reasonCode: 'expired' });
    const seen = await test.ask('lu', 'case.get', { caseId });
    expect(seen.documents[0]?.answers).toEqual({ name: 'yes', valid: 'no' });
    expect(entries('document.checked').at(-1)).toMatchObject({
      answers: { name: 'yes', valid: 'no' },
      reasonCode: 'expired',
    });
  });

  it('is accepted only with every required point answered yes', async () => {
    const [licence] = (await view()).documents;
    if (licence === undefined) throw new Error('the case has a licence');
    const whole = acceptance(licence);
    await refusedWhole('document.check', { ...whole, answers: {} }, { code: 'document.points-open', field: 'answers' });
    const one = { ...whole, answers: { ...whole.answers, scope: 'no' as const } };
    await refusedWhole('document.check', one, {
      code: 'document.points-open',
      data: { pointsZh: '经营范围包含申报产品' },
    });
    const strange = { ...whole, answers: { ...whole.answers, colour: 'yes' as const } };
    await refusedWhole('document.check', strange, { code: 'document.unknown-point' });
    const mood = { documentId: licence.id, check: 'rejected', reason: '不行', reasonCode: 'mood' } as const;
    await refusedWhole('document.check', mood, { code: 'document.unknown-reason' });
    const wordless = { documentId: licence.id, check: 'rejected' } as const;
    await refusedWhole('document.check', wordless, { code: 'input.invalid', field: 'reason' });
    expect(await test.ask('peng', 'document.check', whole)).toMatchObject({ check: 'accepted' });
  });
});

describe('returning a case', () => {
  it('tells the applicant, stops the clock, and waits for newer papers', async () => {
    const licence = await rejectLicence();
    expect(await view()).toMatchObject({
      stage: 'documents-in-review',
      dueOn: '2026-11-17',
      clock: { remainingMinutes: 900 },
    });
    await giveBack(licence.id);
    now = '2026-11-30T02:00:00.000Z';
    const waiting = await view();
    expect(waiting).toMatchObject({
      stage: 'returned',
      clock: { state: 'paused', remainingMinutes: 900, dueAtMs: null },
    });
    expect(waiting.returns).toMatchObject([
      { wanted: [{ what: '有效的营业执照' }], by: '彭收样（样例）', resubmittedAt: null },
    ]);
    const { rows } = await test.ask('peng', 'message.list', { caseId });
    expect(rows).toMatchObject([{ template: 'papers-wanted', subject: '请补资料', state: 'prepared' }]);
    const rowsOf = async (queue: 'papers' | 'awaiting-papers') =>
      (await test.ask('peng', 'case.list', { queue })).rows.some(({ id }) => id === caseId);
    expect([await rowsOf('papers'), await rowsOf('awaiting-papers')]).toEqual([false, true]);
    expect(entries('case.returned')).toMatchObject([{ messageId: rows[0]?.id }]);
  });

  it('takes newer papers in as new ones that name what they replace, and the clock goes on', async () => {
    const licence = await rejectLicence();
    await giveBack(licence.id);
    now = '2026-11-30T02:00:00.000Z';
    expect(await importAs(test, 'peng', [withRenewed()])).toMatchObject({
      resubmitted: 1,
      differing: 0,
      badRows: null,
    });
    const back = await view();
    expect(back).toMatchObject({
      stage: 'documents-in-review',
      dueOn: '2026-12-01',
      clock: { state: 'running', remainingMinutes: 900 },
    });
    expect(back.documents).toHaveLength(application.documents.length + 1);
    const fresh = back.documents.at(-1);
    expect(fresh).toMatchObject({ number: 'GB-0002', replaces: licence.id, check: 'pending', arrivedAt: now });
    expect(back.documents[0]).toMatchObject({ check: 'rejected', reason: '不在有效期内', replacedBy: fresh?.id });
    expect(back.dossier.documents).toHaveLength(application.documents.length);
    expect(entries('documents.resubmitted')).toMatchObject([
      { documents: [{ documentId: fresh?.id, replaces: licence.id }] },
    ]);
    if (fresh === undefined) throw new Error('a newer paper came');
    const old = { documentId: licence.id, check: 'rejected', reason: '再看' } as const;
    await refusedWhole('document.check', old, { code: 'document.replaced' });
    expect(await importAs(test, 'peng', [withRenewed()])).toMatchObject({ unchanged: 1, resubmitted: 0 });
    await test.ask('peng', 'document.check', acceptance(fresh));
    expect(await view()).toMatchObject({ stage: 'awaiting-sample', clock: null });
  });

  it('leaves the case alone when what comes holds no new paper, or nobody asked', async () => {
    expect(await importAs(test, 'peng', [withRenewed()])).toMatchObject({ differing: 1, resubmitted: 0 });
    const licence = await rejectLicence();
    await giveBack(licence.id);
    const renamed = { ...application, product: { ...application.product, specification: '1 kg' } };
    expect(await importAs(test, 'peng', [renamed])).toMatchObject({ differing: 1, resubmitted: 0 });
    expect(await view()).toMatchObject({ stage: 'returned', product: { specification: '500 g / 盒' } });
  });

  it('adds a paper that stands in nobody’s place, and gives each of several its own', async () => {
    const { documents } = await view();
    const photos = documents.filter(({ kind }) => kind === 'safety-photo');
    for (const { id } of photos.slice(0, 2))
      await test.ask('peng', 'document.check', { documentId: id, check: 'rejected', reason: '不清楚' });
    const wanted = [{ documentId: photos[1]?.id ?? null, kind: 'safety-photo', what: '车间二' } as const];
    await test.ask('peng', 'case.return', { caseId, wanted, ...WORDS });
    const more = ['新一', '新二', '新三'].map((title) => changed(application.documents[6], { title }));
    await importAs(test, 'peng', [{ ...application, documents: [...application.documents, ...more] }]);
    const added = (await view()).documents.slice(documents.length);
    expect(added.map(({ title, replaces }) => [title, replaces])).toEqual([
      ['新一', photos[1]?.id],
      ['新二', photos[0]?.id],
      ['新三', null],
    ]);
  });

  it('is refused twice over, for strange papers, by who may not, and after the decision', async () => {
    const licence = await rejectLicence();
    const input: InputOf<'case.return'> = {
      caseId,
      wanted: [{ documentId: licence.id, kind: 'business-licence', what: '营业执照' }],
      ...WORDS,
    };
    await refusedWhole('case.return', { ...input, wanted: [] }, { code: 'input.invalid', field: 'wanted' });
    await refusedWhole('case.return', { ...input, caseId: 'C-9' }, { code: 'case.unknown' });
    await refusedWhole(
      'case.return',
      { ...input, wanted: [{ kind: 'business-licence', what: '营业执照', documentId: 'D-9' }] },
      {
        code: 'document.unknown',
        field: 'wanted[0].documentId',
      },
    );
    await refusedWhole(
      'case.return',
      { ...input, body: '请于 {deadline} 前补' },
      { code: 'message.unfilled', field: 'body' },
    );
    await refusedWhole('case.return', input, { code: 'right.missing' }, 'he');
    await test.ask('shen', 'conflict.declare', { uscc: application.enterprise.uscc, reason: '亲属' });
    await refusedWhole('case.return', input, { code: 'impartiality.conflict' }, 'shen');
    await giveBack(licence.id);
    await refusedWhole('case.return', input, {
      code: 'case.already-returned',
      data: { at: expect.stringMatching(/^2026-11-16 \d\d:\d\d$/) },
    });
    await importAs(test, 'peng', [withRenewed()]);
    await refusedWhole('case.return', input, { code: 'document.replaced' });
    test.desk.room.store.run("UPDATE case_file SET stage = 'granted' WHERE id = ?", [caseId]);
    await refusedWhole('case.return', input, { code: 'case.already-decided' });
  });
});

describe('messages to the applicant', () => {
  it('are drafted from the case, leave open what nobody knows, and go only when it is filled in', async () => {
    const draft = await test.ask('peng', 'message.draft', { caseId, template: 'free', language: 'zh' });
    expect(draft.subject).toBe(`关于申报 A-2026-${serial}`);
    expect(draft.body).toContain('安化云台山茶业合作社（样例）');
    expect(draft.body).toContain('2026-11-16');
    const message = { caseId, template: 'free', language: 'zh', ...draft } as const;
    await refusedWhole('message.prepare', message, { code: 'message.unfilled', data: { place: '{text}' } });
    await refusedWhole('message.prepare', { ...message, template: 'poem' }, { code: 'message.unknown-template' });
    const values = { text: 'Please call us.' };
    const english = await test.ask('peng', 'message.draft', { caseId, template: 'free', language: 'en', values });
    const kept = await test.ask('peng', 'message.prepare', { caseId, template: 'free', language: 'en', ...english });
    expect(kept).toMatchObject({ state: 'prepared', by: '彭收样（样例）', language: 'en' });
    expect(entries('message.prepared')).toMatchObject([{ applicationNo: `A-2026-${serial}`, body: english.body }]);
    expect(
      await test.refused('peng', 'message.draft', { caseId: 'C-9', template: 'free', language: 'zh' }),
    ).toMatchObject({
      code: 'case.unknown',
    });
  });

  it('say how far they have come', async () => {
    const { id } = await test.ask('peng', 'message.prepare', { caseId, template: 'free', ...WORDS });
    const { store } = test.desk.room;
    const stateWhen = async (state: string, reason: string | null) => {
      store.run('UPDATE outbox SET state = ?, reason = ? WHERE seq = (SELECT ledger_seq FROM message WHERE id = ?)', [
        state,
        reason,
        id,
      ]);
      return (await test.ask('peng', 'message.list', { caseId })).rows[0];
    };
    expect(await stateWhen('quarantined', '格式不对')).toMatchObject({ state: 'refused', reason: '格式不对' });
    expect(await stateWhen('accepted', null)).toMatchObject({ state: 'handed-over', reason: null });
    await refusedWhole('message.withdraw', { messageId: id, reason: '写错了' }, { code: 'message.handed-over' });
  });

  it('are withdrawn once, before the platform has them, and a return ends with its message', async () => {
    const licence = await rejectLicence();
    const { messageId } = await giveBack(licence.id);
    now = '2026-11-16T05:00:00.000Z';
    const input = { messageId, reason: '退错了案卷' };
    await refusedWhole('message.withdraw', { ...input, messageId: 'M-9' }, { code: 'message.unknown' });
    expect(await test.ask('peng', 'message.withdraw', input)).toMatchObject({
      state: 'withdrawn',
      reason: '退错了案卷',
    });
    await refusedWhole('message.withdraw', input, { code: 'message.withdrawn' });
    expect(await view()).toMatchObject({
      stage: 'documents-in-review',
      returns: [],
      clock: { state: 'running', remainingMinutes: 720 },
    });
    await giveBack(licence.id);
    expect(await view()).toMatchObject({ stage: 'returned' });
  });
});

it('the clock’s two days end on the day the queue is sorted by, through the whole of 2026', () => {
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2026, 11, 20); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10) as PlainDate;
    const { dueAtMs } = reviewClock([reviewStart(day)], SHIPPED_RULES.clock, isWorkday, at);
    const due = new Date((dueAtMs ?? 0) + 8 * 3_600_000).toISOString();
    expect(due.slice(0, 16), day).toBe(`${stageDueOn('documents-in-review', day)}T17:00`);
  }
});
