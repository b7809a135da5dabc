import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimal,
  compareDecimal,
  decimal,
  decimalText,
  divideDecimal,
  multiplyDecimal,
  parseDecimal,
  shiftDecimal,
  subtractDecimal,
  type DecimalFault,
} from '#shared/base/decimal.ts';
import { tidyDecimal } from '#shared/base/tidy-decimal.ts';

const decimals = fc
  .record({ units: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), scale: fc.nat({ max: 12 }) })
  .map((value) => decimalText(value));

describe('decimals', () => {
  it.each(['0', '-0.10', '12.50', '000.5', '123456789012345678901234567890.123456789'])(
    'reads and keeps %s',
    (text) => {
      expect(parseDecimal(text).ok).toBe(true);
    },
  );

  it('keeps trailing zeros and writes zero without a sign', () => {
    expect(decimalText(decimal('12.50'))).toBe('12.50');
    expect(decimalText(decimal('-0.00'))).toBe('0.00');
    expect(decimalText(decimal('007'))).toBe('7');
  });

  it.each<readonly [string, DecimalFault]>([
    ['', 'decimal.empty'],
    ['1e3', 'decimal.exponent'],
    ['1.5E-3', 'decimal.exponent'],
    ['1.5×104', 'decimal.exponent'],
    ['10^5', 'decimal.exponent'],
    ['10⁵', 'decimal.lookalike'],
    ['0.1²', 'decimal.lookalike'],
    ['①', 'decimal.lookalike'],
    ['1,5', 'decimal.comma'],
    ['1,234', 'decimal.comma'],
    ['１２', 'decimal.full-width'],
    ['1．2', 'decimal.full-width'],
    ['1。2', 'decimal.full-width'],
    ['1'.repeat(61), 'decimal.length'],
    ['.5', 'decimal.shape'],
    ['5.', 'decimal.shape'],
    ['+5', 'decimal.shape'],
    ['--5', 'decimal.shape'],
    ['1.2.3', 'decimal.shape'],
    ['0x10', 'decimal.shape'],
    ['1 2', 'decimal.shape'],
    ['Infinity', 'decimal.shape'],
    ['١٢', 'decimal.shape'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseDecimal(text)).toMatchObject({ ok: false, failure: { code } });
  });

  it('adds what binary floating point cannot', () => {
    expect(decimalText(addDecimal(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(compareDecimal(decimal('0.30'), decimal('0.3'))).toBe(0);
    expect(decimalText(multiplyDecimal(decimal('1.005'), decimal('100')))).toBe('100.500');
    expect(decimalText(shiftDecimal(decimal('12.5'), -4))).toBe('0.00125');
    expect(decimalText(shiftDecimal(decimal('12.5'), 4))).toBe('125000');
  });

  it('writes back what it read, adds and takes away without loss, and orders as integers do', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        const [a, b] = [decimal(left), decimal(right)];
        expect(decimalText(a)).toBe(left);
        expect(compareDecimal(subtractDecimal(addDecimal(a, b), b), a)).toBe(0);
        expect(compareDecimal(a, b)).toBe(-compareDecimal(b, a) + 0);
        expect(compareDecimal(a, b)).toBe(Math.sign(compareDecimal(subtractDecimal(a, b), decimal('0'))));
      }),
    );
  });

  it('divides with a remainder that makes the whole again', () => {
    fc.assert(
      fc.property(decimals, decimals, fc.nat({ max: 8 }), (left, right, scale) => {
        const [a, b] = [decimal(left), decimal(right)];
        fc.pre(b.units !== 0n);
        const { quotient, remainder } = divideDecimal(a, b, scale);
        expect(quotient.scale).toBe(scale);
        expect(compareDecimal(addDecimal(multiplyDecimal(quotient, b), remainder), a)).toBe(0);
      }),
    );
  });
});

describe('numbers typed with tired hands', () => {
  it.each<readonly [string, string]>([
    ['１２．３４', '12.34'],
    [' 12.5\u00A0', '12.5'],
    ['12。5', '12.5'],
    ['。5', '0.5'],
    ['−0.5', '-0.5'],
    ['－３', '-3'],
    ['– 4', '-4'],
    ['+7.0', '7.0'],
    ['.25', '0.25'],
    ['-.25', '-0.25'],
    ['1,234,567', '1234567'],
    ['1,234.5', '1234.5'],
    ['１，２３４，５６７', '1234567'],
    ['12\u202F345\u202F678.9', '12345678.9'],
    ['5\u2009100', '5100'],
    ['1\u00A0234.5', '1234.5'],
    ['\uFEFF8', '8'],
    ['10⁵', '100000'],
    ['10⁰', '1'],
    ['10⁻³', '0.001'],
    ['1.5×10⁴', '15000'],
    ['1.50 × 10¹', '15.0'],
    ['1.5x10^4', '15000'],
    ['1.5X10^+4', '15000'],
    ['1.5*10^4', '15000'],
    ['1.5×10^−4', '0.00015'],
    ['１。５×１０⁴', '15000'],
    ['-2×10²', '-200'],
    ['1e5', '100000'],
    ['1.5E4', '15000'],
    ['1.5E+04', '15000'],
    ['1.2E-3', '0.0012'],
    ['0.29E1', '2.9'],
  ])('reads %j as %s and says so', (raw, text) => {
    expect(tidyDecimal(raw)).toEqual({ text, tidied: true });
  });

  it.each([
    '1,5',
    '1,234',
    '12,34,567',
    '1.234,5',
    '12 5',
    '5 100',
    '5 100 200',
    '1。2。3',
    'abc',
    '1e555',
    '1.5×104',
    '1.5×10 4',
    '1,5×10⁴',
    'x10⁴',
    '2⁴',
    '10⁵⁵⁵',
    '0.1²',
    '10₅',
    '①',
    '⑴',
    '⒈',
    '½',
    '1½',
    '⁻5',
    '5⁻',
    '𝟓',
    '㎡',
    '<0.01',
    '5mg',
  ])('does not guess at %s', (raw) => {
    expect(tidyDecimal(raw)).toEqual({ text: raw, tidied: false });
    expect(parseDecimal(raw).ok).toBe(false);
  });

  it('never takes a digit from a character that is none', () => {
    const lookalikes = Array.from({ length: 0x1_ff_ff }, (_, code) => String.fromCodePoint(code)).filter(
      (character) => /\d/.test(character.normalize('NFKC')) && !/[0-9０-９]/.test(character),
    );
    expect(lookalikes.length).toBeGreaterThan(200);
    const read = lookalikes.filter((character) =>
      [character, `1${character}`, `0.${character}`].some((text) => parseDecimal(tidyDecimal(text).text).ok),
    );
    expect(read).toEqual([]);
  });

  it('leaves every plain number alone', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        expect(tidyDecimal(text)).toEqual({ text, tidied: false });
      }),
    );
  });
});
