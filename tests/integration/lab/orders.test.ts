import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/contract.ts';
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
let samples: OutputOf<'sample.receive'>[] = [];
beforeAll(async () => {
  const lab = await openLabDesk(13);
  ({ test } = lab);
  samples = [...lab.samples];
});
afterAll(() => test.close());

/** The sample of a case that no other test touches. */
function nextSample(): OutputOf<'sample.receive'> {
  const sample = samples.pop();
  if (sample === undefined) throw new Error('more samples are wanted');
  return sample;
}

type Counts = Readonly<Record<string, number>>;
const counts = (): Promise<Counts> => test.ask('shen', 'desk.counts', {});
/** How the three tabs changed since. */
async function changed(before: Counts): Promise<readonly number[]> {
  const now = await counts();
  return ['lab.to-order', 'lab.to-enter', 'lab.to-release'].map((name) => (now[name] ?? 0) - (before[name] ?? 0));
}

describe('a test order', () => {
  it('goes from the sample to the report, and the case learns of it', async () => {
    const sample = nextSample();
    const before = await counts();
    const waiting = (await test.ask('shen', 'lab.list', { queue: 'to-order' })).rows.find(
      ({ sampleId }) => sampleId === sample.id,
    );
    // Two plans are for tea here, so that a person chooses.
    expect(waiting).toMatchObject({ orderId: null, purpose: 'site-test', category: 'tea', planId: null, items: 0 });

    const order = await orderFive(test, sample.id);
    expect(order).toMatchObject({ state: 'to-enter', items: 5, entered: 0, version: 0 });
    expect(order.number).toMatch(/^T-2026-0000\d$/);
    expect(await changed(before)).toEqual([-1, 1, 0]);
    const story = await test.ask('peng', 'sample.story', { sampleId: sample.id });
    expect(story.sample.state).toBe('in-test');

    const { lines, order: entered } = await enter(test, order.orderId, FIVE_PASSING);
    expect(lines.map(({ outcome, result }) => [outcome, result?.verdict])).toEqual(
      Array.from({ length: 5 }, () => ['saved', 'passed']),
    );
    expect(entered).toMatchObject({ state: 'to-release', decided: 5, failed: 0, verdict: { verdict: 'passed' } });
    expect(entered.mayNotRelease).toMatchObject({ code: 'lab.second-person', data: { by: '沈检验（样例）' } });
    expect(await changed(before)).toEqual([-1, 0, 1]);

    const report = await release(test, order.orderId);
    expect(report).toMatchObject({ verdict: 'passed', amends: null, issuedOn: '2026-11-21' });
    expect(report.number).toMatch(/^R-2026-0000\d$/);
    expect(await changed(before)).toEqual([-1, 0, 0]);
    const view = await test.ask('wen', 'case.get', { caseId: sample.caseId });
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
    const sample = nextSample();
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
    const sample = nextSample();
    const ask = { planId: 'five-kinds', purpose: 'site-test' } as const;
    const code = async (input: object, seat = 'shen') =>
      (await test.refused(seat, 'lab.order', { ...ask, ...input })).code;
    expect(await code({ sampleId: 'S-none' })).toBe('sample.unknown');
    expect(await code({ sampleId: sample.id, planId: 'none' })).toBe('test-plan.unknown');
    expect(await code({ sampleId: sample.id, planVersion: '9' })).toBe('test-plan.unknown');
    expect(await code({ sampleId: sample.id, items: ['arsenic'] })).toBe('lab.unknown-item');
    expect(await code({ sampleId: sample.id, items: ['lead', 'lead'] })).toBe('lab.item-twice');
    await test.ask('qin', 'conflict.declare', { uscc: '91430923MA4L16K883', reason: '亲属任职' });
    expect(await code({ sampleId: sample.id }, 'qin')).toBe('impartiality.conflict');
    await test.ask('wen', 'lab.order', { ...ask, sampleId: sample.id });
    expect(await code({ sampleId: sample.id }, 'wen')).toBe('lab.order-open');
  });

  it('is refused for a sample that was refused, lapsed, went missing or left the house', async () => {
    const gone = nextSample();
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
    await test.ask('peng', 'sample.return', { sampleIds: [gone.id], how: '自取' });
    expect(await code(gone.id)).toBe('lab.sample-gone');
  });

  it('can be cancelled, and then the sample waits again', async () => {
    const sample = nextSample();
    const before = await counts();
    const order = await orderFive(test, sample.id);
    const { order: entered } = await enter(test, order.orderId, { lead: FIVE_PASSING['lead'] as never });
    const cancelled = await test.ask('shen', 'lab.cancel', {
      orderId: order.orderId,
      baseVersion: entered.version,
      reason: '下错方案',
    });
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelled: { by: '沈检验（样例）', reason: '下错方案' } });
    expect(await changed(before)).toEqual([0, 0, 0]);
    expect((await test.ask('peng', 'sample.story', { sampleId: sample.id })).sample.state).toBe('waiting');
    expect(
      await test.refused('shen', 'lab.enter', {
        orderId: order.orderId,
        baseVersion: cancelled.version,
        readings: [{ itemId: 'lead', reading: { kind: 'quantity', value: '1', unit: 'mg/kg' } }],
      }),
    ).toMatchObject({ code: 'lab.not-open' });
    expect((await orderFive(test, sample.id)).number).not.toBe(order.number);
  });

  it('keeps outcomes from being typed by hand while it lasts', async () => {
    const sample = nextSample();
    const { caseId } = sample;
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

  it.each(['to-enter', 'to-release', 'released'] as const)(
    'for a spot check cannot be passed by with “not selected”: %s',
    async (state) => {
      const sample = nextSample();
      const { caseId } = sample;
      const order = await orderFive(test, sample.id, { purpose: 'spot-check' });
      if (state !== 'to-enter')
        await enter(test, order.orderId, {
          ...FIVE_PASSING,
          lead: { kind: 'quantity', value: '6', unit: 'mg/kg' },
        });
      if (state === 'released') await release(test, order.orderId);
      expect(await test.ask('shen', 'lab.get', { orderId: order.orderId })).toMatchObject({ state });
      const before = await test.ask('lu', 'case.get', { caseId });
      const finding = { kind: 'spot-check', outcome: 'not-selected', reason: '本月未轮到' } as const;
      expect(await test.refused('shen', 'finding.record', { caseId, finding })).toMatchObject({
        code: 'finding.test-ordered',
        data: { number: order.number },
        field: 'finding',
      });
      expect(await test.ask('lu', 'case.get', { caseId })).toEqual(before);
      if (state === 'released')
        expect(before.verdict.criteria.find(({ id }) => id === 'TEST.PRODUCT')?.perStar[1]).toBe('not-met');
    },
  );

  it('for a spot check that was cancelled lets “not selected” be recorded', async () => {
    const sample = nextSample();
    const { orderId } = await orderFive(test, sample.id, { purpose: 'spot-check' });
    await test.ask('shen', 'lab.cancel', { orderId, baseVersion: 0, reason: '不再检测' });
    const finding = { kind: 'spot-check', outcome: 'not-selected', reason: '本月未轮到' } as const;
    await test.ask('shen', 'finding.record', { caseId: sample.caseId, finding });
  });

  it('is not asked for any more once the case has a result, and may be made all the same', async () => {
    const sample = nextSample();
    await test.ask('shen', 'finding.record', {
      caseId: sample.caseId,
      finding: { kind: 'site-test', outcome: 'passed' },
    });
    const { rows } = await test.ask('shen', 'lab.list', { queue: 'to-order' });
    expect(rows.map(({ sampleId }) => sampleId)).not.toContain(sample.id);
    expect(await orderFive(test, sample.id)).toMatchObject({ state: 'to-enter' });
  });
});
