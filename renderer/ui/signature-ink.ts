import { SIGNATURE_BOX, type Stroke, type StrokePoint } from '#shared/domain/visit/signature.ts';

const { aspect, maxMs, maxPoints, units } = SIGNATURE_BOX;

/** Points closer than this, in units across, say nothing new. */
const STEP = 25;
/** One press of an arrow key, in units across. */
const KEY_STEP = 200;

/** A position in the box, given as parts of its width and height and kept inside it. */
export function inkPoint(partX: number, partY: number, atMs: number): StrokePoint {
  const within = (part: number): number => Math.round(Math.min(Math.max(part, 0), 1) * units);
  return [within(partX), within(partY), Math.round(Math.min(Math.max(atMs, 0), maxMs))];
}

/** A stroke with one more point; one that has hardly moved is left out. */
export function drawnOn(stroke: Stroke, point: StrokePoint): Stroke {
  const last = stroke.at(-1);
  return last !== undefined && Math.hypot(point[0] - last[0], (point[1] - last[1]) / aspect) < STEP
    ? stroke
    : [...stroke, point];
}

/** Where an arrow key takes the pen; undefined for any other key. */
export function keyedPoint([x, y]: StrokePoint, key: string, atMs: number): StrokePoint | undefined {
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-KEY_STEP, 0],
    ArrowRight: [KEY_STEP, 0],
    ArrowUp: [0, -KEY_STEP * aspect],
    ArrowDown: [0, KEY_STEP * aspect],
  };
  const move = moves[key];
  return move && inkPoint((x + move[0]) / units, (y + move[1]) / units, atMs);
}

/** Whether a signature has room for more. */
export const hasRoom = (strokes: readonly Stroke[]): boolean =>
  strokes.length < SIGNATURE_BOX.maxStrokes && strokes.flat().length < maxPoints;

/**
 * A stroke as a smooth SVG path: curves through the middles of its points, which have no corner
 * where two of them meet; a tap is a dot.
 */
export function inkPath(stroke: Stroke): string {
  const [first, ...rest] = stroke;
  if (first === undefined) return '';
  const last = rest.at(-1);
  if (last === undefined) return `M${first[0]} ${first[1]}h1`;
  const curves = rest.slice(0, -1).map(([x, y], index) => {
    const [nextX, nextY] = rest[index + 1] ?? [x, y];
    return `Q${x} ${y} ${(x + nextX) / 2} ${(y + nextY) / 2}`;
  });
  return `M${first[0]} ${first[1]}${curves.join('')}L${last[0]} ${last[1]}`;
}
