import { ok, type Result } from '#shared/base/result.ts';
import { type CodeFailure, emptyCode, refuseForeignCharacter, wrongCheck, wrongLength } from './code-failure.ts';
import { tidyCode } from './tired-input.ts';

/** An organisation code (组织机构代码) that holds. */
export interface OrgCode {
  /** Nine characters, without the hyphen. */
  readonly code: string;
  /** As printed on certificates: eight characters, a hyphen, the check character. */
  readonly printed: string;
  readonly tidied: boolean;
}

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The check character of the first eight characters of an organisation code: GB 11714, 11 − Σ mod 11,
 * `X` for 10 and `0` for 11.
 */
export function orgCodeCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * CHARACTERS.indexOf(body.charAt(index)), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** Reads an organisation code (GB 11714); the hyphen before the check character may be there or not. */
export function checkOrgCode(raw: string): Result<OrgCode, CodeFailure> {
  const { text, tidied } = tidyCode(raw);
  if (text === '') return emptyCode();
  const foreign = refuseForeignCharacter(text, /^[0-9A-Z]$/, '0–9 A–Z');
  if (foreign) return foreign;
  if (text.length !== 9) return wrongLength('9', text.length);
  const expected = orgCodeCheck(text.slice(0, 8));
  if (text.charAt(8) !== expected) return wrongCheck(expected, text.charAt(8), 9);
  const printed = `${text.slice(0, 8)}-${text.slice(8)}`;
  return ok({ code: text, printed, tidied: tidied && raw !== printed });
}
