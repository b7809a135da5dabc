import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftOfItem, itemOf, NEW_ITEM, type ItemDraft } from '#renderer/desks/settings/plans/item-draft.ts';
import { planAddress, readPlanAddress } from '#renderer/desks/settings/plans/plan-address.ts';
import { isSame, nextVersion, planChanges } from '#renderer/desks/settings/plans/plan-changes.ts';
import { planFile, readPlanFile } from '#renderer/desks/settings/plans/plan-file.ts';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';

const folder = join(import.meta.dirname, '../../../resources/standards/test-plans');
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): TestPlan => {
    const plan = readPlanFile(readFileSync(join(folder, name), 'utf8'));
    if (!plan.ok) throw new Error(`${name}: ${plan.failure.field} ${plan.failure.en}`);
    return plan.value;
  });
const [tea] = shipped.filter(({ id }) => id === 'tea');
if (tea === undefined) throw new Error('there is a plan for tea');

describe('an item in a form', () => {
  it.each(shipped.flatMap((plan) => plan.items.map((item) => [`${plan.id} ${item.id}`, item] as const)))(
    '%s comes out as it went in',
    (_, item) => {
      expect(itemOf(draftOfItem(item), []).item).toEqual(item);
    },
  );

  const lead: ItemDraft = {
    ...NEW_ITEM,
    id: 'lead',
    zh: '铅',
    en: 'Lead',
    standard: 'GB 2762—2022',
    clause: '表1',
    unit: 'mg/kg',
    value: '0.2',
  };
  it.each([
    [{ id: '' }, 'id'],
    [{ zh: '' }, 'zh'],
    [{ clause: ' ' }, 'clause'],
    [{ value: '0,2' }, 'value'],
    [{ operator: 'between', from: '2', to: '1' }, 'to'],
    [{ roundKind: 'decimals', roundBy: 'two' }, 'roundBy'],
    [{ roundKind: 'interval', roundBy: '0' }, 'roundBy'],
    [{ kind: 'not-detected', detectionLimit: '0' }, 'detectionLimit'],
    [{ kind: 'microbiological', m: '10', n: 'five' }, 'n'],
    [{ kind: 'microbiological', m: '10', n: '2' }, 'c'],
    [{ kind: 'microbiological', m: '10', M: '5' }, 'M'],
    [{ kind: 'wording', wordingZh: '无异味', wordingEn: '' }, 'wordingEn'],
    [{ kind: 'wording', wordingZh: '无', wordingEn: 'no', meets: '好\n坏', fails: '坏' }, 'fails'],
  ] as const satisfies readonly (readonly [Partial<ItemDraft>, keyof ItemDraft])[])(
    '%j is wrong at %s',
    (part, field) => {
      const { item, wrong } = itemOf({ ...lead, ...part }, []);
      expect(item).toBeNull();
      expect(wrong?.field).toBe(field);
      expect(wrong?.zh).toMatch(/\p{Script=Han}/u);
    },
  );

  it('is right when all of it is, and has a code of its own', () => {
    expect(itemOf(lead, []).item).toMatchObject({ id: 'lead', verify: true, limit: { operator: '≤', value: '0.2' } });
    const [first] = tea.items;
    expect(first && itemOf({ ...lead, id: first.id }, tea.items).wrong?.field).toBe('id');
  });
});

describe('what changed', () => {
  it('is nothing between a version and itself', () => {
    expect(isSame(planChanges(tea, { ...tea, version: '2099-1' }))).toBe(true);
  });

  it('is told by item and field: added, removed, changed, moved', () => {
    const [first, second, third, ...rest] = tea.items;
    if (first === undefined || second === undefined || third === undefined) throw new Error('tea has items');
    const renamed = { ...second, zh: '另一名称' };
    const added = { ...third, id: 'another' };
    const changes = planChanges(tea, {
      ...tea,
      note: { ...tea.note, zh: '新' },
      items: [third, renamed, ...rest, added],
    });
    expect(changes.fields).toEqual([{ field: 'note.zh', before: tea.note.zh, after: '新' }]);
    expect(changes.items.map(({ item, kind }) => [kind, item.id])).toEqual([
      ['changed', second.id],
      ['added', 'another'],
      ['removed', first.id],
    ]);
    expect(changes.items[0]?.fields).toEqual([{ field: 'zh', before: second.zh, after: '另一名称' }]);
    expect(changes.reordered).toBe(true);
    expect(planChanges(null, tea).items).toHaveLength(tea.items.length);
  });

  it('makes the next version', () => {
    expect(nextVersion('2026-1', '2026-11-21')).toBe('2026-2');
    expect(nextVersion('2026-9', '2026-11-21')).toBe('2026-10');
    expect(nextVersion('2025-4', '2026-11-21')).toBe('2026-1');
    expect(nextVersion('draft', '2026-11-21')).toBe('draft-2');
  });
});

describe('a plan on its own', () => {
  it('goes to a file and back', async () => {
    const text = await planFile(tea).text();
    const read = readPlanFile(`\uFEFF${text}`);
    expect(read.ok && read.value).toEqual(tea);
  });

  it('is refused where it is wrong', () => {
    expect(readPlanFile('{')).toMatchObject({ ok: false, failure: { zh: '不是 JSON 文件' } });
    const text = JSON.stringify({ schema: 'otop-test-plan/1', ...tea, items: [{ ...tea.items[0], unit: 5 }] });
    expect(readPlanFile(text)).toMatchObject({ ok: false, failure: { field: 'items[0].unit' } });
  });

  it('has an address', () => {
    expect(readPlanAddress(planAddress('tea', '2026-1 b'))).toEqual({ planId: 'tea', version: '2026-1 b' });
    expect(readPlanAddress('somebody')).toBeNull();
    expect(readPlanAddress(null)).toBeNull();
  });
});
