import {
  absoluteDecimal,
  type Decimal,
  decimal,
  decimalText,
  multiplyDecimal,
  negateDecimal,
  powerOfTen,
  widenDecimal,
} from '#shared/base/decimal.ts';

/**
 * How far a value is rounded (GB/T 8170—2008, 2.2, 3.1 and 3.4): to digits after the point, to
 * significant digits, or to whole multiples of an interval (修约间隔) such as `0.5`, `0.2`, `20` or `100`.
 */
export type RoundingRule =
  | { readonly kind: 'decimals'; readonly places: number }
  | { readonly kind: 'significant'; readonly digits: number }
  | { readonly kind: 'interval'; readonly interval: string };

/** Most digits a rule may ask for. */
export const MOST_DIGITS = 30;

/** What became of a magnitude: left as it was, cut off (舍), carried up (进). */
export type RoundingStep = 'exact' | 'down' | 'up';

/** A rounded value beside the reading it came from. */
export interface Rounded {
  /** The reading as it stood; never overwritten. */
  readonly raw: string;
  /** The rounded value, written plainly: `1300`. */
  readonly value: string;
  /** The rounded value as the standard writes it where the plain one would claim digits: `13×10²`. */
  readonly written: string;
  readonly rule: RoundingRule;
  readonly step: RoundingStep;
}

/**
 * A mark on a value that was rounded once already (GB/T 8170—2008, 3.3.2): `+` cut off before, the
 * true magnitude is larger; `−` carried before, it is smaller.
 */
export type RoundedMark = '+' | '-';

interface Step {
  /** The magnitude in whole intervals. */
  readonly count: bigint;
  readonly step: RoundingStep;
}

/**
 * The rule of carrying and cutting, on a magnitude (GB/T 8170—2008, 3.2.1–3.2.4): below half cut,
 * above half carry, exactly half to the even neighbour; a mark decides an exact half the other way (3.3.2).
 */
function stepTo(value: bigint, interval: bigint, mark: RoundedMark | undefined): Step {
  const count = value / interval;
  const rest = value % interval;
  if (rest === 0n) return { count, step: 'exact' };
  const twice = rest * 2n;
  const carry = twice === interval ? (mark === undefined ? count % 2n === 1n : mark === '+') : twice > interval;
  return carry ? { count: count + 1n, step: 'up' } : { count, step: 'down' };
}

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;

function superscript(exponent: number): string {
  return exponent < 10
    ? (SUPERSCRIPTS[exponent] ?? '')
    : superscript(Math.floor(exponent / 10)) + superscript(exponent % 10);
}

/** A magnitude as whole steps of a power of ten. */
function inPowers(magnitude: Decimal, exponent: number, mark: RoundedMark | undefined): Step {
  const below = Math.max(0, -exponent);
  const scale = Math.max(magnitude.scale, below);
  return stepTo(widenDecimal(magnitude, scale).units, powerOfTen(scale + exponent), mark);
}

/** Steps of ten to the power of `exponent`, as a value and as the standard writes it. */
function outOfPowers(count: bigint, exponent: number): readonly [value: Decimal, written: string | undefined] {
  if (exponent <= 0) return [{ units: count, scale: -exponent }, undefined];
  const value: Decimal = { units: count * powerOfTen(exponent), scale: 0 };
  return [value, count === 0n ? undefined : `${count}×10${exponent === 1 ? '' : superscript(exponent)}`];
}

type Outcome = readonly [value: Decimal, written: string | undefined, step: RoundingStep];

function toPower(magnitude: Decimal, exponent: number, mark: RoundedMark | undefined): Outcome {
  const { count, step } = inPowers(magnitude, exponent, mark);
  return [...outOfPowers(count, exponent), step];
}

/** A carry to one more digit, 9.96 to 10.0, gives the last digit back: 2.2 of the standard counts digits of the result. */
function toSignificant(magnitude: Decimal, digits: number, mark: RoundedMark | undefined): Outcome {
  if (magnitude.units === 0n) return [{ units: 0n, scale: 0 }, undefined, 'exact'];
  const exponent = magnitude.units.toString().length - magnitude.scale - digits;
  const { count, step } = inPowers(magnitude, exponent, mark);
  const carried = count.toString().length > digits;
  return [...outOfPowers(carried ? count / 10n : count, carried ? exponent + 1 : exponent), step];
}

const POWER = /^10*$/;

function toInterval(magnitude: Decimal, interval: Decimal, mark: RoundedMark | undefined): Outcome {
  if (interval.scale === 0 && POWER.test(interval.units.toString())) {
    return toPower(magnitude, interval.units.toString().length - 1, mark);
  }
  const scale = Math.max(magnitude.scale, interval.scale);
  const { count, step } = stepTo(widenDecimal(magnitude, scale).units, widenDecimal(interval, scale).units, mark);
  return [multiplyDecimal({ units: count, scale: 0 }, interval), undefined, step];
}

function outcomeOf(magnitude: Decimal, rule: RoundingRule, mark: RoundedMark | undefined): Outcome {
  switch (rule.kind) {
    case 'decimals':
      return toPower(magnitude, -rule.places, mark);
    case 'significant':
      return toSignificant(magnitude, rule.digits, mark);
    case 'interval':
      return toInterval(magnitude, decimal(rule.interval), mark);
  }
}

/**
 * Rounds a value by GB/T 8170—2008, once (3.3.1 forbids rounding in steps), the sign set aside and put
 * back last (3.2.5).
 *
 * Any interval is taken as 3.4 takes 0.5 and 0.2: the value in whole intervals is rounded, then
 * multiplied back, so that half an interval goes to the even multiple. Zero carries no sign.
 *
 * @param mark for a reported value that was rounded before, see {@link RoundedMark}
 * @throws RangeError when the rule itself is none; see `checkRoundingRule`.
 */
export function roundDecimal(
  raw: Decimal,
  rule: RoundingRule,
  mark?: RoundedMark,
): { readonly value: Decimal; readonly written: string; readonly step: RoundingStep } {
  const negative = raw.units < 0n;
  const [magnitude, written, step] = outcomeOf(absoluteDecimal(raw), rule, mark);
  const value = negative ? negateDecimal(magnitude) : magnitude;
  return {
    value,
    written: written === undefined ? decimalText(value) : negative ? `-${written}` : written,
    step,
  };
}

/** {@link roundDecimal} with the reading kept beside the result. @throws RangeError when `raw` is no decimal. */
export function round(raw: string, rule: RoundingRule): Rounded {
  const { value, written, step } = roundDecimal(decimal(raw), rule);
  return { raw, value: decimalText(value), written, rule, step };
}

/**
 * How a rounded value is written where the full value was compared (GB/T 8170—2008, 4.3.2 and table 3): it must be
 * marked whether it was cut, carried or neither: `97.01` is `97.0(+)`, `96.96` is `97.0(-)`, `97.0` has no mark.
 */
export const markedText = ({ value, step }: Pick<Rounded, 'value' | 'step'>): string =>
  step === 'exact' ? value : `${value}(${step === 'down' ? '+' : '-'})`;

/**
 * How a rounded value is reported where someone may have to round it again (GB/T 8170—2008, 3.3.2):
 * with `(+)` or `(-)` when its last non-zero digit is 5, so that `15.5(-)` later goes to 15, `16.5(+)` to 17.
 */
export const reportedText = (rounded: Pick<Rounded, 'value' | 'step'>): string =>
  /5[0.]*$/.test(rounded.value) ? markedText(rounded) : rounded.value;

const REPORTED = /^(.*?)(?:\(([+-])\))?$/;

/** Rounds a reported value by its mark (GB/T 8170—2008, 3.3.2). @throws RangeError when it is none. */
export function roundReported(reported: string, rule: RoundingRule): Rounded {
  const [, text = '', mark] = REPORTED.exec(reported) ?? [];
  const { value, written, step } = roundDecimal(decimal(text), rule, mark as RoundedMark | undefined);
  return { raw: reported, value: decimalText(value), written, rule, step };
}
