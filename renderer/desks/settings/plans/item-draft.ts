import { parseTestPlan } from '#shared/contract/test-plan.ts';
import type { ItemKind, TestItem } from '#shared/domain/lab/test-item.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** The kinds a test item may be of. */
export const ITEM_KINDS = [
  'numeric',
  'not-detected',
  'microbiological',
  'wording',
  'net-content',
] as const satisfies readonly ItemKind[];

/** The operators a limit may have. */
export const OPERATORS = ['≤', '<', '≥', '>', '=', 'between'] as const;
/** How a value may be rounded; `limit` as the limit itself is written. */
export const ROUNDINGS = ['limit', 'decimals', 'significant', 'interval'] as const;

/** A test item as a form holds it: every field a text, those of other kinds too. */
export interface ItemDraft {
  readonly kind: ItemKind;
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly method: string;
  readonly standard: string;
  readonly clause: string;
  readonly verify: 'yes' | 'no';
  readonly unit: string;
  readonly operator: (typeof OPERATORS)[number];
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly withoutFrom: 'yes' | 'no';
  readonly withoutTo: 'yes' | 'no';
  readonly comparison: 'full-value' | 'rounded-value';
  readonly roundKind: (typeof ROUNDINGS)[number];
  readonly roundBy: string;
  readonly detectionLimit: string;
  readonly n: string;
  readonly c: string;
  readonly m: string;
  readonly M: string;
  readonly wordingZh: string;
  readonly wordingEn: string;
  /** One finding a line. */
  readonly meets: string;
  readonly fails: string;
}

/** An item nobody has written yet; its figures still have to be held against the standard. */
export const NEW_ITEM: ItemDraft = {
  kind: 'numeric',
  id: '',
  zh: '',
  en: '',
  method: '',
  standard: '',
  clause: '',
  verify: 'yes',
  unit: '',
  operator: '≤',
  value: '',
  from: '',
  to: '',
  withoutFrom: 'no',
  withoutTo: 'no',
  comparison: 'full-value',
  roundKind: 'limit',
  roundBy: '',
  detectionLimit: '',
  n: '5',
  c: '2',
  m: '',
  M: '',
  wordingZh: '',
  wordingEn: '',
  meets: '',
  fails: '',
};

const yesNo = (yes: boolean | undefined): 'yes' | 'no' => (yes === true ? 'yes' : 'no');

/** Puts an item into a form. */
export function draftOfItem(item: TestItem): ItemDraft {
  const base: ItemDraft = {
    ...NEW_ITEM,
    kind: item.kind,
    id: item.id,
    zh: item.zh,
    en: item.en,
    method: item.method ?? '',
    standard: item.source.standard,
    clause: item.source.clause,
    verify: yesNo(item.verify),
  };
  switch (item.kind) {
    case 'numeric': {
      const { comparison = 'full-value', limit, rounding, unit } = item;
      const bounds =
        limit.operator === 'between'
          ? {
              from: limit.from,
              to: limit.to,
              withoutFrom: yesNo(limit.withoutFrom),
              withoutTo: yesNo(limit.withoutTo),
            }
          : { value: limit.value };
      const rounded =
        rounding === undefined
          ? {}
          : {
              roundKind: rounding.kind,
              roundBy:
                rounding.kind === 'decimals'
                  ? String(rounding.places)
                  : rounding.kind === 'significant'
                    ? String(rounding.digits)
                    : rounding.interval,
            };
      return { ...base, unit, operator: limit.operator, ...bounds, comparison, ...rounded };
    }
    case 'not-detected':
      return { ...base, unit: item.unit, detectionLimit: item.detectionLimit };
    case 'microbiological':
      return { ...base, unit: item.unit, n: String(item.n), c: String(item.c), m: item.m, M: item.M ?? '' };
    case 'wording':
      return {
        ...base,
        wordingZh: item.wording.zh,
        wordingEn: item.wording.en,
        meets: item.meets.join('\n'),
        fails: item.fails.join('\n'),
      };
    case 'net-content':
      return base;
  }
}

/** A whole number where one was typed; what was typed otherwise, to be refused by name. */
const count = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text) : text);
const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function roundingOf({ roundBy, roundKind }: ItemDraft): object {
  switch (roundKind) {
    case 'limit':
      return {};
    case 'decimals':
      return { rounding: { kind: 'decimals', places: count(roundBy) } };
    case 'significant':
      return { rounding: { kind: 'significant', digits: count(roundBy) } };
    case 'interval':
      return { rounding: { kind: 'interval', interval: roundBy.trim() } };
  }
}

/** What a form says, as a plan's file would; it may be wrong. */
function contentOf(draft: ItemDraft): object {
  const base = {
    id: draft.id.trim(),
    kind: draft.kind,
    zh: draft.zh.trim(),
    en: draft.en.trim(),
    method: draft.method.trim() === '' ? null : draft.method.trim(),
    source: { standard: draft.standard.trim(), clause: draft.clause.trim() },
    ...(draft.verify === 'yes' ? { verify: true } : {}),
  };
  const unit = draft.unit.trim();
  switch (draft.kind) {
    case 'numeric':
      return {
        ...base,
        unit,
        limit:
          draft.operator === 'between'
            ? {
                operator: 'between',
                from: draft.from.trim(),
                to: draft.to.trim(),
                ...(draft.withoutFrom === 'yes' ? { withoutFrom: true } : {}),
                ...(draft.withoutTo === 'yes' ? { withoutTo: true } : {}),
              }
            : { operator: draft.operator, value: draft.value.trim() },
        ...(draft.comparison === 'rounded-value' ? { comparison: 'rounded-value' } : {}),
        ...roundingOf(draft),
      };
    case 'not-detected':
      return { ...base, unit, detectionLimit: draft.detectionLimit.trim() };
    case 'microbiological':
      return {
        ...base,
        unit,
        n: count(draft.n),
        c: count(draft.c),
        m: draft.m.trim(),
        M: draft.M.trim() === '' ? null : draft.M.trim(),
      };
    case 'wording':
      return {
        ...base,
        wording: { zh: draft.wordingZh.trim(), en: draft.wordingEn.trim() },
        meets: lines(draft.meets),
        fails: lines(draft.fails),
      };
    case 'net-content':
      return { ...base, rules: 'JJF 1070—2005' };
  }
}

/** Fields of a form by the path a plan's refusal names. */
const FIELDS: readonly (readonly [RegExp, keyof ItemDraft])[] = [
  [/^source\.standard/, 'standard'],
  [/^source\.clause/, 'clause'],
  [/^limit\.from/, 'from'],
  [/^limit\.to/, 'to'],
  [/^limit/, 'value'],
  [/^rounding/, 'roundBy'],
  [/^wording\.zh/, 'wordingZh'],
  [/^wording\.en/, 'wordingEn'],
  [/^meets/, 'meets'],
  [/^fails/, 'fails'],
];

const fieldOf = (path: string): keyof ItemDraft => {
  const known = FIELDS.find(([pattern]) => pattern.test(path));
  return known?.[1] ?? (Object.hasOwn(NEW_ITEM, path) ? (path as keyof ItemDraft) : 'id');
};

const ENVELOPE = {
  schema: 'otop-test-plan/1',
  id: '-',
  version: '-',
  effectiveOn: '2000-01-01',
  category: { zh: '-', en: '-' },
  note: { zh: '-', en: '-' },
};

/** The item a form makes, or what is wrong with which field. */
export function itemOf(
  draft: ItemDraft,
  others: readonly TestItem[],
):
  | { readonly item: TestItem; readonly wrong: null }
  | { readonly item: null; readonly wrong: Bilingual & { readonly field: keyof ItemDraft } } {
  if (others.some(({ id }) => id === draft.id.trim())) {
    return { item: null, wrong: { field: 'id', zh: '另一项目已用此代号', en: 'another item has it already' } };
  }
  const parsed = parseTestPlan({ ...ENVELOPE, items: [contentOf(draft)] });
  if (!parsed.ok) {
    const { data, field } = parsed.failure;
    const path = String(field ?? '').replace(/^items(?:\[0\]|\.0)\.?/, '');
    return { item: null, wrong: { field: fieldOf(path), zh: String(data?.['zh']), en: String(data?.['en']) } };
  }
  const [item] = parsed.value.items;
  if (item === undefined) throw new Error('a plan with one item has one');
  return { item, wrong: null };
}
