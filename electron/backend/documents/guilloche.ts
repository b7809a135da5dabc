/** A point on the page or a displacement, in millimetres. */
export type Point = readonly [number, number];

/** A curve by its parameter. */
export type Curve = (parameter: number) => Point;

/** Paths are written in whole hundredths of a millimetre: short numbers, finer than any printer. */
export const PATH_UNIT_MM = 0.01;

const STEP = 1e-4;
const units = ([x, y]: Point): string => `${Math.round(x / PATH_UNIT_MM)} ${Math.round(y / PATH_UNIT_MM)}`;

/** A curve as cubic Béziers through `pieces` evenly spaced points, with the curve's own tangents. */
export function tracedPath(curve: Curve, from: number, to: number, pieces: number): string {
  const step = (to - from) / pieces;
  const tangent = (at: number): Point => {
    const [before, after] = [curve(at - STEP), curve(at + STEP)];
    const scale = step / (6 * STEP);
    return [(after[0] - before[0]) * scale, (after[1] - before[1]) * scale];
  };
  const lines = [`${units(curve(from))} m`];
  for (let piece = 0; piece < pieces; piece++) {
    const [start, end] = [from + piece * step, from + (piece + 1) * step];
    const [a, b] = [curve(start), curve(end)];
    const [out, back] = [tangent(start), tangent(end)];
    lines.push(`${units([a[0] + out[0], a[1] + out[1]])} ${units([b[0] - back[0], b[1] - back[1]])} ${units(b)} c`);
  }
  return lines.join('\n');
}

/** A closed rose with `lobes` lobes between two radii, around the origin. */
export function rose(inner: number, outer: number, lobes: number): string {
  const [mean, swing] = [(inner + outer) / 2, (outer - inner) / 2];
  const curve: Curve = (turn) => {
    const radius = mean + swing * Math.cos(lobes * turn);
    return [radius * Math.cos(turn), radius * Math.sin(turn)];
  };
  return `${tracedPath(curve, 0, 2 * Math.PI, lobes * 6)} s`;
}

/** Copies of one form turned evenly within one lobe: together they are the rosette. */
export function turnedCopies(form: string, count: number, lobes: number): string {
  const copies: string[] = [];
  for (let copy = 0; copy < count; copy++) {
    const turn = (2 * Math.PI * copy) / (count * lobes);
    const [cos, sin] = [Math.cos(turn).toFixed(5), Math.sin(turn).toFixed(5)];
    copies.push(`q ${cos} ${sin} ${-Number(sin)} ${cos} 0 0 cm /${form} Do Q`);
  }
  return copies.join('\n');
}

/** A rounded rectangle's quarter from the middle of its top to the middle of its right side. */
export interface QuarterFrame {
  readonly widthMm: number;
  readonly heightMm: number;
  /** From the page's edge to the middle of the band. */
  readonly insetMm: number;
  readonly radiusMm: number;
}

/** Length of the quarter along the middle of the band. */
const quarterLength = ({ widthMm, heightMm, insetMm, radiusMm }: QuarterFrame): number =>
  widthMm / 2 + heightMm / 2 - 2 * (insetMm + radiusMm) + (Math.PI / 2) * radiusMm;

/** The band's middle at a distance from the start, moved outwards by `offset`. */
function alongQuarter({ widthMm, insetMm, radiusMm, heightMm }: QuarterFrame, distance: number, offset: number): Point {
  const straight = widthMm / 2 - insetMm - radiusMm;
  const arc = (Math.PI / 2) * radiusMm;
  if (distance <= straight) return [widthMm / 2 + distance, insetMm - offset];
  if (distance >= straight + arc) {
    const down = distance - straight - arc;
    return [widthMm - insetMm + offset, insetMm + radiusMm + Math.min(down, heightMm)];
  }
  const turn = (distance - straight) / radiusMm;
  const reach = radiusMm + offset;
  return [widthMm - insetMm - radiusMm + reach * Math.sin(turn), insetMm + radiusMm - reach * Math.cos(turn)];
}

/** How a band of strands waves: whole numbers, so that mirrored quarters meet without a seam. */
export interface BandWave {
  readonly strands: number;
  readonly amplitudeMm: number;
  readonly waves: number;
  readonly swells: number;
  /** Share of the amplitude that the swells take away at their narrowest. */
  readonly depth: number;
}

const PIECES_A_WAVE = 4;
const OVERLAP_MM = 0.03;

/**
 * The strands of one quarter of a guilloche frame, one path each.
 *
 * The phases are spread so that a strand continues in the mirrored quarter as another strand of the set.
 */
export function bandQuarter(frame: QuarterFrame, wave: BandWave): readonly string[] {
  const length = quarterLength(frame);
  return Array.from({ length: wave.strands }, (_, strand) => {
    const phase = ((strand + 0.5) / wave.strands) * 2 * Math.PI;
    const curve: Curve = (distance) => {
      const swell = 1 - (wave.depth * (1 - Math.cos((2 * Math.PI * wave.swells * distance) / length))) / 2;
      const offset = wave.amplitudeMm * swell * Math.sin((2 * Math.PI * wave.waves * distance) / length + phase);
      return alongQuarter(frame, distance, offset);
    };
    return `${tracedPath(curve, -OVERLAP_MM, length + OVERLAP_MM, wave.waves * PIECES_A_WAVE)} S`;
  });
}
