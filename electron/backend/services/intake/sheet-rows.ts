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

/** A row of a workbook whose sheets are all of one form. */
export interface SheetRow<Key extends string> extends SourceRow<Key> {
  /** The sheet it stands in; null where only one was taken. */
  readonly sheetName: string | null;
}

/** The rows of every sheet that has a form's header. */
export interface EverySheet<Key extends string> {
  readonly rows: readonly SheetRow<Key>[];
  readonly ignoredColumns: readonly string[];
  /** Sheets with something in them and no header. */
  readonly unreadSheets: readonly string[];
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
    const read = readSheet(form, sheet, headerRowOf(form, sheet), form.name.zh);
    if (!read.ok) return read;
    ignoredColumns.push(...read.value.ignored);
    rows.push(...read.value.rows);
  }
  return ok({ rows, ignoredColumns });
}

const sheetOf = (form: SheetForm<string>, sheets: readonly RawSheet[]): RawSheet | undefined =>
  sheets.find(({ name }) => isNamed(form, name));

/**
 * Takes every sheet that has a form's header, whatever it is called: a laboratory's own export, one sheet for each
 * batch. A workbook in which none has it is refused with the columns that were looked for, or the one that is missing.
 */
export function arrangeEverySheet<Key extends string>(
  sheets: readonly RawSheet[],
  form: SheetForm<Key>,
): Result<EverySheet<Key>, IntakeFailure> {
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => String(cell ?? '').trim() !== '')));
  const taken = filled.filter((sheet) => wholeHeaderAt(form, sheet) >= 0);
  if (taken.length === 0) {
    const near = filled.find((sheet) => headerRowAt(form, sheet) >= 0);
    const wrong = near && placeColumns(form, near.rows[headerRowAt(form, near)] ?? [], near.name);
    return wrong?.ok === false ? wrong : fail({ code: 'intake.header-missing', data: wantedColumns(form) });
  }
  const rows: SheetRow<Key>[] = [];
  const ignoredColumns: string[] = [];
  for (const sheet of taken) {
    const read = readSheet(form, sheet, wholeHeaderAt(form, sheet), sheet.name);
    if (!read.ok) return read;
    ignoredColumns.push(...read.value.ignored);
    rows.push(...read.value.rows.map((row) => ({ ...row, sheetName: taken.length > 1 ? sheet.name : null })));
  }
  const unreadSheets = filled.filter((sheet) => !taken.includes(sheet)).map(({ name }) => name);
  return ok({ rows, ignoredColumns, unreadSheets });
}

function wantedColumns(form: SheetForm<string>): Readonly<Record<string, string | number>> {
  const headers = form.columns.filter(({ required }) => required).map(({ header }) => header);
  return {
    within: HEADER_WITHIN,
    columns: headers.map(({ zh }) => `“${zh}”`).join('、'),
    columnsEn: headers.map(({ en }) => `"${en}"`).join(', '),
  };
}

/** A sheet's rows below its header, cells in the form's order. */
function readSheet<Key extends string>(
  form: SheetForm<Key>,
  sheet: RawSheet,
  headerRow: number,
  name: string,
): Result<{ readonly rows: readonly SourceRow<Key>[]; readonly ignored: readonly string[] }, IntakeFailure> {
  const places = placeColumns(form, sheet.rows[headerRow] ?? [], name);
  if (!places.ok) return places;
  const rows: SourceRow<Key>[] = [];
  for (let index = headerRow + 1; index < sheet.rows.length; index += 1) {
    const raw = sheet.rows[index] ?? [];
    const cells = places.value.columns.map((place) => (place === undefined ? null : (raw[place] ?? null)));
    if (cells.some((cell) => cell !== null)) rows.push({ sheet: form.key, row: index + 1, cells });
  }
  return ok({ rows, ignored: places.value.ignored.map((header) => `${name}：${header}`) });
}

/** The first row that has every required column; -1 where none of those looked at has. */
const wholeHeaderAt = (form: SheetForm<string>, sheet: RawSheet): number =>
  sheet.rows.slice(0, HEADER_WITHIN).findIndex((row) => {
    const found = new Set(row.map(plain));
    return form.columns.every((column) => !column.required || names(column).some((name) => found.has(name)));
  });

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
  sheet: string,
): Result<{ columns: readonly (number | undefined)[]; ignored: readonly string[] }, IntakeFailure> {
  const columns: (number | undefined)[] = form.columns.map(() => undefined);
  const ignored: string[] = [];
  for (const [place, cell] of header.entries()) {
    const name = plain(cell);
    if (name === '' || name.startsWith(plain(REASON_PREFIX))) continue;
    const index = form.columns.findIndex((column) => names(column).includes(name));
    if (index < 0) ignored.push(String(cell).slice(0, 60));
    else if (columns[index] === undefined) columns[index] = place;
    else return fail({ code: 'intake.column-twice', data: { sheet, column: String(cell) } });
  }
  const missing = form.columns.find((column, index) => column.required && columns[index] === undefined);
  if (missing)
    return fail({
      code: 'intake.column-missing',
      data: { sheet, column: missing.header.zh, columnEn: missing.header.en },
    });
  return ok({ columns, ignored });
}
