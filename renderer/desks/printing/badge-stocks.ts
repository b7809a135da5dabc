/** A label sheet that badges are printed on: its id in the backend's templates, and its grid. */
export interface BadgeStock {
  readonly id: string;
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
}

/** The badge sheets the centre keeps, as `resources/templates/label-stocks.json` lists them; a test compares the two. */
export const BADGE_STOCKS = [
  { id: 'a4-3x8-70x37', name: 'A4 3×8, 70 × 37 mm', columns: 3, rows: 8 },
  { id: 'a4-2x7-99x38', name: 'A4 2×7, 99.1 × 38.1 mm', columns: 2, rows: 7 },
  { id: 'a4-3x7-63x38', name: 'A4 3×7, 63.5 × 38.1 mm', columns: 3, rows: 7 },
  { id: 'a4-3x8-63x34', name: 'A4 3×8, 63.5 × 33.9 mm', columns: 3, rows: 8 },
  { id: 'a4-2x8-99x34', name: 'A4 2×8, 99.1 × 33.9 mm', columns: 2, rows: 8 },
  { id: 'a4-4x10-48x25', name: 'A4 4×10, 48.5 × 25.4 mm', columns: 4, rows: 10 },
] as const satisfies readonly BadgeStock[];

/** How a run of labels fills sheets that begin at a position (from 1). */
export interface SheetUse {
  readonly sheets: number;
  /** Places left free on the last sheet. */
  readonly left: number;
}

/** Counts the sheets a run of labels takes, starting at a position of a part-used one. */
export function sheetUse(stock: BadgeStock, labels: number, startAt: number): SheetUse {
  const perSheet = stock.columns * stock.rows;
  const used = startAt - 1 + labels;
  const sheets = Math.max(1, Math.ceil(used / perSheet));
  return { sheets, left: sheets * perSheet - used };
}
