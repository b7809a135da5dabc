import { quoteMeant } from './latin-signs.ts';
import type { FaceId, PaperFace } from './paper-face.ts';
import { normaliseText } from './normalise-text.ts';

/** The faces at hand; a chain skips the ones that are not. */
export type FaceSet = ReadonlyMap<FaceId, PaperFace>;

/** A character that no font of the chain draws. */
export interface MissingGlyph {
  readonly character: string;
  /** Written `U+20BB7`. */
  readonly codePoint: string;
}

/** A stretch of text in one face. */
export interface FaceRun {
  readonly face: FaceId;
  readonly text: string;
}

const FALLBACKS: Readonly<Record<FaceId, readonly FaceId[]>> = {
  title: ['title', 'value', 'kai', 'sans'],
  value: ['value', 'kai', 'sans'],
  serif: ['serif', 'value', 'kai', 'sans'],
  sans: ['sans', 'kai', 'value'],
  kai: ['kai', 'value', 'sans'],
};
/** Where the quotes of English are narrow; the other faces have them as wide as a Chinese character. */
const NARROW_QUOTES: FaceId = 'kai';

const REPLACEMENT_CHARACTER = 0xfffd;
/** Accents that NFC could not join to their letter: without GPOS they would stand in the wrong place. */
const LOOSE_MARK = /^\p{M}$/u;

/** The face that draws a character, along the chain of `role`; undefined when none does. */
export function faceFor(faces: FaceSet, role: FaceId, character: string): PaperFace | undefined {
  const quote = quoteMeant(character);
  if (quote !== undefined) return faceFor(faces, NARROW_QUOTES, quote);
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint === REPLACEMENT_CHARACTER || LOOSE_MARK.test(character)) return undefined;
  for (const id of FALLBACKS[role]) {
    const face = faces.get(id);
    if (face?.covers(codePoint) === true) return face;
  }
  return undefined;
}

/** Whether a character as it was written can be drawn: a stand-in of ours may not be written. */
export const draws = (faces: FaceSet, role: FaceId, character: string): boolean =>
  quoteMeant(character) === undefined && faceFor(faces, role, character) !== undefined;

/** The first character of a normalised text that no font draws. */
export function firstMissing(faces: FaceSet, role: FaceId, text: string): MissingGlyph | undefined {
  for (const character of text) if (!draws(faces, role, character)) return missingGlyph(character);
  return undefined;
}

/** A character's number as people write it, `U+20BB7`. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const missingGlyph = (character: string): MissingGlyph => ({ character, codePoint: codePointName(character) });

/**
 * Every character of these texts that cannot be printed, once each, in order of appearance.
 *
 * Asked before anything is recorded, so that a paper is never numbered and then refused. All roles
 * reach the same three fonts, so the answer holds for any place on any paper.
 */
export function missingGlyphs(faces: FaceSet, texts: readonly string[]): readonly MissingGlyph[] {
  const missing = new Map<string, MissingGlyph>();
  for (const text of texts)
    for (const character of normaliseText(text))
      if (!missing.has(character) && !draws(faces, 'value', character)) missing.set(character, missingGlyph(character));
  return [...missing.values()];
}

/** Splits a covered text into runs of one face. @throws Error for a character that was not checked before. */
export function faceRuns(faces: FaceSet, role: FaceId, text: string): readonly FaceRun[] {
  const runs: { face: FaceId; text: string }[] = [];
  for (const character of text) {
    const face = faceFor(faces, role, character);
    if (face === undefined) throw new Error(`unchecked character ${missingGlyph(character).codePoint}`);
    const last = runs.at(-1);
    const drawn = quoteMeant(character) ?? character;
    if (last?.face === face.id) last.text += drawn;
    else runs.push({ face: face.id, text: drawn });
  }
  return runs;
}

/** Width of a covered text, in em. */
export function widthInEm(faces: FaceSet, role: FaceId, text: string): number {
  let width = 0;
  for (const character of text)
    width += faceFor(faces, role, character)?.advance((quoteMeant(character) ?? character).codePointAt(0) ?? 0) ?? 0;
  return width;
}
