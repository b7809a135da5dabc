import { fail, ok, type Result } from '#shared/base/result.ts';
import { type CodeFailure, emptyCode, refuseForeignCharacter, wrongCheck, wrongLength } from './code-failure.ts';
import { tidyCode } from './tired-input.ts';

/** A retail barcode number that holds. */
export interface Gtin {
  readonly code: string;
  readonly tidied: boolean;
  readonly format: 'GTIN-8' | 'GTIN-12' | 'GTIN-13' | 'GTIN-14';
  /** Whether GS1 China gave out the number: prefix 690 to 699, read in its 13- or 14-digit form. */
  readonly chinese: boolean;
}

const FORMATS = new Map([
  [8, 'GTIN-8'],
  [12, 'GTIN-12'],
  [13, 'GTIN-13'],
  [14, 'GTIN-14'],
] as const);

/** The GS1 check digit of all digits but the last: weights 3, 1, 3 … from the right, to the next ten. */
export function gtinCheck(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1)
    sum += Number(body.charAt(body.length - 1 - index)) * (index % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}

/** Reads a GTIN of 8, 12, 13 or 14 digits (GB 12904 for EAN-13). */
export function checkGtin(raw: string): Result<Gtin, CodeFailure> {
  const { text, tidied } = tidyCode(raw);
  if (text === '') return emptyCode();
  const foreign = refuseForeignCharacter(text, /^\d$/, '0–9');
  if (foreign) return foreign;
  const format = FORMATS.get(text.length as 8 | 12 | 13 | 14);
  if (format === undefined) return wrongLength('8, 12, 13, 14', text.length);
  const expected = gtinCheck(text.slice(0, -1));
  if (text.slice(-1) !== expected) return wrongCheck(expected, text.slice(-1), text.length);
  return ok({ code: text, tidied, format, chinese: /^0?69/.test(text) && text.length >= 13 });
}

/** Reads an EAN-13: a GTIN of exactly thirteen digits. */
export function checkEan13(raw: string): Result<Gtin, CodeFailure> {
  const read = checkGtin(raw);
  if (read.ok && read.value.format !== 'GTIN-13') return wrongLength('13', read.value.code.length);
  if (!read.ok && read.failure.code === 'code.length')
    return fail({ ...read.failure, data: { ...read.failure.data, expected: '13' } });
  return read;
}
