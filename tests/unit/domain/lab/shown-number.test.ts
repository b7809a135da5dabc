import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimal, decimal, decimalText } from '#shared/base/decimal.ts';
import { labNumber } from '#shared/domain/lab/lab-number.ts';
import { shownNumber, shownPercent } from '#shared/domain/lab/shown-number.ts';

describe('a number of a workbook', () => {
  it.each([
    ['0.3', '0.3'],
    ['0.29999999999999999', '0.3'],
    ['0.10000000000000001', '0.1'],
    ['1.2E-3', '0.0012'],
    ['1E+3', '1000'],
    ['-2.5e-1', '-0.25'],
    ['12.50', '12.50'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456789', '1234567890123460000'],
    ['0.00000000000000000012345', '0.00000000000000000012345'],
    ['未检出', '未检出'],
    ['1,5', '1,5'],
    ['', ''],
  ])('%s is shown as %s', (written, shown) => expect(shownNumber(written)).toBe(shown));

  it.each([
    ['0.125', '12.5%'],
    ['0.28999999999999998', '29%'],
    ['3E-7', '0.00003%'],
    ['1', '100%'],
    ['-0.05', '-5%'],
    ['未检出', '未检出'],
  ])('%s in a percent cell is shown as %s', (written, shown) => expect(shownPercent(written)).toBe(shown));

  it('comes back as it was typed, whatever the file made of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }), (units, places) => {
        const typed = decimalText({ units: BigInt(units), scale: places });
        const written = Number(typed).toPrecision(17);
        expect(compareDecimal(decimal(shownNumber(written)), decimal(typed))).toBe(0);
      }),
    );
  });
});

describe('a number for people', () => {
  it('tells desks apart', () => {
    expect(labNumber('T', '2026', '01', 12)).toBe('T-2026-00012');
    expect(labNumber('R', '2026', '02', 123_456)).toBe('R-2026-02-123456');
  });
});
