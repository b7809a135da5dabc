import type { Size } from './open-file.ts';

/** A file the viewer can show. */
export interface ViewerFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** As recorded; the viewer trusts the file itself once it is open. */
  readonly pages: number;
  /** Beside a picture: when and where it was taken. */
  readonly detail?: readonly string[];
  /** What is odd about it, such as a place far from the enterprise. */
  readonly warnings?: readonly string[];
}

/** A place in the files: which one, which page. */
export interface ViewerPlace {
  readonly fileId: string;
  readonly page: number;
}

/** A point of an upright page in thousandths of its width and height, from the top left. */
export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

/** A note pinned to a page. */
export interface ViewerNote extends ViewerPlace, PagePoint {
  readonly id: string;
  readonly text: string;
  /** Who, when and whatever else is said under it. */
  readonly signature: string;
  /** May be taken off by the person who reads. */
  readonly removable: boolean;
}

/** How large a page is shown. */
export type Zoom = 'width' | 'page' | number;
/** Quarter turns clockwise, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

/** Steps of + and −. */
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 6, 8] as const;
/** Free pixels around a page. */
const MARGIN = 12;

/** The turn after this one. */
export const turned = (rotation: Rotation): Rotation => ((rotation + 90) % 360) as Rotation;

/** A size as it lies after turning. */
export const turnedSize = ({ height, width }: Size, rotation: Rotation): Size =>
  rotation % 180 === 0 ? { width, height } : { width: height, height: width };

/** The scale a zoom comes to for a page in a box; a picture smaller than its box is not blown up to fit. */
export function scaleOf(zoom: Zoom, page: Size, box: Size, largest = Number.POSITIVE_INFINITY): number {
  if (typeof zoom === 'number') return zoom;
  const byWidth = Math.max(40, box.width - 2 * MARGIN) / page.width;
  const byHeight = Math.max(40, box.height - 2 * MARGIN) / page.height;
  return Math.min(zoom === 'width' ? byWidth : Math.min(byWidth, byHeight), largest);
}

/** The next step up (+1) or down (−1) from a scale that may lie between steps. */
export function steppedZoom(scale: number, direction: 1 | -1): number {
  const next =
    direction === 1 ? STEPS.find((step) => step > scale * 1.01) : STEPS.findLast((step) => step < scale * 0.99);
  return next ?? (direction === 1 ? STEPS[STEPS.length - 1] : STEPS[0]) ?? scale;
}

/** What Z goes to: the width, the whole page, then the page's own size. */
export const cycledZoom = (zoom: Zoom): Zoom => (zoom === 'width' ? 'page' : zoom === 'page' ? 1 : 'width');

/** The place `by` pages on; past an end of the file it goes to the file beside it, and stays at the ends of all. */
export function steppedPlace(
  files: readonly ViewerFile[],
  { fileId, page }: ViewerPlace,
  by: 1 | -1,
  pages: number,
): ViewerPlace {
  if (page + by >= 1 && page + by <= pages) return { fileId, page: page + by };
  const beside = files[files.findIndex(({ id }) => id === fileId) + by];
  if (beside === undefined) return { fileId, page };
  return { fileId: beside.id, page: by === 1 ? 1 : beside.pages };
}

/** A page's number as it was typed, kept inside the file; undefined when it is no whole number. */
export function typedPage(typed: string, pages: number): number | undefined {
  const digits = typed.normalize('NFKC').trim();
  return /^\d+$/.test(digits) ? Math.min(Math.max(Number(digits), 1), pages) : undefined;
}

const thousandth = (value: number): number => Math.round(Math.min(Math.max(value, 0), 1) * 1000);

/** Where a press inside a turned page lies on the upright page; `x` and `y` are shares of what is shown. */
export function toPagePoint(x: number, y: number, rotation: Rotation): PagePoint {
  switch (rotation) {
    case 0:
      return { x: thousandth(x), y: thousandth(y) };
    case 90:
      return { x: thousandth(y), y: thousandth(1 - x) };
    case 180:
      return { x: thousandth(1 - x), y: thousandth(1 - y) };
    case 270:
      return { x: thousandth(1 - y), y: thousandth(x) };
  }
}

/** Where a point of the upright page is shown on the turned one, in thousandths. */
export function fromPagePoint({ x, y }: PagePoint, rotation: Rotation): PagePoint {
  switch (rotation) {
    case 0:
      return { x, y };
    case 90:
      return { x: 1000 - y, y: x };
    case 180:
      return { x: 1000 - x, y: 1000 - y };
    case 270:
      return { x: y, y: 1000 - x };
  }
}

/** A point moved by an arrow key, two hundredths of the page at a time; undefined for another key. */
export function nudged({ x, y }: PagePoint, key: string): PagePoint | undefined {
  const STEP = 20;
  const [right, down] =
    { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[key] ?? [];
  if (right === undefined || down === undefined) return undefined;
  const inside = (value: number): number => Math.min(Math.max(value, 0), 1000);
  return { x: inside(x + right), y: inside(y + down) };
}

/** The page most in view of a scrolled column: the last whose top has passed the upper third. */
export function pageInView(tops: readonly number[], scrollTop: number, height: number): number {
  const line = scrollTop + height / 3;
  const index = tops.findLastIndex((top) => top <= line);
  return Math.max(index, 0) + 1;
}
