import { hasLookalikeDigit } from './plain-characters.ts';
import { fail, ok, type Failure, type Result } from './result.ts';

/**
 * An exact decimal number: `units` × 10^−`scale`. Trailing zeros are kept, because `12.50` says more
 * than `12.5`. Made of integers only, so that no measured value ever passes through binary floating point.
 */
export interface Decimal {
  readonly units: bigint;
  /** Digits after the point, 0 or more. */
  readonly scale: number;
}

/** What can be wrong with a written number. */
export type DecimalFault =
  | 'decimal.empty'
  | 'decimal.comma'
  | 'decimal.exponent'
  | 'decimal.full-width'
  | 'decimal.length'
  | 'decimal.lookalike'
  | 'decimal.shape';
export type DecimalFailure = Failure<DecimalFault>;

/** Longest number that is read, in characters; a longer one is a slip or an attack. */
export const LONGEST_DECIMAL = 60;

const SHAPE = /^-?\d+(?:\.\d+)?$/;
const FULL_WIDTH = /[０-９．－＋，。]/;
/** An exponent, or the place where one was: `1.5E-3`, `10^5`, and `1.5×104` whose superscript was lost on the way. */
const EXPONENT =
  /^[-+]?(?:[\d.]+[eE][-+]?\d+|(?:[\d.]+\s*[×xX*]\s*)?10\s*\^\s*[-+]?\d+|[\d.]+\s*[×xX*]\s*10\s*[-+]?\d+)$/;

function faultOf(text: string): DecimalFault {
  if (text === '') return 'decimal.empty';
  if (text.length > LONGEST_DECIMAL) return 'decimal.length';
  if (FULL_WIDTH.test(text)) return 'decimal.full-width';
  if (hasLookalikeDigit(text)) return 'decimal.lookalike';
  if (EXPONENT.test(text)) return 'decimal.exponent';
  return text.includes(',') ? 'decimal.comma' : 'decimal.shape';
}

/**
 * Reads a number in the one form the house writes: digits, at most one point with digits on both
 * sides, a leading minus. Nothing is guessed; `tidyDecimal` stands before it where people type.
 */
export function parseDecimal(text: string): Result<Decimal, DecimalFailure> {
  if (text.length > LONGEST_DECIMAL || !SHAPE.test(text)) {
    return fail({ code: faultOf(text), data: { found: text.slice(0, LONGEST_DECIMAL) } });
  }
  const point = text.indexOf('.');
  return ok(
    point < 0
      ? { units: BigInt(text), scale: 0 }
      : { units: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 },
  );
}

/** A number that is known to be right: a constant of a standard, a value that was parsed before. */
export function decimal(text: string): Decimal {
  const read = parseDecimal(text);
  if (!read.ok) throw new RangeError(`no decimal: ${text}`);
  return read.value;
}

/** Ten to the power of `exponent` (0 or more). */
export const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent);

const magnitude = (units: bigint): bigint => (units < 0n ? -units : units);

/** Writes a number plainly, with all its digits; zero has no sign. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = magnitude(units)
    .toString()
    .padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** The same value with at least `scale` digits after the point. */
export const widenDecimal = (value: Decimal, scale: number): Decimal =>
  value.scale >= scale ? value : { units: value.units * powerOfTen(scale - value.scale), scale };

function aligned(a: Decimal, b: Decimal): readonly [a: bigint, b: bigint, scale: number] {
  const scale = Math.max(a.scale, b.scale);
  return [widenDecimal(a, scale).units, widenDecimal(b, scale).units, scale];
}

/** A count as a plain number: undefined for a fraction, a negative, and more than `most`. */
export function wholeCount({ units, scale }: Decimal, most: number): number | undefined {
  const whole = units / powerOfTen(scale);
  if (units < 0n || whole * powerOfTen(scale) !== units || whole > BigInt(most)) return undefined;
  return [...whole.toString()].reduce((count, digit) => count * 10 + '0123456789'.indexOf(digit), 0);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`; `1.0` equals `1`. */
export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [left, right] = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = aligned(a, b);
  return { units: left + right, scale };
}

export const negateDecimal = ({ units, scale }: Decimal): Decimal => ({ units: -units, scale });

export const absoluteDecimal = ({ units, scale }: Decimal): Decimal => ({ units: magnitude(units), scale });

export const subtractDecimal = (a: Decimal, b: Decimal): Decimal => addDecimal(a, negateDecimal(b));

/** The exact product; its scale is the sum of both. */
export const multiplyDecimal = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

/** A quotient cut off towards zero, and what was left over: `a = quotient × b + remainder`, exactly. */
export interface DecimalQuotient {
  readonly quotient: Decimal;
  readonly remainder: Decimal;
}

/** Divides to a given number of digits after the point. @throws RangeError when `b` is zero. */
export function divideDecimal(a: Decimal, b: Decimal, scale: number): DecimalQuotient {
  const [left, right, common] = aligned(a, b);
  const widened = left * powerOfTen(scale);
  return {
    quotient: { units: widened / right, scale },
    remainder: { units: widened % right, scale: common + scale },
  };
}

/** Multiplies by ten to the power of `exponent`, negative or positive, exactly. */
export function shiftDecimal({ units, scale }: Decimal, exponent: number): Decimal {
  const shifted = scale - exponent;
  return shifted >= 0 ? { units, scale: shifted } : { units: units * powerOfTen(-shifted), scale: 0 };
}
