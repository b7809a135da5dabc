import { pdfNumber, type PageCanvas } from './page-canvas.ts';

/** How a sample must be kept. */
export type StorageClass = 'ambient' | 'chilled' | 'frozen';

const SIGNS: Readonly<Record<StorageClass, { readonly zh: string; readonly en: string }>> = {
  ambient: { zh: '常温', en: 'AMBIENT' },
  chilled: { zh: '冷藏', en: 'CHILLED' },
  frozen: { zh: '冻藏', en: 'FROZEN' },
};

const HEIGHT_MM = 6.6;
const RAYS = 8;
const ARMS = 6;
const BLACK = [0] as const;
const WHITE = [1] as const;

/**
 * A boxed sign that is told apart at a glance and without colour: a thin box with a sun, a double box with a
 * thermometer, a black box with a snow crystal.
 */
export function drawStorageSign(
  canvas: PageCanvas,
  storage: StorageClass,
  x: number,
  y: number,
  widthMm: number,
): void {
  const { zh, en } = SIGNS[storage];
  const ink = storage === 'frozen' ? WHITE : BLACK;
  canvas.inkWith(BLACK).stroke(BLACK, 0.25);
  if (storage === 'frozen') canvas.rectangle(x, y, widthMm, HEIGHT_MM, 'f');
  else canvas.rectangle(x + 0.125, y + 0.125, widthMm - 0.25, HEIGHT_MM - 0.25, 'S');
  if (storage === 'chilled') canvas.rectangle(x + 0.625, y + 0.625, widthMm - 1.25, HEIGHT_MM - 1.25, 'S');
  canvas
    .stroke(ink, 0.3)
    .draw(`q 1 0 0 1 ${pdfNumber(x + 2.45)} ${pdfNumber(y + HEIGHT_MM / 2)} cm 1 J ${ICONS[storage]} Q`);
  const middle = x + 4.3 + (widthMm - 5.6) / 2;
  canvas
    .text({ x: middle, y: y + 3.45, sizeMm: 2.6, role: 'sans', text: zh, colour: ink, anchor: 'middle' })
    .text({ x: middle, y: y + 5.4, sizeMm: 1.35, role: 'sans', text: en, colour: ink, anchor: 'middle' });
}

const spoke = (turn: number, from: number, to: number): string => {
  const angle = turn * 2 * Math.PI;
  const at = (radius: number): string =>
    `${pdfNumber(radius * Math.cos(angle))} ${pdfNumber(radius * Math.sin(angle))}`;
  return `${at(from)} m ${at(to)} l`;
};

/** A crystal's arm with its two barbs. */
function arm(turn: number): string {
  const angle = turn * 2 * Math.PI;
  const point = (radius: number, swing: number): string =>
    `${pdfNumber(radius * Math.cos(angle + swing))} ${pdfNumber(radius * Math.sin(angle + swing))}`;
  return `${spoke(turn, 0, 1.6)} ${point(1.5, 0.32)} m ${point(0.95, 0)} l ${point(1.5, -0.32)} l`;
}

const ICONS: Readonly<Record<StorageClass, string>> = {
  ambient: `0.75 0 m 0.75 0.414 0.414 0.75 0 0.75 c -0.414 0.75 -0.75 0.414 -0.75 0 c -0.75 -0.414 -0.414 -0.75 0 -0.75 c 0.414 -0.75 0.75 -0.414 0.75 0 c h ${Array.from({ length: RAYS }, (_, ray) => spoke(ray / RAYS, 1.15, 1.65)).join(' ')} S`,
  chilled:
    '-0.35 0.55 m -0.35 -1.4 l -0.35 -1.6 -0.19 -1.75 0 -1.75 c 0.19 -1.75 0.35 -1.6 0.35 -1.4 c 0.35 0.55 l 0.62 0.7 0.8 0.95 0.8 1.2 c 0.8 1.64 0.44 2 0 2 c -0.44 2 -0.8 1.64 -0.8 1.2 c -0.8 0.95 -0.62 0.7 -0.35 0.55 c h S 0 1.2 m 0 -0.4 l S',
  frozen: `${Array.from({ length: ARMS }, (_, index) => arm(index / ARMS + 1 / 12)).join(' ')} S`,
};
