import { assertNever } from '#shared/base/assert-never.ts';
import type { LadderColumnOnPaper, LadderMark, LadderRowOnPaper } from './decision-report-sheet.ts';
import type { PageCanvas, Colour } from './page-canvas.ts';
import { pdfNumber } from './page-canvas.ts';
import { linesHeightMm, MEASURE_MM, SHEET, type ReportFlow } from './report-flow.ts';
import { AMBER, CINNABAR, DIM, INK, JADE, RULE, SMALL, TEXT } from './report-parts.ts';
import { starPath } from './star-shape.ts';

const NAME_MM = 74;
const HEAD_MM = 15;
const ROW_MM = 8.4;
const LEGEND_MM = 9;
/** Above and below a row's name, together; letters stand high in their lines, so that most of it is below. */
const AROUND_MM = 1.6;
const ABOVE_MM = 0.5;
/** Where a name's English begins under so many lines of Chinese: a little nearer than a line of text. */
const englishAtMm = (lines: number): number => linesHeightMm(lines, TEXT) - 0.4;
const COLUMNS = 5;
const COLUMN_MM = (MEASURE_MM - NAME_MM) / COLUMNS;
/** How near a star's arms reach, as a part of the distance between two. */
const STAR_RADIUS_MM = 1.25;
const STAR_STEP_MM = 2.7;

const GOLD: Colour = [0.784, 0.588, 0.176];
const GOLD_GROUND: Colour = [0.984, 0.949, 0.867];
const WHITE: Colour = [1];

/** A row with its name broken into lines, and how much it takes. */
interface SetRow {
  readonly row: LadderRowOnPaper;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly heightMm: number;
}

function setRow(flow: ReportFlow, row: LadderRowOnPaper): SetRow {
  const zh = flow.lines(row.zh, TEXT, NAME_MM - 3);
  const en = flow.lines(row.en, SMALL, NAME_MM - 3);
  const heightMm = AROUND_MM + englishAtMm(zh.length) + linesHeightMm(en.length, SMALL);
  return { row, zh, en, heightMm: Math.max(ROW_MM, heightMm) };
}

/** Cubic Bézier handle of a quarter circle of radius 1. */
const KAPPA = 0.5523;

function circle(canvas: PageCanvas, x: number, y: number, radius: number, paint: 'f' | 'S'): void {
  const k = KAPPA * radius;
  const n = (...values: readonly number[]): string => values.map(pdfNumber).join(' ');
  canvas.draw(
    [
      `${n(x + radius, y)} m`,
      `${n(x + radius, y + k, x + k, y + radius, x, y + radius)} c`,
      `${n(x - k, y + radius, x - radius, y + k, x - radius, y)} c`,
      `${n(x - radius, y - k, x - k, y - radius, x, y - radius)} c`,
      `${n(x + k, y - radius, x + radius, y - k, x + radius, y)} c h ${paint}`,
    ].join('\n'),
  );
}

/** Stars side by side around a middle. */
export function drawStars(canvas: PageCanvas, count: number, x: number, y: number, scale = 1): void {
  canvas.inkWith(GOLD);
  for (let at = 0; at < count; at += 1) {
    const middle = x + (at - (count - 1) / 2) * STAR_STEP_MM * scale;
    const radius = pdfNumber(STAR_RADIUS_MM * scale);
    canvas.draw(`q ${radius} 0 0 ${radius} ${pdfNumber(middle)} ${pdfNumber(y)} cm ${starPath()} f Q`);
  }
}

/** A mark that differs in shape, not in colour alone: tick, cross on a disc, open circle, dash. */
function drawMark(canvas: PageCanvas, mark: LadderMark, x: number, y: number): void {
  switch (mark) {
    case 'met':
      canvas
        .stroke(JADE, 0.45)
        .draw(
          `1 J 1 j ${pdfNumber(x - 1.5)} ${pdfNumber(y)} m ${pdfNumber(x - 0.4)} ${pdfNumber(y + 1.2)} l ${pdfNumber(x + 1.6)} ${pdfNumber(y - 1.3)} l S`,
        );
      return;
    case 'not-met':
      circle(canvas.inkWith(CINNABAR), x, y, 1.7, 'f');
      canvas
        .stroke(WHITE, 0.4)
        .line(x - 0.7, y - 0.7, x + 0.7, y + 0.7)
        .line(x - 0.7, y + 0.7, x + 0.7, y - 0.7);
      return;
    case 'unknown':
      circle(canvas.stroke(AMBER, 0.45), x, y, 1.5, 'S');
      return;
    case 'not-applicable':
      canvas.stroke(DIM, 0.45).line(x - 1.4, y, x + 1.4, y);
      return;
    case 'not-asked':
      circle(canvas.inkWith(RULE), x, y, 0.4, 'f');
      return;
    default:
      assertNever(mark);
  }
}

/** How much the ladder takes: it stays on one page. */
export const ladderMm = (flow: ReportFlow, rows: readonly LadderRowOnPaper[]): number =>
  rows.reduce((sum, row) => sum + setRow(flow, row).heightMm, HEAD_MM + LEGEND_MM);

/** Draws the ladder at the flow's place: criteria down, stars across, the requested column outlined, what is met in gold. */
export function drawLadder(
  flow: ReportFlow,
  columns: readonly LadderColumnOnPaper[],
  rows: readonly LadderRowOnPaper[],
): void {
  const set = rows.map((row) => setRow(flow, row));
  const bodyMm = set.reduce((sum, { heightMm }) => sum + heightMm, 0);
  flow.keep(HEAD_MM + bodyMm + LEGEND_MM);
  const { canvas, y: top } = flow;
  const left = SHEET.leftMm;
  const bottom = top + HEAD_MM + bodyMm;
  const columnAt = (index: number): number => left + NAME_MM + index * COLUMN_MM;
  columns.forEach(({ gold }, index) => {
    if (gold) canvas.inkWith(GOLD_GROUND).rectangle(columnAt(index), top, COLUMN_MM, bottom - top, 'f');
  });
  columns.forEach(({ words }, index) => {
    const middle = columnAt(index) + COLUMN_MM / 2;
    drawStars(canvas, index + 1, middle, top + 3.4);
    [words.zh, words.en].forEach((text, line) => {
      const [one = ''] = flow.lines(text, SMALL, COLUMN_MM - 0.5);
      canvas.text({ ...SMALL, text: one, x: middle, y: top + 8.6 + line * 3.6, anchor: 'middle' });
    });
  });
  let y = top + HEAD_MM;
  for (const { en, heightMm, row, zh } of set) {
    canvas.stroke(RULE, 0.15).line(left, y, left + MEASURE_MM, y);
    flow.put(zh, TEXT, left + 1, y + ABOVE_MM);
    flow.put(en, SMALL, left + 1, y + ABOVE_MM + englishAtMm(zh.length));
    for (const [star, mark] of row.marks.entries())
      drawMark(canvas, mark, columnAt(star) + COLUMN_MM / 2, y + heightMm / 2);
    y += heightMm;
  }
  canvas.stroke(RULE, 0.2).rectangle(left, top, MEASURE_MM, bottom - top, 'S');
  columns.forEach(({ requested }, index) => {
    if (requested) canvas.stroke(INK, 0.6).rectangle(columnAt(index), top, COLUMN_MM, bottom - top, 'S');
  });
  drawLegend(flow, bottom + 4.5);
  flow.advance(HEAD_MM + bodyMm + LEGEND_MM);
}

const LEGEND: readonly (readonly [LadderMark, string])[] = [
  ['met', '符合 met'],
  ['not-met', '不符合 not met'],
  ['unknown', '尚不知 not yet known'],
  ['not-applicable', '不适用 not applicable'],
  ['not-asked', '不要求 not asked'],
];

function drawLegend(flow: ReportFlow, y: number): void {
  let x = SHEET.leftMm + 2;
  for (const [mark, text] of LEGEND) {
    drawMark(flow.canvas, mark, x, y);
    flow.canvas.text({ ...SMALL, text, x: x + 3, y: y + 0.9 });
    x += flow.canvas.widthMm({ ...SMALL, text }) + 8;
  }
}
