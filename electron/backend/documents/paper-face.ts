import { openSubsetter, type HarfBuzz } from './glyph-subsetter.ts';

/** The five faces of our papers; `kai` is the fallback with part of extension B. */
export type FaceId = 'title' | 'value' | 'serif' | 'sans' | 'kai';

/** One font as layout and embedding see it. */
export interface PaperFace {
  readonly id: FaceId;
  readonly postScriptName: string;
  /** Whether the font really draws a code point: mapped, and not to an empty outline (unless it is a space). */
  readonly covers: (codePoint: number) => boolean;
  /** Advance of a covered code point, in em. */
  readonly advance: (codePoint: number) => number;
  readonly subset: (codePoints: readonly number[]) => Uint8Array;
  /** Gives its memory back; the face must not be used afterwards. */
  readonly close: () => void;
}

const SPACES: ReadonlySet<number> = new Set([0x20, 0x3000]);

/** Opens a font; `prepared` for the faces that are cut again for every file. */
export function openPaperFace(
  harfbuzz: HarfBuzz,
  font: Uint8Array,
  options: { readonly id: FaceId; readonly postScriptName: string; readonly prepared: boolean },
): PaperFace {
  const { tables, glyphOf, subset, close } = openSubsetter(harfbuzz, font, options);
  return {
    id: options.id,
    postScriptName: options.postScriptName,
    covers: (codePoint) => {
      const glyph = glyphOf(codePoint);
      return glyph !== 0 && (SPACES.has(codePoint) || tables.outlineLength(glyph) > 0);
    },
    advance: (codePoint) => tables.advanceOf(glyphOf(codePoint)) / tables.unitsPerEm,
    subset,
    close,
  };
}
