import { plainCharacters } from '#shared/base/plain-characters.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import type { EnteredLine, LabLine } from '#shared/contract/lab.ts';
import type { ItemResult } from '#shared/domain/lab/item-result.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { JJF_1070_2005, netContentSampling } from '#shared/domain/lab/net-content-rules.ts';
import { judgeChange, type ReadingChange } from '#shared/domain/lab/reading-change.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import {
  judgeTyped,
  type TidiedField,
  type TypedReading,
  type ReadingFault,
} from '#shared/domain/lab/typed-reading.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { EntryStanding, EntryWrite } from '#renderer/ui/entry-grid-model.ts';

/** The fields of one reading by name, as a refusal names them: `value`, `values[2]`, `lotSize`. */
export type Fields = Readonly<Record<string, string>>;
/** What was typed and is not kept yet, by item. */
export type Edits = Readonly<Record<string, Fields>>;

/** What is wrong with a field of a reading. */
export type FieldFault = Bilingual & { readonly field: string };

/** An ordered item as the sheet shows it: what stands, with what is being typed laid over it, and what that comes to. */
export interface EntryItem {
  readonly line: LabLine;
  readonly item: TestItem;
  readonly fields: Fields;
  /** Something was typed that is not kept yet. */
  readonly edited: boolean;
  /** What the fields come to; null while nothing is entered or a field cannot be read. */
  readonly result: ItemResult | null;
  readonly tidied: readonly TidiedField[];
  readonly fault: FieldFault | null;
  /** What else is wrong in fields that were filled in. */
  readonly further: readonly FieldFault[];
}

const UNITS = { from: 1, packages: 10, most: 200 } as const;
const PIECES = 'contents';
const COUNTS = 'values';

/** A cell's key from its item and field. */
export const cellKey = (itemId: string, field: string): string => `${itemId}|${field}`;

const whole = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : 0);

/** How many packages a net-content test takes, by the size of the lot; as many as are entered where that is more. */
export function packagesOf(fields: Fields): number {
  const lot = whole(plainCharacters(fields['lotSize'] ?? ''));
  const { sampleSize } = netContentSampling(JJF_1070_2005, Math.max(lot, UNITS.from));
  const asked = lot > 0 ? sampleSize : UNITS.packages;
  return Math.min(Math.max(asked, countOf(fields, PIECES)), UNITS.most);
}

/** How many texts of a series are there, up to the last one that is filled. */
function countOf(fields: Fields, series: string): number {
  const places = Object.entries(fields).flatMap(([field, text]) => {
    const found = new RegExp(`^${series}\\[(\\d+)\\]$`).exec(field);
    return found === null || text.trim() === '' ? [] : [Number(found[1]) + 1];
  });
  return Math.max(0, ...places);
}

const listOf = (fields: Fields, series: string): string[] =>
  Array.from({ length: countOf(fields, series) }, (_, index) => fields[`${series}[${index}]`] ?? '');

const spread = (series: string, values: readonly string[]): Fields =>
  Object.fromEntries(values.map((value, index) => [`${series}[${index}]`, value]));

/** What a row begins with: the unit the plan writes its requirement in. */
const startOf = (item: TestItem): Fields =>
  item.kind === 'net-content' ? { unit: 'g' } : 'unit' in item ? { unit: item.unit } : {};

/** The fields of a reading that stands. */
export function fieldsOf(item: TestItem, reading: TypedReading | undefined): Fields {
  if (reading === undefined) return startOf(item);
  switch (reading.kind) {
    case 'quantity': {
      const { value, unit, lod = '', loq = '', uncertainty = '' } = reading;
      return { value, unit, lod, loq, uncertainty };
    }
    case 'units':
      return { ...spread(COUNTS, reading.values), unit: reading.unit };
    case 'wording': {
      const { judgement } = reading;
      return { text: reading.text, judgement: judgement === undefined ? '' : judgement.meets ? 'yes' : 'no' };
    }
    case 'packages': {
      const { nominal, unit, lotSize, contents } = reading;
      return { nominal, unit, lotSize, ...spread(PIECES, contents) };
    }
  }
}

const MEETS = /^(?:yes|y|符合|meets)$/i;
const FAILS = /^(?:no|n|不符合|does not meet|fails)$/i;

/** What a judgement typed in words says; null where it says neither. */
export const judgementOf = (text: string): boolean | null =>
  MEETS.test(text.trim()) ? true : FAILS.test(text.trim()) ? false : null;

const given = (field: 'lod' | 'loq' | 'uncertainty', fields: Fields): Fields =>
  (fields[field] ?? '').trim() === '' ? {} : { [field]: fields[field] ?? '' };

type SentReading = InputOf<'lab.enter'>['readings'][number]['reading'];

/** The reading that fields make. */
export function readingOf(item: TestItem, fields: Fields): SentReading {
  const text = (field: string): string => fields[field] ?? '';
  switch (item.kind) {
    case 'numeric':
    case 'not-detected':
      return {
        kind: 'quantity',
        value: text('value'),
        unit: text('unit'),
        ...given('lod', fields),
        ...given('loq', fields),
        ...given('uncertainty', fields),
      };
    case 'microbiological':
      return { kind: 'units', values: listOf(fields, COUNTS), unit: text('unit') };
    case 'wording': {
      const meets = judgementOf(text('judgement'));
      return { kind: 'wording', text: text('text'), ...(meets === null ? {} : { judgement: { meets } }) };
    }
    case 'net-content':
      return {
        kind: 'packages',
        nominal: text('nominal'),
        unit: text('unit'),
        lotSize: text('lotSize'),
        contents: listOf(fields, PIECES),
      };
  }
}

const NOT_A_JUDGEMENT: FieldFault = {
  field: 'judgement',
  zh: '应填“符合”或“不符合”',
  en: 'write “meets” or “does not meet”',
};

const inWords = ({ code, data, field }: ReadingFault): FieldFault => ({ field, ...labSentence(code, data) });

/** What fields come to, or which of them cannot be read; a blank row comes to nothing. */
function judge(
  item: TestItem,
  fields: Fields,
  by: string,
): Result<
  { readonly result: ItemResult; readonly tidied: readonly TidiedField[] },
  FieldFault & { readonly code: string; readonly further: readonly FieldFault[] }
> {
  const words = fields['judgement'] ?? '';
  if (item.kind === 'wording' && words.trim() !== '' && judgementOf(words) === null)
    return fail({ code: 'judgement', ...NOT_A_JUDGEMENT, further: [] });
  const judged = judgeTyped(item, readingOf(item, fields), by);
  if (judged.ok) return ok(judged.value);
  const { further, ...first } = judged.failure;
  const filled = further.filter(({ field }) => (fields[field] ?? '').trim() !== '');
  return fail({ code: first.code, ...inWords(first), further: filled.map(inWords) });
}

/** An ordered item with what is typed laid over what stands. */
export function entryItem(
  line: LabLine,
  edits: Edits,
  refusals: Readonly<Record<string, FieldFault>>,
  by: string,
): EntryItem {
  const { item, current } = line;
  const changed = edits[item.id] ?? {};
  const fields = { ...fieldsOf(item, current?.reading), ...changed };
  const edited = Object.keys(changed).length > 0;
  const base = { line, item, fields, edited, further: [] };
  if (!edited) return { ...base, result: current?.result ?? null, tidied: current?.tidied ?? [], fault: null };
  const judged = judge(item, fields, by);
  if (!judged.ok) {
    const { field, further, zh, en } = judged.failure;
    return { ...base, result: null, tidied: [], fault: { field, zh, en }, further };
  }
  return { ...base, ...judged.value, fault: refusals[item.id] ?? null };
}

/** Lays new texts over what is being typed; a text that says what stands is no change any more. */
export function withWrites(items: readonly EntryItem[], edits: Edits, writes: readonly EntryWrite[]): Edits {
  let next = edits;
  for (const { key, text } of writes) {
    const split = key.lastIndexOf('|');
    const [itemId, field] = [key.slice(0, split), key.slice(split + 1)];
    const one = items.find(({ item }) => item.id === itemId);
    if (one === undefined) continue;
    const { [field]: _, ...others } = next[itemId] ?? {};
    const stands = fieldsOf(one.item, one.line.current?.reading)[field] ?? '';
    const fields = text === stands ? others : { ...others, [field]: text };
    const { [itemId]: __, ...rest } = next;
    next = Object.keys(fields).length === 0 ? rest : { ...rest, [itemId]: fields };
  }
  return next;
}

/** What is wrong in a field. */
export const faultAt = ({ fault, further }: EntryItem, field: string): FieldFault | undefined =>
  [...(fault === null ? [] : [fault]), ...further].find((one) => one.field === field);

/** How a field stands. */
export function standingOf(one: EntryItem, field: string, readOnly: boolean): EntryStanding {
  if (readOnly) return 'computed';
  if (faultAt(one, field) !== undefined) return 'refused';
  if (one.edited && changedField(one, field)) return 'changed';
  return one.line.current === null ? 'empty' : 'saved';
}

const changedField = ({ fields, item, line }: EntryItem, field: string): boolean =>
  (fieldsOf(item, line.current?.reading)[field] ?? '') !== (fields[field] ?? '');

/** What can be kept now: typed, and readable. */
export const toSave = (items: readonly EntryItem[]): readonly EntryItem[] =>
  items.filter(({ edited, fault, result }) => edited && fault === null && result !== null);

/** Of what can be kept, what replaces a reading that decides and so takes a reason. */
export const toExplain = (items: readonly EntryItem[]): readonly EntryItem[] =>
  toSave(items).filter(({ line: { current } }) => current !== null && current.result.verdict !== 'undecided');

/** Whether any of these may only be corrected, not tested again: a microbiological item that failed. */
export const correctsOnly = (items: readonly EntryItem[]): boolean =>
  items.some(({ item, line: { current } }) => {
    if (current === null) return false;
    const standing = { verdict: current.result.verdict, by: '', released: false };
    return !judgeChange(item.kind, standing, '', { kind: 'retest', reason: '-' } satisfies ReadingChange).ok;
  });

/** What the backend did not take, by item. */
export const refusalsOf = (lines: readonly EnteredLine[]): Readonly<Record<string, FieldFault>> =>
  Object.fromEntries(lines.flatMap(({ itemId, refusal }) => (refusal === null ? [] : [[itemId, refusal]])));

/** What is still being typed after a set was taken in: what was refused, and what was typed meanwhile. */
export function editsAfter(edits: Edits, sent: Edits, lines: readonly EnteredLine[]): Edits {
  const taken = new Set(lines.flatMap(({ itemId, outcome }) => (outcome === 'refused' ? [] : [itemId])));
  return Object.fromEntries(
    Object.entries(edits).filter(([itemId, fields]) => !taken.has(itemId) || fields !== sent[itemId]),
  );
}
