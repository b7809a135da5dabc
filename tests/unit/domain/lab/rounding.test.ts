import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimal, decimal, decimalText } from '#shared/base/decimal.ts';
import { checkRoundingRule } from '#shared/domain/lab/rounding-rule.ts';
import { markedText, reportedText, round, roundReported, type RoundingRule } from '#shared/domain/lab/rounding.ts';

const decimals = (places: number): RoundingRule => ({ kind: 'decimals', places });
const significant = (digits: number): RoundingRule => ({ kind: 'significant', digits });
const interval = (text: string): RoundingRule => ({ kind: 'interval', interval: text });

describe('rounding by GB/T 8170—2008, its own examples', () => {
  it.each<readonly [clause: string, raw: string, rule: RoundingRule, value: string, written: string]>([
    ['3.2.1', '12.1498', decimals(0), '12', '12'],
    ['3.2.1', '12.1498', decimals(1), '12.1', '12.1'],
    ['3.2.2', '1268', interval('100'), '1300', '13×10²'],
    ['3.2.2 (1987: three digits)', '1268', significant(3), '1270', '127×10'],
    ['3.2.3', '10.5002', decimals(0), '11', '11'],
    ['3.2.4 ex. 1', '1.050', interval('0.1'), '1.0', '1.0'],
    ['3.2.4 ex. 1', '0.35', interval('0.1'), '0.4', '0.4'],
    ['3.2.4 ex. 2', '2500', interval('1000'), '2000', '2×10³'],
    ['3.2.4 ex. 2', '3500', interval('1000'), '4000', '4×10³'],
    ['3.2.5 ex. 1', '-355', interval('10'), '-360', '-36×10'],
    ['3.2.5 ex. 1', '-325', interval('10'), '-320', '-32×10'],
    ['3.2.5 ex. 2', '-0.0365', decimals(3), '-0.036', '-0.036'],
    ['3.3.1 ex. 1', '97.46', interval('1'), '97', '97'],
    ['3.3.1 ex. 2', '15.4546', interval('1'), '15', '15'],
    ['3.4.1', '60.25', interval('0.5'), '60.0', '60.0'],
    ['3.4.1', '60.38', interval('0.5'), '60.5', '60.5'],
    ['3.4.1', '60.28', interval('0.5'), '60.5', '60.5'],
    ['3.4.1', '-60.75', interval('0.5'), '-61.0', '-61.0'],
    ['3.4.2', '830', interval('20'), '840', '840'],
    ['3.4.2', '842', interval('20'), '840', '840'],
    ['3.4.2', '832', interval('20'), '840', '840'],
    ['3.4.2', '-930', interval('20'), '-920', '-920'],
  ])('%s: %s', (_, raw, rule, value, written) => {
    expect(round(raw, rule)).toMatchObject({ raw, value, written, rule });
  });

  it('3.3.1: rounding in steps would give another value, which is why it is forbidden', () => {
    expect(round(round('97.46', decimals(1)).value, decimals(0)).value).toBe('98');
    const steps = [3, 2, 1, 0].reduce((text, places) => round(text, decimals(places)).value, '15.4546');
    expect(steps).toBe('16');
  });

  it.each<readonly [raw: string, reported: string, value: string]>([
    ['15.4546', '15.5(-)', '15'],
    ['-15.4546', '-15.5(-)', '-15'],
    ['16.5203', '16.5(+)', '17'],
    ['-16.5203', '-16.5(+)', '-17'],
    ['17.5000', '17.5', '18'],
  ])('3.3.2: %s is reported as %s and then rounds to %s', (raw, reported, value) => {
    expect(reportedText(round(raw, decimals(1)))).toBe(reported);
    expect(roundReported(reported, decimals(0)).value).toBe(value);
    expect(round(raw, decimals(0)).value).toBe(value);
  });

  it.each<readonly [raw: string, places: number, marked: string]>([
    ['97.01', 1, '97.0(+)'],
    ['97.00', 1, '97.0'],
    ['96.96', 1, '97.0(-)'],
    ['96.94', 1, '96.9(+)'],
    ['0.204', 1, '0.2(+)'],
    ['0.19', 1, '0.2(-)'],
    ['-0.204', 1, '-0.2(+)'],
    ['0.25', 1, '0.2(+)'],
    ['0.35', 1, '0.4(-)'],
    ['1.65', 1, '1.6(+)'],
    ['0.04', 1, '0.0(+)'],
  ])('4.3.2 and table 3: %s to %i places is %s', (raw, places, marked) => {
    expect(markedText(round(raw, decimals(places)))).toBe(marked);
  });

  it('3.3.2: marks only a last non-zero digit of five', () => {
    expect(reportedText(round('12.5000001', decimals(2)))).toBe('12.50(+)');
    expect(reportedText(round('12.46', decimals(1)))).toBe('12.5(-)');
    expect(reportedText(round('12.44', decimals(1)))).toBe('12.4');
    expect(reportedText(round('51.04', decimals(1)))).toBe('51.0');
  });
});

describe('significant digits', () => {
  it.each<readonly [string, number, string, string]>([
    ['9.996', 3, '10.0', '10.0'],
    ['0.00009996', 3, '0.000100', '0.000100'],
    ['99950', 3, '100000', '100×10³'],
    ['0.0320', 2, '0.032', '0.032'],
    ['12', 4, '12.00', '12.00'],
    ['0.000', 3, '0', '0'],
    ['-1250', 2, '-1200', '-12×10²'],
    ['123456789012345', 2, '120000000000000', '12×10¹³'],
  ])('%s to %i digits is %s', (raw, digits, value, written) => {
    expect(round(raw, significant(digits))).toMatchObject({ value, written });
  });
});

describe('a rule that says nothing', () => {
  it.each([
    decimals(-1),
    decimals(1.5),
    decimals(31),
    decimals(Number.NaN),
    significant(0),
    interval('0'),
    interval('-1'),
    interval('1e2'),
    interval(''),
  ])('is refused: %j', (rule) => {
    expect(checkRoundingRule(rule).ok).toBe(false);
  });
});

const raws = fc
  .record({ units: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), scale: fc.nat({ max: 9 }) })
  .map((value) => decimalText(value));
/** Fives and zeros, where ties and near-ties live. */
const ties = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.nat({ max: 999 }),
    fc.array(fc.constantFrom('0', '4', '5', '9'), { maxLength: 5 }),
  )
  .map(([sign, whole, tail]) => `${sign}${whole}${tail.length > 0 ? `.${tail.join('')}` : ''}`);
const rules: fc.Arbitrary<RoundingRule> = fc.oneof(
  fc.nat({ max: 8 }).map(decimals),
  fc.integer({ min: 1, max: 9 }).map(significant),
  fc
    .constantFrom('0.5', '0.2', '0.05', '0.02', '1', '2', '5', '10', '20', '50', '100', '0.25', '3', '0.7')
    .map(interval),
);
const anyRaw = fc.oneof(raws, ties);

/** The rounding interval that a rule comes to for a value, as a fraction of whole numbers. */
function unitOf(raw: string, rule: RoundingRule): readonly [numerator: bigint, denominator: bigint] {
  if (rule.kind === 'interval') {
    const { units, scale } = decimal(rule.interval);
    return [units, 10n ** BigInt(scale)];
  }
  let exponent = rule.kind === 'decimals' ? -rule.places : 0;
  if (rule.kind === 'significant') {
    const digits = raw.replace('-', '').replace('.', '').replace(/^0+/, '');
    const after = raw.includes('.') ? raw.length - raw.indexOf('.') - 1 : 0;
    exponent = digits.length - after - rule.digits;
  }
  return exponent >= 0 ? [10n ** BigInt(exponent), 1n] : [1n, 10n ** BigInt(-exponent)];
}

/** A second, literal reading of the rule on fractions: the nearest multiple, the even one of two equally near. */
function oracle(raw: string, rule: RoundingRule): readonly [numerator: bigint, denominator: bigint] {
  const { units, scale } = decimal(raw);
  const [up, down] = unitOf(raw, rule);
  const numerator = (units < 0n ? -units : units) * down;
  const denominator = 10n ** BigInt(scale) * up;
  const low = numerator / denominator;
  const distances = [low, low + 1n].map((count) => {
    const away = numerator - count * denominator;
    return away < 0n ? -away : away;
  });
  const [toLow = 0n, toHigh = 0n] = distances;
  const count = toLow < toHigh ? low : toHigh < toLow ? low + 1n : low % 2n === 0n ? low : low + 1n;
  return [(units < 0n ? -count : count) * up, down];
}

describe('rounding, for any value and any rule', () => {
  it('agrees with the nearest multiple, found on fractions', () => {
    fc.assert(
      fc.property(anyRaw, rules, (raw, rule) => {
        const { units, scale } = decimal(round(raw, rule).value);
        const [numerator, denominator] = oracle(raw, rule);
        expect(units * denominator).toBe(numerator * 10n ** BigInt(scale));
      }),
      { numRuns: 2_000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyRaw, rules, (raw, rule) => {
        const once = round(raw, rule).value;
        expect(round(once, rule)).toMatchObject({ value: once, step: 'exact' });
      }),
    );
  });

  it('keeps the order of any two values', () => {
    fc.assert(
      fc.property(anyRaw, anyRaw, rules, (left, right, rule) => {
        const before = compareDecimal(decimal(left), decimal(right));
        const after = compareDecimal(decimal(round(left, rule).value), decimal(round(right, rule).value));
        expect(before * after >= 0 && !(before === 0 && after !== 0)).toBe(true);
      }),
    );
  });

  it('treats both signs alike', () => {
    fc.assert(
      fc.property(anyRaw, rules, (raw, rule) => {
        const other = raw.startsWith('-') ? raw.slice(1) : `-${raw}`;
        const mirrored = decimal(round(other, rule).value);
        const { units, scale } = decimal(round(raw, rule).value);
        expect(mirrored).toEqual({ units: -units, scale });
      }),
    );
  });

  it('never moves a value by more than half an interval', () => {
    fc.assert(
      fc.property(anyRaw, rules, (raw, rule) => {
        const [up, down] = unitOf(raw, rule);
        const [before, after] = [decimal(raw), decimal(round(raw, rule).value)];
        const scale = 10n ** BigInt(before.scale + after.scale);
        const moved = before.units * 10n ** BigInt(after.scale) - after.units * 10n ** BigInt(before.scale);
        expect((moved < 0n ? -moved : moved) * 2n * down <= up * scale).toBe(true);
      }),
    );
  });

  it('makes a reported value round as its reading does', () => {
    fc.assert(
      fc.property(anyRaw, fc.nat({ max: 4 }), (raw, places) => {
        for (const write of [reportedText, markedText]) {
          const reported = write(round(raw, decimals(places + 1)));
          expect(roundReported(reported, decimals(places)).value).toBe(round(raw, decimals(places)).value);
        }
      }),
    );
  });
});
