import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExternalReportView } from '#shared/contract/external.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import {
  allYes,
  CERTIFICATE,
  checked,
  commissioned,
  leadRow,
  plainCase,
  reportContent,
  reported,
  validBody,
} from '#tests/support/external-report.ts';

let test: TestDesk;
let body = '';
let serial = 71_000;
beforeAll(async () => {
  test = await openPeopledDesk();
  body = await validBody(test);
});
afterAll(() => test.close());

const newCase = (star: 1 | 2 | 3 = 2): Promise<string> => {
  serial += 1;
  return plainCase(test, serial, { requestedStar: star });
};
const newReport = async (
  number: string,
): Promise<{ caseId: string; commission: string; report: ExternalReportView }> => {
  const caseId = await newCase();
  const commission = await commissioned(test, caseId, body);
  return { caseId, commission, report: await reported(test, commission, { number }) };
};
const order = { what: '检测', commissionedOn: '2026-11-01', dueOn: '2026-11-30' } as const;

describe('outside bodies', () => {
  it('are registered once, keep every certificate, and say whether one covers today', async () => {
    const name = '到期检测所（样例）';
    const expired = { ...CERTIFICATE, validFrom: '2020-01-01', validUntil: '2026-06-30' } as const;
    const added = await test.ask('shen', 'external.add-body', { name, ...expired });
    expect(added).toMatchObject({ holds: false, accreditations: [{ validUntil: '2026-06-30', holds: false }] });
    expect(await test.refused('admin', 'external.add-body', { name: ` ${name} `, ...CERTIFICATE })).toMatchObject({
      code: 'external.body-taken',
      field: 'name',
    });
    const renewed = { bodyId: added.id, ...CERTIFICATE, validFrom: '2026-07-01', validUntil: '2032-06-30' } as const;
    expect((await test.ask('shen', 'external.accredit', renewed)).accreditations).toHaveLength(2);
    expect(await test.refused('shen', 'external.accredit', renewed)).toMatchObject({
      code: 'external.accreditation-known',
    });
    const { rows } = await test.ask('peng', 'external.bodies', {});
    expect(rows.find((row) => row.id === added.id)).toMatchObject({ holds: true });
    expect(() => test.desk.room.store.run("UPDATE external_accreditation SET valid_until = '2099-01-01'")).toThrow(
      /new row/,
    );
  });

  it('take no certificate that ends before it begins, and none from a clerk', async () => {
    const upsideDown = { name: '倒置（样例）', ...CERTIFICATE, validUntil: '2023-01-01' };
    expect(await test.refused('shen', 'external.add-body', upsideDown)).toMatchObject({
      code: 'input.invalid',
      field: 'validUntil',
    });
    expect(await test.refused('peng', 'external.add-body', { name: '某（样例）', ...CERTIFICATE })).toMatchObject({
      code: 'right.missing',
    });
  });
});

describe('a commission', () => {
  it('is refused to a body whose accreditation does not cover the day, with the dates named', async () => {
    const expired = { ...CERTIFICATE, validFrom: '2020-01-01', validUntil: '2026-10-31' } as const;
    const { id } = await test.ask('shen', 'external.add-body', { name: '过期一日（样例）', ...expired });
    const caseId = await newCase();
    expect(await test.refused('shen', 'external.commission', { caseId, bodyId: id, ...order })).toMatchObject({
      code: 'external.not-accredited',
      field: 'bodyId',
      data: { on: '2026-11-01', zh: expect.stringContaining('2026-10-31') },
    });
    const onLastDay = { caseId, bodyId: id, ...order, commissionedOn: '2026-10-31' } as const;
    expect(await test.ask('shen', 'external.commission', onLastDay)).toMatchObject({ state: 'open' });
  });

  it('is for 2★, once at a time, not tomorrow, and not by whoever has an interest', async () => {
    const three = await newCase(3);
    expect(await test.refused('shen', 'external.commission', { caseId: three, bodyId: body, ...order })).toMatchObject({
      code: 'external.not-two-star',
    });
    const caseId = await newCase();
    const input = { caseId, bodyId: body, ...order };
    expect(await test.refused('shen', 'external.commission', { ...input, commissionedOn: '2026-11-22' })).toMatchObject(
      { code: 'external.in-future', field: 'commissionedOn' },
    );
    expect(await test.refused('shen', 'external.commission', { ...input, dueOn: '2026-10-31' })).toMatchObject({
      code: 'external.due-before-start',
      field: 'dueOn',
    });
    await test.ask('shen', 'external.commission', input);
    expect(await test.refused('lu', 'external.commission', input)).toMatchObject({
      code: 'external.already-commissioned',
    });
    const other = await newCase();
    await test.ask('qin', 'conflict.declare', { uscc: '91430923MA4L16K883', reason: '配偶在该企业任职' });
    expect(await test.refused('qin', 'external.commission', { ...input, caseId: other })).toMatchObject({
      code: 'impartiality.conflict',
    });
  });

  it('can be called off with a reason, and another given; one that brought an accepted report cannot', async () => {
    const caseId = await newCase();
    const first = await commissioned(test, caseId, body);
    expect(await test.ask('shen', 'external.cancel', { commissionId: first, reason: '机构停业' })).toMatchObject({
      state: 'cancelled',
      cancelled: { reason: '机构停业' },
    });
    expect(await test.refused('shen', 'external.cancel', { commissionId: first, reason: '再' })).toMatchObject({
      code: 'external.commission-closed',
    });
    const second = await commissioned(test, caseId, body);
    const report = await reported(test, second, { number: 'CANCEL-1' });
    await checked(test, report);
    await test.ask('lu', 'external.accept', { reportId: report.id });
    expect(await test.refused('shen', 'external.cancel', { commissionId: second, reason: '再' })).toMatchObject({
      code: 'external.commission-accepted',
    });
  });

  it('moves from waiting to under way to done in the queue, and the counts follow', async () => {
    const caseId = await newCase();
    const within = async (queue: 'to-commission' | 'open' | 'concluded'): Promise<boolean> =>
      (await test.ask('peng', 'external.list', { queue, limit: 200 })).rows.some((row) => row.caseId === caseId);
    const counts = () => test.ask('peng', 'desk.counts', {});
    const before = await counts();
    expect([await within('to-commission'), await within('open')]).toEqual([true, false]);
    const report = await reported(test, await commissioned(test, caseId, body), { number: 'QUEUE-1' });
    const after = await counts();
    expect(after['external.to-commission']).toBe((before['external.to-commission'] ?? 0) - 1);
    expect(after['external.open']).toBe((before['external.open'] ?? 0) + 1);
    expect([await within('to-commission'), await within('open')]).toEqual([false, true]);
    await checked(test, report);
    await test.ask('lu', 'external.accept', { reportId: report.id });
    expect([await within('open'), await within('concluded')]).toEqual([false, true]);
  });
});

describe('a report', () => {
  it.each([
    ['issued tomorrow', { issuedOn: '2026-11-22', receivedOn: '2026-11-22' }, 'external.in-future', 'issuedOn'],
    ['received tomorrow', { issuedOn: '2026-11-20', receivedOn: '2026-11-22' }, 'external.in-future', 'receivedOn'],
    ['issued before it was asked for', { issuedOn: '2026-10-31' }, 'external.issued-before-commission', 'issuedOn'],
    ['received before it was issued', { receivedOn: '2026-11-11' }, 'external.received-before-issue', 'receivedOn'],
    ['that amends nothing', { amends: '笔误' }, 'external.nothing-to-amend', 'amends'],
  ] as const)('%s is refused, and the field named', async (_what, changes, code, field) => {
    const commissionId = await commissioned(test, await newCase(), body);
    const input = { commissionId, number: `X-${serial}`, issuedOn: '2026-11-12', receivedOn: '2026-11-15' } as const;
    expect(
      await test.refused('shen', 'external.record-report', { ...input, verdict: { outcome: 'none' }, ...changes }),
    ).toMatchObject({ code, field });
  });

  it('has a number that counts once for each body, however it is written, and says where it was used', async () => {
    const { caseId } = await newReport('SP-2026-001');
    const commissionId = await commissioned(test, await newCase(), body);
    const again = {
      commissionId,
      number: 'ＳＰ－2026 -001',
      issuedOn: '2026-11-12',
      receivedOn: '2026-11-15',
    } as const;
    expect(
      await test.refused('shen', 'external.record-report', { ...again, verdict: { outcome: 'none' } }),
    ).toMatchObject({ code: 'external.number-taken', field: 'number', data: { caseId, number: 'SP-2026-001' } });
    const elsewhere = await validBody(test, '别家（样例）');
    const other = await commissioned(test, await newCase(), elsewhere);
    expect(await reported(test, other, { number: 'SP-2026-001' })).toMatchObject({ number: 'SP-2026-001' });
  });

  it('takes a PDF and nothing that is none, and no file that another report has', async () => {
    const { caseId, report } = await newReport('FILE-1');
    const owner = { kind: 'external-report', id: report.id } as const;
    const keep = (content: string, name = '报告.pdf') => ({ owner, name, content });
    const text = Buffer.from('这不是 PDF').toString('base64');
    expect(await test.refused('shen', 'attachment.keep', keep(text))).toMatchObject({ field: 'content' });
    const broken = Buffer.from('%PDF-1.7\nnothing').toString('base64');
    expect(await test.refused('shen', 'attachment.keep', keep(broken))).toMatchObject({ code: 'attachment.not-pdf' });
    expect(await test.refused('shen', 'attachment.keep', keep(''))).toMatchObject({ code: 'attachment.empty' });
    const content = await reportContent('FILE-1 shared');
    await test.ask('shen', 'attachment.keep', keep(content));
    const other = (await newReport('FILE-2')).report;
    const input = { owner: { ...owner, id: other.id }, name: '同一份.pdf', content };
    expect(await test.refused('shen', 'attachment.keep', input)).toMatchObject({
      code: 'external.same-file',
      data: { caseId, number: 'FILE-1' },
    });
    const [, wrong] = (await test.ask('shen', 'attachment.list', { owner })).map(({ id }) => id);
    await test.ask('shen', 'attachment.strike', { attachmentId: wrong ?? '', reason: '放错了案卷' });
    expect(await test.ask('shen', 'attachment.keep', input)).toMatchObject({ name: '同一份.pdf' });
  });

  it('is checked only with its file, point by point, and what is not answered stays open', async () => {
    const commission = await commissioned(test, await newCase(), body);
    const bare = await reported(test, commission, { number: 'BARE-1' }, 0);
    const answers = { title: { answer: 'yes' as const, page: 1 } };
    expect(await test.refused('shen', 'external.check-report', { reportId: bare.id, answers })).toMatchObject({
      code: 'external.no-file',
    });
    expect(await test.refused('lu', 'external.accept', { reportId: bare.id })).toMatchObject({
      code: 'external.no-file',
    });
    const { report } = await newReport('OPEN-1');
    const some = await test.ask('shen', 'external.check-report', { reportId: report.id, answers });
    expect(some.judgement.open).toHaveLength(some.checklist.points.length - 2);
    expect(
      await test.refused('shen', 'external.check-report', {
        reportId: report.id,
        answers: { title: { answer: 'yes', page: 3 } },
      }),
    ).toMatchObject({ code: 'external.page-beyond', field: 'answers.title', data: { pages: 2 } });
    expect(await test.refused('lu', 'external.accept', { reportId: report.id })).toMatchObject({
      code: 'external.points-open',
      data: { count: some.checklist.points.length - 2 },
    });
  });

  it('that carries everything completes the evaluation at 2★, from the report, by the one who accepted', async () => {
    const { caseId, report } = await newReport('GOOD-1');
    await checked(test, report);
    const accepted = await test.ask('lu', 'external.accept', { reportId: report.id });
    expect(accepted).toMatchObject({ state: 'accepted' });
    const view = await test.ask('lu', 'case.get', { caseId });
    const mode = view.verdict.criteria.find(({ id }) => id === 'MODE.EVALUATION');
    expect(mode?.perStar).toMatchObject({ 1: 'met', 2: 'met', 3: 'not-met' });
    const source = { kind: 'external-report', id: report.id };
    expect(view.findings).toContainEqual(
      expect.objectContaining({
        kind: 'evaluation',
        source,
        value: { kind: 'evaluation', mode: 'third-party', completedOn: '2026-11-12' },
      }),
    );
    expect(view.mayNotDecide).toBe('impartiality.evaluated');
    const sheet = await test.ask('tang', 'evidence.open', { caseId, source: source as never });
    expect(sheet).toMatchObject({ state: 'holds', attachments: [{ mediaType: 'application/pdf' }] });
    expect(sheet.tables[0]?.caption.zh).toContain('非本中心检测');
    for (const deed of [
      () => test.refused('shen', 'external.check-report', { reportId: report.id, answers: {} }),
      () => test.refused('shen', 'external.set-results', { reportId: report.id, rows: [] }),
      () => test.refused('lu', 'external.return', { reportId: report.id, reasons: '再看' }),
    ])
      expect(await deed()).toMatchObject({ code: 'external.report-closed' });
    expect(() => test.desk.room.store.run("UPDATE external_report SET results = '[]'")).toThrow(/stays as it is/);
  });

  it('issued outside the accreditation fails the checklist by itself and cannot be accepted', async () => {
    const lapsing = { ...CERTIFICATE, number: 'L9', validUntil: '2026-11-10' } as const;
    const { id } = await test.ask('shen', 'external.add-body', { name: '临期（样例）', ...lapsing });
    const report = await reported(test, await commissioned(test, await newCase(), id), { number: 'LATE-1' });
    await checked(test, report);
    expect(await test.refused('lu', 'external.accept', { reportId: report.id })).toMatchObject({
      code: 'external.points-failing',
      data: { count: 1, zh: expect.stringContaining('2026-11-10') },
    });
  });

  it('with a point that fails is returned with the reasons; the next one names it and why, and can be accepted', async () => {
    const { caseId, commission, report } = await newReport('RET-1');
    const answers = {
      ...allYes(report.checklist),
      authoriser: { answer: 'no' as const, page: null, note: '没有批准人' },
    };
    await test.ask('shen', 'external.check-report', { reportId: report.id, answers });
    expect(await test.refused('lu', 'external.accept', { reportId: report.id })).toMatchObject({
      code: 'external.points-failing',
      data: { zh: expect.stringContaining('没有批准人') },
    });
    const next = { number: 'RET-2', issuedOn: '2026-11-18', receivedOn: '2026-11-20' } as const;
    await expect(reported(test, commission, next)).rejects.toThrow('external.report-open');
    await test.ask('lu', 'external.return', { reportId: report.id, reasons: '没有批准人' });
    await expect(reported(test, commission, next)).rejects.toThrow('external.must-amend');
    await expect(reported(test, commission, { ...next, issuedOn: '2026-11-05', amends: '补批准人' })).rejects.toThrow(
      'external.before-original',
    );
    const amended = await reported(test, commission, { ...next, amends: '补批准人' });
    expect(amended).toMatchObject({ amends: { number: 'RET-1', reason: '补批准人' } });
    await checked(test, amended);
    await test.ask('lu', 'external.accept', { reportId: amended.id });
    const [only] = (await test.ask('peng', 'external.get', { caseId })).commissions;
    expect(only).toMatchObject({
      state: 'accepted',
      reports: [
        { number: 'RET-2', state: 'accepted' },
        { number: 'RET-1', state: 'returned', amendedBy: { number: 'RET-2' }, concluded: { text: '没有批准人' } },
      ],
    });
  });

  it('an amended report of an accepted one takes its place as what the star rests on, once accepted', async () => {
    const { caseId, commission, report } = await newReport('AMD-1');
    await checked(test, report);
    await test.ask('lu', 'external.accept', { reportId: report.id });
    const changes = { number: 'AMD-2', issuedOn: '2026-11-19', receivedOn: '2026-11-20', amends: '更正单位' } as const;
    const amended = await reported(test, commission, changes);
    const completed = async () => (await test.ask('lu', 'case.get', { caseId })).dossier.evaluation?.completedOn;
    expect(await completed()).toBe('2026-11-12');
    await checked(test, amended);
    await test.ask('lu', 'external.accept', { reportId: amended.id });
    expect(await completed()).toBe('2026-11-19');
  });
});

describe('figures from outside', () => {
  it('keep the body’s verdict apart from the centre’s reading, and a difference needs a word', async () => {
    const { report } = await newReport('FIG-1');
    await checked(test, report, [leadRow('5.1'), { ...leadRow('0.4'), itemId: null, name: '总砷' }]);
    const [lead, arsenic] = (
      await test.ask('shen', 'external.set-results', {
        reportId: report.id,
        planId: 'tea',
        rows: [leadRow('5.1'), { ...leadRow('0.4'), itemId: null, name: '总砷' }],
      })
    ).results;
    expect(lead).toMatchObject({
      body: { outcome: 'passed' },
      centre: { differs: true, result: { verdict: 'failed' } },
    });
    expect(arsenic).toMatchObject({ item: null, centre: { result: null, differs: false } });
    expect(await test.refused('lu', 'external.accept', { reportId: report.id })).toMatchObject({
      code: 'external.remark-needed',
      field: 'remark',
      data: { names: '铅' },
    });
    const remark = '限量按干基，机构判定成立';
    expect(await test.ask('lu', 'external.accept', { reportId: report.id, remark })).toMatchObject({
      concluded: { text: remark },
    });
  });

  it.each([
    ['a comma', '0,46', 'mg/kg'],
    ['words', '合格', 'mg/kg'],
    ['an unlike unit', '0.46', 'cm'],
  ])('with %s are kept as typed, said to be unreadable, and not accepted', async (what, value, unit) => {
    const { report } = await newReport(`ODD-${what}`);
    await checked(test, report, [leadRow(value, unit)]);
    const [row] = (await test.ask('shen', 'external.get', { caseId: `C-2026-${serial}` })).commissions[0]?.reports[0]
      ?.results ?? [undefined];
    expect(row).toMatchObject({ reading: { value, unit } });
    expect(row?.centre.unreadable).not.toBeNull();
    expect(await test.refused('lu', 'external.accept', { reportId: report.id })).toMatchObject({
      code: 'external.results-unread',
      data: { names: '铅' },
    });
  });

  it('are refused for an item twice, an item or a plan that is not there; a report needs some', async () => {
    const { report } = await newReport('ROWS-1');
    const set = (rows: unknown, planId: string | null = 'tea') => ({ reportId: report.id, planId, rows });
    expect(await test.refused('shen', 'external.set-results', set([leadRow('1'), leadRow('2')]))).toMatchObject({
      code: 'external.item-twice',
      field: 'rows[1].name',
    });
    expect(
      await test.refused('shen', 'external.set-results', set([{ ...leadRow('1'), itemId: 'gold' }])),
    ).toMatchObject({ code: 'external.item-unknown', field: 'rows[0].itemId' });
    expect(await test.refused('shen', 'external.set-results', set([], 'stone'))).toMatchObject({
      code: 'external.plan-unknown',
    });
    await checked(test, report, []);
    expect(await test.refused('lu', 'external.accept', { reportId: report.id })).toMatchObject({
      code: 'external.no-results',
    });
  });
});
