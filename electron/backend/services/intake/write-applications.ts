import { isPlainDate } from '#shared/base/plain-date.ts';
import { wordOf } from '#shared/domain/codes/vocabulary.ts';
import type { Application } from '#shared/platform/application.ts';
import { stepInto } from './assemble.ts';
import { explanationSheet, formSheet } from './form-sheets.ts';
import type { CellValue } from './intake-fault.ts';
import { type Column, type SheetForm, type SheetKey, SHEETS } from './sheets.ts';
import { writeWorkbook } from './workbook-writing.ts';

/** The empty template with its explanation sheet. */
export const writeTemplate = (): Promise<Uint8Array> => writeApplicationsWorkbook([]);

/** The rows of every sheet, cells in the order of its form. */
export type SheetRows = Readonly<Record<SheetKey, readonly (readonly CellValue[])[]>>;

/** Writes applications as the workbook that `readApplicationsFile` reads back to the same applications. */
export const writeApplicationsWorkbook = (applications: readonly Application[]): Promise<Uint8Array> =>
  writeRowsWorkbook(applicationRows(applications));

/** Lays applications out as rows of the six sheets. */
export const applicationRows = (applications: readonly Application[]): SheetRows =>
  Object.fromEntries(
    SHEETS.map((form) => [form.key, applications.flatMap((application) => rowsOf(form, application))]),
  ) as unknown as SheetRows;

/** Writes rows as they are, right or wrong, with the explanation sheet in front. */
export function writeRowsWorkbook(rows: SheetRows): Promise<Uint8Array> {
  return writeWorkbook([explanationSheet(), ...SHEETS.map((form) => formSheet(form, rows[form.key]))]);
}

/** Writes applications as the JSON export, one application a line so that changes can be seen. */
export function writeApplicationsJson(applications: readonly Application[]): string {
  return `[\n${applications.map((application) => JSON.stringify(application)).join(',\n')}\n]\n`;
}

function rowsOf(form: SheetForm, application: Application): readonly (readonly CellValue[])[] {
  const cells = (value: unknown): readonly CellValue[] =>
    form.columns.map((column, index) =>
      index === 0 ? application.applicationNo : cellOf(column, column.path.split('.').reduce(stepInto, value)),
    );
  if (form.key === 'application') return [cells(application)];
  const part = application[form.key];
  if (Array.isArray(part)) return part.map(cells);
  return part === null ? [] : [cells(part)];
}

function cellOf(column: Column, value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  switch (column.cell.kind) {
    case 'word':
      return wordOf(column.cell.words, String(value))?.zh ?? String(value);
    case 'yes-no':
      return value === true ? '是' : '否';
    case 'date': {
      const text = String(value);
      return isPlainDate(text) ? new Date(`${text}T00:00:00Z`) : text;
    }
    case 'star':
    case 'whole':
      return Number(value);
    default:
      return String(value);
  }
}
