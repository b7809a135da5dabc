import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IntakeFailure } from './intake-fault.ts';

/** Limits on one sheet. */
export const SHEET_LIMITS = { rows: 100_000, columns: 256 } as const;

const EXCEL_ROWS = 1_048_576;

const tooLarge = (what: 'rows' | 'row' | 'column', found: number, limit: number): Result<never, IntakeFailure> =>
  fail({ code: 'intake.too-large', data: { what, found, limit } });

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** Refuses XML that declares anything: entities are how small files become large ones. */
export function refuseDeclarations(name: string, xml: string): Result<null, IntakeFailure> {
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml)
    ? fail({ code: 'intake.damaged', data: { detail: `${name}: DOCTYPE` } })
    : ok(null);
}

/**
 * Looks through a sheet's tags before the reader does, because the reader believes every coordinate.
 *
 * One cell at XFD1048576, or a row numbered in the billions, would make it allocate the whole grid.
 * Coordinates must stand plainly; at most {@link SHEET_LIMITS} rows and columns may hold something.
 * Returns the XML with failed formulas as text (`#N/A`), which the reader would drop in silence.
 */
export function guardSheet(name: string, xml: string): Result<string, IntakeFailure> {
  let rows = 0;
  let tags = 0;
  let failedFormulas = false;
  for (const [, tag = '', attributes = '', closed] of xml.matchAll(READABLE_TAG)) {
    tags += 1;
    const places = [...attributes.matchAll(/[\s:]r\s*=\s*["']([^"']*)["']/g)].map(([, place = '']) => place);
    if (tag === 'row' && places.length === 0) continue;
    const place = places.length === 1 ? /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(places[0] ?? '') : null;
    if (!place) return broken(`${name}: ${tag} "${places.join(' ').slice(0, 40)}"`);
    const row = Number(place[2]);
    if (row > EXCEL_ROWS) return tooLarge('row', row, EXCEL_ROWS);
    if (tag === 'row') {
      if (!closed) rows += 1;
      if (rows > SHEET_LIMITS.rows) return tooLarge('rows', rows, SHEET_LIMITS.rows);
      continue;
    }
    const column = columnNumber(place[1] ?? '');
    if (!closed && column > SHEET_LIMITS.columns) return tooLarge('column', column, SHEET_LIMITS.columns);
    failedFormulas ||= FAILED_FORMULA.test(attributes);
  }
  if (countTags(xml) !== tags) return broken(`${name}: tags`);
  return ok(failedFormulas ? xml.replace(/(<(?:[^\s<>/:]+:)?c\s[^<>]*?\st=)["']e["']/g, '$1"str"') : xml);
}

const READABLE_TAG = /<(?:[^\s<>/:]+:)?(row|c)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const FAILED_FORMULA = /\st=["']e["']/;

const broken = (detail: string): Result<never, IntakeFailure> => fail({ code: 'intake.damaged', data: { detail } });

/** All row and cell tags, also such as {@link READABLE_TAG} does not read and the reader might. */
function countTags(xml: string): number {
  const any = /<(?:[^\s<>/:]+:)?(?:row|c)(?=[\s/>])/g;
  let count = 0;
  while (any.test(xml)) count += 1;
  return count;
}
