import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { enter, FIVE_PASSING, openLabDesk, orderFive, release } from '#tests/support/lab/lab-desk.ts';
import { holdsText, readPlainText } from '#tests/support/pdf-reading.ts';

let test: TestDesk;
let samples: { readonly id: string; readonly caseId: string }[] = [];
beforeAll(async () => {
  const lab = await openLabDesk(5);
  ({ test } = lab);
  samples = [...lab.samples];
});
afterAll(() => test.close());

const nextSample = () => {
  const sample = samples.pop();
  if (sample === undefined) throw new Error('more samples are wanted');
  return sample;
};
const REASON = '客户只要求感官';
const fruit = (sampleId: string): InputOf<'lab.order'> => ({
  sampleId,
  planId: 'fresh-fruit',
  items: ['sensory'],
  purpose: 'site-test',
});

describe('an order of less than a plan for the product', () => {
  it.each<readonly [string, Partial<InputOf<'lab.order'>>, string]>([
    ['leaves items out', { planId: 'five-kinds', items: ['lead'] }, '方案共 5 项，本次 1 项，未检：苏丹红Ⅰ、大肠菌群'],
    ['is by another category’s plan', { items: null }, '其他类别的方案“新鲜水果”，产品类别为“茶叶”'],
    ['is both', {}, '其他类别的方案“新鲜水果”，产品类别为“茶叶”；方案共 6 项，本次 1 项，未检：'],
  ])('takes a reason when it %s', async (_, changes, words) => {
    const sample = nextSample();
    const order = { ...fruit(sample.id), ...changes };
    expect(await test.refused('shen', 'lab.order', order)).toMatchObject({
      code: 'lab.scope-reason-needed',
      field: 'scopeReason',
      data: { zh: expect.stringContaining(words) },
    });
    expect(await test.refused('shen', 'lab.order', { ...order, scopeReason: ' ' })).toMatchObject({
      field: 'scopeReason',
    });
    const made = await test.ask('shen', 'lab.order', { ...order, scopeReason: REASON });
    expect(made.scope?.zh).toContain(words);
    expect(made.scope?.zh).toMatch(new RegExp(`；原因：${REASON}$`));
    expect(made.scope?.en).toContain(`; reason: ${REASON}`);
  });

  it('says so on its report, on paper and as evidence, here and to other desks', async () => {
    const sample = nextSample();
    const { orderId } = await test.ask('shen', 'lab.order', { ...fruit(sample.id), scopeReason: REASON });
    await enter(test, orderId, { sensory: { kind: 'wording', text: '正常', judgement: { meets: true } } });
    const report = await release(test, orderId);
    expect(report).toMatchObject({ verdict: 'passed', scope: { zh: expect.stringContaining('未检：') } });
    const sheet = await test.ask('lu', 'evidence.open', {
      caseId: sample.caseId,
      source: { kind: 'lab-report', id: report.id },
    });
    expect(sheet.facts).toContainEqual([{ zh: '检测范围', en: 'Scope' }, report.scope]);
    const { content } = await test.ask('tang', 'lab.report-paper', { reportId: report.id });
    const paper = (await readPlainText(new Uint8Array(Buffer.from(content, 'base64')))).join('\u0001');
    for (const words of ['所检 1 项合格（见“检测范围”）', '方案共 6 项，本次 1 项，未检：', `原因：${REASON}`])
      expect([words, holdsText(paper, words)]).toEqual([words, true]);
    expect(holdsText(paper, '样品合格')).toBe(false);
    const entries = test.desk.room.store.all<{ type: string; body: string }>(
      "SELECT type, body FROM ledger WHERE type IN ('lab.ordered', 'lab.released') ORDER BY seq DESC LIMIT 2",
    );
    expect(entries.map(({ body, type }) => [type, body.includes(REASON)])).toEqual([
      ['lab.released', true],
      ['lab.ordered', true],
    ]);
  });

  it('of the whole plan for the product says nothing; one from before reasons were kept says what it can', async () => {
    const sample = nextSample();
    const { orderId, scope } = await orderFive(test, sample.id, { scopeReason: REASON });
    expect(scope).toBeNull();
    await enter(test, orderId, FIVE_PASSING);
    expect(await release(test, orderId)).toMatchObject({ scope: null });
    const { store } = test.desk.room;
    expect(store.get('SELECT category, scope_reason AS reason FROM test_order WHERE id = ?', [orderId])).toEqual({
      category: 'tea',
      reason: null,
    });
    store.run('UPDATE test_order SET category = NULL, items = \'["lead"]\' WHERE id = ?', [orderId]);
    expect((await test.ask('shen', 'lab.get', { orderId })).scope?.zh).toMatch(/^方案共 5 项.*；原因：未记录$/);
  });
});
