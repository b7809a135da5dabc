/** A point of a stroke: across and down in ten-thousandths of the box, milliseconds since the pen first touched. */
export type StrokePoint = readonly [x: number, y: number, atMs: number];

/** One line the pen drew without leaving the surface. */
export type Stroke = readonly StrokePoint[];

/** The box a signature is drawn in. */
export const SIGNATURE_BOX = {
  /** Units along each side. */
  units: 10_000,
  /** Its width divided by its height, on screen and on paper. */
  aspect: 3,
  maxStrokes: 80,
  maxPoints: 1_500,
  maxMs: 600_000,
} as const;

/** Least way the pen has to go, in units: a tap or a dash is no signature. */
const LEAST_INK = 4_000;

/** How far the pen went. */
export function inkLength(strokes: readonly Stroke[]): number {
  let length = 0;
  for (const stroke of strokes) {
    let before = stroke[0];
    for (const point of stroke.slice(1)) {
      if (before !== undefined)
        length += Math.hypot(point[0] - before[0], (point[1] - before[1]) / SIGNATURE_BOX.aspect);
      before = point;
    }
  }
  return length;
}

/** Whether strokes are worth calling a signature. */
export const isSignature = (strokes: readonly Stroke[]): boolean => inkLength(strokes) >= LEAST_INK;

/** Whether time only goes on, over all strokes. */
export function runsForward(strokes: readonly Stroke[]): boolean {
  let last = 0;
  for (const stroke of strokes)
    for (const [, , atMs] of stroke) {
      if (atMs < last) return false;
      last = atMs;
    }
  return true;
}
