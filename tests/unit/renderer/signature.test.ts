import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnOn, hasRoom, inkPath, inkPoint, keyedPoint } from '#renderer/ui/signature-ink.ts';
import { SIGNATURE_BOX, type Stroke } from '#shared/domain/visit/signature.ts';

const parts = fc.double({ min: -2, max: 3, noNaN: true });
const { maxMs, maxPoints, units } = SIGNATURE_BOX;

describe('the ink of a signature', () => {
  it('lies in whole units inside the box, wherever the pen goes', () => {
    fc.assert(
      fc.property(parts, parts, fc.double({ min: -5, max: 1e9, noNaN: true }), (x, y, ms) => {
        const point = inkPoint(x, y, ms);
        expect(point.every(Number.isSafeInteger)).toBe(true);
        expect(point.every((value) => value >= 0)).toBe(true);
        expect(point[0] <= units && point[1] <= units && point[2] <= maxMs).toBe(true);
      }),
    );
  });

  it('leaves out points that have hardly moved, and never the first', () => {
    const dot = drawnOn([], [500, 500, 0]);
    expect(dot).toHaveLength(1);
    expect(drawnOn(dot, [510, 510, 9])).toBe(dot);
    expect(drawnOn(dot, [540, 500, 9])).toHaveLength(2);
  });

  it('is drawn from its first point to its last through every one between', () => {
    const point = fc.tuple(fc.nat(units), fc.nat(units), fc.nat(maxMs));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), (stroke: Stroke) => {
        const path = inkPath(stroke);
        const [first] = stroke;
        const last = stroke.at(-1);
        expect(path.startsWith(`M${first?.[0]} ${first?.[1]}`)).toBe(true);
        expect(path.endsWith(`L${last?.[0]} ${last?.[1]}`)).toBe(true);
        expect(path.match(/Q/g) ?? []).toHaveLength(stroke.length - 2);
      }),
    );
  });

  it('draws a tap as a dot and nothing as nothing', () => {
    expect(inkPath([])).toBe('');
    expect(inkPath([[10, 20, 0]])).toBe('M10 20h1');
  });

  it('can be drawn with the arrow keys, up to the edge', () => {
    const start = inkPoint(0.5, 0.5, 0);
    expect(keyedPoint(start, 'ArrowRight', 7)).toEqual([5200, 5000, 7]);
    expect(keyedPoint(start, 'ArrowUp', 7)).toEqual([5000, 4400, 7]);
    expect(keyedPoint([units, 0, 0], 'ArrowRight', 1)).toEqual([units, 0, 1]);
    expect(keyedPoint(start, 'x', 7)).toBeUndefined();
  });

  it('takes no more points than the contract does', () => {
    const long: Stroke = Array.from({ length: maxPoints }, (_, at) => [at, at, at] as const);
    expect(hasRoom([long.slice(1)])).toBe(true);
    expect(hasRoom([long])).toBe(false);
  });
});
