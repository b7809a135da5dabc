import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText } from '#shared/base/decimal.ts';
import { compareWithLimit, keepsLimit, type Limit, limitText } from '#shared/domain/lab/limit.ts';
import type { RoundingRule } from '#shared/domain/lab/rounding.ts';

const wire = (bounds: Pick<Extract<Limit, { operator: 'between' }>, 'withoutFrom' | 'withoutTo'> = {}): Limit => ({
  operator: 'between',
  from: '9.9',
  to: '10.1',
  ...bounds,
});

describe('both ways of comparing, the examples of GB/T 8170—2008, 4.3', () => {
  it.each<readonly [what: string, limit: Limit, value: string, full: boolean, rounded: boolean]>([
    ['NaOH ≥ 97.0', { operator: '≥', value: '97.0' }, '97.01', true, true],
    ['NaOH ≥ 97.0', { operator: '≥', value: '97.0' }, '97.00', true, true],
    ['NaOH ≥ 97.0', { operator: '≥', value: '97.0' }, '96.96', false, true],
    ['NaOH ≥ 97.0', { operator: '≥', value: '97.0' }, '96.94', false, false],
    ['silicon ≤ 0.5', { operator: '≤', value: '0.5' }, '0.452', true, true],
    ['silicon ≤ 0.5', { operator: '≤', value: '0.5' }, '0.500', true, true],
    ['silicon ≤ 0.5', { operator: '≤', value: '0.5' }, '0.549', false, true],
    ['silicon ≤ 0.5', { operator: '≤', value: '0.5' }, '0.551', false, false],
    ['manganese 1.2–1.6', { operator: 'between', from: '1.2', to: '1.6' }, '1.151', false, true],
    ['manganese 1.2–1.6', { operator: 'between', from: '1.2', to: '1.6' }, '1.200', true, true],
    ['manganese 1.2–1.6', { operator: 'between', from: '1.2', to: '1.6' }, '1.649', false, true],
    ['manganese 1.2–1.6', { operator: 'between', from: '1.2', to: '1.6' }, '1.651', false, false],
    ['wire 10.0 ± 0.1', wire(), '9.89', false, true],
    ['wire 10.0 ± 0.1', wire(), '9.85', false, false],
    ['wire 10.0 ± 0.1', wire(), '10.10', true, true],
    ['wire 10.0 ± 0.1', wire(), '10.16', false, false],
    ['wire 10.0 ± 0.1 without either', wire({ withoutFrom: true, withoutTo: true }), '9.94', true, false],
    ['wire 10.0 ± 0.1 without either', wire({ withoutFrom: true, withoutTo: true }), '9.96', true, true],
    ['wire 10.0 ± 0.1 without either', wire({ withoutFrom: true, withoutTo: true }), '10.06', true, false],
    ['wire 10.0 ± 0.1 without either', wire({ withoutFrom: true, withoutTo: true }), '10.05', true, true],
    ['wire 10.0 ± 0.1 without +0.1', wire({ withoutTo: true }), '9.94', true, true],
    ['wire 10.0 ± 0.1 without +0.1', wire({ withoutTo: true }), '9.86', false, true],
    ['wire 10.0 ± 0.1 without +0.1', wire({ withoutTo: true }), '10.06', true, false],
    ['wire 10.0 ± 0.1 without +0.1', wire({ withoutTo: true }), '10.05', true, true],
    ['wire 10.0 ± 0.1 without −0.1', wire({ withoutFrom: true }), '9.94', true, false],
    ['wire 10.0 ± 0.1 without −0.1', wire({ withoutFrom: true }), '9.86', false, false],
    ['wire 10.0 ± 0.1 without −0.1', wire({ withoutFrom: true }), '10.06', true, true],
    ['wire 10.0 ± 0.1 without −0.1', wire({ withoutFrom: true }), '10.05', true, true],
  ])('%s (%j): %s', (_, limit, value, full, rounded) => {
    expect(compareWithLimit(decimal(value), limit, 'full-value')).toBe(full);
    expect(compareWithLimit(decimal(value), limit, 'rounded-value')).toBe(rounded);
  });

  it.each<readonly [value: string, full: boolean, rounded: boolean]>([
    ['1349', false, false],
    ['1351', false, true],
    ['1400', true, true],
    ['1402', true, true],
  ])('tensile strength ≥ 14×100, whose digits only a rule can tell: %s', (value, full, rounded) => {
    const limit: Limit = { operator: '≥', value: '1400' };
    const rule: RoundingRule = { kind: 'interval', interval: '100' };
    expect(compareWithLimit(decimal(value), limit, 'full-value', rule)).toBe(full);
    expect(compareWithLimit(decimal(value), limit, 'rounded-value', rule)).toBe(rounded);
  });

  it('writes limits as people read them', () => {
    expect(limitText({ operator: '≤', value: '0.20' })).toBe('≤ 0.20');
    expect(limitText(wire())).toBe('9.9–10.1');
    expect(limitText(wire({ withoutTo: true }))).toBe('[9.9, 10.1)');
  });
});

describe('limits, for any value', () => {
  const values = fc
    .record({ units: fc.bigInt({ min: -10_000n, max: 10_000n }), scale: fc.nat({ max: 3 }) })
    .map((value) => decimalText(value));

  it('splits every value between an operator and its opposite', () => {
    fc.assert(
      fc.property(values, values, (value, bound) => {
        const keeps = (operator: '≤' | '<' | '≥' | '>' | '='): boolean =>
          keepsLimit(decimal(value), { operator, value: bound });
        expect(keeps('≤')).toBe(!keeps('>'));
        expect(keeps('<')).toBe(!keeps('≥'));
        expect(keeps('=')).toBe(keeps('≤') && keeps('≥'));
      }),
    );
  });

  it('passes by the rounded value whatever passes by the full one, where bounds count (4.3: the full value is the stricter)', () => {
    fc.assert(
      fc.property(values, values, fc.constantFrom<'≤' | '≥'>('≤', '≥'), (value, bound, operator) => {
        const limit: Limit = { operator, value: bound };
        fc.pre(compareWithLimit(decimal(value), limit, 'full-value'));
        expect(compareWithLimit(decimal(value), limit, 'rounded-value')).toBe(true);
      }),
    );
  });
});
