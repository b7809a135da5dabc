import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { judgeTyped, type TypedReading } from '#shared/domain/lab/typed-reading.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { enter, FIVE_PASSING, openLabDesk, orderFive, release } from '#tests/support/lab/lab-desk.ts';

let test: TestDesk;
let samples: OutputOf<'sample.receive'>[] = [];
beforeAll(async () => {
  const lab = await openLabDesk(10);
  ({ test } = lab);
  samples = [...lab.samples];
});
afterAll(() => test.close());

function nextSample(): OutputOf<'sample.receive'> {
  const sample = samples.pop();
  if (sample === undefined) throw new Error('more samples are wanted');
  return sample;
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const failing = { ...FIVE_PASSING, lead: { kind: 'quantity', value: '6', unit: 'mg/kg' } } as const;

/** A sample's five kinds, entered by `shen`. */
async function entered(readings: Readonly<Record<string, TypedReading>> = FIVE_PASSING) {
  const sample = nextSample();
  const order = await orderFive(test, sample.id);
  const { order: view } = await enter(test, order.orderId, readings);
  return { sample, orderId: view.orderId, version: view.version };
}

const amend = async (reportId: string, orderId: string, seat = 'shen') => {
  const { version } = await test.ask(seat, 'lab.get', { orderId });
  return test.ask(seat, 'lab.amend', { reportId, baseVersion: version, reason: '铅读数抄错' });
};

describe('releasing a report', () => {
  const refused = (seat: string, orderId: string, baseVersion: number, password = DEMO_PASSWORD) =>
    test.refused(seat, 'lab.release', { orderId, baseVersion, password });

  it('takes a second person with the password, and every item decided', async () => {
    const { coliforms: _, ...four } = FIVE_PASSING;
    const { orderId, version } = await entered({ ...four, sudan: { kind: 'quantity', value: '<20', unit: 'μg/kg' } });
    expect(await refused('wen', orderId, version)).toMatchObject({
      code: 'lab.not-decided',
      data: { missingZh: '大肠菌群', undecidedZh: '苏丹红Ⅰ', missingEn: 'Coliforms', undecidedEn: 'Sudan I' },
    });
    const { order } = await enter(test, orderId, FIVE_PASSING);
    expect(await refused('shen', orderId, order.version)).toMatchObject({
      code: 'lab.second-person',
      data: { by: '沈检验（样例）' },
    });
    expect(await refused('wen', orderId, order.version, 'wrong-1')).toMatchObject({ code: 'session.wrong-password' });
    expect(await refused('wen', orderId, version)).toMatchObject({ code: 'lab.changed' });
    expect(await refused('peng', orderId, order.version)).toMatchObject({ code: 'right.missing' });
    await release(test, orderId);
    expect(await refused('wen', orderId, order.version + 1)).toMatchObject({ code: 'lab.not-open' });
  });

  it('is not for one who entered a reading that was replaced since', async () => {
    const sample = nextSample();
    const { orderId } = await orderFive(test, sample.id);
    await enter(test, orderId, { lead: { kind: 'quantity', value: '<9', unit: 'mg/kg' } }, 'wen');
    const { order } = await enter(test, orderId, FIVE_PASSING);
    expect(order.lines[0]?.history).toHaveLength(1);
    expect(await refused('wen', orderId, order.version)).toMatchObject({ code: 'lab.second-person' });
    await release(test, orderId, 'lu');
  });

  it('keeps both from deciding the case', async () => {
    const { orderId, sample } = await entered();
    await release(test, orderId);
    for (const seat of ['shen', 'wen']) {
      const view = await test.ask(seat, 'case.get', { caseId: sample.caseId });
      expect(view.mayNotDecide).toBe('impartiality.evaluated');
    }
    expect((await test.ask('tang', 'case.get', { caseId: sample.caseId })).mayNotDecide).toBeNull();
  });

  it('of a failed item fails the case at every star', async () => {
    const { orderId, sample } = await entered(failing);
    const report = await release(test, orderId);
    expect(report).toMatchObject({ verdict: 'failed' });
    const { verdict } = await test.ask('tang', 'case.get', { caseId: sample.caseId });
    expect(verdict.criteria.find(({ id }) => id === 'TEST.PRODUCT')?.perStar).toEqual({
      1: 'not-met',
      2: 'not-met',
      3: 'not-met',
      4: 'not-met',
      5: 'not-met',
    });
  });

  it('stores what the rules make of the readings, and opens as evidence', async () => {
    const { orderId, sample } = await entered();
    const report = await release(test, orderId);
    for (const { item, reading, result } of report.lines)
      expect(judgeTyped(item, reading, 'U-shen')).toMatchObject({ ok: true, value: { result } });
    await test.ask('shen', 'attachment.keep', {
      owner: { kind: 'lab-report', id: report.id },
      name: '谱图.png',
      content: PIXEL,
    });
    const source = { kind: 'lab-report', id: report.id } as const;
    const sheet = await test.ask('tang', 'evidence.open', { caseId: sample.caseId, source });
    expect(sheet).toMatchObject({ state: 'holds', title: { zh: `检测报告 ${report.number}` } });
    expect(sheet.attachments.map(({ name }) => name)).toEqual(['谱图.png']);
    const facts = new Map(sheet.facts.map(([label, value]) => [label.zh, value]));
    expect(facts.get('录入')).toBe('沈检验（样例）');
    expect(facts.get('复核签发')).toBe('文复核（样例）');
    expect(sheet.tables[0]?.rows[0]).toEqual({
      cells: [
        { zh: '铅（以 Pb 计）', en: 'Lead (as Pb)' },
        'GB 5009.12',
        { zh: '≤ 5.0 mg/kg（GB 2762—2022，表1）', en: '≤ 5.0 mg/kg (GB 2762—2022, 表1)' },
        '0.52 mg/kg',
        { zh: '0.5(+) mg/kg（全数值比较）', en: '0.5(+) mg/kg (full value compared)' },
        'LOD 0.02, U 0.04',
        { zh: '合格：0.52 满足 ≤ 5.0 mg/kg', en: 'Passed: 0.52 keeps ≤ 5.0 mg/kg' },
      ],
      state: 'holds',
    });
    const other = { caseId: nextSample().caseId, source };
    expect(await test.refused('tang', 'evidence.open', other)).toMatchObject({ code: 'evidence.unknown' });
  });
});

describe('amending a report', () => {
  it('makes a new one that takes the fact over; the old one stays as it was', async () => {
    const { orderId, sample } = await entered(failing);
    const old = await release(test, orderId);
    const draft = await amend(old.id, orderId);
    expect(draft).toMatchObject({
      state: 'to-release',
      amending: old.number,
      amendment: { number: old.number, by: '沈检验（样例）', reason: '铅读数抄错' },
      mayNotRelease: { code: 'lab.second-person' },
    });
    const still = await test.ask('tang', 'case.get', { caseId: sample.caseId });
    expect(still.dossier.siteTest).toEqual({ outcome: 'failed' });
    const release2 = { orderId, baseVersion: draft.version, password: DEMO_PASSWORD };
    expect(await test.refused('wen', 'lab.release', release2)).toMatchObject({ code: 'lab.nothing-amended' });
    await test.ask('shen', 'lab.enter', {
      orderId,
      baseVersion: draft.version,
      readings: [
        {
          itemId: 'lead',
          reading: { kind: 'quantity', value: '0.6', unit: 'mg/kg' },
          change: { kind: 'correction', reason: '抄错小数点' },
        },
      ],
    });
    const fresh = await release(test, orderId);
    expect(fresh).toMatchObject({ verdict: 'passed', amends: { number: old.number, reason: '铅读数抄错' } });
    expect(fresh.number).not.toBe(old.number);
    const view = await test.ask('tang', 'case.get', { caseId: sample.caseId });
    expect(view.dossier.siteTest).toEqual({ outcome: 'passed' });
    expect(view.findings.at(-1)?.source).toEqual({ kind: 'lab-report', id: fresh.id });
    const { amendedBy, ...unchanged } = await test.ask('tang', 'lab.report', { reportId: old.id });
    expect(amendedBy).toBe(fresh.number);
    expect({ ...unchanged, amendedBy: null }).toEqual(old);
    const sheet = await test.ask('tang', 'evidence.open', {
      caseId: sample.caseId,
      source: { kind: 'lab-report', id: old.id },
    });
    expect(sheet).toMatchObject({ state: 'plain' });
    expect(await test.refused('shen', 'lab.amend', { reportId: old.id, baseVersion: 5, reason: '再改' })).toMatchObject(
      {
        code: 'lab.not-newest',
        data: { by: fresh.number },
      },
    );
    const file = { owner: { kind: 'lab-report', id: old.id }, name: 'a.png', content: PIXEL };
    expect(await test.refused('shen', 'attachment.keep', file)).toMatchObject({ code: 'attachment.owner-closed' });
  });

  it('leaves failed microbiological results as they are, and can be taken back whole', async () => {
    const micro = { kind: 'units', values: ['500', '10', '8', '5', '5'], unit: 'CFU/g' } as const;
    const { orderId } = await entered({ ...FIVE_PASSING, coliforms: micro });
    const report = await release(test, orderId);
    const draft = await amend(report.id, orderId);
    const change = { kind: 'correction' as const, reason: '多写一个零' };
    const { lines, order } = await test.ask('shen', 'lab.enter', {
      orderId,
      baseVersion: draft.version,
      readings: [
        { itemId: 'coliforms', reading: { ...micro, values: ['50', '10', '8', '5', '5'] }, change },
        { itemId: 'lead', reading: { kind: 'quantity', value: '0.9', unit: 'mg/kg' }, change },
      ],
    });
    expect(lines.map(({ refusal }) => refusal?.code)).toEqual(['micro.released-stands', undefined]);
    expect(
      await test.refused('wen', 'lab.amend', { reportId: report.id, baseVersion: order.version, reason: '再改' }),
    ).toMatchObject({
      code: 'lab.amending',
      data: { by: '沈检验（样例）' },
    });
    const back = await test.ask('shen', 'lab.cancel', { orderId, baseVersion: order.version, reason: '不改了' });
    expect(back).toMatchObject({ state: 'released', amendment: null, report: { number: report.number } });
    expect(back.lines[0]?.current?.reading).toEqual(FIVE_PASSING['lead']);
    expect(back.lines[0]?.history).toMatchObject([{ reading: { value: '0.9' } }]);
  });

  it('gives way to a repeated test, which takes a reason and no failed microbes', async () => {
    const micro = { kind: 'units', values: ['500', '10', '8', '5', '5'], unit: 'CFU/g' } as const;
    const { orderId, sample } = await entered({ ...failing, coliforms: micro });
    const report = await release(test, orderId);
    const again = { sampleId: sample.id, planId: 'five-kinds', purpose: 'site-test' } as const;
    expect(await test.refused('shen', 'lab.order', again)).toMatchObject({ code: 'lab.no-microbiological-retest' });
    const items = ['lead', 'net'];
    expect(await test.refused('shen', 'lab.order', { ...again, items })).toMatchObject({
      code: 'lab.retest-reason-needed',
      data: { number: report.number },
    });
    const spot = { ...again, purpose: 'spot-check' } as const;
    expect(await test.refused('shen', 'lab.order', spot)).toMatchObject({ code: 'lab.no-microbiological-retest' });
    const second = await test.ask('shen', 'lab.order', {
      ...again,
      items,
      retestReason: '申请人对铅有异议',
      scopeReason: '其余项目已有结果',
    });
    expect(second).toMatchObject({ items: 2, retestReason: '申请人对铅有异议' });
    const { version } = await test.ask('shen', 'lab.get', { orderId });
    expect(
      await test.refused('shen', 'lab.amend', { reportId: report.id, baseVersion: version, reason: '改' }),
    ).toMatchObject({
      code: 'lab.newer-order',
    });
  });
});
