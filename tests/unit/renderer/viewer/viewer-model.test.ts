import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cycledZoom,
  fromPagePoint,
  nudged,
  pageInView,
  scaleOf,
  steppedPlace,
  steppedZoom,
  toPagePoint,
  turned,
  turnedSize,
  typedPage,
  type Rotation,
  type ViewerFile,
} from '#renderer/ui/viewer/viewer-model.ts';

const A4 = { width: 794, height: 1123 };
const rotation = fc.constantFrom<Rotation>(0, 90, 180, 270);
const point = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 1000 }) });

describe('how large a page is shown', () => {
  it('fits the width, or the whole page, with a margin around it', () => {
    expect(scaleOf('width', A4, { width: 818, height: 500 })).toBe(1);
    expect(scaleOf('page', A4, { width: 818, height: 585.5 })).toBeCloseTo(0.5);
    expect(scaleOf(1.5, A4, { width: 10, height: 10 })).toBe(1.5);
  });

  it('never blows a small picture up to fit, nor shrinks to nothing in a box of no size', () => {
    expect(scaleOf('page', { width: 100, height: 80 }, { width: 900, height: 900 }, 1)).toBe(1);
    expect(scaleOf('width', A4, { width: 0, height: 0 })).toBeGreaterThan(0);
  });

  it('steps from where it is, and stays at its ends', () => {
    expect(steppedZoom(0.93, 1)).toBe(1);
    expect(steppedZoom(1, -1)).toBe(0.9);
    expect(steppedZoom(8, 1)).toBe(8);
    expect(steppedZoom(0.25, -1)).toBe(0.25);
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 7, noNaN: true }), (scale) => {
        expect(steppedZoom(scale, 1)).toBeGreaterThan(scale);
        expect(steppedZoom(scale, -1)).toBeLessThan(scale);
      }),
    );
  });

  it('goes from the width to the page to its own size and round again', () => {
    expect(cycledZoom('width')).toBe('page');
    expect(cycledZoom('page')).toBe(1);
    expect(cycledZoom(1)).toBe('width');
    expect(cycledZoom(2.5)).toBe('width');
  });

  it('turns clockwise, and lies down when turned once', () => {
    expect([0, 90, 180, 270].map((one) => turned(one as Rotation))).toEqual([90, 180, 270, 0]);
    expect(turnedSize(A4, 90)).toEqual({ width: 1123, height: 794 });
    expect(turnedSize(A4, 180)).toEqual(A4);
  });
});

describe('going from page to page', () => {
  const file = (id: string, pages: number): ViewerFile => ({ id, name: id, mediaType: 'application/pdf', pages });
  const files = [file('a', 3), file('b', 1), file('c', 2)];

  it('passes over an end of a file into the one beside it', () => {
    expect(steppedPlace(files, { fileId: 'a', page: 1 }, 1, 3)).toEqual({ fileId: 'a', page: 2 });
    expect(steppedPlace(files, { fileId: 'a', page: 3 }, 1, 3)).toEqual({ fileId: 'b', page: 1 });
    expect(steppedPlace(files, { fileId: 'b', page: 1 }, -1, 1)).toEqual({ fileId: 'a', page: 3 });
  });

  it('stays at the first and the last page of all', () => {
    expect(steppedPlace(files, { fileId: 'a', page: 1 }, -1, 3)).toEqual({ fileId: 'a', page: 1 });
    expect(steppedPlace(files, { fileId: 'c', page: 2 }, 1, 2)).toEqual({ fileId: 'c', page: 2 });
  });

  it('takes a typed number in either width and keeps it inside', () => {
    expect(typedPage('２', 9)).toBe(2);
    expect(typedPage(' 40 ', 9)).toBe(9);
    expect(typedPage('0', 9)).toBe(1);
    for (const typed of ['第三页', 'abc', '', ' ', '2x', '2.5', '-1', '1e9'])
      expect(typedPage(typed, 9)).toBeUndefined();
  });

  it('names the page that fills the view', () => {
    const tops = [12, 1012, 2012];
    expect(pageInView(tops, 0, 600)).toBe(1);
    expect(pageInView(tops, 790, 600)).toBe(1);
    expect(pageInView(tops, 820, 600)).toBe(2);
    expect(pageInView(tops, 2000, 600)).toBe(3);
  });
});

describe('where a note is pinned', () => {
  it('is the same place of the page however it is turned', () => {
    fc.assert(
      fc.property(point, rotation, (where, turn) => {
        const shown = fromPagePoint(where, turn);
        expect(toPagePoint(shown.x / 1000, shown.y / 1000, turn)).toEqual(where);
      }),
    );
  });

  it('goes with the page when it is turned once: the top left corner is at the top right', () => {
    expect(fromPagePoint({ x: 0, y: 0 }, 90)).toEqual({ x: 1000, y: 0 });
    expect(fromPagePoint({ x: 0, y: 0 }, 270)).toEqual({ x: 0, y: 1000 });
  });

  it('stays on the page, in whole thousandths', () => {
    expect(toPagePoint(1.2, -0.1, 0)).toEqual({ x: 1000, y: 0 });
    expect(nudged({ x: 990, y: 500 }, 'ArrowRight')).toEqual({ x: 1000, y: 500 });
    expect(nudged({ x: 5, y: 5 }, 'ArrowUp')).toEqual({ x: 5, y: 0 });
    expect(nudged({ x: 5, y: 5 }, 'a')).toBeUndefined();
  });
});
