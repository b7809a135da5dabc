import { ok, type Result } from '#shared/base/result.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { shownNumber, shownPercent } from '#shared/domain/lab/shown-number.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import type { TypedReading } from '#shared/domain/lab/typed-reading.ts';
import { tidyUnit } from '#shared/domain/lab/unit.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { cellText, readCell } from '#electron/backend/services/intake/cell-reading.ts';
import { fileKind } from '#electron/backend/services/intake/file-kind.ts';
import type { CellFault, CellValue, IntakeFailure } from '#electron/backend/services/intake/intake-fault.ts';
import { arrangeEverySheet, type SheetRow } from '#electron/backend/services/intake/sheet-rows.ts';
import { readWorkbook } from '#electron/backend/services/intake/workbook-reading.ts';
import { RESULTS_FORM, type ResultsKey } from './results-form.ts';

export type ResultsRow = SheetRow<ResultsKey>;
export type ResultsFault = CellFault<ResultsKey>;

/** A workbook of results, opened: its rows as texts, cells in the form's order. */
export interface ResultsFile {
  readonly rows: readonly ResultsRow[];
  readonly ignoredColumns: readonly string[];
  /** Sheets with something in them and no header of results. */
  readonly unreadSheets: readonly string[];
}

/** Opens a laboratory's workbook; numbers stay the texts that a spreadsheet shows. */
export async function readResultsFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<ResultsFile, IntakeFailure>> {
  const kind = fileKind(bytes);
  if (!kind.ok) return kind;
  if (kind.value === 'text')
    return { ok: false, failure: { code: 'intake.not-a-workbook', data: { fileName: fileName.slice(-80) } } };
  const sheets = await readWorkbook(bytes, { plain: shownNumber, percent: shownPercent });
  if (!sheets.ok)
    return sheets.failure.code === 'intake.not-a-workbook'
      ? { ok: false, failure: { ...sheets.failure, data: { fileName: fileName.slice(-80) } } }
      : sheets;
  const arranged = arrangeEverySheet(sheets.value, RESULTS_FORM);
  if (!arranged.ok) return arranged;
  const rows = arranged.value.rows.filter(({ cells }) => cells.some((cell) => cellText(cell).trim() !== ''));
  return rows.length === 0 ? { ok: false, failure: { code: 'intake.empty' } } : ok({ ...arranged.value, rows });
}

const placeOf = (path: string): number => RESULTS_FORM.columns.findIndex((column) => column.path === path);
const PLACES = new Map(RESULTS_FORM.columns.map(({ path }) => [path, placeOf(path)]));
const VALUES = RESULTS_FORM.columns.filter(({ path }) => path.startsWith('value')).map(({ path }) => path);

const cellAt = (row: ResultsRow, path: string): CellValue => row.cells[PLACES.get(path) ?? -1] ?? null;

/** Where a row stands: with its sheet where there is more than one. */
export const placeOfRow = ({ row, sheetName }: ResultsRow): Bilingual =>
  sheetName === null
    ? sentence(`第 ${row} 行`, `Row ${row}`)
    : sentence(`工作表“${sheetName}”第 ${row} 行`, `Sheet "${sheetName}", row ${row}`);

/** A fault in one of a row's cells. */
export function faultIn(row: ResultsRow, path: string, message: Bilingual): ResultsFault {
  const place = PLACES.get(path) ?? -1;
  return {
    path,
    sheet: 'results',
    sheetName: row.sheetName ?? RESULTS_FORM.name.zh,
    row: row.row,
    column: place + 1,
    header: RESULTS_FORM.columns[place]?.header.zh ?? '',
    value: cellText(row.cells[place] ?? null),
    message,
  };
}

/** Which sample and item a row speaks of. */
export interface RowName {
  readonly barcode: string;
  readonly order: string | null;
  readonly item: string;
}

/** Reads what a row speaks of. */
export function nameOf(row: ResultsRow): Result<RowName, ResultsFault> {
  const found: Record<'barcode' | 'order' | 'item', string> = { barcode: '', order: '', item: '' };
  for (const path of ['barcode', 'order', 'item'] as const) {
    const column = RESULTS_FORM.columns[PLACES.get(path) ?? -1];
    const read = column && readCell(column, cellAt(row, path));
    if (read?.ok === false) return { ok: false, failure: faultIn(row, path, read.reason) };
    const text = String(read?.value ?? '').trim();
    if (text === '' && path !== 'order')
      return { ok: false, failure: faultIn(row, path, labSentence('reading.empty')) };
    found[path] = text;
  }
  return ok({ ...found, order: found.order === '' ? null : found.order });
}

const FORMULA = /^#[A-Z/0!?]+[!?A]?$/;

/** A cell as it was written; a date or a broken formula where a figure belongs is a fault. */
function figureAt(row: ResultsRow, path: string): Result<string, ResultsFault> {
  const cell = cellAt(row, path);
  if (cell instanceof Date) {
    const message = sentence(
      '单元格被当成了日期，请设为文本后重填',
      'the spreadsheet made a date of it; set the cell to text',
    );
    return { ok: false, failure: faultIn(row, path, message) };
  }
  const text = cell === null ? '' : String(cell);
  if (FORMULA.test(text.trim()))
    return { ok: false, failure: faultIn(row, path, sentence(`公式出错（${text}）`, `the formula failed (${text})`)) };
  return ok(text);
}

/** Readings that stand in one cell: apart by semicolons, 、 or white space; `< 10` is one. */
const splitValues = (cell: string): readonly string[] =>
  cell
    .replace(/([<>＜＞≤≥])\s+/g, '$1')
    .split(/[;；、\s]+/)
    .filter((part) => part !== '');

const PERCENT = /^(.*\d)\s*[%％]$/u;
const LIMITS = ['lod', 'loq', 'uncertainty'] as const;

/** A quantity with its limits; a cell that says `12.5%` is 12.5 in a row whose unit is %, and names the unit where there is none. */
function quantityOf(row: ResultsRow, at: (path: string) => string): Result<TypedReading, ResultsFault> {
  const percent = (path: string): string | undefined => PERCENT.exec(at(path).trim())?.[1];
  const unit = at('unit').trim() === '' && percent('value') !== undefined ? '%' : at('unit');
  const wrong = ['value', ...LIMITS].find((path) => percent(path) !== undefined && tidyUnit(unit) !== '%');
  if (wrong !== undefined) {
    const [shown, other] = [at(wrong).trim(), unit.trim()];
    const message = sentence(
      `此格是百分比（${shown}），而单位是“${other}”，请改正其一`,
      `the cell is a percentage (${shown}) and the unit is "${other}"; correct the one or the other`,
    );
    return { ok: false, failure: faultIn(row, wrong, message) };
  }
  const figure = (path: string): string => percent(path) ?? at(path);
  const given = LIMITS.filter((path) => at(path).trim() !== '').map((path) => [path, figure(path)]);
  return ok({ kind: 'quantity', value: figure('value'), unit, ...Object.fromEntries(given) });
}

/** A row's reading in the form its item takes, to the letter; what it says, the item's rules judge. */
export function readingOf(row: ResultsRow, item: TestItem): Result<TypedReading, ResultsFault> {
  const figures = new Map<string, string>();
  for (const path of [...VALUES, 'unit', 'lod', 'loq', 'uncertainty', 'nominal', 'lotSize']) {
    const figure = figureAt(row, path);
    if (!figure.ok) return figure;
    figures.set(path, figure.value);
  }
  const at = (path: string): string => figures.get(path) ?? '';
  const unit = at('unit');
  const further = VALUES.slice(1).find((path) => at(path).trim() !== '');
  switch (item.kind) {
    case 'numeric':
    case 'not-detected': {
      if (further !== undefined) return { ok: false, failure: faultIn(row, further, ONE_VALUE) };
      return quantityOf(row, at);
    }
    case 'wording':
      return further === undefined
        ? ok({ kind: 'wording', text: at('value') })
        : { ok: false, failure: faultIn(row, further, ONE_VALUE) };
    case 'microbiological':
      return ok({ kind: 'units', values: VALUES.flatMap((path) => splitValues(at(path))), unit });
    case 'net-content':
      return ok({
        kind: 'packages',
        nominal: at('nominal'),
        unit,
        lotSize: at('lotSize'),
        contents: VALUES.flatMap((path) => splitValues(at(path))),
      });
  }
}

const ONE_VALUE = sentence('此项目只有一个读数', 'this item takes one reading');

/** The column in which a reading's field stands: `values[2]` in the third value's cell, where it has one of its own. */
export function columnOf(row: ResultsRow, field: string): string {
  const [, index] = /^(?:values|contents)\[(\d+)\]$/.exec(field) ?? [];
  if (index === undefined) return PLACES.has(field) ? field : 'value';
  const own = VALUES.filter((path) => cellText(cellAt(row, path)).trim() !== '');
  return own.length > 1 ? (own[Math.min(Number(index), own.length - 1)] ?? 'value') : 'value';
}
