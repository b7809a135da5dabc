import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTestPlan } from '#shared/contract/test-plan.ts';
import { evaluateItem } from '#shared/domain/lab/evaluate-item.ts';
import type { ItemReading } from '#shared/domain/lab/reading.ts';
import { offeredPlan, planFits } from '#shared/domain/lab/plan-fit.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';

const folder = new URL('../../../resources/standards/test-plans/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const content = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>;

/** A reading that keeps an item of a shipped plan: nothing found, the wording met, the package full. */
function goodReading(item: TestItem): ItemReading {
  switch (item.kind) {
    case 'numeric':
      return { kind: 'quantity', value: '0', unit: item.unit };
    case 'not-detected':
      return { kind: 'quantity', value: 'ND', unit: item.unit };
    case 'microbiological':
      return { kind: 'units', values: Array.from({ length: item.n }, () => '未检出'), unit: item.unit };
    case 'wording':
      return { kind: 'wording', text: item.meets[0] ?? '' };
    case 'net-content':
      return { kind: 'packages', nominal: '500', unit: 'g', lotSize: 1, contents: ['500'] };
  }
}

describe('the shipped test plans', () => {
  it('are tea, fruit, meat, rice and liquor', () => {
    expect(files.map((file) => file.replace('.json', ''))).toEqual([
      'fresh-fruit-2026-2',
      'fresh-fruit',
      'liquor',
      'meat-products-2026-2',
      'meat-products',
      'rice-2026-2',
      'rice',
      'tea',
    ]);
  });

  it.each(files)('%s is read, named after its file, and can be judged item by item', (file) => {
    const plan = parseTestPlan(content(file));
    if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
    expect([`${plan.value.id}.json`, `${plan.value.id}-${plan.value.version}.json`]).toContain(file);
    for (const item of plan.value.items) {
      expect([item.id, evaluateItem(item, goodReading(item)).verdict]).toEqual([item.id, 'passed']);
      expect(item.source.standard).toMatch(/^(?:GB|NY|JJF|农业农村部公告)/);
    }
  });

  it.each(['tea', 'fruit', 'meat', 'grain', 'liquor'])('of products of the category %s one is offered', (category) => {
    const read = files.flatMap((file) => {
      const plan = parseTestPlan(content(file));
      return plan.ok ? [plan.value] : [];
    });
    const ids = new Set(read.map(({ id }) => id));
    const newest = [...ids].flatMap(
      (id) => read.filter((plan) => plan.id === id).toSorted((a, b) => (a.version < b.version ? 1 : -1))[0] ?? [],
    );
    expect(newest.filter((plan) => planFits(plan, category))).toHaveLength(1);
    expect(offeredPlan(newest, category)).toBeDefined();
  });

  it('offer none of several that are for a category, nor one for another', () => {
    const fruit = { id: 'peaches', categories: ['fruit'] } as const;
    expect(offeredPlan([{ id: 'tea' }, fruit], 'fruit')).toBe(fruit);
    expect(offeredPlan([{ id: 'fruit' }, fruit], 'fruit')).toBeUndefined();
    expect(offeredPlan([{ id: 'tea' }, fruit], 'oil')).toBeUndefined();
    expect(planFits({ id: 'tea', categories: ['oil'] }, 'tea')).toBe(false);
  });

  it.each([
    ['none', [], 'categories'],
    ['a word nobody knows', ['fruit', 'peaches'], 'categories[1]'],
    ['one twice', ['fruit', 'fruit'], 'categories[1]'],
  ])('with %s as its categories is refused at the place', (_, categories, field) => {
    expect(parseTestPlan({ ...content('tea.json'), categories })).toMatchObject({ ok: false, failure: { field } });
    expect(parseTestPlan({ ...content('tea.json'), categories: ['tea', 'beverage'] })).toMatchObject({ ok: true });
  });

  it.each(files)('%s leaves pesticide limits, additives and net content to be verified', (file) => {
    const plan = parseTestPlan(content(file));
    const loose = plan.ok
      ? plan.value.items.filter((item) => /GB 2763|GB 2760|JJF/.test(item.source.standard) && item.verify !== true)
      : undefined;
    expect(loose).toEqual([]);
  });

  it('hold all five kinds', () => {
    const kinds = files.flatMap((file) => {
      const plan = parseTestPlan(content(file));
      return plan.ok ? plan.value.items.map(({ kind }) => kind) : [];
    });
    expect([...new Set(kinds)].sort()).toEqual([
      'microbiological',
      'net-content',
      'not-detected',
      'numeric',
      'wording',
    ]);
  });
});

describe('a wrong test plan', () => {
  const source = { standard: 'GB', clause: '1' };
  const item = { id: 'a', zh: '项', en: 'item', method: null, source };
  const numeric = { ...item, kind: 'numeric', unit: 'mg/kg', limit: { operator: '≤', value: '1' } };
  const micro = { ...item, kind: 'microbiological', unit: 'CFU/g', n: 5, c: 1, m: '10', M: '100' };
  const between = (from: string, to: string, more: object = {}) => ({
    ...numeric,
    limit: { operator: 'between', from, to, ...more },
  });
  const named = { zh: '名', en: 'name' };
  const plan = (...items: readonly object[]) => ({
    schema: 'otop-test-plan/1',
    id: 'p',
    version: '1',
    effectiveOn: '2026-01-01',
    category: named,
    note: named,
    items,
  });

  it('is right before it is made wrong', () => {
    expect(parseTestPlan(plan(numeric, { ...micro, id: 'b' }, { ...between('1', '2'), id: 'c' })).ok).toBe(true);
  });

  it.each<readonly [string, object, string]>([
    ['another schema', { ...plan(numeric), schema: 'x' }, 'schema'],
    ['no items', plan(), 'items'],
    ['a day that is none', { ...plan(numeric), effectiveOn: '2026-02-30' }, 'effectiveOn'],
    ['a name that cannot be seen', plan({ ...numeric, zh: '铅\u202e' }), 'items[0].zh'],
    ['a name of half a character', plan({ ...numeric, zh: '\ud800' }), 'items[0].zh'],
    ['a field too many', plan({ ...numeric, colour: 1 }), 'items[0].colour'],
    ['a limit that is a number', plan({ ...numeric, limit: { operator: '≤', value: 1 } }), 'items[0].limit.value'],
    ['a limit with a comma', plan({ ...numeric, limit: { operator: '≤', value: '0,1' } }), 'items[0].limit.value'],
    ['an unknown operator', plan({ ...numeric, limit: { operator: '!=', value: '1' } }), 'items[0].limit.operator'],
    ['bounds the wrong way round', plan(between('2', '1')), 'items[0].limit.to'],
    ['bounds with nothing between', plan(between('1', '1.0', { withoutTo: true })), 'items[0].limit.to'],
    [
      'a rounding that is none',
      plan({ ...numeric, rounding: { kind: 'significant', digits: 0 } }),
      'items[0].rounding',
    ],
    ['the same id twice', plan(numeric, numeric), 'items[1].id'],
    ['c that n cannot exceed', plan({ ...micro, c: 5 }), 'items[0].c'],
    ['M not above m', plan({ ...micro, M: '10.0' }), 'items[0].M'],
    ['a negative m', plan({ ...micro, m: '-1' }), 'items[0].m'],
    [
      'a detection limit of nought',
      plan({ ...item, kind: 'not-detected', unit: 'g', detectionLimit: '0' }),
      'items[0].detectionLimit',
    ],
    [
      'a finding that does both',
      plan({ ...item, kind: 'wording', wording: named, meets: ['正常'], fails: ['异味', ' 正常。'] }),
      'items[0].fails[1]',
    ],
    ['an edition nobody knows', plan({ ...item, kind: 'net-content', rules: 'JJF 1070—1999' }), 'items[0].rules'],
  ])('%s is refused at its place', (_, wrong, field) => {
    const parsed = parseTestPlan(wrong);
    expect(parsed).toMatchObject({ ok: false, failure: { code: 'test-plan.invalid', field } });
    if (!parsed.ok) expect(parsed.failure.data?.['zh']).not.toBe('');
  });
});
