import {
  addDecimal,
  compareDecimal,
  type Decimal,
  decimalText,
  divideDecimal,
  decimal,
  parseDecimal,
  subtractDecimal,
} from '#shared/base/decimal.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { tidyDecimal } from '#shared/base/tidy-decimal.ts';
import { because, type ItemResult, type LabReason, type NetContentFigures, resultOf } from './item-result.ts';
import { judgeLotMean } from './lot-mean.ts';
import { JJF_1070_2005, netContentSampling, tolerableShortage, type NetContentRules } from './net-content-rules.ts';
import type { PackagesReading } from './reading.ts';
import type { NetContentItem } from './test-item.ts';
import { convertUnit, dimensionOf, tidyUnit, type Dimension } from './unit.ts';

const RULES: Readonly<Record<NetContentItem['rules'], NetContentRules>> = { 'JJF 1070—2005': JJF_1070_2005 };

/** The unit in which a dimension's shortage is written; a count keeps its own. */
const BASES: Partial<Readonly<Record<Dimension, string>>> = { mass: 'g', volume: 'mL', length: 'm', area: 'm2' };

interface Packages {
  readonly unit: string;
  readonly nominal: Decimal;
  readonly contents: readonly Decimal[];
  readonly shortage: Decimal;
}

function readPackages(reading: PackagesReading, rules: NetContentRules): Result<Packages, LabReason> {
  const dimension = dimensionOf(reading.unit);
  const base = dimension === 'count' ? tidyUnit(reading.unit) : dimension && BASES[dimension];
  if (dimension === undefined || base === undefined) {
    return fail(because('unit.unlike', { found: reading.unit, expected: 'g, mL, m, m2' }));
  }
  if (!Number.isInteger(reading.lotSize) || reading.lotSize < 1) return fail(because('net.lot-size'));
  const values: Decimal[] = [];
  for (const [index, raw] of [reading.nominal, ...reading.contents].entries()) {
    const read = parseDecimal(tidyDecimal(raw).text);
    if (!read.ok || read.value.units < 0n) {
      return fail(
        index === 0
          ? because(read.ok ? 'net.nominal' : read.failure.code, { found: raw.slice(0, 60) })
          : because('reading.unreadable', { position: index, found: raw.slice(0, 60) }),
      );
    }
    const converted = convertUnit(read.value, reading.unit, base);
    if (!converted.ok) throw new TypeError(`${reading.unit} has the base ${base} and does not convert to it`);
    values.push(converted.value);
  }
  const [nominal, ...contents] = values;
  if (nominal === undefined || nominal.units === 0n) return fail(because('net.nominal'));
  if (dimension === 'count' && values.some((value) => divideDecimal(value, decimal('1'), 0).remainder.units !== 0n)) {
    return fail(because('net.not-whole'));
  }
  const shortage = tolerableShortage(rules, dimension, nominal);
  return shortage === undefined
    ? fail(because('net.out-of-table', { nominal: `${decimalText(nominal)} ${base}`, rules: rules.name }))
    : ok({ unit: base, nominal, contents, shortage });
}

/**
 * Judges net content (JJF 1070—2005, 4.3): of the packages that the lot takes, none may be short by more
 * than twice the tolerable shortage T, only so many by more than T, and from eleven packages on the mean
 * must reach Qn − λ·s. All packages must be weighed to pass; too many short ones fail at once.
 */
export function evaluateNetContent(item: NetContentItem, reading: PackagesReading): ItemResult {
  const rules = RULES[item.rules];
  const base = { raw: reading.contents, reported: reading.contents.join(', ') };
  const read = readPackages(reading, rules);
  if (!read.ok) {
    return resultOf(item, {
      ...base,
      verdict: 'undecided',
      reasons: [read.failure],
      unit: reading.unit,
      requirement: `${reading.nominal} ${reading.unit}`,
    });
  }
  const { unit, nominal, contents, shortage } = read.value;
  const { lotSize } = reading;
  const { sampleSize, lambda, shortOnceAllowed } = netContentSampling(rules, lotSize);
  const twice = addDecimal(shortage, shortage);
  const missing = contents.map((content) => subtractDecimal(nominal, content));
  const shortTwice = missing.filter((short) => compareDecimal(short, twice) > 0).length;
  const shortOnce = missing.filter((short) => compareDecimal(short, shortage) > 0).length - shortTwice;
  const complete = contents.length === sampleSize;
  const mean = lambda !== null && complete ? judgeLotMean(nominal, contents, lambda) : undefined;

  const figures: NetContentFigures = {
    unit,
    shortage: decimalText(shortage),
    sampleSize,
    shortOnce,
    shortOnceAllowed,
    shortTwice,
    mean:
      mean === undefined
        ? null
        : {
            value: decimalText(mean.mean),
            deviation: decimalText(mean.deviation),
            correction: decimalText(mean.correction),
            least: decimalText(mean.least),
          },
  };
  const known = { ...base, unit, requirement: `Qn = ${decimalText(nominal)} ${unit}`, netContent: figures };
  const found = contents.length;
  if (found > sampleSize) {
    const reasons = [because('net.too-many', { lotSize, expected: sampleSize, found })];
    return resultOf(item, { ...known, verdict: 'undecided', reasons });
  }
  const withUnit = `${figures.shortage} ${unit}`;
  const broken = [
    ...(shortTwice > 0 ? [because('net.short-twice', { found: shortTwice, shortage: withUnit })] : []),
    ...(shortOnce > shortOnceAllowed
      ? [because('net.short-once', { found: shortOnce, shortage: withUnit, allowed: shortOnceAllowed })]
      : []),
    ...(mean?.kept === false
      ? [
          because('net.mean', {
            mean: `${decimalText(mean.mean)} ${unit}`,
            least: `${decimalText(mean.least)} ${unit}`,
          }),
        ]
      : []),
  ];
  if (broken.length > 0) return resultOf(item, { ...known, verdict: 'failed', reasons: broken });
  if (!complete) {
    const reasons = [because('net.too-few', { lotSize, expected: sampleSize, found })];
    return resultOf(item, { ...known, verdict: 'undecided', reasons });
  }
  return resultOf(item, { ...known, verdict: 'passed', reasons: [because('net.kept', { shortage: withUnit })] });
}
