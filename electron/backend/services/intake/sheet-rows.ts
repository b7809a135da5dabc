import { fail, ok, type Result } from '#shared/base/result.ts';
import type { CellValue, IntakeFailure, SourceRow } from './intake-fault.ts';
import { type Column, REASON_PREFIX, type SheetForm } from './sheets.ts';
import type { RawSheet } from './workbook-reading.ts';

/** The rows of the workbook's sheets, cells in the order of each sheet's form. */
export interface WorkbookRows<Key extends string> {
  readonly rows: readonly SourceRow<Key>[];
  /** Headers that no form knows, `资料：备注`; their cells are not read. */
  readonly ignoredColumns: readonly string[];
}

/** A header may stand below a title; this many rows are looked at. */
const HEADER_WITHIN = 5;

const plain = (header: CellValue): string =>
  typeof header === 'string'
    ? header
        .normalize('NFKC')
        .replace(/[\s*]+/g, '')
        .toLowerCase()
    : '';

const names = ({ aliases = [], header, path }: Column): readonly string[] =>
  [header.zh, header.en, path, ...aliases].map(plain);

const isNamed = (form: SheetForm<string>, name: string): boolean =>
  [form.name.zh, form.name.en].some((known) => plain(known) === plain(name));

/**
 * Finds every sheet and column by its Chinese or English name and brings the cells into the form's order.
 *
 * Columns may stand in any order, unknown ones are passed over and reported, reason columns of a
 * corrected workbook silently so. A missing sheet or required column refuses the file.
 */
export function arrangeRows<Key extends string>(
  sheets: readonly RawSheet[],
  forms: readonly SheetForm<Key>[],
): Result<WorkbookRows<Key>, IntakeFailure> {
  const rows: SourceRow<Key>[] = [];
  const ignoredColumns: string[] = [];
  for (const form of forms) {
    const sheet = sheetOf(form, sheets);
    if (!sheet) return fail({ code: 'intake.sheet-missing', data: { sheet: form.name.zh, sheetEn: form.name.en } });
    const headerRow = headerRowOf(form, sheet);
    const places = placeColumns(form, sheet.rows[headerRow] ?? []);
    if (!places.ok) return places;
    ignoredColumns.push(...places.value.ignored.map((header) => `${form.name.zh}：${header}`));
    for (let index = headerRow + 1; index < sheet.rows.length; index += 1) {
      const raw = sheet.rows[index] ?? [];
      const cells = places.value.columns.map((place) => (place === undefined ? null : (raw[place] ?? null)));
      if (cells.some((cell) => cell !== null)) rows.push({ sheet: form.key, row: index + 1, cells });
    }
  }
  return ok({ rows, ignoredColumns });
}

/** The sheet of a form: by its name, or where any will do the first whose header has the required columns. */
function sheetOf(form: SheetForm<string>, sheets: readonly RawSheet[]): RawSheet | undefined {
  const named = sheets.find(({ name }) => isNamed(form, name));
  if (named !== undefined || form.anyName !== true) return named;
  const fits = ({ rows }: RawSheet): boolean =>
    rows.slice(0, HEADER_WITHIN).some((row) => {
      const found = new Set(row.map(plain));
      return form.columns.every((column) => !column.required || names(column).some((name) => found.has(name)));
    });
  return sheets.find(fits) ?? sheets.find((sheet) => headerRowAt(form, sheet) >= 0);
}

function headerRowAt(form: SheetForm<string>, sheet: RawSheet): number {
  const known = new Set(form.columns.flatMap(names));
  return sheet.rows
    .slice(0, HEADER_WITHIN)
    .findIndex((row) => row.filter((cell) => known.has(plain(cell))).length >= 2);
}

const headerRowOf = (form: SheetForm<string>, sheet: RawSheet): number => Math.max(headerRowAt(form, sheet), 0);

function placeColumns(
  form: SheetForm<string>,
  header: readonly CellValue[],
): Result<{ columns: readonly (number | undefined)[]; ignored: readonly string[] }, IntakeFailure> {
  const columns: (number | undefined)[] = form.columns.map(() => undefined);
  const ignored: string[] = [];
  for (const [place, cell] of header.entries()) {
    const name = plain(cell);
    if (name === '' || name.startsWith(plain(REASON_PREFIX))) continue;
    const index = form.columns.findIndex((column) => names(column).includes(name));
    if (index < 0) ignored.push(String(cell).slice(0, 60));
    else if (columns[index] === undefined) columns[index] = place;
    else return fail({ code: 'intake.column-twice', data: { sheet: form.name.zh, column: String(cell) } });
  }
  const missing = form.columns.find((column, index) => column.required && columns[index] === undefined);
  if (missing)
    return fail({
      code: 'intake.column-missing',
      data: { sheet: form.name.zh, column: missing.header.zh, columnEn: missing.header.en },
    });
  return ok({ columns, ignored });
}
