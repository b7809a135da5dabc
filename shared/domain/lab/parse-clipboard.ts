/**
 * Reads what a spreadsheet puts on the clipboard as text: cells apart by tabs, rows by line ends.
 *
 * A cell that holds a tab, a line end or a quote comes in quotes, quotes inside doubled; a quote that does not
 * begin a cell is a plain character (`5" pipe`), and so is one that is never closed. The line end after the
 * last row makes no row of its own. Cells are given back to the letter.
 */
export function parseClipboard(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = (): void => {
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined;
    const end = quoted?.end ?? plainEnd(text, at);
    row.push(quoted?.cell ?? text.slice(at, end));
    at = end;
    if (at >= text.length) break;
    if (text[at] === '\t') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}

const isBreak = (char: string | undefined): boolean => char === '\t' || char === '\n' || char === '\r';

function plainEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text[at])) at += 1;
  return at;
}

/** A cell in quotes; undefined when its closing quote is missing or is not followed by the cell's end. */
function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number } | undefined {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else return at + 1 === text.length || isBreak(text[at + 1]) ? { cell, end: at + 1 } : undefined;
  }
  return undefined;
}
