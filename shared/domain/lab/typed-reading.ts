import { compareDecimal, type Decimal, parseDecimal, wholeCount } from '#shared/base/decimal.ts';
import { plainCharacters } from '#shared/base/plain-characters.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { tidyDecimal } from '#shared/base/tidy-decimal.ts';
import { evaluateItem } from './evaluate-item.ts';
import type { ItemResult } from './item-result.ts';
import type { LabCode } from './lab-sentences.ts';
import { readQuantity } from './quantity.ts';
import type { ItemReading } from './reading.ts';
import type { ItemKind, TestItem } from './test-item.ts';
import { convertUnit, dimensionOf, tidyUnit } from './unit.ts';

/** A reading as a person typed, pasted or imported it: every figure a text, kept to the letter. */
export type TypedReading =
  | {
      readonly kind: 'quantity';
      readonly value: string;
      readonly unit: string;
      /** Detection limit, quantification limit, expanded uncertainty, in the reading's own unit; empty when not given. */
      readonly lod?: string;
      readonly loq?: string;
      readonly uncertainty?: string;
    }
  | { readonly kind: 'units'; readonly values: readonly string[]; readonly unit: string }
  | {
      readonly kind: 'wording';
      readonly text: string;
      /** The judgement of whoever enters it, where the plan does not know the words. */
      readonly judgement?: { readonly meets: boolean };
    }
  | {
      readonly kind: 'packages';
      readonly nominal: string;
      readonly unit: string;
      readonly lotSize: string;
      readonly contents: readonly string[];
    };

/** A figure that was understood otherwise than it was typed: `０．１２` as `0.12`. */
export interface TidiedField {
  readonly field: string;
  readonly raw: string;
  readonly text: string;
}

/** What is wrong with a reading, and in which of its fields: `value`, `unit`, `values[2]`. */
export type ReadingFault = Failure<LabCode> & { readonly field: string };

/** Why a reading is refused: its first fault, and what is wrong in its other fields. */
export type ReadingRefusal = ReadingFault & { readonly further: readonly ReadingFault[] };

/** A reading that can be judged, and what had to be tidied to read it. */
export interface CheckedReading {
  readonly reading: ItemReading;
  readonly tidied: readonly TidiedField[];
}

/** The kind of reading that an item takes. */
export const readingKindOf = (kind: ItemKind): TypedReading['kind'] => {
  switch (kind) {
    case 'numeric':
    case 'not-detected':
      return 'quantity';
    case 'microbiological':
      return 'units';
    case 'wording':
      return 'wording';
    case 'net-content':
      return 'packages';
  }
};

const SHOWN = 60;
const LARGEST_LOT = 1_000_000_000;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

/** Reads field after field and remembers what was tidied and what is wrong. */
class FieldReader {
  readonly tidied: TidiedField[] = [];
  readonly faults: ReadingFault[] = [];

  refuse(field: string, code: LabCode, data: ReadingFault['data'] = {}): undefined {
    this.faults.push({ code, field, data });
    return undefined;
  }

  note(field: string, raw: string, text: string): void {
    if (raw.trim() !== text) this.tidied.push({ field, raw, text });
  }

  /** A plain number. */
  number(field: string, raw: string, least: 'any' | 'zero' | 'above-zero'): Decimal | undefined {
    const { text } = tidyDecimal(raw);
    const read = parseDecimal(text);
    const found = raw.slice(0, SHOWN);
    if (!read.ok) return this.refuse(field, read.failure.code, { found });
    const { units } = read.value;
    if ((least !== 'any' && units < 0n) || (least === 'above-zero' && units === 0n))
      return this.refuse(field, units < 0n ? 'reading.negative' : 'decimal.shape', { found });
    this.note(field, raw, text);
    return read.value;
  }

  /** A number, a bound (`<10`) or a word for found or not found. */
  quantity(field: string, raw: string, mayBeNegative: boolean): void {
    const read = readQuantity(raw);
    const found = raw.slice(0, SHOWN);
    if (!read.ok) return this.refuse(field, read.failure.code, { found });
    const { value } = read;
    const figure = value.state === 'exact' ? value.value : 'bound' in value ? value.bound : undefined;
    if (figure !== undefined && figure.units < 0n && !mayBeNegative) {
      return this.refuse(field, 'reading.negative', { found });
    }
    if (value.state === 'exact') return this.note(field, raw, tidyDecimal(raw).text);
    if (figure !== undefined) {
      const plain = plainCharacters(raw).trim();
      this.note(field, raw, `${plain[0]}${tidyDecimal(plain.slice(1)).text}`);
    }
  }

  /** A unit that converts into the item's. */
  unit(field: string, raw: string, expected: string): string {
    if (raw.trim() === '') this.refuse(field, 'unit.empty', { expected });
    else if (!convertUnit({ units: 0n, scale: 0 }, raw, expected).ok)
      this.refuse(field, 'unit.unlike', { found: raw.slice(0, SHOWN), expected });
    else if (raw.normalize('NFKC').trim() !== raw.trim()) this.note(field, raw, tidyUnit(raw));
    return raw;
  }
}

/**
 * Reads what was entered for an item, or says which fields cannot be read and why.
 *
 * What is certain is understood and said (`tidied`): full-width digits, 。 for a point, spaces, a power
 * of ten (`1.5×10⁴`). What is not is refused by name: a comma that may be a thousands mark, a superscript that is no
 * exponent, words where a number belongs, a unit that does not convert (both are named), nothing at all, a negative
 * content.
 *
 * @param by who enters it; a judgement of words is theirs
 */
export function checkReading(item: TestItem, typed: TypedReading, by: string): Result<CheckedReading, ReadingRefusal> {
  const fields = new FieldReader();
  const reading = readFields(fields, item, typed, by);
  const [first, ...further] = fields.faults;
  if (first !== undefined) return fail({ ...first, further });
  return reading === undefined
    ? fail({ code: 'reading.wrong-kind', field: 'kind', data: {}, further: [] })
    : ok({ reading, tidied: fields.tidied });
}

function readFields(fields: FieldReader, item: TestItem, typed: TypedReading, by: string): ItemReading | undefined {
  switch (typed.kind) {
    case 'quantity':
      return item.kind === 'numeric' || item.kind === 'not-detected' ? readOne(fields, item, typed) : undefined;
    case 'units': {
      if (item.kind !== 'microbiological') return undefined;
      const values = withoutTrailing(typed.values);
      if (values.length === 0) return fields.refuse('values[0]', 'reading.empty');
      if (values.length > item.n)
        return fields.refuse(`values[${item.n}]`, 'micro.too-many', { expected: item.n, found: values.length });
      values.forEach((raw, index) => fields.quantity(`values[${index}]`, raw, false));
      return { kind: 'units', values, unit: fields.unit('unit', typed.unit, item.unit) };
    }
    case 'wording': {
      if (item.kind !== 'wording') return undefined;
      if (typed.text.trim() === '') return fields.refuse('text', 'reading.empty');
      if (CONTROL.test(typed.text) || !typed.text.isWellFormed()) return fields.refuse('text', 'reading.characters');
      const { judgement } = typed;
      return { kind: 'wording', text: typed.text, ...(judgement && { judgement: { meets: judgement.meets, by } }) };
    }
    case 'packages':
      return item.kind === 'net-content' ? readPackages(fields, typed) : undefined;
  }
}

type Quantity = Extract<TypedReading, { kind: 'quantity' }>;

function readOne(fields: FieldReader, item: Extract<TestItem, { unit: string }>, typed: Quantity): ItemReading {
  // A content or a count is never below zero; a figure of the plan's own unit (a pH, a rotation) may be.
  fields.quantity('value', typed.value, item.kind === 'numeric' && dimensionOf(item.unit) === undefined);
  fields.unit('unit', typed.unit, item.unit);
  const optional = (name: 'lod' | 'loq' | 'uncertainty', least: 'zero' | 'above-zero') => {
    const raw = typed[name];
    if (raw === undefined || raw.trim() === '') return undefined;
    const read = fields.number(name, raw, least);
    return read === undefined ? undefined : { raw, read };
  };
  const lod = optional('lod', 'above-zero');
  const loq = optional('loq', 'above-zero');
  const uncertainty = optional('uncertainty', 'zero');
  if (lod && loq && compareDecimal(lod.read, loq.read) > 0)
    fields.refuse('loq', 'reading.lod-above-loq', { lod: lod.raw, loq: loq.raw });
  return {
    kind: 'quantity',
    value: typed.value,
    unit: typed.unit,
    ...(lod && { lod: lod.raw }),
    ...(loq && { loq: loq.raw }),
    ...(uncertainty && { uncertainty: uncertainty.raw }),
  };
}

function readPackages(fields: FieldReader, typed: Extract<TypedReading, { kind: 'packages' }>): ItemReading {
  const dimension = dimensionOf(typed.unit);
  if (typed.unit.trim() === '') fields.refuse('unit', 'unit.empty', { expected: 'g, mL, m, m2' });
  else if (dimension === undefined || dimension === 'mass-fraction' || dimension === 'mass-concentration')
    fields.refuse('unit', 'unit.unlike', { found: typed.unit.slice(0, SHOWN), expected: 'g, mL, m, m2' });
  fields.number('nominal', typed.nominal, 'above-zero');
  const lot = fields.number('lotSize', typed.lotSize, 'above-zero');
  const lotSize = lot && wholeCount(lot, LARGEST_LOT);
  if (lot !== undefined && lotSize === undefined) fields.refuse('lotSize', 'net.lot-size');
  const contents = withoutTrailing(typed.contents);
  if (contents.length === 0) fields.refuse('contents[0]', 'reading.empty');
  contents.forEach((raw, index) => fields.number(`contents[${index}]`, raw, 'zero'));
  return {
    kind: 'packages',
    nominal: typed.nominal,
    unit: typed.unit,
    lotSize: lotSize ?? 0,
    contents,
  };
}

/** Cells left empty at the end of a row are not readings; one left empty between two is a fault. */
const withoutTrailing = (values: readonly string[]): readonly string[] =>
  values.slice(0, values.findLastIndex((value) => value.trim() !== '') + 1);

/** A reading judged as it was typed. */
export interface JudgedReading {
  readonly result: ItemResult;
  readonly tidied: readonly TidiedField[];
}

/** {@link checkReading}, then {@link evaluateItem}: the one way from what was typed to a verdict, for screen and store alike. */
export function judgeTyped(item: TestItem, typed: TypedReading, by: string): Result<JudgedReading, ReadingRefusal> {
  const checked = checkReading(item, typed, by);
  if (!checked.ok) return checked;
  return ok({ result: evaluateItem(item, checked.value.reading), tidied: checked.value.tidied });
}
