import { breakLines } from './break-lines.ts';

/** A text set at one size. */
export interface FittedText {
  readonly sizeMm: number;
  readonly lines: readonly string[];
}

/** How far a text may go at a size: `sizeMm` allows up to `lines` lines. */
export interface FitStep {
  readonly sizeMm: number;
  readonly lines: number;
}

/**
 * Every way of setting a text in a width, best first: shrink by the ladder's rule, then wrap, never clip.
 *
 * Lazy: the caller takes the first that also fits its height.
 */
export function* fittings(
  text: string,
  widthMm: number,
  ladder: readonly FitStep[],
  widthInEm: (text: string) => number,
): Generator<FittedText, undefined> {
  const whole = widthInEm(text);
  for (const { sizeMm, lines: limit } of ladder) {
    const width = widthMm / sizeMm;
    if (whole <= width) yield { sizeMm, lines: [text] };
    else if (whole <= width * limit && limit > 1) {
      const lines = breakLines(text, width, widthInEm);
      if (lines.length <= limit) yield { sizeMm, lines: balanced(text, lines, width, widthInEm) };
    }
  }
  return undefined;
}

const BALANCE_STEPS = [0.7, 0.8, 0.9];

/** The same number of lines in the narrowest even measure, so that no single character hangs on a last line. */
function balanced(
  text: string,
  lines: readonly string[],
  width: number,
  widthInEm: (text: string) => number,
): readonly string[] {
  const last = lines.at(-1) ?? '';
  if (lines.length < 2 || widthInEm(last) >= width / 3) return lines;
  for (const share of BALANCE_STEPS) {
    const narrower = breakLines(text, width * share, widthInEm);
    if (narrower.length === lines.length) return narrower;
  }
  return lines;
}
