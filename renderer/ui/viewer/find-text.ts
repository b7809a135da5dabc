/** A place in a page's pieces of text: which piece, which UTF-16 unit of it. */
export interface TextSpot {
  readonly piece: number;
  readonly offset: number;
}

/** One place where a text was found; `end` is behind its last unit. */
export interface TextMatch {
  readonly start: TextSpot;
  readonly end: TextSpot;
}

/** Letters alike whatever their width and case; a sign that unfolds to several stays as it is. */
function folded(character: string): string {
  const wide = character.normalize('NFKC').toLowerCase();
  return wide.length === character.length ? wide : character;
}

const isSpace = (character: string): boolean => /\s/u.test(character);

/**
 * Finds a text in the pieces a page is made of, across their borders.
 *
 * Blanks are passed over on both sides: papers set Chinese with a blank between any two signs, and
 * break words wherever a line ends.
 */
export function findText(pieces: readonly string[], wanted: string): readonly TextMatch[] {
  const needle = [...wanted]
    .filter((character) => !isSpace(character))
    .map(folded)
    .join('');
  if (needle === '') return [];
  const spots: TextSpot[] = [];
  let hay = '';
  pieces.forEach((text, piece) => {
    let offset = 0;
    for (const character of text) {
      if (!isSpace(character)) {
        const same = folded(character);
        hay += same;
        for (let unit = 0; unit < same.length; unit++) spots.push({ piece, offset: offset + unit });
      }
      offset += character.length;
    }
  });
  const matches: TextMatch[] = [];
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + needle.length)) {
    const start = spots[at];
    const last = spots[at + needle.length - 1];
    if (start !== undefined && last !== undefined) {
      matches.push({ start, end: { piece: last.piece, offset: last.offset + 1 } });
    }
  }
  return matches;
}
