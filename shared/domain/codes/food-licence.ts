import { fail, ok, type Result } from '#shared/base/result.ts';
import { type CodeFailure, emptyCode, refuseForeignCharacter, wrongCheck, wrongLength } from './code-failure.ts';
import { mod1110CheckDigit } from './iso7064.ts';
import { tidyCode } from './tired-input.ts';

/** A food production licence number (食品生产许可证编号) that holds. */
export interface FoodLicence {
  readonly code: string;
  readonly tidied: boolean;
  /** Three digits: the class of food, `114` tea; a leading 2 is an additive. */
  readonly foodClass: string;
  /** Six digits: the division of the producer's place. */
  readonly divisionCode: string;
}

/**
 * Reads `SC` and 14 digits: class 3, division 6, serial 4, check digit 1 by GB/T 17710 MOD 11,10
 * (食品生产许可管理办法, article on the number's form).
 */
export function checkFoodLicence(raw: string): Result<FoodLicence, CodeFailure> {
  const { text, tidied } = tidyCode(raw);
  if (text === '') return emptyCode();
  if (!text.startsWith('SC'))
    return fail({ code: 'code.shape', data: { expected: 'SC + 14', found: text.slice(0, 20) } });
  const foreign = refuseForeignCharacter(text.slice(2), /^\d$/, '0–9');
  if (foreign && !foreign.ok) {
    const position = Number(foreign.failure.data?.['position'] ?? 0) + 2;
    return fail({ ...foreign.failure, data: { ...foreign.failure.data, position } });
  }
  if (text.length !== 16) return wrongLength('16', text.length);
  const expected = mod1110CheckDigit(text.slice(2, 15));
  if (text.charAt(15) !== expected) return wrongCheck(expected, text.charAt(15), 16);
  return ok({ code: text, tidied, foodClass: text.slice(2, 5), divisionCode: text.slice(5, 11) });
}
