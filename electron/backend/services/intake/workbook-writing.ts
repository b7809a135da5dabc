import { unzipSync, zipSync } from 'fflate';
import writeWorkbookSheets, { type Cell, type SheetData } from 'write-excel-file/node';

/** A sheet to be written. */
export interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Widths in characters. */
  readonly widths: readonly number[];
  /** Header rows that stay in view. */
  readonly stickyRows: number;
  /** Drop-down lists: column (from 1) and what it offers, from the row below the header on. */
  readonly choices?: readonly { readonly column: number; readonly options: readonly string[] }[];
}

/** Files of a workbook carry this time, so that the same content gives the same bytes. */
const STAMP = new Date(2026, 0, 1);
/** Rows that a drop-down list reaches down to. */
const CHOICE_ROWS = 5_000;

/** Writes a workbook; the same sheets give the same bytes. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const written = await writeWorkbookSheets(
    sheets.map(({ name, rows, widths, stickyRows }) => ({
      sheet: name,
      data: rows.map((row) => [...row]) as SheetData,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: stickyRows,
    })),
    { fontFamily: 'Microsoft YaHei', fontSize: 10 },
  ).toBuffer();
  const files = unzipSync(new Uint8Array(written));
  for (const [index, { choices = [] }] of sheets.entries()) {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const content = files[path];
    if (content === undefined) throw new RangeError(`the writer made no ${path}`);
    if (choices.length > 0) files[path] = withChoices(content, choices);
  }
  return zipSync(files, { level: 6, mtime: STAMP });
}

/** The writer knows no drop-down lists; they stand right behind the cells (ECMA-376, CT_Worksheet). */
function withChoices(sheet: Uint8Array, choices: NonNullable<SheetToWrite['choices']>): Uint8Array<ArrayBuffer> {
  const lists = choices.map(({ column, options }) => {
    const letter = columnLetters(column);
    const formula = `"${options.join(',')}"`;
    if (formula.length > 257) throw new RangeError(`a drop-down list of ${formula.length} characters`);
    return (
      '<dataValidation type="list" allowBlank="1" showErrorMessage="0" ' +
      `sqref="${letter}2:${letter}${CHOICE_ROWS}"><formula1>${formula}</formula1></dataValidation>`
    );
  });
  const xml = new TextDecoder().decode(sheet);
  const block = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  return new TextEncoder().encode(xml.replace('</sheetData>', `</sheetData>${block}`));
}

/** The letters of a column counted from 1: 27 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
