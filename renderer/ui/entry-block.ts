import {
  cellAt,
  chosenCells,
  filled,
  isOpen,
  type EntryCell,
  type EntryState,
  type EntryWrite,
  type Rows,
} from './entry-grid-model.ts';

/**
 * Lays a pasted block over a sheet, its first cell on the active one. A single column pasted into a series
 * fills the series; a single cell fills everything chosen. What falls outside, or on a cell that is
 * worked out, is counted as `left`.
 */
export function pasted(
  rows: Rows,
  state: EntryState,
  block: readonly (readonly string[])[],
): { readonly writes: readonly EntryWrite[]; readonly left: number } {
  const pairs: (readonly [EntryCell, string])[] = [];
  let left = 0;
  const put = (cell: EntryCell | undefined, text: string): void => {
    if (isOpen(cell)) pairs.push([cell, text]);
    else if (text.trim() !== '') left += 1;
  };
  const [only] = block[0] ?? [];
  const start = cellAt(rows, state.at);
  const series = start?.series;
  if (block.length === 1 && block[0]?.length === 1 && only !== undefined) {
    for (const cell of chosenCells(rows, state).flat()) put(cell, only);
  } else if (series !== undefined && block.length > 1 && block.every((line) => line.length === 1)) {
    const cells = rows.flatMap(({ cells }) => cells).filter((cell) => cell.series === series);
    const first = cells.findIndex((cell) => cell.key === start?.key);
    block.forEach(([text = ''], index) => put(cells[first + index], text));
  } else {
    block.forEach((line, down) =>
      line.forEach((text, right) =>
        put(cellAt(rows, { row: state.at.row + down, column: state.at.column + right }), text),
      ),
    );
  }
  return { writes: filled(pairs), left };
}

const quoted = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What is chosen, as spreadsheets take it from the clipboard. */
export const copied = (rows: Rows, state: EntryState): string =>
  chosenCells(rows, state)
    .map((cells) => cells.map(({ text }) => quoted(text)).join('\t'))
    .join('\n');
