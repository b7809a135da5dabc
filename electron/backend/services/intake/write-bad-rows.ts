import type { Cell } from 'write-excel-file/node';
import { choicesOf, explanationSheet, headerCell, textColumnsOf, valueCell } from './form-sheets.ts';
import type { BadEntry, BadRows, CellFault, SourceRow } from './intake-fault.ts';
import { REASON_PREFIX, type SheetForm, SHEETS } from './sheets.ts';
import { type SheetToWrite, writeWorkbook } from './workbook-writing.ts';

const FAULT_FILL = '#F4B6B0';
const REASON_WIDTH = 34;

interface BadRow extends SourceRow<string> {
  readonly faults: readonly CellFault<string>[];
}

/**
 * Writes bad entries as a workbook to correct and import again: the same sheets, bad cells in red, and
 * right of every column with a fault a column `原因：…` with the reason in both languages.
 *
 * All rows of a bad entry are in it, also its good ones: the corrected workbook stands alone.
 *
 * @param before sheets that stand in front, such as the explanation
 */
export function writeBadRows<Key extends string>(
  bad: readonly BadRows<Key>[],
  forms: readonly SheetForm<Key>[],
  before: readonly SheetToWrite[] = [],
): Promise<Uint8Array> {
  const rows = bad.flatMap(({ rows: own, faults }) =>
    own.map((row): BadRow => ({
      ...row,
      faults: faults.filter((fault) => fault.sheet === row.sheet && fault.row === row.row),
    })),
  );
  return writeWorkbook([
    ...before,
    ...forms.map((form) =>
      badSheet(
        form,
        rows.filter(({ sheet }) => sheet === form.key),
      ),
    ),
  ]);
}

/** The bad applications of a file, as {@link writeBadRows} gives them back. */
export const writeBadRowsWorkbook = (bad: readonly BadEntry[]): Promise<Uint8Array> =>
  writeBadRows(bad, SHEETS, [explanationSheet()]);

function badSheet(form: SheetForm<string>, rows: readonly BadRow[]): SheetToWrite {
  const faulty = new Set(rows.flatMap(({ faults }) => faults.map(({ column }) => column - 1)));
  const places = form.columns.map((_, index) => index + 1 + [...faulty].filter((column) => column < index).length);
  const spread = <T>(own: (index: number) => T, reason: (index: number) => T): readonly T[] =>
    form.columns.flatMap((_, index) => (faulty.has(index) ? [own(index), reason(index)] : [own(index)]));
  const header = (index: number): string => form.columns[index]?.header.zh ?? '';
  return {
    name: form.name.zh,
    stickyRows: 1,
    widths: spread(
      (index) => form.columns[index]?.width ?? 16,
      () => REASON_WIDTH,
    ),
    choices: choicesOf(form, (index) => places[index] ?? index + 1),
    textColumns: textColumnsOf(form, (index) => places[index] ?? index + 1),
    rows: [
      spread(
        (index) => headerCell(header(index), form.columns[index]?.required ?? false),
        (index) => headerCell(`${REASON_PREFIX}${header(index)}`, false),
      ),
      ...rows.map((row) =>
        spread(
          (index) => ownCell(form, row, index),
          (index) => reasonCell(row, index),
        ),
      ),
    ],
  };
}

const faultsAt = (row: BadRow, index: number): readonly CellFault<string>[] =>
  row.faults.filter(({ column }) => column === index + 1);

function ownCell(form: SheetForm<string>, row: BadRow, index: number): Cell {
  const column = form.columns[index];
  const cell = column ? valueCell(column, row.cells[index] ?? null) : null;
  if (faultsAt(row, index).length === 0) return cell;
  const styled = typeof cell === 'object' && cell !== null && 'value' in cell ? cell : { value: cell };
  return { ...styled, backgroundColor: FAULT_FILL } as Cell;
}

function reasonCell(row: BadRow, index: number): Cell {
  const faults = faultsAt(row, index);
  if (faults.length === 0) return null;
  const value = faults.map(({ message }) => `${message.zh} / ${message.en}`).join('；');
  return { value, type: String, wrap: true, textColor: '#9C1C12' };
}
