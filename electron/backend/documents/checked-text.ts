import { normaliseText } from './normalise-text.ts';
import { fittings, type FitStep, type FittedText } from './fit-text.ts';
import type { FaceId } from './paper-face.ts';
import { refuseText, type TextOrigin } from './paper-fault.ts';
import { firstMissing, widthInEm, type FaceSet } from './typeface.ts';

/** Normalises a text and refuses it when a character has no glyph. */
export function checkedText(faces: FaceSet, role: FaceId, text: string, origin: TextOrigin): string {
  const normalised = normaliseText(text);
  const missing = firstMissing(faces, role, normalised);
  if (missing !== undefined) refuseText('paper.missing-glyph', origin, { ...missing });
  return normalised;
}

/** Where a text must fit, and how it may give way. */
export interface TextSpace {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly ladder: readonly FitStep[];
  /** Line distance as a multiple of the size. */
  readonly leading: number;
}

/** The first setting of a text that fits its space; refuses when none does. */
export function fitInto(faces: FaceSet, role: FaceId, text: string, space: TextSpace, origin: TextOrigin): FittedText {
  for (const fitted of fittings(text, space.widthMm, space.ladder, (part) => widthInEm(faces, role, part)))
    if (fitted.sizeMm * (1 + (fitted.lines.length - 1) * space.leading) <= space.heightMm) return fitted;
  return refuseText('paper.text-too-long', origin);
}
