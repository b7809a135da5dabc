import { pdfNumber } from './page-canvas.ts';

const POINTS = 5;
/** Inner radius of a star whose edges are straight lines from point to point. */
const INNER = 0.3819660113;

/** A five-pointed star of radius 1 around the origin, upright in y-downward units; without a paint operator. */
export function starPath(): string {
  const corners = Array.from({ length: POINTS * 2 }, (_, corner) => {
    const radius = corner % 2 === 0 ? 1 : INNER;
    const angle = (Math.PI * corner) / POINTS;
    return `${pdfNumber(radius * Math.sin(angle))} ${pdfNumber(-radius * Math.cos(angle))}`;
  });
  return `${corners.join(' l\n').replace(' l', ' m')} l h`;
}
