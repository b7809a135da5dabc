import { compareDecimal, type Decimal, decimal } from '#shared/base/decimal.ts';
import { roundDecimal, type RoundingRule } from './rounding.ts';

/** What a standard asks of a number (GB/T 8170—2008, 4.2): one bound, an exact value, or two bounds. */
export type Limit =
  | { readonly operator: '≤' | '<' | '≥' | '>' | '='; readonly value: string }
  | {
      readonly operator: 'between';
      readonly from: string;
      readonly to: string;
      /** Without the bound itself: 不含. */
      readonly withoutFrom?: boolean;
      readonly withoutTo?: boolean;
    };

/**
 * Which value meets the limit: the reading with all its digits (全数值比较法, GB/T 8170—2008, 4.3.2) or
 * the rounded one (修约值比较法, 4.3.3). Where the standard is silent the full value is compared (4.3.1).
 */
export type Comparison = 'full-value' | 'rounded-value';

/** Whether a value keeps a limit, exactly. */
export function keepsLimit(value: Decimal, limit: Limit): boolean {
  if (limit.operator === 'between') {
    const above = compareDecimal(value, decimal(limit.from));
    const below = compareDecimal(value, decimal(limit.to));
    return (limit.withoutFrom ? above > 0 : above >= 0) && (limit.withoutTo ? below < 0 : below <= 0);
  }
  const order = compareDecimal(value, decimal(limit.value));
  switch (limit.operator) {
    case '≤':
      return order <= 0;
    case '<':
      return order < 0;
    case '≥':
      return order >= 0;
    case '>':
      return order > 0;
    case '=':
      return order === 0;
  }
}

/** The bounds of a limit as decimals, lowest first. */
export const boundsOf = (limit: Limit): readonly Decimal[] =>
  limit.operator === 'between' ? [decimal(limit.from), decimal(limit.to)] : [decimal(limit.value)];

/** The digits a reading is rounded to where the plan names no rule: those of the limit (GB/T 8170—2008, 4.3.3). */
export const limitRounding = (limit: Limit): RoundingRule => ({
  kind: 'decimals',
  places: Math.max(...boundsOf(limit).map(({ scale }) => scale)),
});

/** Compares a reading with a limit by either method; the rounding is the one recorded in the result. */
export const compareWithLimit = (
  reading: Decimal,
  limit: Limit,
  comparison: Comparison,
  rounding: RoundingRule = limitRounding(limit),
): boolean => keepsLimit(comparison === 'full-value' ? reading : roundDecimal(reading, rounding).value, limit);

/** Writes a limit: `≤ 0.2`, `1.2–1.6`, with 不含 marks as brackets. */
export function limitText(limit: Limit): string {
  if (limit.operator !== 'between') return `${limit.operator} ${limit.value}`;
  const { from, to, withoutFrom, withoutTo } = limit;
  return withoutFrom || withoutTo
    ? `${withoutFrom ? '(' : '['}${from}, ${to}${withoutTo ? ')' : ']'}`
    : `${from}–${to}`;
}
