import { decimalText, LONGEST_DECIMAL, parseDecimal, shiftDecimal } from './decimal.ts';
import { plainCharacters } from './plain-characters.ts';

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
/** `1.5×10⁴`, `10⁵`, `1.5x10^4`, `1.5*10^-4`; `1.5×104` has lost its superscript and is none. */
const POWER = /^(?:(.+?)\s*[×xX*]\s*)?10(?:(?<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})|\s*\^\s*(?<written>[-+\u2212]?\d{1,2}))$/u;
const SCIENTIFIC = /^(.+)[eE](?<written>[-+\u2212]?\d{1,2})$/;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Tidies a number typed with tired hands or a Chinese keyboard: full-width digits and marks become
 * plain, 。 between digits becomes the point, spaces around it go, every kind of minus becomes one, a
 * leading plus goes, `.5` becomes `0.5`. Between groups of three only a typesetter's spaces
 * go: an ordinary one, `5 100`, may stand between two readings in one cell, and stays.
 *
 * A comma goes only where it can be nothing but a thousands mark: `1,234,567`, `1,234.5`. `1,5` and
 * `1,234` are left alone and refused by `parseDecimal`: half the world reads them as 1.5 and 1.234,
 * and a factor of a thousand is not for a program to guess.
 *
 * A power of ten is written out, exactly: `1.5×10⁴`, `1.5x10^4` and `1.5E4` become `15000`, `10⁵` becomes
 * `100000`. What is not a number stays as it is, and so do superscripts, circled digits and fractions that are
 * no exponent: see `plainCharacters`.
 */
export function tidyDecimal(raw: string): TidiedDecimal {
  const text = tidied(raw);
  return { text, tidied: text !== raw };
}

function tidied(raw: string): string {
  const text = tidiedPlain(raw);
  const power = text.length > LONGEST_DECIMAL ? null : (POWER.exec(text) ?? SCIENTIFIC.exec(text));
  if (power === null) return text;
  const [, coefficient = '1'] = power;
  const value = parseDecimal(tidiedPlain(coefficient));
  return value.ok ? decimalText(shiftDecimal(value.value, exponentOf(power.groups ?? {}))) : text;
}

/** Two digits at most, so that a typed exponent never makes a number of a million digits. */
function exponentOf({ raised = '', written = '' }: Readonly<Record<string, string | undefined>>): number {
  const digits = [...(raised || written)];
  const size = digits.reduce((sum, digit) => {
    const value = Math.max(RAISED.indexOf(digit), '0123456789'.indexOf(digit));
    return value < 0 ? sum : sum * 10 + value;
  }, 0);
  return /[-\u2212⁻]/.test(digits[0] ?? '') ? -size : size;
}

function tidiedPlain(raw: string): string {
  let text = plainCharacters(raw.replace(GROUP_SPACE, ''))
    .replace(INVISIBLE, '')
    .trim()
    .replace(MINUS, '-')
    .replace(/^([-+])\s+/, '$1');
  text = text.replace(/^([-+]?\d*)。(\d+)$/, '$1.$2').replace(/^\+(?=[\d.])/, '');
  if (SURE_GROUPS.test(text)) text = text.replaceAll(',', '');
  return text.replace(/^(-?)\.(\d+)$/, '$10.$2');
}
