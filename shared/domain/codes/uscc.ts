import { ok, type Result } from '#shared/base/result.ts';
import { type CodeFailure, emptyCode, refuseForeignCharacter, wrongCheck, wrongLength } from './code-failure.ts';
import { orgCodeCheck } from './org-code.ts';
import { tidyCode } from './tired-input.ts';

/** A unified social credit code (统一社会信用代码) that holds, taken apart as GB 32100 builds it. */
export interface Uscc {
  readonly code: string;
  readonly tidied: boolean;
  /** First character: the registering authority, `9` for market regulation. */
  readonly authority: string;
  /** Second character: the kind of body within that authority. */
  readonly bodyKind: string;
  /** Third to eighth: the registering office's administrative division, GB/T 2260. */
  readonly divisionCode: string;
  /** Ninth to seventeenth: the organisation code of GB 11714. */
  readonly orgCode: string;
  /**
   * Whether the embedded organisation code's own check character is right. Reported, not
   * demanded: the unified code is judged by its own check character.
   */
  readonly orgCodeHolds: boolean;
}

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CHARACTER = /^[0-9A-HJ-NPQRTUWXY]$/;
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
/** 3^(i−1) mod 31 for the first seventeen places. */
const WEIGHTS = Array.from({ length: 16 }).reduce<readonly number[]>(
  (weights) => [...weights, ((weights.at(-1) ?? 1) * 3) % 31],
  [1],
);

/** The eighteenth character for the first seventeen: GB 32100, 31 − Σ mod 31 over the 31 characters. */
export function usccCheck(body: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * CHARACTERS.indexOf(body.charAt(index));
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/**
 * Whether a text, exactly as it stands, is a unified code: 18 characters of the set, check character right.
 *
 * Nothing is tidied: this is the question the star engine asks of stored data.
 */
export function isUscc(text: string): boolean {
  return SHAPE.test(text) && text.charAt(17) === usccCheck(text);
}

/** Reads a unified code as typed and says what is wrong: length, character and place, or the check character. */
export function checkUscc(raw: string): Result<Uscc, CodeFailure> {
  const { text, tidied } = tidyCode(raw);
  if (text === '') return emptyCode();
  const foreign = refuseForeignCharacter(text, CHARACTER, '0–9 A–Z −(I O S V Z)');
  if (foreign) return foreign;
  if (text.length !== 18) return wrongLength('18', text.length);
  const expected = usccCheck(text);
  if (text.charAt(17) !== expected) return wrongCheck(expected, text.charAt(17), 18);
  const orgCode = text.slice(8, 17);
  return ok({
    code: text,
    tidied,
    authority: text.charAt(0),
    bodyKind: text.charAt(1),
    divisionCode: text.slice(2, 8),
    orgCode,
    orgCodeHolds: orgCodeCheck(orgCode) === orgCode.charAt(8),
  });
}
