/** A kind of label material: its sheet or roll, and where its labels lie, in millimetres. */
export interface LabelStock {
  readonly id: string;
  readonly name: string;
  readonly use: 'badge' | 'sample';
  readonly pageWidthMm: number;
  readonly pageHeightMm: number;
  readonly columns: number;
  readonly rows: number;
  readonly labelWidthMm: number;
  readonly labelHeightMm: number;
  /** Top left corner of the first label. */
  readonly originXMm: number;
  readonly originYMm: number;
  /** From one label's corner to the next one's. */
  readonly pitchXMm: number;
  readonly pitchYMm: number;
  /** Left blank around each label's content: cutting tolerance, and the printer's own margin on full-bleed sheets. */
  readonly safeMm: number;
}

/** Finds a stock by its id. */
export const findStock = (stocks: readonly LabelStock[], id: string, use: LabelStock['use']): LabelStock | undefined =>
  stocks.find((stock) => stock.id === id && stock.use === use);

/** Labels on one sheet. */
export const labelsASheet = ({ columns, rows }: LabelStock): number => columns * rows;

/** Top left corner of the label at a position (0 first, row by row), moved by the printer's offset. */
export function labelCorner(
  stock: LabelStock,
  position: number,
  offsetMm: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  return {
    x: stock.originXMm + (position % stock.columns) * stock.pitchXMm + offsetMm.x,
    y: stock.originYMm + Math.floor(position / stock.columns) * stock.pitchYMm + offsetMm.y,
  };
}
