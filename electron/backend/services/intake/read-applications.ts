import { extname } from 'node:path';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import { assemble, cellFault, checkAssembled } from './assemble.ts';
import { readCell } from './cell-reading.ts';
import { type DivisionIndex, loadDivisions } from './division-index.ts';
import type { CellFault, IntakeEntry, IntakeFailure, IntakeFile, SourceRow } from './intake-fault.ts';
import { readJsonEntries } from './json-reading.ts';
import { sheetForm, SHEETS } from './sheets.ts';
import { fileKind } from './file-kind.ts';
import { arrangeRows } from './sheet-rows.ts';
import { readWorkbook } from './workbook-reading.ts';

/**
 * Opens a file of applications as the platform exports it, .xlsx or .json by its content.
 *
 * The whole file is refused only when it cannot be read as such; otherwise every good application
 * comes through whatever stands beside it. Nothing is written and nothing remembered here.
 */
export async function readApplicationsFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<IntakeFile, IntakeFailure>> {
  const kind = fileKind(bytes);
  if (!kind.ok) return kind;
  if (kind.value === 'workbook') return openWorkbook(bytes, fileName);
  if (extname(fileName).toLowerCase() !== '.json' && !/^[\s\uFEFF]*[[{]/.test(head(bytes)))
    return fail({ code: 'intake.not-a-workbook', data: { fileName: fileName.slice(-80) } });
  const divisions = await loadDivisions();
  return readJsonEntries(bytes, fileName, divisions);
}

const head = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 64));

async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Result<IntakeFile, IntakeFailure>> {
  const sheets = await readWorkbook(bytes);
  if (!sheets.ok)
    return sheets.failure.code === 'intake.not-a-workbook'
      ? fail({ ...sheets.failure, data: { fileName: fileName.slice(-80) } })
      : sheets;
  const arranged = arrangeRows(sheets.value, SHEETS);
  if (!arranged.ok) return arranged;
  const groups = groupRows(arranged.value.rows);
  if (groups.length === 0) return fail({ code: 'intake.empty' });
  const divisions = await loadDivisions();
  return ok({
    format: 'xlsx',
    total: groups.length,
    ignoredColumns: arranged.value.ignoredColumns,
    *entries() {
      for (const group of groups) yield readGroup(group, fileName, divisions);
    },
  });
}

/** Rows that belong together. */
interface Group {
  readonly number: string | null;
  readonly rows: readonly SourceRow[];
  readonly standing: 'application' | 'second' | 'orphan';
}

function groupRows(rows: readonly SourceRow[]): readonly Group[] {
  const applications = new Map<string, SourceRow[]>();
  const seconds: Group[] = [];
  const orphans = new Map<string, SourceRow[]>();
  for (const row of rows) {
    const number = numberOf(row);
    if (row.sheet === 'application') {
      const key = number ?? `row ${row.row}`;
      if (applications.has(key)) seconds.push({ number, rows: [row], standing: 'second' });
      else applications.set(key, [row]);
      continue;
    }
    const own = number === null ? undefined : applications.get(number);
    if (own) own.push(row);
    else orphans.set(number ?? `${row.sheet} ${row.row}`, [...(orphans.get(number ?? '') ?? []), row]);
  }
  return [
    ...[...applications.values()].map((own): Group => ({
      number: firstNumber(own),
      rows: own,
      standing: 'application',
    })),
    ...seconds,
    ...[...orphans.values()].map((own): Group => ({ number: firstNumber(own), rows: own, standing: 'orphan' })),
  ];
}

const firstNumber = ([row]: readonly SourceRow[]): string | null => (row ? numberOf(row) : null);

/** The application number of a row as written, whether or not it is a right one. */
function numberOf(row: SourceRow): string | null {
  const [column] = sheetForm(row.sheet).columns;
  if (!column) return null;
  const reading = readCell(column, row.cells[0] ?? null);
  return reading.ok && reading.value !== null ? String(reading.value) : null;
}

function readGroup({ number, rows, standing }: Group, fileName: string, divisions: DivisionIndex): IntakeEntry {
  const assembled = assemble(rows);
  if (standing !== 'application')
    return {
      kind: 'bad',
      applicationNo: number,
      rows,
      faults: rows.map((row) => standingFault(row, number, standing)),
    };
  const checked = checkAssembled(assembled, divisions);
  return checked.ok
    ? { kind: 'good', application: checked.application, source: { fileName, row: rows[0]?.row ?? 0 } }
    : { kind: 'bad', applicationNo: number, rows, faults: checked.faults };
}

function standingFault(row: SourceRow, number: string | null, standing: 'second' | 'orphan'): CellFault {
  const place = { row, column: 0 };
  if (standing === 'second')
    return cellFault(
      place,
      'applicationNo',
      sentence(
        '申报编号在本文件中重复，只取了第一行',
        'the application number stands twice in this file; only the first row was taken',
      ),
    );
  return cellFault(
    place,
    'applicationNo',
    number === null
      ? sentence('必须填写', 'is required')
      : sentence('“申报”表中没有这个申报编号', 'the sheet 申报 has no such application number'),
  );
}
