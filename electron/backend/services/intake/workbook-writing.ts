import { unzipSync, zipSync } from 'fflate';
import writeWorkbookSheets, { type Cell, type SheetData } from 'write-excel-file/node';

/** A sheet to be written. */
export interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Widths in characters. */
  readonly widths: readonly number[];
  /** Columns (from 1) whose empty cells are set to text, so that a code typed there keeps its digits. */
  readonly textColumns?: readonly number[];
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
  const textStyle = addTextStyle(files);
  for (const [index, { choices = [], textColumns = [] }] of sheets.entries())
    rewrite(files, `xl/worksheets/sheet${index + 1}.xml`, (xml) =>
      withChoices(withTextColumns(xml, textColumns, textStyle), choices),
    );
  return zipSync(files, { level: 6, mtime: STAMP });
}

function rewrite(files: Record<string, Uint8Array>, path: string, change: (xml: string) => string): void {
  const content = files[path];
  if (content === undefined) throw new RangeError(`the writer made no ${path}`);
  files[path] = new TextEncoder().encode(change(new TextDecoder().decode(content)));
}

/** Adds the cell format "text" (built-in number format 49) and tells its index. */
function addTextStyle(files: Record<string, Uint8Array>): number {
  let index = -1;
  rewrite(files, 'xl/styles.xml', (xml) =>
    xml.replace(/<cellXfs count="(\d+)">(.*?)<\/cellXfs>/s, (_, count: string, formats: string) => {
      index = Number(count);
      const text = '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>';
      return `<cellXfs count="${index + 1}">${formats}${text}</cellXfs>`;
    }),
  );
  if (index < 0) throw new RangeError('the writer made no cell formats');
  return index;
}

/** The writer gives columns a width but no format. */
function withTextColumns(xml: string, columns: readonly number[], style: number): string {
  return columns.reduce((text, column) => {
    const plain = `<col min="${column}" max="${column}"`;
    if (!text.includes(plain)) throw new RangeError(`the writer made no column ${column}`);
    return text.replace(plain, `${plain} style="${style}"`);
  }, xml);
}

/** The writer knows no drop-down lists; they stand right behind the cells (ECMA-376, CT_Worksheet). */
function withChoices(xml: string, choices: NonNullable<SheetToWrite['choices']>): string {
  if (choices.length === 0) return xml;
  const lists = choices.map(({ column, options }) => {
    const letter = columnLetters(column);
    const formula = `"${options.join(',')}"`;
    if (formula.length > 257) throw new RangeError(`a drop-down list of ${formula.length} characters`);
    return (
      '<dataValidation type="list" allowBlank="1" showErrorMessage="0" ' +
      `sqref="${letter}2:${letter}${CHOICE_ROWS}"><formula1>${formula}</formula1></dataValidation>`
    );
  });
  const block = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  return xml.replace('</sheetData>', `</sheetData>${block}`);
}

/** The letters of a column counted from 1: 27 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
