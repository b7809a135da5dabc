import { compareDecimal, type Decimal, type DecimalFailure, parseDecimal } from '#shared/base/decimal.ts';
import { plainCharacters } from '#shared/base/plain-characters.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { tidyDecimal } from '#shared/base/tidy-decimal.ts';
import { boundsOf, type Limit } from './limit.ts';

/**
 * What a reading says of a quantity: its value, that it lies below or above a bound (`<0.01`, `>300000`
 * as laboratories write them, the bound itself not included), or only whether anything was found.
 */
export type Quantity =
  | { readonly state: 'exact'; readonly value: Decimal }
  | { readonly state: 'below' | 'above'; readonly bound: Decimal }
  | { readonly state: 'not-detected' | 'detected' };

const NOT_DETECTED = /^(?:n\.?d\.?|not detected|未检出|阴性|negative)$/i;
const DETECTED = /^(?:detected|检出|阳性|positive)$/i;

/** Reads a reading as it was typed, pasted or imported; what is not a quantity is refused with the fault. */
export function readQuantity(raw: string): Result<Quantity, DecimalFailure> {
  const text = plainCharacters(raw).trim();
  if (NOT_DETECTED.test(text)) return ok({ state: 'not-detected' });
  if (DETECTED.test(text)) return ok({ state: 'detected' });
  const sign = text[0];
  const bounded = sign === '<' || sign === '>';
  const number = parseDecimal(tidyDecimal(bounded ? text.slice(1) : raw).text);
  if (!number.ok) return fail({ ...number.failure, data: { found: raw.slice(0, 60) } });
  if (!bounded) return ok({ state: 'exact', value: number.value });
  return ok({ state: sign === '<' ? 'below' : 'above', bound: number.value });
}

/** Whether a value known only to lie below a bound keeps a limit; undefined when that cannot be told. */
export function keepsWhenBelow(bound: Decimal, limit: Limit): boolean | undefined {
  const [lowest] = boundsOf(limit);
  if (lowest === undefined || compareDecimal(bound, lowest) > 0) return undefined;
  return limit.operator === '≤' || limit.operator === '<';
}

/** Whether a value known only to lie above a bound keeps a limit; undefined when that cannot be told. */
export function keepsWhenAbove(bound: Decimal, limit: Limit): boolean | undefined {
  const highest = boundsOf(limit).at(-1);
  if (highest === undefined || compareDecimal(bound, highest) < 0) return undefined;
  return limit.operator === '≥' || limit.operator === '>';
}
