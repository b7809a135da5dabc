import { fail, ok, type Result } from '#shared/base/result.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import { cellFault, checkAssembled, type Origins, stepInto } from './assemble.ts';
import type { DivisionIndex } from './division-index.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { Application } from '#shared/platform/application.ts';
import type { BadEntry, CellValue, IntakeEntry, IntakeFailure, IntakeFile, SourceRow } from './intake-fault.ts';
import { type SheetKey, SHEETS, sheetForm } from './sheets.ts';

/** Most list entries that are brought into rows for the report of a bad application. */
const MOST_ROWS = 200;
/** Longest text kept in a cell of the report. */
const LONGEST = 1_000;

/** Opens a JSON export: a list of applications, or an object whose `applications` is one. */
export function readJsonEntries(
  bytes: Uint8Array,
  fileName: string,
  divisions: DivisionIndex,
): Result<IntakeFile, IntakeFailure> {
  const parsed = parseJson(bytes);
  if (!parsed.ok) return parsed;
  const list = listOf(parsed.value);
  if (list === undefined) return fail({ code: 'intake.not-applications' });
  if (list.length === 0) return fail({ code: 'intake.empty' });
  return ok({
    format: 'json',
    total: list.length,
    ignoredColumns: [],
    *entries() {
      const seen = new Set<string>();
      for (const [index, raw] of list.entries()) {
        const entry = readEntry(raw, index, fileName, divisions, seen);
        if (entry.kind === 'good') seen.add(entry.application.applicationNo);
        yield entry;
      }
    },
  });
}

function parseJson(bytes: Uint8Array): Result<unknown, IntakeFailure> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    const [, line = '', column = ''] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
    return fail({ code: 'intake.not-json', data: { line, column } });
  }
}

function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const inner = isPlain(value) && Object.keys(value).join() === 'applications' ? value['applications'] : undefined;
  return Array.isArray(inner) ? inner : undefined;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readEntry(
  raw: unknown,
  index: number,
  fileName: string,
  divisions: DivisionIndex,
  seen: ReadonlySet<string>,
): IntakeEntry {
  const { rows, origins } = rowsOf(raw, index);
  const checked = checkAssembled({ raw, origins, faults: [] }, divisions);
  const number = isPlain(raw) && typeof raw['applicationNo'] === 'string' ? raw['applicationNo'].slice(0, 40) : null;
  if (!checked.ok) return { kind: 'bad', applicationNo: number, rows, faults: checked.faults };
  const [row] = rows;
  if (row && seen.has(checked.application.applicationNo)) {
    const twice = sentence(
      '申报编号在本文件中重复，只取了第一个',
      'the application number stands twice in this file; only the first was taken',
    );
    return {
      kind: 'bad',
      applicationNo: number,
      rows,
      faults: [cellFault({ row, column: 0 }, 'applicationNo', twice)],
    };
  }
  return { kind: 'good', application: checked.application, source: { fileName, row: index + 1 } };
}

/**
 * Lays an unchecked JSON application out as the rows it would have in a workbook, as far as it goes,
 * so that bad ones from JSON can be corrected in the same workbook of bad rows.
 */
function rowsOf(raw: unknown, index: number): { readonly rows: readonly SourceRow[]; readonly origins: Origins } {
  const rows: SourceRow[] = [];
  const origins = new Map<string, { readonly row: SourceRow; readonly column: number }>();
  const add = (sheet: SheetKey, value: unknown, number: unknown, prefix: string, at: number): void => {
    const { columns } = sheetForm(sheet);
    const cells = columns.map(({ path }, place) =>
      cellOf(place === 0 ? number : path.split('.').reduce(stepInto, value)),
    );
    const row: SourceRow = { sheet, row: at + 2, cells };
    rows.push(row);
    for (const [column, { path }] of columns.entries()) {
      const key = column === 0 ? path : `${prefix}${path}`;
      if (!origins.has(key)) origins.set(key, { row, column });
    }
  };
  const whole = isPlain(raw) ? raw : {};
  const number = whole['applicationNo'];
  add('application', whole, number, '', index);
  for (const { key } of SHEETS) {
    if (key === 'application') continue;
    const part = whole[key];
    if (key === 'inspection' && isPlain(part)) add(key, part, number, 'inspection.', index);
    if (key !== 'inspection' && Array.isArray(part))
      for (const [place, item] of part.slice(0, MOST_ROWS).entries())
        add(key, item, number, `${key}[${place}].`, place);
  }
  return { rows, origins };
}

function cellOf(value: unknown): CellValue {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined || value === null ? null : '{…}';
}

/** A good application turned away for a reason that only the desk knows, as a bad entry like the others. */
export function refuseApplication(
  application: Application,
  place: number,
  path: 'applicationNo' | 'submittedOn',
  message: Bilingual,
): BadEntry {
  const { rows, origins } = rowsOf(application, place - 1);
  const origin = origins.get(path);
  const faults = origin ? [cellFault(origin, path, message)] : [];
  return { kind: 'bad', applicationNo: application.applicationNo, rows, faults };
}
