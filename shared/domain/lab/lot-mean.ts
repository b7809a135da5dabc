import { type Decimal, decimal, powerOfTen, subtractDecimal, widenDecimal } from '#shared/base/decimal.ts';
import { roundDecimal } from './rounding.ts';

/** The mean of a sample and what it is held against; figures rounded for the record, the comparison exact. */
export interface LotMean {
  /** q̄ ≥ Qn − λ·s, decided without a root and without rounding. */
  readonly kept: boolean;
  readonly mean: Decimal;
  /** The sample's standard deviation s, with n − 1. */
  readonly deviation: Decimal;
  /** λ·s */
  readonly correction: Decimal;
  /** Qn − λ·s */
  readonly least: Decimal;
}

/** Digits kept behind the last one measured, where a figure is written for the record. */
const EXTRA_DIGITS = 2;

/** The largest whole number whose square is not above `value`. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** A number cut off somewhere past `places`, with a last digit that says whether anything was lost, rounded once. */
const roundOnce = (units: bigint, scale: number, lost: boolean, places: number): Decimal =>
  roundDecimal({ units: units * 10n + (lost ? 1n : 0n), scale: scale + 1 }, { kind: 'decimals', places }).value;

function roundRatio(numerator: bigint, denominator: bigint, places: number): Decimal {
  const widened = numerator * powerOfTen(places + 1);
  return roundOnce(widened / denominator, places + 1, widened % denominator !== 0n, places);
}

function roundRoot(numerator: bigint, denominator: bigint, places: number): Decimal {
  const widened = numerator * powerOfTen(2 * (places + 1));
  const root = wholeRoot(widened / denominator);
  return roundOnce(root, places + 1, root * root * denominator !== widened, places);
}

/**
 * Judges the mean of a lot (JJF 1070—2005, 4.3.2; order 75, annex 4): q̄ ≥ Qn − λ·s with
 * s² = Σ(qᵢ − q̄)² / (n − 1).
 *
 * The root is never taken to decide: with S = Σqᵢ and Q = Σqᵢ², the mean is short only if nQn > S and
 * (nQn − S)²·(n − 1) > λ²·n·(nQ − S²), which whole numbers settle exactly.
 *
 * @param contents two or more, in the unit of `nominal`
 */
export function judgeLotMean(nominal: Decimal, contents: readonly Decimal[], lambdaText: string): LotMean {
  const scale = Math.max(nominal.scale, ...contents.map((content) => content.scale));
  const units = contents.map((content) => widenDecimal(content, scale).units);
  const n = BigInt(units.length);
  const sum = units.reduce((total, unit) => total + unit, 0n);
  const squares = units.reduce((total, unit) => total + unit * unit, 0n);
  const short = n * widenDecimal(nominal, scale).units - sum;
  /** n·(n − 1)·s², in squares of the last digit. */
  const spread = n * squares - sum * sum;
  const lambda = decimal(lambdaText);
  const lambdaSquare = lambda.units * lambda.units;
  const lambdaBase = powerOfTen(2 * lambda.scale);
  const kept = short <= 0n || short * short * (n - 1n) * lambdaBase <= lambdaSquare * n * spread;

  const places = scale + EXTRA_DIGITS;
  const square = powerOfTen(2 * scale);
  const variance = n * (n - 1n) * square;
  const correction = roundRoot(lambdaSquare * spread, variance * lambdaBase, places);
  return {
    kept,
    mean: roundRatio(sum, n * powerOfTen(scale), places),
    deviation: roundRoot(spread, variance, places),
    correction,
    least: subtractDecimal(nominal, correction),
  };
}
