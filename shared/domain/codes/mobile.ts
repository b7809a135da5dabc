import { fail, ok, type Result } from '#shared/base/result.ts';
import { type CodeFailure, emptyCode, refuseForeignCharacter, wrongLength } from './code-failure.ts';
import { tidyCode } from './tired-input.ts';

/** A mainland mobile number that holds. */
export interface Mobile {
  /** Eleven digits, without the country's prefix. */
  readonly number: string;
  readonly tidied: boolean;
}

const COUNTRY = /^(?:\+86|0086|86(?=1\d{10}$))/;

/** Reads a mobile number `1[3-9]` and nine digits; a prefix +86 or 0086 is taken off. */
export function checkMobile(raw: string): Result<Mobile, CodeFailure> {
  const text = tidyCode(raw).text.replace(COUNTRY, '');
  if (text === '') return emptyCode();
  const foreign = refuseForeignCharacter(text, /^\d$/, '0–9');
  if (foreign) return foreign;
  if (text.length !== 11) return wrongLength('11', text.length);
  if (!/^1[3-9]/.test(text)) return fail({ code: 'code.shape', data: { expected: '13–19', found: text.slice(0, 2) } });
  return ok({ number: text, tidied: text !== raw });
}
