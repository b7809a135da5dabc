import { zipSync } from 'fflate';
import readWorkbookSheets from 'read-excel-file/node';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { CellValue, IntakeFailure } from './intake-fault.ts';
import { percentStyles, withPercents } from './percent-cells.ts';
import { guardSheet, refuseDeclarations } from './sheet-xml.ts';
import { unpack } from './zip-reading.ts';

/** A sheet as rows of cells; row `n` of the sheet is `rows[n - 1]`. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** What becomes of a number as the file writes it, where no measured value may pass through binary floating point. */
export interface NumberReading {
  readonly plain: (written: string) => string;
  /** Of one that the sheet shows as a percentage: the text that it shows. */
  readonly percent: (written: string) => string;
}

const STYLES = 'xl/styles.xml';
const SHEET = /^xl\/worksheets\//i;
const WANTED =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i;

/**
 * Reads all sheets of an .xlsx workbook that came from anywhere.
 *
 * The archive is unpacked within limits, its XML looked through, and only then repacked (stored) for
 * the reader, so that the reader sees exactly what was checked: it takes its sizes from local headers
 * and its grid from cell coordinates, both of which an attacker writes.
 *
 * @param numbers numbers as texts, see {@link NumberReading}; plain numbers when absent
 */
export async function readWorkbook(
  bytes: Uint8Array,
  numbers?: NumberReading,
): Promise<Result<readonly RawSheet[], IntakeFailure>> {
  const files = unpack(bytes, (name) => WANTED.test(name));
  if (!files.ok) return files;
  if (!files.value.has('xl/workbook.xml')) return fail({ code: 'intake.not-a-workbook' });
  const checked: Record<string, Uint8Array> = {};
  const encoder = new TextEncoder();
  const percents = percentStyles(new TextDecoder().decode(files.value.get(STYLES)));
  for (const [name, content] of files.value) {
    const xml = new TextDecoder().decode(content);
    const plain = refuseDeclarations(name, xml);
    if (!plain.ok) return plain;
    const guarded = guardSheet(name, xml);
    if (!guarded.ok) return guarded;
    const shown =
      numbers !== undefined && SHEET.test(name)
        ? withPercents(guarded.value, percents, numbers.percent)
        : guarded.value;
    checked[name] = shown === xml ? content : encoder.encode(shown);
  }
  const repacked = Buffer.from(zipSync(checked, { level: 0 }));
  try {
    const sheets = await readWorkbookSheets(repacked, numbers === undefined ? {} : { parseNumber: numbers.plain });
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as readonly CellValue[][] })));
  } catch (error) {
    // The reader throws plain errors of several kinds for broken XML; the file is the only input it has.
    const detail = error instanceof Error ? error.message.slice(0, 120) : 'unreadable';
    return fail({ code: 'intake.damaged', data: { detail } });
  }
}
