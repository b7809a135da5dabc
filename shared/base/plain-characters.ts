/** Superscripts and subscripts: ⁻⁵ is no −5, and 10⁵ no 105. */
const RAISED = /[\u00B2\u00B3\u00B9\u2070-\u209F]/u;
const PLAIN_DIGIT = /^[0-9０-９]$/;

/** Whether a character looks like digits and is none: superscript, subscript, circled, bracketed, a fraction, `㎡`. */
const isLookalike = (character: string): boolean =>
  RAISED.test(character) || (/\d/.test(character.normalize('NFKC')) && !PLAIN_DIGIT.test(character));

/** Whether a text holds a character that looks like digits and is none. */
export const hasLookalikeDigit = (text: string): boolean => [...text].some(isLookalike);

/**
 * Full-width and other compatibility characters become plain ones (NFKC), but for those that would become digits
 * though they say something else: NFKC reads `10⁵` as 105, `0.1²` as 0.12 and `①` as 1. They stay as they are.
 */
export const plainCharacters = (text: string): string =>
  [...text].map((character) => (isLookalike(character) ? character : character.normalize('NFKC'))).join('');
