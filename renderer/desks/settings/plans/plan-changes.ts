import type { TestItem, TestPlan } from '#shared/domain/lab/test-item.ts';

/** One field that differs between two versions; empty where a version does not have it. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What became of one item from a version to the next. */
export interface ItemChange {
  readonly item: TestItem;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldChange[];
}

/** What a version says otherwise than the one before it. */
export interface PlanChanges {
  /** Fields of the plan itself: its name, its note. */
  readonly fields: readonly FieldChange[];
  readonly items: readonly ItemChange[];
  /** The items are the same ones in another order. */
  readonly reordered: boolean;
}

/** Every leaf of a tree by its path, as text. */
function leaves(node: unknown, path = ''): ReadonlyMap<string, string> {
  if (node === null || node === undefined) return new Map();
  if (Array.isArray(node)) return new Map([[path, node.join('、')]]);
  if (typeof node !== 'object') return new Map([[path, String(node as string | number | boolean)]]);
  return new Map(
    Object.entries(node).flatMap(([key, value]) => [...leaves(value, path === '' ? key : `${path}.${key}`)]),
  );
}

function changesBetween(before: unknown, after: unknown): readonly FieldChange[] {
  const [old, now] = [leaves(before), leaves(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const change = { field, before: old.get(field) ?? '', after: now.get(field) ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

/** Compares two versions of a plan, item by item; version and day are left out, because they always differ. */
export function planChanges(before: TestPlan | null, after: TestPlan): PlanChanges {
  const old = before?.items ?? [];
  const items = [
    ...after.items.flatMap((item): readonly ItemChange[] => {
      const was = old.find(({ id }) => id === item.id);
      if (was === undefined) return [{ item, kind: 'added', fields: [] }];
      const fields = changesBetween(was, item);
      return fields.length === 0 ? [] : [{ item, kind: 'changed', fields }];
    }),
    ...old
      .filter(({ id }) => !after.items.some((item) => item.id === id))
      .map((item): ItemChange => ({ item, kind: 'removed', fields: [] })),
  ];
  const own = ({ categories, category, note }: TestPlan): object => ({ category, note, categories });
  const kept = (plan: readonly TestItem[], other: readonly TestItem[]): string =>
    plan
      .filter(({ id }) => other.some((item) => item.id === id))
      .map(({ id }) => id)
      .join(' ');
  return {
    fields: before === null ? [] : changesBetween(own(before), own(after)),
    items,
    reordered: kept(old, after.items) !== kept(after.items, old),
  };
}

/** Whether nothing differs. */
export const isSame = ({ fields, items, reordered }: PlanChanges): boolean =>
  fields.length === 0 && items.length === 0 && !reordered;

/** The version that follows another: `2026-1`, `2026-2`; a year's first begins at one. */
export function nextVersion(version: string, today: string): string {
  const year = today.slice(0, 4);
  const found = /^(.*?)(\d+)$/.exec(version);
  if (!version.startsWith(year) && /^\d{4}-/.test(version)) return `${year}-1`;
  return found === null ? `${version}-2` : `${found[1]}${Number(found[2]) + 1}`;
}
