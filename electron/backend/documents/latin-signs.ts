/** Quotation marks that Chinese and English write with the same code points, and English sets narrow. */
const QUOTES = '‘’“”';
/** Stand for them in English text until they are drawn: noncharacters, kept by Unicode for use within a program. */
const NARROW = '\ufdd0\ufdd1\ufdd2\ufdd3';

/** English opening quotes, while a text is laid out. */
export const NARROW_OPENING = '\ufdd0\ufdd2';
/** English closing quotes and the apostrophe, while a text is laid out. */
export const NARROW_CLOSING = '\ufdd1\ufdd3';

const MEANT: ReadonlyMap<string, string> = new Map(Array.from(NARROW, (mark, at) => [mark, QUOTES.charAt(at)]));

/** The quotation mark that a stand-in is drawn as; undefined for any other character. */
export const quoteMeant = (character: string): string | undefined => MEANT.get(character);

const DOUBLE = /“[^“”]*”/g;
const SINGLE = /‘[^‘’]*’/g;
/** Between the letters of a word, or after the s of a plural. */
const APOSTROPHE = /(?<=\p{sc=Latin})’(?=\p{sc=Latin})|(?<=\p{sc=Latin}s)’(?= )/gu;
/** Three dots behind an English word stand on its line; as one character our faces have them at half height. */
const ELLIPSIS = /(?<=[\p{sc=Latin}\p{Nd}][”’"')]?)…/gu;
/** What tells the language: a letter, a digit, or a sign that only Chinese has. */
const TELLING = /[\p{L}\p{Nd}\u3001-\u303f\uff01-\uffef]/gu;
const CHINESE = /[\p{sc=Han}\u3001-\u303f\uff01-\uffef]/u;

/**
 * Sets the signs of English text as English has them: quotes become stand-ins for their narrow forms, an
 * ellipsis three dots. Those of Chinese keep their full width.
 *
 * A pair belongs to the language around it, not to the one within: `登记为“Production”的` is Chinese,
 * `recorded as “生产”` is English. With nothing around, the language within decides.
 */
export function setLatinSigns(text: string): string {
  if (!/[‘’“”…]/.test(text)) return text;
  return [DOUBLE, SINGLE].reduce(setPairs, text.replace(ELLIPSIS, '...').replace(APOSTROPHE, narrow));
}

function setPairs(text: string, pairs: RegExp): string {
  return text.replace(pairs, (pair, at: number) => {
    const within = pair.slice(1, -1);
    const before = telling(text.slice(0, at)).at(-1) ?? '';
    const after = telling(text.slice(at + pair.length))[0] ?? '';
    const language = before + after || telling(within).join('');
    if (language === '' || CHINESE.test(language)) return pair;
    return narrow(pair.charAt(0)) + within + narrow(pair.slice(-1));
  });
}

const telling = (text: string): readonly string[] => text.match(TELLING) ?? [];
const narrow = (quote: string): string => NARROW.charAt(QUOTES.indexOf(quote));
