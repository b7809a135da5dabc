/**
 * Cuts text into the grams that search runs on: Chinese (and any other script) one and two
 * characters, Latin letters and digits one to three, so that any part of a name or a code is found
 * without scanning.
 */

const LETTERS = /[a-z0-9]/;
/** Characters of every other script, those of private use among them: rare names are written with them. */
const WIDE = /[\p{L}\p{M}\p{N}\p{Co}]/u;

/** NFKC, lower case, hyphens out: the one form in which things are indexed and looked for. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-‐‑–—−]/g, '');

/** Grams of a stored text. */
export function documentGrams(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const run of runs(normalised(text))) {
    const longest = run.wide ? 2 : 3;
    for (let start = 0; start < run.characters.length; start += 1) {
      for (let size = 1; size <= longest && start + size <= run.characters.length; size += 1) {
        grams.add(encoded(run.characters.slice(start, start + size), run.wide));
      }
    }
  }
  return grams;
}

/** The fewest grams that a matching text must contain. */
export function queryGrams(term: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const run of runs(normalised(term))) {
    const size = Math.min(run.wide ? 2 : 3, run.characters.length);
    for (let start = 0; start + size <= run.characters.length; start += 1) {
      grams.add(encoded(run.characters.slice(start, start + size), run.wide));
    }
  }
  return grams;
}

interface Run {
  readonly wide: boolean;
  readonly characters: readonly string[];
}

function runs(text: string): readonly Run[] {
  const found: { wide: boolean; characters: string[] }[] = [];
  let open = false;
  for (const character of text) {
    const latin = LETTERS.test(character);
    if (!latin && !WIDE.test(character)) {
      open = false;
      continue;
    }
    const last = found.at(-1);
    if (open && last?.wide === !latin) last.characters.push(character);
    else found.push({ wide: !latin, characters: [character] });
    open = true;
  }
  return found;
}

/**
 * A gram as the index stores it. Wide characters travel as `z` and their code points, so that a
 * character which the tokenizer does not know (extension G and later) is not lost.
 */
const encoded = (characters: readonly string[], wide: boolean): string =>
  wide
    ? `z${characters.map((character) => (character.codePointAt(0) ?? 0).toString(16)).join('z')}`
    : characters.join('');
