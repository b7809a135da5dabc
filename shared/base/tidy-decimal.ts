/** A number as a person meant it, and whether it had to be tidied to get there. */
export interface TidiedDecimal {
  readonly text: string;
  /** True when what was typed differs from `text`, so that a screen can say so. */
  readonly tidied: boolean;
}

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const MINUS = /^[\u2010-\u2015\u2212\uFE63]/;
/** Two groups or more, or one with a decimal point after it: nothing else it could be. */
const SURE_GROUPS = /^-?[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$|^-?[1-9]\d{0,2},\d{3}\.\d+$/;
/** Spaces that nobody types by hand and typesetters put between groups of three. */
const GROUP_SPACE = /(?<=\d)[\u00A0\u2007\u2009\u202F](?=\d{3}(?!\d))/g;

/**
 * Tidies a number typed with tired hands or a Chinese keyboard: full-width digits and marks become
 * plain, 。 between digits becomes the point, spaces around it go, every kind of minus becomes one, a
 * leading plus goes, `.5` becomes `0.5`. Between groups of three only a typesetter's spaces
 * go: an ordinary one, `5 100`, may stand between two readings in one cell, and stays.
 *
 * A comma goes only where it can be nothing but a thousands mark: `1,234,567`, `1,234.5`. `1,5` and
 * `1,234` are left alone and refused by `parseDecimal`: half the world reads them as 1.5 and 1.234,
 * and a factor of a thousand is not for a program to guess. What is not a number stays as it is.
 */
export function tidyDecimal(raw: string): TidiedDecimal {
  let text = raw
    .replace(GROUP_SPACE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .trim()
    .replace(MINUS, '-')
    .replace(/^([-+])\s+/, '$1');
  text = text.replace(/^([-+]?\d*)。(\d+)$/, '$1.$2').replace(/^\+(?=[\d.])/, '');
  if (SURE_GROUPS.test(text)) text = text.replaceAll(',', '');
  text = text.replace(/^(-?)\.(\d+)$/, '$10.$2');
  return { text, tidied: text !== raw };
}
