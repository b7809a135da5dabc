import type { Bilingual } from '#shared/domain/star/star.ts';
import { linesHeightMm, MEASURE_MM, SHEET, type ReportFlow, type TextSetting } from './report-flow.ts';
import { INK, RULE, SMALL, TEXT, WHOLE_MM } from './report-parts.ts';

/** A text of a cell and how it is set; a cell's texts stand one below the other. */
export type CellText = readonly [text: string, setting: TextSetting];

/** A column; the widths together are {@link MEASURE_MM}. */
export interface TableColumn {
  readonly title: Bilingual;
  readonly widthMm: number;
}

/** A row: its cells, and what is written below them over the whole width. */
export interface TableRow {
  readonly cells: readonly (readonly CellText[])[];
  readonly below: readonly CellText[];
}

interface Line {
  readonly text: string;
  readonly setting: TextSetting;
}

const GAP_MM = 2.4;
const PAD_MM = 1.2;
/** How far in a row's lines over the whole width begin. */
const BELOW_MM = 8;
const HEAD: TextSetting = { ...TEXT, sizeMm: 2.8 };
const HEAD_EN: TextSetting = { ...SMALL, sizeMm: 2.3 };
const RIGHT_MM = SHEET.widthMm - SHEET.rightMm;

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { setting }) => sum + linesHeightMm(1, setting), 0);

/**
 * Draws a table over as many pages as it takes, its head on each of them.
 *
 * Everything wraps in its column. A row stays on one page unless it is very tall; then its columns go on
 * side by side on the next.
 */
export function table(flow: ReportFlow, columns: readonly TableColumn[], rows: readonly TableRow[]): void {
  const set = (texts: readonly CellText[], widthMm: number): readonly Line[] =>
    texts.flatMap(([text, setting]) => flow.lines(text, setting, widthMm).map((line) => ({ text: line, setting })));
  const across = (cells: readonly (readonly CellText[])[]): readonly (readonly Line[])[] =>
    columns.map(({ widthMm }, at) => set(cells[at] ?? [], widthMm - GAP_MM));
  const head = across(columns.map(({ title }) => [[title.zh, HEAD] as const, [title.en, HEAD_EN] as const]));
  const ready = rows.map(({ below, cells }) => ({ cells: across(cells), below: set(below, MEASURE_MM - BELOW_MM) }));
  const headMm = Math.max(...head.map(heightOf)) + PAD_MM;
  flow.keep(headMm + wholeMm(ready[0]));
  flow.underHead(
    () => {
      putAcross(flow, columns, head, flow.y);
      flow.advance(headMm);
      flow.canvas.stroke(INK, 0.25).line(SHEET.leftMm, flow.y, RIGHT_MM, flow.y);
    },
    () => ready.forEach((row) => drawRow(flow, columns, row)),
  );
}

interface SetRow {
  readonly cells: readonly (readonly Line[])[];
  readonly below: readonly Line[];
}

/** What a row needs to stay together, as far as it is to. */
const wholeMm = (row: SetRow | undefined): number => {
  const heightMm = row === undefined ? 0 : Math.max(...row.cells.map(heightOf)) + heightOf(row.below) + 3 * PAD_MM;
  return heightMm <= WHOLE_MM ? heightMm : WHOLE_MM / 2;
};

function drawRow(flow: ReportFlow, columns: readonly TableColumn[], row: SetRow): void {
  flow.keep(wholeMm(row));
  flow.advance(PAD_MM);
  let left = row.cells;
  for (;;) {
    const now = left.map((lines) => lines.slice(0, fitting(lines, flow.leftMm)));
    putAcross(flow, columns, now, flow.y);
    flow.advance(Math.max(...now.map(heightOf)));
    left = left.map((lines, at) => lines.slice(now[at]?.length));
    if (left.every((lines) => lines.length === 0)) break;
    flow.turn();
    flow.advance(PAD_MM);
  }
  if (row.below.length > 0) flow.skip(PAD_MM / 2);
  for (const { setting, text } of row.below) flow.write([text], setting, SHEET.leftMm + BELOW_MM);
  flow.skip(PAD_MM);
  flow.canvas.stroke(RULE, 0.15).line(SHEET.leftMm, flow.y, RIGHT_MM, flow.y);
}

/** How many lines from the first go into a height. */
function fitting(lines: readonly Line[], heightMm: number): number {
  let usedMm = 0;
  const over = lines.findIndex(({ setting }) => {
    usedMm += linesHeightMm(1, setting);
    return usedMm > heightMm;
  });
  return over === -1 ? lines.length : over;
}

/** Puts cells side by side, their first lines on one height. */
function putAcross(
  flow: ReportFlow,
  columns: readonly TableColumn[],
  cells: readonly (readonly Line[])[],
  top: number,
): void {
  let x: number = SHEET.leftMm;
  columns.forEach(({ widthMm }, at) => {
    let y = top;
    for (const { setting, text } of cells[at] ?? []) {
      flow.put([text], setting, x, y);
      y += linesHeightMm(1, setting);
    }
    x += widthMm;
  });
}
