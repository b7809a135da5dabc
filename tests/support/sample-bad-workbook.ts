import type { CellValue } from '#electron/backend/services/intake/intake-fault.ts';
import { type SheetKey, sheetForm } from '#electron/backend/services/intake/sheets.ts';
import { applicationRows, type SheetRows } from '#electron/backend/services/intake/write-applications.ts';
import type { Application } from '#shared/platform/application.ts';

/** One thing done wrong: the row of a sheet (from 0 among the application's own), the column's path, the value put there. */
interface Slip {
  readonly sheet: SheetKey;
  readonly row: number;
  readonly path: string;
  readonly value: CellValue;
}

const main = (path: string, value: CellValue): Slip => ({ sheet: 'application', row: 0, path, value });
const on = (sheet: SheetKey, row: number, path: string, value: CellValue): Slip => ({ sheet, row, path, value });

/** The slips of the shipped bad workbook, one application each, as people make them. */
export const SLIPS: readonly Slip[] = [
  main('enterprise.uscc', '91430923MAX00001OT'),
  main('enterprise.uscc', '91430923MAX000016T'),
  main('enterprise.uscc', Number('914309230001234567')),
  main('enterprise.divisionCode', '430923999'),
  main('enterprise.divisionCode', '430923'),
  main('enterprise.mobile', '29900000001'),
  main('enterprise.name', null),
  main('requestedStar', '六星'),
  main('submittedOn', '2026年2月30日'),
  main('submittedOn', 46_083),
  main('product.gtin', '6.99E+12'),
  main('product.gtin', '6990000000018'),
  main('product.foodLicence', 'QS430923010001'),
  main('product.category', '茶具'),
  main('product.shelfLifeDays', '两年'),
  on('documents', 0, 'validUntil', '2001-01-01'),
  on('documents', 1, 'link', null),
  on('documents', 2, 'check', '也许'),
  on('parcels', 0, 'quantity', '约 2 kg'),
  on('inspection', 0, 'traceability', '#N/A'),
];

const GOOD = 10;

/**
 * Rows for the shipped bad workbook: ten good applications, then one for each slip, then an application
 * number used twice and a document of an application that is not there.
 */
export function badSampleRows(applications: readonly Application[]): SheetRows {
  const renumbered = applications
    .filter(({ inspection, parcels, documents }) => inspection !== null && parcels.length > 0 && documents.length > 3)
    .slice(0, GOOD + SLIPS.length)
    .map((application, index) => ({ ...application, applicationNo: `B-2026-${String(index + 1).padStart(5, '0')}` }));
  const rows = Object.fromEntries(
    Object.entries(applicationRows(renumbered)).map(([sheet, list]) => [sheet, list.map((row) => [...row])]),
  ) as Record<SheetKey, CellValue[][]>;
  for (const [index, slip] of SLIPS.entries()) {
    const number = renumbered[GOOD + index]?.applicationNo ?? '';
    const own = rows[slip.sheet].filter(([first]) => first === number)[slip.row];
    const column = sheetForm(slip.sheet).columns.findIndex(({ path }) => path === slip.path);
    if (!own || column < 0) throw new RangeError(`no place for the slip at ${slip.path}`);
    own[column] = slip.value;
  }
  const [again] = rows.application;
  const [paper] = rows.documents;
  if (!again || !paper) throw new RangeError('no sample to spoil');
  rows.application.push([...again]);
  rows.documents.push(['B-2026-99999', ...paper.slice(1)]);
  return rows;
}
