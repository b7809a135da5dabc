import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import {
  type Application,
  applicationFault,
  type ApplicationFault,
  parseApplication,
} from '#shared/platform/application.ts';
import { cellText, readCell } from './cell-reading.ts';
import type { DivisionIndex } from './division-index.ts';
import type { CellFault, SourceRow } from './intake-fault.ts';
import { type SheetKey, sheetForm } from './sheets.ts';

/** Where a field of an application stands. */
interface Origin {
  readonly row: SourceRow;
  /** Index in the form's columns. */
  readonly column: number;
}

/** A field path of an application and the cell behind it. */
export type Origins = ReadonlyMap<string, Origin>;

type Plain = Record<string, unknown>;

/** An application put together from its rows, unchecked, with what was wrong in single cells. */
export interface Assembled {
  readonly raw: unknown;
  readonly origins: Origins;
  readonly faults: readonly CellFault[];
}

const LISTS: readonly SheetKey[] = ['documents', 'notApplicable', 'incidents', 'parcels'];

/** Puts the rows of one application together; `rows` begin with its line on the first sheet. */
export function assemble(rows: readonly SourceRow[]): Assembled {
  const raw: Plain = { inspection: null };
  for (const key of LISTS) raw[key] = [];
  const origins = new Map<string, Origin>();
  const faults: CellFault[] = [];
  for (const row of rows) {
    const prefix = prefixOf(row.sheet, raw);
    if (row.sheet === 'inspection' && raw['inspection'] !== null) {
      const twice = sentence('同一申报只能有一行检验', 'an application has at most one inspection row');
      faults.push(cellFault({ row, column: 0 }, 'inspection', twice));
      continue;
    }
    const { value, faults: cellFaults } = readRow(row, prefix, origins);
    faults.push(...cellFaults);
    if (row.sheet === 'application') Object.assign(raw, value);
    else if (row.sheet === 'inspection') raw['inspection'] = withoutNumber(value);
    else (raw[row.sheet] as unknown[]).push(withoutNumber(value));
  }
  return { raw, origins, faults };
}

/** The path in front of a row's fields. */
function prefixOf(sheet: SheetKey, raw: Plain): string {
  if (sheet === 'application') return '';
  return sheet === 'inspection' ? 'inspection.' : `${sheet}[${(raw[sheet] as unknown[]).length}].`;
}

function withoutNumber(value: Plain): Plain {
  const { applicationNo: _number, ...rest } = value;
  return rest;
}

function readRow(
  row: SourceRow,
  prefix: string,
  origins: Map<string, Origin>,
): { readonly value: Plain; readonly faults: readonly CellFault[] } {
  const value: Plain = {};
  const faults: CellFault[] = [];
  for (const [index, column] of sheetForm(row.sheet).columns.entries()) {
    const path = prefix !== '' && column.path === 'applicationNo' ? column.path : `${prefix}${column.path}`;
    if (!origins.has(path)) origins.set(path, { row, column: index });
    const reading = readCell(column, row.cells[index] ?? null);
    if (!reading.ok) faults.push(cellFault({ row, column: index }, path, reading.reason));
    else if (reading.value !== null) put(value, column.path.split('.'), reading.value);
  }
  return { value, faults };
}

/** Sets a value at a path of at most two steps, all of which come from the forms. */
function put(target: Plain, path: readonly string[], value: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  target[head] ??= {};
  put(target[head] as Plain, rest, value);
}

/** Builds a fault at a cell. */
export function cellFault({ row, column }: Origin, path: string, message: Bilingual): CellFault {
  const form = sheetForm(row.sheet);
  return {
    path,
    sheet: row.sheet,
    sheetName: form.name.zh,
    row: row.row,
    column: column + 1,
    header: form.columns[column]?.header.zh ?? '',
    value: cellText(row.cells[column] ?? null),
    message,
  };
}

/** An application checked, or the faults at their cells. */
export type Checked =
  | { readonly ok: true; readonly application: Application }
  | { readonly ok: false; readonly faults: readonly CellFault[] };

/**
 * Checks an unchecked application and brings every fault to the cell it stands in.
 *
 * Faults of a field whose cell could not be read are left to that cell's own message.
 */
export function checkAssembled({ raw, origins, faults }: Assembled, divisions: DivisionIndex): Checked {
  const parsed = parseApplication(raw);
  const found = [...(parsed.ok ? [] : parsed.failure), ...divisionFaults(raw, divisions)];
  if (parsed.ok && faults.length === 0 && found.length === 0) return { ok: true, application: parsed.value };
  const unread = new Set(faults.map(({ path }) => path));
  const placed = found
    .filter(({ path }) => !unread.has(path) && ![...unread].some((cell) => cell.startsWith(`${path}.`)))
    .map((fault) => placeFault(fault, origins));
  return { ok: false, faults: [...faults, ...placed] };
}

/** What is wrong with a division code of the right form; other forms are the schema's to refuse. */
function divisionFaults(raw: unknown, divisions: DivisionIndex): readonly ApplicationFault[] {
  const path = 'enterprise.divisionCode';
  const code = path.split('.').reduce<unknown>(stepInto, raw);
  if (typeof code !== 'string' || !/^\d{9}$/.test(code)) return [];
  const found = divisions.byCode(code);
  if (!found.ok)
    return [
      applicationFault(
        path,
        sentence('区划数据中没有这个乡镇代码，请核对', 'is not a town in the division data; look it up again'),
      ),
    ];
  return found.value.level === 'town'
    ? []
    : [applicationFault(path, sentence(`应到乡镇，现为 ${found.value.path}`, `names ${found.value.path}, not a town`))];
}

/** The own field of an unchecked value; undefined when there is none. */
export const stepInto = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;

/** Finds the cell of a fault: its own, else the first below or above its path, else the row's first. */
function placeFault(fault: ApplicationFault, origins: Origins): CellFault {
  const own = origins.get(fault.path);
  if (own) return cellFault(own, fault.path, fault.reason);
  for (const [path, origin] of origins)
    if (path.startsWith(`${fault.path}.`) || path.startsWith(`${fault.path}[`))
      return cellFault(origin, fault.path, fault.message);
  const entry = /^\w+\[\d+\]/.exec(fault.path)?.[0];
  const near = entry === undefined ? undefined : [...origins].find(([path]) => path.startsWith(`${entry}.`))?.[1];
  const first = near ?? origins.get('applicationNo') ?? [...origins.values()][0];
  if (first === undefined) throw new RangeError('an application without a single cell');
  return cellFault({ row: first.row, column: 0 }, fault.path, fault.message);
}
