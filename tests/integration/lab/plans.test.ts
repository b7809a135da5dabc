import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAs, receiveAnnounced } from '#tests/support/applications.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { FIVE_KINDS, labApplication, labCaseId, openLabDesk, orderFive } from '#tests/support/lab/lab-desk.ts';

let test: TestDesk;
let sampleIds: string[] = [];
beforeAll(async () => {
  const lab = await openLabDesk(2);
  ({ test } = lab);
  sampleIds = lab.samples.map(({ id }) => id);
});
afterAll(() => test.close());

const [lead, ...others] = FIVE_KINDS.items;
/** The plan with another limit for lead, as a version. */
const version = (name: string, effectiveOn = '2026-11-21', value = '4.0') => ({
  ...FIVE_KINDS,
  version: name,
  effectiveOn,
  items: [{ ...lead, limit: { operator: '≤', value } }, ...others],
});
const refusal = (plan: unknown, seat = 'admin') => test.refused(seat, 'test-plan.save', { plan });

describe('test plans', () => {
  it('ship, and say which of their figures nobody has verified', async () => {
    const rows = await test.ask('peng', 'test-plan.list', {});
    const tea = rows.find(({ id }) => id === 'tea');
    expect(tea).toMatchObject({ version: '2026-1', inForce: true, savedBy: null, savedAt: null });
    expect(tea?.verify).toBeGreaterThan(0);
    const { plan } = await test.ask('peng', 'test-plan.get', { planId: 'tea' });
    expect(plan.items.filter(({ verify }) => verify)).toHaveLength(tea?.verify ?? -1);
  });

  it.each<readonly [string, () => unknown, string, string]>([
    ['nothing', () => undefined, 'test-plan.invalid', 'plan'],
    [
      'a figure with a comma',
      () => version('x', '2026-11-21', '4,0'),
      'test-plan.invalid',
      'plan.items[0].limit.value',
    ],
    ['a field nobody knows', () => ({ ...version('x'), colour: 1 }), 'test-plan.invalid', 'plan.colour'],
    ['a day that has been', () => version('x', '2026-11-20'), 'test-plan.in-past', 'plan.effectiveOn'],
    ['a version that is there', () => version('1'), 'test-plan.version-taken', 'plan.version'],
    ['nothing new', () => ({ ...FIVE_KINDS, version: '9' }), 'test-plan.identical', 'plan.items'],
  ])('with %s are refused at the field', async (_, plan, code, field) => {
    expect(await refusal(plan())).toMatchObject({ code, field });
  });

  it('of the shipped kind keep their versions too, and are for administrators', async () => {
    const { plan } = await test.ask('admin', 'test-plan.get', { planId: 'tea' });
    const file = { ...plan, schema: 'otop-test-plan/1', effectiveOn: '2026-12-01' };
    expect(await refusal(file)).toMatchObject({ code: 'test-plan.version-taken' });
    expect(await refusal({ ...file, version: 'own' })).toMatchObject({ code: 'test-plan.identical' });
    expect(await refusal(version('x'), 'shen')).toMatchObject({ code: 'right.missing' });
  });

  it('are for the product categories they name, and a version may change these alone', async () => {
    for (const [index, category] of ['fruit', 'grain', 'meat'].entries()) {
      const whole = labApplication(50 + index);
      await importAs(test, 'peng', [{ ...whole, product: { ...whole.product, category: category as never } }]);
      await receiveAnnounced(test, labCaseId(50 + index));
    }
    const offered = async () => {
      const { rows } = await test.ask('shen', 'lab.list', { queue: 'to-order' });
      return Object.fromEntries(rows.map(({ caseId, planId, planVersion }) => [caseId, `${planId} ${planVersion}`]));
    };
    expect(await offered()).toMatchObject({
      [labCaseId(50)]: 'fresh-fruit 2026-2',
      [labCaseId(51)]: 'rice 2026-2',
      [labCaseId(52)]: 'meat-products 2026-2',
    });
    const { plan } = await test.ask('admin', 'test-plan.get', { planId: 'rice' });
    const next = { ...plan, schema: 'otop-test-plan/1', version: 'own', effectiveOn: '2026-11-21' };
    expect(await refusal(next)).toMatchObject({ code: 'test-plan.identical' });
    expect(await refusal({ ...next, categories: ['rice'] })).toMatchObject({ field: 'plan.categories[0]' });
    const saved = await test.ask('admin', 'test-plan.save', { plan: { ...next, categories: ['grain', 'fruit'] } });
    expect(saved).toMatchObject({ version: 'own', plan: { categories: ['grain', 'fruit'] }, inForce: true });
    expect(await offered()).toMatchObject({ [labCaseId(50)]: 'null null', [labCaseId(51)]: 'rice own' });
  });

  it('come into force on their day, and an order keeps the version it was made by', async () => {
    const first = await orderFive(test, sampleIds[0] ?? '');
    const saved = await test.ask('admin', 'test-plan.save', { plan: version('2') });
    expect(saved).toMatchObject({ version: '2', inForce: true, savedBy: '管理员（样例）' });
    await test.ask('admin', 'test-plan.save', { plan: version('3', '2027-01-01', '3.0') });
    const rows = (await test.ask('shen', 'test-plan.list', {})).filter(({ id }) => id === 'five-kinds');
    expect(rows.map((row) => [row.version, row.inForce])).toEqual([
      ['3', false],
      ['2', true],
      ['1', false],
    ]);
    const second = await orderFive(test, sampleIds[1] ?? '');
    expect([first.planVersion, second.planVersion]).toEqual(['1', '2']);
    const again = await test.ask('shen', 'lab.get', { orderId: first.orderId });
    expect(again.lines[0]?.item).toMatchObject({ limit: { value: '5.0' } });
    expect(second.lines[0]?.item).toMatchObject({ limit: { value: '4.0' } });
  });
});
