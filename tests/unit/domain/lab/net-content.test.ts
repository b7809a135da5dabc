import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimal, decimal, decimalText } from '#shared/base/decimal.ts';
import { evaluateItem } from '#shared/domain/lab/evaluate-item.ts';
import type { ItemVerdict } from '#shared/domain/lab/item-result.ts';
import { judgeLotMean } from '#shared/domain/lab/lot-mean.ts';
import { JJF_1070_2005, netContentSampling, tolerableShortage } from '#shared/domain/lab/net-content-rules.ts';
import type { NetContentItem } from '#shared/domain/lab/test-item.ts';
import type { Dimension } from '#shared/domain/lab/unit.ts';

const item: NetContentItem = {
  id: 'net-content',
  kind: 'net-content',
  zh: '净含量',
  en: 'Net content',
  method: 'JJF 1070—2005',
  source: { standard: 'JJF 1070—2005', clause: '4.3' },
  rules: 'JJF 1070—2005',
};
const judge = (nominal: string, unit: string, lotSize: number, contents: readonly string[]) =>
  evaluateItem(item, { kind: 'packages', nominal, unit, lotSize, contents });
const shortage = (dimension: Dimension, nominal: string): string | undefined => {
  const found = tolerableShortage(JJF_1070_2005, dimension, decimal(nominal));
  return found && decimalText(found);
};
const times = (count: number, content: string): readonly string[] => Array.from({ length: count }, () => content);

describe('tolerable shortage (order 75 of 2005, annex 3; JJF 1070—2005, 4.3.1)', () => {
  it.each<readonly [Dimension, string, string | undefined]>([
    ['mass', '10', '0.9'],
    ['mass', '25', '2.2'],
    ['mass', '35', '3.2'],
    ['mass', '50', '4.5'],
    ['mass', '50.1', '4.5'],
    ['volume', '100', '4.5'],
    ['mass', '150', '6.8'],
    ['mass', '170', '7.6'],
    ['volume', '200', '9.0'],
    ['mass', '250', '9.0'],
    ['mass', '300', '9.0'],
    ['mass', '400', '12.0'],
    ['volume', '500', '15.0'],
    ['mass', '750', '15.0'],
    ['mass', '1000', '15.0'],
    ['mass', '1100', '16'],
    ['mass', '1500', '22'],
    ['mass', '2500', '38'],
    ['mass', '5000', '75'],
    ['mass', '10000', '150'],
    ['mass', '12000', '150'],
    ['mass', '15000', '150'],
    ['mass', '25000', '250'],
    ['mass', '50000', '500'],
    ['mass', '50000.1', undefined],
    ['length', '5', '0'],
    ['length', '5.01', '0.1002'],
    ['length', '10', '0.20'],
    ['area', '2', '0.06'],
    ['count', '50', '0'],
    ['count', '51', '1'],
    ['count', '100', '1'],
    ['count', '101', '2'],
    ['count', '250', '3'],
    ['mass-fraction', '5', undefined],
  ])('%s %s: %s', (dimension, nominal, expected) => {
    const found = shortage(dimension, nominal);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(compareDecimal(decimal(found ?? '-1'), decimal(expected))).toBe(0);
  });

  it('never falls when the declared content grows, also across the bands', () => {
    const contents = fc.bigInt({ min: 1n, max: 500_000n }).map((units) => decimalText({ units, scale: 1 }));
    fc.assert(
      fc.property(contents, contents, (left, right) => {
        const [less, more] = compareDecimal(decimal(left), decimal(right)) <= 0 ? [left, right] : [right, left];
        const [a, b] = [shortage('mass', less) ?? '', shortage('mass', more) ?? ''];
        expect(compareDecimal(decimal(a), decimal(b))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('sampling (order 75 of 2005, annex 4)', () => {
  it.each([
    [1, 1, null, 0],
    [10, 10, null, 0],
    [11, 10, '1.028', 0],
    [50, 10, '1.028', 0],
    [51, 13, '0.848', 1],
    [99, 13, '0.848', 1],
    [100, 50, '0.379', 3],
    [500, 50, '0.379', 3],
    [501, 80, '0.295', 5],
    [3200, 80, '0.295', 5],
    [3201, 125, '0.234', 7],
  ])('a lot of %i takes %i, λ %s, %i may be short', (lotSize, sampleSize, lambda, shortOnceAllowed) => {
    expect(netContentSampling(JJF_1070_2005, lotSize)).toMatchObject({ sampleSize, lambda, shortOnceAllowed });
  });
});

describe('net content', () => {
  it.each<readonly [what: string, ReturnType<typeof judge>, ItemVerdict, readonly string[]]>([
    ['a lone package that is full', judge('500', 'g', 1, ['500.0']), 'passed', ['net.kept']],
    ['a lone package short by exactly T', judge('500', 'g', 1, ['485']), 'passed', ['net.kept']],
    ['a lone package short by more than T', judge('500', 'g', 1, ['484.9']), 'failed', ['net.short-once']],
    ['a lone package short by exactly 2T', judge('500', 'g', 1, ['470']), 'failed', ['net.short-once']],
    ['a lone package short by more than 2T', judge('500', 'g', 1, ['469.9']), 'failed', ['net.short-twice']],
    ['ten packages, the mean short but not judged', judge('500', 'g', 10, times(10, '486')), 'passed', ['net.kept']],
    ['eleven packages, the mean short', judge('500', 'g', 11, times(10, '499')), 'failed', ['net.mean']],
    ['eleven packages, all full', judge('500', 'g', 11, times(10, '500')), 'passed', ['net.kept']],
    [
      'sixty packages, one short as allowed',
      judge('500', 'g', 60, ['480', ...times(12, '503')]),
      'passed',
      ['net.kept'],
    ],
    [
      'sixty packages, two short',
      judge('500', 'g', 60, ['480', '480', ...times(11, '505')]),
      'failed',
      ['net.short-once'],
    ],
    ['packages not yet weighed', judge('500', 'g', 60, times(12, '503')), 'undecided', ['net.too-few']],
    ['not all weighed, and broken already', judge('500', 'g', 60, ['400']), 'failed', ['net.short-twice']],
    ['more weighed than the lot takes', judge('500', 'g', 60, times(14, '503')), 'undecided', ['net.too-many']],
    ['in kilograms', judge('0.5', 'kg', 1, ['0.4849']), 'failed', ['net.short-once']],
    ['in litres', judge('1', 'l', 1, ['0.985']), 'passed', ['net.kept']],
    ['a length that may not be short', judge('5', 'm', 1, ['4.999']), 'failed', ['net.short-twice']],
    ['a length within 2 %', judge('10', 'm', 1, ['9.8']), 'passed', ['net.kept']],
    ['a length in centimetres', judge('1000', 'cm', 1, ['979.9']), 'failed', ['net.short-once']],
    ['an area within 3 %', judge('2', 'm²', 1, ['1.94']), 'passed', ['net.kept']],
    ['a count that may not be short', judge('50', '片', 1, ['49']), 'failed', ['net.short-twice']],
    ['a count short by one in a hundred', judge('100', '片', 1, ['99']), 'passed', ['net.kept']],
    ['a count short by two', judge('100', '片', 1, ['98']), 'failed', ['net.short-once']],
    ['half a piece', judge('100', '片', 1, ['99.5']), 'undecided', ['net.not-whole']],
    ['a unit that is none', judge('500', 'mg/kg', 1, ['500']), 'undecided', ['unit.unlike']],
    ['a declared content of nought', judge('0', 'g', 1, ['0']), 'undecided', ['net.nominal']],
    ['a declared content beyond the table', judge('60', 'kg', 1, ['60']), 'undecided', ['net.out-of-table']],
    ['a lot of nought', judge('500', 'g', 0, []), 'undecided', ['net.lot-size']],
    ['a lot of one and a half', judge('500', 'g', 1.5, ['500']), 'undecided', ['net.lot-size']],
    ['a package that is no number', judge('500', 'g', 2, ['500', '五百']), 'undecided', ['reading.unreadable']],
    ['a comma', judge('500', 'g', 1, ['499,5']), 'undecided', ['reading.unreadable']],
  ])('%s', (_, result, verdict, codes) => {
    expect([result.verdict, result.reasons.map(({ code }) => code)]).toEqual([verdict, codes]);
  });

  it('writes down the mean, its deviation and the correction (worked by hand: Σ = 4993, s² = 20.1/9)', () => {
    const contents = ['498', '499', '500', '501', '502', '497', '499', '500', '498', '499'];
    const result = judge('500', 'g', 30, contents);
    expect(result.verdict).toBe('passed');
    expect(result.netContent).toEqual({
      unit: 'g',
      shortage: '15.0',
      sampleSize: 10,
      shortOnce: 0,
      shortOnceAllowed: 0,
      shortTwice: 0,
      mean: { value: '499.30', deviation: '1.49', correction: '1.54', least: '498.46' },
    });
  });

  it('is the same in grams and in kilograms', () => {
    const grams = fc.array(fc.integer({ min: 4_600, max: 5_200 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(grams, (tenths) => {
        const inGrams = tenths.map((units) => decimalText({ units: BigInt(units), scale: 1 }));
        const inKilograms = tenths.map((units) => decimalText({ units: BigInt(units), scale: 4 }));
        const [a, b] = [judge('500', 'g', 40, inGrams), judge('0.5', 'kg', 40, inKilograms)];
        expect(b.verdict).toBe(a.verdict);
        expect(b.reasons.map(({ code }) => code)).toEqual(a.reasons.map(({ code }) => code));
      }),
    );
  });
});

/**
 * Published samples with certified figures: NIST Statistical Reference Datasets, univariate summary
 * statistics (www.itl.nist.gov/div898/strd/univ). Mavro has fifty observations, as a lot of 100 to 500 takes.
 */
const MAVRO = `2.00180 2.00170 2.00180 2.00190 2.00180 2.00170 2.00150 2.00140 2.00150 2.00150
   2.00170 2.00180 2.00180 2.00190 2.00190 2.00210 2.00200 2.00160 2.00140 2.00130
   2.00130 2.00150 2.00150 2.00160 2.00150 2.00140 2.00130 2.00140 2.00150 2.00140
   2.00150 2.00160 2.00150 2.00160 2.00190 2.00200 2.00200 2.00210 2.00220 2.00230
   2.00240 2.00250 2.00270 2.00260 2.00260 2.00260 2.00270 2.00260 2.00250 2.00240`.split(/\s+/);

describe('the mean of a lot, on published samples', () => {
  it.each<readonly [set: string, contents: readonly string[], mean: string, deviation: string]>([
    ['Mavro', MAVRO, '2.00185600000000', '0.000429123454003053'],
    ['NumAcc1', ['10000001', '10000003', '10000002'], '10000002', '1'],
    ['NumAcc2', ['1.2', ...times(500, '1.1'), ...times(500, '1.3')], '1.2', '0.1'],
    ['NumAcc3', ['1000000.2', ...times(500, '1000000.1'), ...times(500, '1000000.3')], '1000000.2', '0.1'],
    ['NumAcc4', ['10000000.2', ...times(500, '10000000.1'), ...times(500, '10000000.3')], '10000000.2', '0.1'],
  ])('NIST StRD %s has its certified mean and standard deviation to every digit', (_, contents, mean, deviation) => {
    const sixteenDigits = decimal('1.0000000000000000');
    const judged = judgeLotMean(sixteenDigits, contents.map(decimal), '0.379');
    expect(compareDecimal(judged.mean, decimal(mean))).toBe(0);
    expect(compareDecimal(judged.deviation, decimal(deviation))).toBe(0);
  });

  it('Mavro passes with λ = 0.379 (order 75, annex 4) up to q̄ + λ·s = 2.002 018 637 789 067…, and no further', () => {
    const kept = (nominal: string): boolean => judgeLotMean(decimal(nominal), MAVRO.map(decimal), '0.379').kept;
    expect([kept('2.002018637789067'), kept('2.002018637789068')]).toEqual([true, false]);
    expect(judge('2.0020', 'kg', 300, MAVRO)).toMatchObject({
      verdict: 'passed',
      netContent: {
        unit: 'g',
        mean: { value: '2001.8560', deviation: '0.4291', correction: '0.1626', least: '2001.8374' },
      },
    });
    expect(judge('2.0021', 'kg', 300, MAVRO)).toMatchObject({ verdict: 'failed', reasons: [{ code: 'net.mean' }] });
  });
});

describe('the mean of a lot', () => {
  const samples = fc.array(fc.bigInt({ min: 4_900n, max: 5_050n }), { minLength: 2, maxLength: 20 });

  it('may lie at Qn − λ·s exactly, and not a digit below (s = 1, λ = 1)', () => {
    const lies = (nominal: string): boolean =>
      judgeLotMean(decimal(nominal), ['498', '498', '500', '500', '499'].map(decimal), '1').kept;
    expect([lies('500'), lies('500.0000000001')]).toEqual([true, false]);
  });

  it('agrees with fractions worked out literally, q̄ and s² apart', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom('1.028', '0.848', '0.234'), (units, lambda) => {
        const contents = units.map((value) => ({ units: value, scale: 1 }));
        const n = BigInt(units.length);
        const sum = units.reduce((total, value) => total + value, 0n);
        /** Everything n times, so that q̄ is whole. */
        const squares = units.reduce((total, value) => total + (n * value - sum) ** 2n, 0n);
        const short = n * 5_000n - sum;
        const scaled = decimal(lambda).units;
        const kept = short <= 0n || short ** 2n * (n - 1n) * 1_000_000n <= scaled ** 2n * squares;
        expect(judgeLotMean(decimal('500'), contents, lambda).kept).toBe(kept);
      }),
    );
  });

  it('writes figures whose squares enclose the exact variance', () => {
    fc.assert(
      fc.property(samples, (units) => {
        const { deviation, mean } = judgeLotMean(
          decimal('500.0'),
          units.map((value) => ({ units: value, scale: 1 })),
          '1.028',
        );
        const n = BigInt(units.length);
        const sum = units.reduce((total, value) => total + value, 0n);
        const squares = units.reduce((total, value) => total + value * value, 0n);
        const [top, bottom] = [n * squares - sum * sum, n * (n - 1n) * 100n];
        const half = 2_000n;
        const low = (2n * deviation.units - 1n) * (deviation.units > 0n ? 1n : 0n);
        const high = 2n * deviation.units + 1n;
        expect([deviation.scale, mean.scale]).toEqual([3, 3]);
        expect(low * low * bottom <= top * half * half && top * half * half <= high * high * bottom).toBe(true);
      }),
    );
  });
});
