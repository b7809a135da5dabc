import { decimalText, parseDecimal, shiftDecimal } from '#shared/base/decimal.ts';
import { roundDecimal } from './rounding.ts';

const WRITTEN = /^(-?\d+(?:\.\d+)?)[eE]([+-]?)(\d{1,2})$/;
/** Digits a spreadsheet shows of a number. */
const SHOWN_DIGITS = 15;

/**
 * A number of a workbook as the spreadsheet shows it: all its digits, never more than fifteen significant ones.
 *
 * The file holds what a binary number prints as, `0.29999999999999999` for a typed 0.3 and `1.2E-3` for 0.0012;
 * both become what was typed, by exact decimals alone. What is no such number stays as it is.
 */
export function shownNumber(written: string): string {
  const [, digits = written, sign = '', power = '0'] = WRITTEN.exec(written) ?? [];
  const read = parseDecimal(digits);
  if (!read.ok) return written;
  const exponent = [...power].reduce((value, digit) => value * 10 + '0123456789'.indexOf(digit), 0);
  const value = shiftDecimal(read.value, sign === '-' ? -exponent : exponent);
  const significant = digits.replace(/^-?0*\.?0*|\.|-/g, '').length;
  if (significant <= SHOWN_DIGITS) return decimalText(value);
  const rounded = decimalText(roundDecimal(value, { kind: 'significant', digits: SHOWN_DIGITS }).value);
  return rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded;
}

/** A number of a workbook whose cell shows it as a percentage: a stored 0.125 is `12.5%`, whatever the digits shown. */
export function shownPercent(written: string): string {
  const number = parseDecimal(shownNumber(written));
  return number.ok ? `${decimalText(shiftDecimal(number.value, 2))}%` : written;
}
