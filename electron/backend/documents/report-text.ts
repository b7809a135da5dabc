import { sentence } from '#shared/domain/codes/sentence.ts';
import { setLatinSigns } from './latin-signs.ts';
import { normaliseText } from './normalise-text.ts';
import type { FaceId } from './paper-face.ts';
import { codePointName, draws, type FaceSet } from './typeface.ts';

/** Signs that no font draws, each with the one of the same meaning that ours do. */
const SAME_SIGN: ReadonlyMap<string, string> = new Map([
  ['✔', '✓'],
  ['✅', '✓'],
  ['✘', '✗'],
  ['❌', '✗'],
  ['✖', '×'],
  ['✕', '×'],
]);
/** An emoji with what makes it another one: the colour of a skin, persons joined to it, the letters of a flag. */
const EMOJI =
  /\p{Extended_Pictographic}(?:[\ufe0e\ufe0f]|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic})*/gu;
/** Asks for an emoji in black or in colours, and draws nothing. */
const PRESENTATION = /[\ufe0e\ufe0f]/g;

/**
 * The form of a text that a report prints: normalised, and never refused.
 *
 * What a report tells is written in free text and cannot be changed any more when it is printed, so a
 * character that no font draws is printed by its number, `[U+1F44D]`, a joined emoji with all it is made
 * of; the paper says what was there.
 */
export function reportText(faces: FaceSet, role: FaceId, text: string): string {
  const shown = (character: string): boolean => draws(faces, role, character);
  const known = text.replace(EMOJI, (emoji) => {
    const plain = emoji.replace(PRESENTATION, '');
    const joined = [...plain].length > 1;
    return joined && ![...plain].every(shown) ? byNumber(plain) : plain;
  });
  const printed = Array.from(normaliseText(known), (character) => {
    const sign = SAME_SIGN.get(character) ?? character;
    return shown(sign) ? sign : byNumber(sign);
  });
  return setLatinSigns(printed.join(''));
}

/** Stands for what cannot be drawn. */
const byNumber = (characters: string): string => `[${Array.from(characters, codePointName).join(' ')}]`;

/** Whether a printed text has a character's number in it. */
export const hasNumber = (printed: string): boolean => /\[U\+[0-9A-F]{4}/.test(printed);

/** Says on the paper what such a number is. */
export const NUMBERS_EXPLAINED = sentence(
  '字库没有的字以方括号内的 U+ 编号代印',
  'A U+ number in brackets stands for a character that no font has',
);
