/** A code as a person meant it, and whether it had to be tidied to get there. */
export interface Tidied {
  readonly text: string;
  /** True when what was typed differs from `text`, so that a screen can say so. */
  readonly tidied: boolean;
}

/** White space, invisible marks and every kind of dash that people and spreadsheets put into codes. */
const NOISE = /[\s\u200B-\u200D\u2060\uFEFF\u00AD\p{Pd}\u2212]/gu;

/**
 * Tidies a typed code: full-width characters become plain, lower case becomes upper case, spaces and dashes go.
 *
 * A code copied from a certificate arrives as `９１４３…`, `914301-00 MA4L…` or in lower case; none of
 * that changes which code is meant. Letters that look like digits are left alone: guessing is not tidying.
 */
export function tidyCode(raw: string): Tidied {
  const text = raw.normalize('NFKC').replace(NOISE, '').toUpperCase();
  return { text, tidied: text !== raw };
}
