import { shiftDecimal, type Decimal } from '#shared/base/decimal.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';

/** What a unit measures; units of unlike dimensions are never converted into each other. */
export type Dimension = 'mass-fraction' | 'mass-concentration' | 'mass' | 'volume' | 'length' | 'area' | 'count';

export type UnitFailure = Failure<'unit.unlike'>;

interface Scale {
  readonly dimension: Dimension;
  /** Power of ten of one unit in the dimension's base: mg/kg, mg/L, g, mL, m, m². */
  readonly exponent: number;
}

const of = (dimension: Dimension, units: Readonly<Record<string, number>>): readonly (readonly [string, Scale])[] =>
  Object.entries(units).map(([unit, exponent]) => [unit, { dimension, exponent }]);

/** Units of one dimension differ by powers of ten alone, so that every conversion is exact. */
const SCALES: ReadonlyMap<string, Scale> = new Map([
  ...of('mass-fraction', {
    '%': 4,
    'g/100g': 4,
    'g/kg': 3,
    'mg/g': 3,
    'mg/100g': 1,
    'mg/kg': 0,
    'μg/g': 0,
    'μg/kg': -3,
    'ng/g': -3,
    'ng/kg': -6,
  }),
  ...of('mass-concentration', {
    'g/100mL': 4,
    'g/L': 3,
    'mg/mL': 3,
    'mg/100mL': 1,
    'mg/L': 0,
    'μg/mL': 0,
    'μg/L': -3,
    'ng/mL': -3,
  }),
  ...of('mass', { kg: 3, g: 0, mg: -3 }),
  ...of('volume', { L: 3, mL: 0 }),
  ...of('length', { m: 0, dm: -1, cm: -2, mm: -3 }),
  ...of('area', { m2: 0, dm2: -2, cm2: -4, mm2: -6 }),
  ...['件', '个', '片', '支', '枚', '粒', '只', '张', '袋', '包', '条', '块'].flatMap((unit) =>
    of('count', { [unit]: 0 }),
  ),
]);

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/毫克/g, 'mg'],
  [/微克/g, 'μg'],
  [/千克|公斤/g, 'kg'],
  [/克/g, 'g'],
  [/毫升/g, 'mL'],
  [/升/g, 'L'],
  [/平方分米/g, 'dm2'],
  [/平方厘米/g, 'cm2'],
  [/平方毫米/g, 'mm2'],
  [/平方米/g, 'm2'],
  [/分米/g, 'dm'],
  [/厘米/g, 'cm'],
  [/毫米/g, 'mm'],
  [/米/g, 'm'],
  [/\b(?:u|mc)(?=[gL])/gi, 'μ'],
  [/(?<![A-Za-zμ])(m|μ|)l(?![A-Za-z])/g, '$1L'],
  [/\bcfu\b/gi, 'CFU'],
];

/**
 * A unit in the one way the house writes it: `µg/kg`, `ug/kg`, `㎍/㎏`, `微克/千克` are all `μg/kg`.
 * Case counts (`mg` is not `Mg`), but for the litre, which the standards write `L` and people `l`.
 */
export const tidyUnit = (unit: string): string =>
  WORDS.reduce(
    (text, [from, to]) => text.replace(from, to),
    unit.normalize('NFKC').replace(/\s/g, '').replaceAll('⁄', '/'),
  );

/** What a unit measures; undefined for one that stands for itself alone, such as `CFU/g` or `%vol`. */
export const dimensionOf = (unit: string): Dimension | undefined => SCALES.get(tidyUnit(unit))?.dimension;

/**
 * Expresses a value in another unit, exactly. Units that the table does not hold convert to nothing
 * but themselves; mg/kg and mg/L are unlike, because a density lies between them.
 */
export function convertUnit(value: Decimal, from: string, to: string): Result<Decimal, UnitFailure> {
  if (from === to) return ok(value);
  const [given, wanted] = [tidyUnit(from), tidyUnit(to)];
  if (given === wanted) return ok(value);
  const [source, target] = [SCALES.get(given), SCALES.get(wanted)];
  if (source === undefined || source.dimension !== target?.dimension || source.dimension === 'count') {
    return fail({ code: 'unit.unlike', data: { found: from, expected: to } });
  }
  return ok(shiftDecimal(value, source.exponent - target.exponent));
}
