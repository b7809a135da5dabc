import {
  absoluteDecimal,
  compareDecimal,
  type Decimal,
  decimalText,
  parseDecimal,
  subtractDecimal,
} from '#shared/base/decimal.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { tidyDecimal } from '#shared/base/tidy-decimal.ts';
import { because, type ItemResult, type LabReason, resultOf } from './item-result.ts';
import { boundsOf, keepsLimit, limitRounding, limitText } from './limit.ts';
import { keepsWhenAbove, keepsWhenBelow, type Quantity, readQuantity } from './quantity.ts';
import type { QuantityReading } from './reading.ts';
import { markedText, roundDecimal, type Rounded } from './rounding.ts';
import type { NumericItem } from './test-item.ts';
import { convertUnit } from './unit.ts';

/** A reading's figures in the unit of the item. */
export interface ConvertedReading {
  readonly quantity: Quantity;
  readonly lod: Decimal | undefined;
  readonly loq: Decimal | undefined;
  readonly uncertainty: Decimal | undefined;
}

/** Reads and converts every figure of a reading; the first that is no number or of an unlike unit is the refusal. */
export function convertReading(reading: QuantityReading, unit: string): Result<ConvertedReading, LabReason> {
  const read = readQuantity(reading.value);
  if (!read.ok) return fail(because(read.failure.code, { found: reading.value.slice(0, 60) }));
  const figures: (Decimal | undefined)[] = [];
  const { value: quantity } = read;
  const own = quantity.state === 'exact' ? quantity.value : 'bound' in quantity ? quantity.bound : undefined;
  for (const figure of [own, reading.lod, reading.loq, reading.uncertainty]) {
    if (figure === undefined) {
      figures.push(undefined);
      continue;
    }
    const parsed = typeof figure === 'string' ? parseDecimal(tidyDecimal(figure).text) : ok(figure);
    if (!parsed.ok) return fail(because(parsed.failure.code, { found: String(figure).slice(0, 60) }));
    const converted = convertUnit(parsed.value, reading.unit, unit);
    if (!converted.ok) return fail(because('unit.unlike', { found: reading.unit, expected: unit }));
    figures.push(converted.value);
  }
  const [converted, lod, loq, uncertainty] = figures;
  return ok({ quantity: inUnit(quantity, converted), lod, loq, uncertainty });
}

function inUnit(quantity: Quantity, converted: Decimal | undefined): Quantity {
  if (converted === undefined) return quantity;
  return quantity.state === 'exact'
    ? { state: 'exact', value: converted }
    : 'bound' in quantity
      ? { ...quantity, bound: converted }
      : quantity;
}

/**
 * What a reading says once the method's limits are heeded: below LOD nothing was detected, below LOQ
 * there is something but no figure, and either is known only to lie below that bound.
 */
export function heedLimits({ quantity, lod, loq }: ConvertedReading): Quantity {
  if (quantity.state === 'not-detected' && lod !== undefined) return { state: 'below', bound: lod };
  if (quantity.state !== 'exact') return quantity;
  for (const bound of [lod, loq]) {
    if (bound !== undefined && compareDecimal(quantity.value, bound) < 0) return { state: 'below', bound };
  }
  return quantity;
}

/** A limit lies within value ± uncertainty when its distance from the value is no more than the uncertainty. */
const isWithin = (value: Decimal, uncertainty: Decimal, item: NumericItem): boolean =>
  boundsOf(item.limit).some(
    (bound) => compareDecimal(absoluteDecimal(subtractDecimal(value, bound)), absoluteDecimal(uncertainty)) <= 0,
  );

/**
 * Judges a number against its limit: the full value by default, the rounded one where the item says so
 * (GB/T 8170—2008, 4.3); rounded once, from the full value in the item's unit. Where the full value was compared, the
 * rounded one is marked whether it was cut or carried (4.3.2). What lies below LOD or LOQ
 * passes or fails only where its bound settles it, and is undecided otherwise.
 */
export function evaluateNumeric(item: NumericItem, reading: QuantityReading): ItemResult {
  const requirement = `${limitText(item.limit)} ${item.unit}`;
  const base = { raw: [reading.value], unit: item.unit, requirement, reported: reading.value };
  const undecided = (reason: LabReason): ItemResult =>
    resultOf(item, { ...base, verdict: 'undecided', reasons: [reason] });
  const converted = convertReading(reading, item.unit);
  if (!converted.ok) return undecided(converted.failure);
  const quantity = heedLimits(converted.value);
  switch (quantity.state) {
    case 'detected':
      return undecided(because('reading.no-number'));
    case 'not-detected':
      return undecided(because('reading.no-detection-limit'));
    case 'exact':
      return judgeExact(item, quantity.value, converted.value.uncertainty, base);
    case 'below':
    case 'above': {
      const reported = `${quantity.state === 'below' ? '<' : '>'}${decimalText(quantity.bound)}`;
      const kept = (quantity.state === 'below' ? keepsWhenBelow : keepsWhenAbove)(quantity.bound, item.limit);
      const reasons =
        kept === undefined
          ? because('reading.bound-too-coarse', { reading: reported, limit: requirement })
          : because(kept ? 'limit.kept' : 'limit.broken', { value: reported, limit: requirement });
      const verdict = kept === undefined ? 'undecided' : kept ? 'passed' : 'failed';
      return resultOf(item, { ...base, verdict, reasons: [reasons], reported });
    }
  }
}

function judgeExact(
  item: NumericItem,
  value: Decimal,
  uncertainty: Decimal | undefined,
  base: Pick<ItemResult, 'raw' | 'unit' | 'requirement' | 'reported'>,
): ItemResult {
  const rule = item.rounding ?? limitRounding(item.limit);
  const comparison = item.comparison ?? 'full-value';
  const full = decimalText(value);
  const step = roundDecimal(value, rule);
  const rounded: Rounded = { raw: full, value: decimalText(step.value), written: step.written, rule, step: step.step };
  const kept = keepsLimit(comparison === 'full-value' ? value : step.value, item.limit);
  const compared = comparison === 'full-value' ? full : rounded.value;
  return resultOf(item, {
    ...base,
    verdict: kept ? 'passed' : 'failed',
    reasons: [because(kept ? 'limit.kept' : 'limit.broken', { value: compared, limit: base.requirement })],
    full,
    rounded,
    reported: comparison === 'full-value' ? markedText(rounded) : rounded.value,
    rounding: rule,
    comparison,
    limitWithinUncertainty: uncertainty === undefined ? null : isWithin(value, uncertainty, item),
  });
}
