import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drawSpotChecks } from '#shared/domain/spot-check-draw.ts';
import { findDrawOfCase } from '#electron/backend/store/draw-repository.ts';
import { wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { plainCase } from '#tests/support/external-report.ts';
import { enter, FIVE_KINDS, FIVE_PASSING, orderFive, release } from '#tests/support/lab/lab-desk.ts';

let test: TestDesk;
beforeAll(async () => {
  test = await openPeopledDesk();
});
afterAll(() => test.close());
/** What is left waiting is drawn for, so that the next test begins with an empty list. */
afterEach(async () => {
  const { rows } = await test.ask('tan', 'draw.candidates', {});
  if (rows.length > 0) await test.ask('tan', 'draw.make', {});
});

/** What was contributed, then what the program made. */
const MIXED = /^OTOP-2026-[2-9a-z]{12}$/;
const NUMBER = /^SC-2026-01-\d{4}$/;

let serial = 72_000;
async function waiting(count: number): Promise<readonly string[]> {
  const cases: string[] = [];
  for (let at = 0; at < count; at += 1) {
    serial += 1;
    cases.push(await plainCase(test, serial, { requestedStar: at % 2 === 0 ? 1 : 2 }));
  }
  return cases;
}

const sampleOf = async (caseId: string): Promise<string> =>
  (await test.ask('shen', 'case.get', { caseId })).samples[0]?.id ?? '';

describe('a draw', () => {
  it('takes its share of the cases that wait, records the others as not selected, and can be worked out again', async () => {
    const cases = await waiting(10);
    await plainCase(test, 73_000, { requestedStar: 3 });
    expect((await test.ask('peng', 'draw.candidates', {})).rows.map((row) => row.caseId)).toEqual(cases);
    expect(await test.ask('peng', 'desk.counts', {})).toMatchObject({ 'draws.waiting': 10 });
    const draw = await test.ask('shen', 'draw.make', { contribution: 'OTOP-2026', expected: 10 });
    expect(draw.number).toMatch(NUMBER);
    expect(draw).toMatchObject({
      seed: expect.stringMatching(MIXED),
      cases: 10,
      selected: 3,
      sharePercent: 30,
    });
    expect(await test.ask('he', 'draw.verify', { drawId: draw.id })).toMatchObject({ holds: true });
    for (const { caseId, selected } of draw.drawn) {
      const view = await test.ask('lu', 'case.get', { caseId });
      const spotCheck = view.findings.find(({ kind }) => kind === 'spot-check');
      expect(findDrawOfCase(test.desk.room.store, caseId)).toMatchObject({ selected: selected ? 1 : 0 });
      if (selected) {
        expect(spotCheck).toBeUndefined();
        expect(view.dossier.spotCheck).toBeNull();
        continue;
      }
      expect(spotCheck?.source).toEqual({ kind: 'draw', id: draw.id });
      expect(view.dossier.spotCheck?.reason).toContain(draw.number);
      expect(view.dossier.spotCheck?.reason).toContain(draw.seed);
      expect(view.dossier.spotCheck?.by).toBe('沈检验（样例）');
      expect(JSON.stringify(view.verdict)).not.toContain('U-shen');
      const product = view.verdict.criteria.find(({ id }) => id === 'TEST.PRODUCT');
      expect(product?.perStar[1]).toBe('met');
      expect(view.mayNotDecide).toBeNull();
      const sheet = await test.ask('lu', 'evidence.open', { caseId, source: { kind: 'draw', id: draw.id } });
      expect(sheet).toMatchObject({ state: 'holds', title: { zh: `抽样 ${draw.number}` } });
      expect(sheet.tables[0]?.rows).toHaveLength(10);
    }
    expect(
      (await test.ask('shen', 'case.get', { caseId: draw.drawn.find((one) => !one.selected)?.caseId ?? '' }))
        .mayNotDecide,
    ).toBe('impartiality.evaluated');
  });

  it('never sees a case twice, nor one whose spot check a person recorded by hand', async () => {
    const [byHand] = await waiting(3);
    await test.ask('shen', 'finding.record', {
      caseId: byHand ?? '',
      finding: { kind: 'spot-check', outcome: 'not-selected', reason: '同批次上月已抽' },
    });
    const first = await test.ask('shen', 'draw.make', {});
    expect(await test.refused('shen', 'draw.make', {})).toMatchObject({ code: 'draw.nothing-to-draw' });
    const [late] = await waiting(1);
    const second = await test.ask('shen', 'draw.make', {});
    expect(second.drawn.map(({ caseId }) => caseId)).toEqual([late]);
    expect(second).toMatchObject({ selected: 1 });
    const { rows } = await test.ask('peng', 'draw.list', {});
    expect(rows.slice(0, 2).map(({ cases, number }) => [number, cases])).toEqual([
      [second.number, 1],
      [first.number, 2],
    ]);
    expect(rows[0]?.seed).toMatch(/^[2-9a-z]{12}$/);
    expect(await test.ask('peng', 'draw.of-case', { caseId: byHand ?? '' })).toBeNull();
  });

  it('leaves out a case whose sample is in the laboratory already, until that order is cancelled', async () => {
    const [tested, other] = await waiting(2);
    const sampleId = await sampleOf(tested ?? '');
    const order = await test.ask('shen', 'lab.order', { sampleId, planId: 'tea', purpose: 'spot-check' });
    expect((await test.ask('peng', 'draw.candidates', {})).rows.map(({ caseId }) => caseId)).toEqual([other]);
    const draw = await test.ask('shen', 'draw.make', {});
    expect(draw.drawn.map(({ caseId }) => caseId)).toEqual([other]);
    await test.ask('shen', 'lab.cancel', { orderId: order.orderId, baseVersion: 0, reason: '改为抽样' });
    expect((await test.ask('peng', 'draw.candidates', {})).rows.map(({ caseId }) => caseId)).toEqual([tested]);
  });

  it('sends those drawn to the laboratory: no outcome is typed, only a released report says one', async () => {
    const inspection = { ...wholeApplication().inspection, spotCheck: { outcome: 'passed' } } as never;
    const caseId = await plainCase(test, 73_001, { requestedStar: 1, inspection });
    const draw = await test.ask('shen', 'draw.make', {});
    expect(draw).toMatchObject({ cases: 1, selected: 1 });
    for (const finding of [
      { kind: 'spot-check', outcome: 'not-selected', reason: '样品已寄出' },
      { kind: 'spot-check', outcome: 'passed', reason: null },
      { kind: 'spot-check', outcome: 'failed', reason: null },
      { kind: 'site-test', outcome: 'passed' },
    ] as const)
      expect(await test.refused('tan', 'finding.record', { caseId, finding })).toMatchObject({
        code: 'finding.drawn',
        data: { number: draw.number },
        field: 'finding',
      });
    const { reported } = await test.ask('tan', 'case.get', { caseId });
    const tests = reported.filter(({ kind }) => kind === 'spot-check' || kind === 'site-test').length;
    expect(tests).toBe(2);
    expect(await test.ask('tan', 'finding.confirm-reported', { caseId })).toEqual({
      recorded: reported.length - tests,
    });
    await test.ask('admin', 'test-plan.save', { plan: FIVE_KINDS });
    const { orderId } = await orderFive(test, await sampleOf(caseId), { purpose: 'spot-check' });
    await enter(test, orderId, FIVE_PASSING);
    await release(test, orderId, 'lu');
    expect((await test.ask('tang', 'case.get', { caseId })).dossier.spotCheck).toMatchObject({ outcome: 'passed' });
  });

  it('is refused when the list has changed since it was looked at, and nothing is drawn', async () => {
    await waiting(2);
    expect(await test.refused('shen', 'draw.make', { expected: 1 })).toMatchObject({
      code: 'draw.list-changed',
      data: { expected: 1, found: 2 },
    });
    expect(await test.ask('peng', 'desk.counts', {})).toMatchObject({ 'draws.waiting': 2 });
  });

  it('is refused to whoever has an interest in one of the cases, and nothing is drawn', async () => {
    await waiting(2);
    await test.ask('qin', 'conflict.declare', { uscc: '91430923MA4L16K883', reason: '配偶在该企业任职' });
    expect(await test.refused('qin', 'draw.make', {})).toMatchObject({ code: 'draw.not-impartial' });
    expect(await test.ask('peng', 'desk.counts', {})).toMatchObject({ 'draws.waiting': 2 });
    expect(await test.ask('lu', 'draw.make', {})).toMatchObject({ cases: 2 });
  });

  it('takes the share an administrator set, and no other', async () => {
    await waiting(4);
    const { review } = await test.ask('admin', 'settings.get', {});
    expect(review.spotCheckPercent).toBe(30);
    await test.ask('admin', 'settings.set', { review: { ...review, spotCheckPercent: 50 } });
    expect(await test.refused('admin', 'settings.set', { review: { ...review, spotCheckPercent: 0 } })).toMatchObject({
      code: 'input.invalid',
      field: 'review.spotCheckPercent',
    });
    expect(await test.ask('shen', 'draw.make', {})).toMatchObject({ sharePercent: 50, selected: 2 });
    await waiting(4);
    expect(await test.refused('shen', 'draw.make', { sharePercent: 100 })).toMatchObject({ code: 'input.invalid' });
    expect(await test.ask('peng', 'desk.counts', {})).toMatchObject({ 'draws.waiting': 4 });
  });

  it('cannot be altered, and one whose stored result was is found out', async () => {
    await waiting(5);
    const { id } = await test.ask('shen', 'draw.make', {});
    const { store } = test.desk.room;
    expect(() => store.run("UPDATE draw SET selected = '[]'")).toThrow(/stays as it came out/);
    expect(() => store.run('DELETE FROM case_draw')).toThrow(/stays as it came out/);
    store.connection.exec('DROP TRIGGER draw_no_rewrite');
    store.run("UPDATE draw SET selected = '[]'");
    expect(await test.ask('peng', 'draw.verify', { drawId: id })).toMatchObject({ holds: false });
  });

  it('takes only a contribution that can be read out and typed again, and no seed', async () => {
    for (const contribution of ['', '掷出六点', 'a b c d', 'x'.repeat(41)])
      expect(await test.refused('shen', 'draw.make', { contribution })).toMatchObject({
        code: 'input.invalid',
        field: 'contribution',
      });
    expect(await test.refused('shen', 'draw.make', { seed: 'SEED-1' })).toMatchObject({ code: 'input.invalid' });
  });

  it('cannot be steered by what is contributed: the part made at the draw decides', async () => {
    const drawnWith = async (made: string): Promise<readonly string[]> => {
      const own = await openPeopledDesk({ world: { token: () => made } });
      for (let at = 1; at <= 8; at += 1) await plainCase(own, 79_000 + at);
      const draw = await own.ask('shen', 'draw.make', { contribution: '6' });
      expect(draw.seed).toBe(`6-${made}`);
      const selected = draw.drawn.filter((one) => one.selected).map(({ caseId }) => caseId);
      const again = drawSpotChecks({
        seed: draw.seed,
        sharePercent: 30,
        cases: draw.drawn.map(({ caseId }) => caseId),
      });
      expect(again).toMatchObject({ value: { selected } });
      await own.close();
      return selected;
    };
    expect(await drawnWith('aaaa22223333')).not.toEqual(await drawnWith('bbbb44445555'));
  });
});
