import { compareDecimal, type Decimal, decimal, divideDecimal, multiplyDecimal } from '#shared/base/decimal.ts';
import { roundDecimal } from './rounding.ts';
import type { Dimension } from './unit.ts';

/** Tolerable shortage up to and including a declared content: a share of it in percent, or a fixed amount. */
interface ShortageBand {
  readonly upTo: string;
  readonly percent?: string;
  readonly fixed?: string;
}

/** How many packages a lot takes, and what may be wrong with them. */
export interface NetContentSampling {
  /** Largest lot the row holds for; null for any larger one. */
  readonly lotUpTo: number | null;
  /** Packages to draw; null for the whole lot. */
  readonly sampleSize: number | null;
  /** λ = t₀.₉₉₅ / √n; null where the mean is not judged. */
  readonly lambda: string | null;
  /** Packages allowed to be short by more than T, at most 2T; none may be short by more. */
  readonly shortOnceAllowed: number;
}

/** An edition of the rules for net content; a later one is another value of this type. */
export interface NetContentRules {
  readonly name: string;
  /** Mass in g, volume in mL. */
  readonly massOrVolume: readonly ShortageBand[];
  readonly sampling: readonly NetContentSampling[];
}

/**
 * JJF 1070—2005, 4.3.1 and 4.3.2, with the tables of 定量包装商品计量监督管理办法 (AQSIQ order 75, 2005):
 * annex 3 (tolerable shortage) and annex 4 (sampling, 99.5 % confidence).
 *
 * JJF 1070—2023 replaced it on 2024-10-12; its tables have to be held against this before a plan names it.
 */
export const JJF_1070_2005: NetContentRules = {
  name: 'JJF 1070—2005',
  massOrVolume: [
    { upTo: '50', percent: '9' },
    { upTo: '100', fixed: '4.5' },
    { upTo: '200', percent: '4.5' },
    { upTo: '300', fixed: '9' },
    { upTo: '500', percent: '3' },
    { upTo: '1000', fixed: '15' },
    { upTo: '10000', percent: '1.5' },
    { upTo: '15000', fixed: '150' },
    { upTo: '50000', percent: '1' },
  ],
  sampling: [
    { lotUpTo: 10, sampleSize: null, lambda: null, shortOnceAllowed: 0 },
    { lotUpTo: 50, sampleSize: 10, lambda: '1.028', shortOnceAllowed: 0 },
    { lotUpTo: 99, sampleSize: 13, lambda: '0.848', shortOnceAllowed: 1 },
    { lotUpTo: 500, sampleSize: 50, lambda: '0.379', shortOnceAllowed: 3 },
    { lotUpTo: 3200, sampleSize: 80, lambda: '0.295', shortOnceAllowed: 5 },
    { lotUpTo: null, sampleSize: 125, lambda: '0.234', shortOnceAllowed: 7 },
  ],
};

const NONE = decimal('0');
const THOUSAND = decimal('1000');

const percentOf = (value: Decimal, percent: string): Decimal =>
  multiplyDecimal(multiplyDecimal(value, decimal(percent)), decimal('0.01'));

/** Up to the next whole number. */
function wholeAbove(value: Decimal): Decimal {
  const { quotient, remainder } = divideDecimal(value, decimal('1'), 0);
  return remainder.units > 0n ? { units: quotient.units + 1n, scale: 0 } : quotient;
}

/**
 * The tolerable shortage T of one package (order 75, annex 3), in the unit of `nominal`: g, mL, m, m² or a count.
 *
 * Mass and volume: T is rounded to 0.1 up to 1 kg or 1 L, to 1 above (note *; by GB/T 8170). Length:
 * none up to 5 m, else 2 %. Area: 3 %. Count: none up to 50, else 1 % up to the next whole number (note **).
 * Undefined where the table does not reach.
 */
export function tolerableShortage(rules: NetContentRules, dimension: Dimension, nominal: Decimal): Decimal | undefined {
  switch (dimension) {
    case 'mass':
    case 'volume': {
      const band = rules.massOrVolume.find(({ upTo }) => compareDecimal(nominal, decimal(upTo)) <= 0);
      if (band === undefined) return undefined;
      const exact = band.fixed === undefined ? percentOf(nominal, band.percent ?? '0') : decimal(band.fixed);
      const places = compareDecimal(nominal, THOUSAND) <= 0 ? 1 : 0;
      return roundDecimal(exact, { kind: 'decimals', places }).value;
    }
    case 'length':
      return compareDecimal(nominal, decimal('5')) <= 0 ? NONE : percentOf(nominal, '2');
    case 'area':
      return percentOf(nominal, '3');
    case 'count':
      return compareDecimal(nominal, decimal('50')) <= 0 ? NONE : wholeAbove(percentOf(nominal, '1'));
    default:
      return undefined;
  }
}

/** The row of the sampling table for a lot, with its sample size in figures. */
export function netContentSampling(
  rules: NetContentRules,
  lotSize: number,
): NetContentSampling & { readonly sampleSize: number } {
  const row = rules.sampling.find(({ lotUpTo }) => lotUpTo === null || lotSize <= lotUpTo);
  if (row === undefined) throw new RangeError(`${rules.name} has no row for a lot of ${lotSize}`);
  return { ...row, sampleSize: row.sampleSize ?? lotSize };
}
