import { readWorkbook } from '#electron/backend/services/intake/workbook-reading.ts';
import { writeWorkbook } from '#electron/backend/services/intake/workbook-writing.ts';

/** A cell of a laboratory's workbook; an object is a number with a format, as a spreadsheet keeps a percentage. */
export type Cell = string | number | Date | null | { readonly value: number; readonly format: string };

/** A sheet of a laboratory's workbook. */
export interface ResultsSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A usual header. */
export const HEADER = [
  '样品条码',
  '检测项目',
  '结果',
  '单位',
  '检出限',
  '定量限',
  '不确定度',
  '标注净含量',
  '批量',
  '结果2',
] as const;

function written(cell: Cell): unknown {
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd' };
  return typeof cell === 'object' && cell !== null ? { ...cell, type: Number } : cell;
}

/** A laboratory's own workbook, base64. */
export async function sheetsWorkbook(sheets: readonly ResultsSheet[]): Promise<string> {
  const bytes = await writeWorkbook(
    sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map(written)) as never,
      widths: (rows[0] ?? []).map(() => 12),
      stickyRows: 1,
    })),
  );
  return Buffer.from(bytes).toString('base64');
}

/** One with a single sheet, base64. */
export const workbook = (
  rows: readonly (readonly Cell[])[],
  header: readonly string[] = HEADER,
  name = 'Sheet1',
): Promise<string> => sheetsWorkbook([{ name, rows: [header, ...rows] }]);

/** The rows of a workbook's first sheet. */
export async function rowsOf(content: string) {
  const sheets = await readWorkbook(new Uint8Array(Buffer.from(content, 'base64')));
  if (!sheets.ok) throw new Error(sheets.failure.code);
  return sheets.value[0]?.rows ?? [];
}
