import { afterEach, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs } from '#tests/support/applications.ts';
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts';
import {
  enter,
  FIVE_PASSING,
  labApplication,
  labCaseId,
  openLabDesk,
  orderFive,
  release,
} from '#tests/support/lab/lab-desk.ts';

let test: TestDesk;
afterEach(() => test.close());

/** A laboratory's desk, and the sample of its first case. */
async function open(cases = 1) {
  const lab = await openLabDesk(cases);
  ({ test } = lab);
  const [sample] = lab.samples;
  if (sample === undefined) throw new Error('no sample');
  return { ...lab, sample };
}

describe('a test order', () => {
  it('goes from the sample to the report, and the case learns of it', async () => {
    const { sample } = await open();
    const counts = () => test.ask('shen', 'desk.counts', {});
    expect(await counts()).toMatchObject({ 'lab.to-order': 1, 'lab.to-enter': 0, 'lab.to-release': 0 });
    const [waiting] = (await test.ask('shen', 'lab.list', { queue: 'to-order' })).rows;
    expect(waiting).toMatchObject({ orderId: null, sampleId: sample.id, purpose: 'site-test', planId: 'tea' });

    const order = await orderFive(test, sample.id);
    expect(order).toMatchObject({ number: 'T-2026-00001', state: 'to-enter', items: 5, entered: 0, version: 0 });
    expect(await counts()).toMatchObject({ 'lab.to-order': 0, 'lab.to-enter': 1, 'lab.to-release': 0 });
    const story = await test.ask('peng', 'sample.story', { sampleId: sample.id });
    expect(story.sample.state).toBe('in-test');

    const { lines, order: entered } = await enter(test, order.orderId, FIVE_PASSING);
    expect(lines.map(({ outcome, result }) => [outcome, result?.verdict])).toEqual(
      Array.from({ length: 5 }, () => ['saved', 'passed']),
    );
    expect(entered).toMatchObject({ state: 'to-release', decided: 5, failed: 0, verdict: { verdict: 'passed' } });
    expect(entered.mayNotRelease).toMatchObject({ code: 'lab.second-person', data: { by: '沈检验（样例）' } });
    expect(await counts()).toMatchObject({ 'lab.to-enter': 0, 'lab.to-release': 1 });

    const report = await release(test, order.orderId);
    expect(report).toMatchObject({ number: 'R-2026-00001', verdict: 'passed', amends: null, issuedOn: '2026-11-21' });
    const view = await test.ask('wen', 'case.get', { caseId: labCaseId(1) });
    expect(view.findings.at(-1)).toMatchObject({
      value: { kind: 'site-test', outcome: 'passed' },
      by: '文复核（样例）',
      source: { kind: 'lab-report', id: report.id },
    });
    expect(view.dossier.siteTest).toEqual({ outcome: 'passed' });
    expect(view.samples[0]?.state).toBe('tested');
    const [released] = (await test.ask('shen', 'lab.list', { queue: 'released' })).rows;
    expect(released).toMatchObject({ number: order.number, report: { number: report.number, verdict: 'passed' } });
  });

  it('outlives the program: another start reads the same', async () => {
    const { sample } = await open();
    const order = await orderFive(test, sample.id);
    await enter(test, order.orderId, FIVE_PASSING);
    await release(test, order.orderId);
    const before = await test.ask('shen', 'lab.get', { orderId: order.orderId });
    const again = openTestDesk({ workspace: test.workspace });
    await again.ask('shen', 'session.sign-in', { login: 'shen', password: DEMO_PASSWORD });
    expect(await again.ask('shen', 'lab.get', { orderId: order.orderId })).toEqual(before);
    expect(await again.ask('shen', 'ledger.verify', {})).toMatchObject({ clean: true, fault: null });
    await again.close();
  });

  it('is refused for what cannot be tested, and for whom', async () => {
    const { sample } = await open(2);
    const ask = { planId: 'five-kinds', purpose: 'site-test' } as const;
    const code = async (input: object, seat = 'shen') =>
      (await test.refused(seat, 'lab.order', { ...ask, ...input })).code;
    expect(await code({ sampleId: 'S-none' })).toBe('sample.unknown');
    expect(await code({ sampleId: sample.id, planId: 'none' })).toBe('test-plan.unknown');
    expect(await code({ sampleId: sample.id, planVersion: '9' })).toBe('test-plan.unknown');
    expect(await code({ sampleId: sample.id, items: ['arsenic'] })).toBe('lab.unknown-item');
    expect(await code({ sampleId: sample.id, items: ['lead', 'lead'] })).toBe('lab.item-twice');
    await test.ask('shen', 'conflict.declare', { uscc: '91430923MA4L16K883', reason: '亲属任职' });
    expect(await code({ sampleId: sample.id })).toBe('impartiality.conflict');
    await test.ask('wen', 'lab.order', { ...ask, sampleId: sample.id });
    expect(await code({ sampleId: sample.id }, 'wen')).toBe('lab.order-open');
    expect(await test.ask('wen', 'desk.counts', {})).toMatchObject({ 'lab.to-order': 1, 'lab.to-enter': 1 });
  });

  it('is refused for a sample that was refused, lapsed, went missing or left the house', async () => {
    const { samples } = await open(3);
    await importAs(test, 'peng', [labApplication(9)]);
    const parcel = await test.ask('peng', 'parcel.find', { code: labCaseId(9) });
    const kept = { parcelId: parcel?.id ?? '', batch: 'B', quantity: '1', unit: '盒', storage: 'ambient' } as const;
    const refusedSample = await test.ask('peng', 'sample.receive', {
      ...kept,
      condition: 'leaking',
      refusal: '包装破损',
      location: null,
    });
    const lapsed = await test.ask('peng', 'sample.receive', {
      ...kept,
      batch: 'C',
      condition: 'intact',
      location: 'A-01-1',
      producedOn: '2026-01-01',
      shelfLifeDays: 30,
      lapsedReason: '仅供展示',
    });
    const code = async (sampleId = '') =>
      (await test.refused('shen', 'lab.order', { sampleId, planId: 'tea', purpose: 'site-test' })).code;
    expect(await code(refusedSample.id)).toBe('lab.sample-refused');
    expect(await code(lapsed.id)).toBe('lab.sample-lapsed');
    await test.ask('peng', 'sample.return', { sampleIds: [samples[1]?.id ?? ''], how: '自取' });
    expect(await code(samples[1]?.id)).toBe('lab.sample-gone');
    expect(await test.ask('shen', 'desk.counts', {})).toMatchObject({ 'lab.to-order': 3 });
  });

  it('can be cancelled, and then the sample waits again', async () => {
    const { sample } = await open();
    const order = await orderFive(test, sample.id);
    const { order: entered } = await enter(test, order.orderId, { lead: FIVE_PASSING['lead'] as never });
    const cancelled = await test.ask('shen', 'lab.cancel', {
      orderId: order.orderId,
      baseVersion: entered.version,
      reason: '下错方案',
    });
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelled: { by: '沈检验（样例）', reason: '下错方案' } });
    expect(await test.ask('shen', 'desk.counts', {})).toMatchObject({ 'lab.to-order': 1, 'lab.to-enter': 0 });
    expect((await test.ask('peng', 'sample.story', { sampleId: sample.id })).sample.state).toBe('waiting');
    expect(
      await test.refused('shen', 'lab.enter', {
        orderId: order.orderId,
        baseVersion: cancelled.version,
        readings: [{ itemId: 'lead', reading: { kind: 'quantity', value: '1', unit: 'mg/kg' } }],
      }),
    ).toMatchObject({ code: 'lab.not-open' });
    expect(await orderFive(test, sample.id)).toMatchObject({ number: 'T-2026-00002' });
  });

  it('keeps outcomes from being typed by hand while it lasts', async () => {
    const { sample } = await open();
    const caseId = labCaseId(1);
    const order = await orderFive(test, sample.id);
    const finding = { kind: 'site-test', outcome: 'passed' } as const;
    expect(await test.refused('shen', 'finding.record', { caseId, finding })).toMatchObject({
      code: 'finding.from-lab',
      data: { number: order.number },
    });
    await test.ask('shen', 'finding.record', { caseId, finding: { kind: 'spot-check', outcome: 'passed' } });
    const before = (await test.ask('shen', 'case.get', { caseId })).reported.length;
    expect(await test.ask('shen', 'finding.confirm-reported', { caseId })).toEqual({ recorded: before - 1 });
    const { findings } = await test.ask('shen', 'case.get', { caseId });
    expect(findings.filter(({ kind }) => kind === 'site-test')).toEqual([]);
    await test.ask('shen', 'lab.cancel', { orderId: order.orderId, baseVersion: 0, reason: '不再检测' });
    await test.ask('shen', 'finding.record', { caseId, finding });
  });

  it('of a second sample waits no more once its case has a result', async () => {
    const { sample } = await open();
    await test.ask('shen', 'finding.record', {
      caseId: labCaseId(1),
      finding: { kind: 'site-test', outcome: 'passed' },
    });
    expect((await test.ask('shen', 'lab.list', { queue: 'to-order' })).rows).toEqual([]);
    expect(await orderFive(test, sample.id)).toMatchObject({ state: 'to-enter' });
  });
});
