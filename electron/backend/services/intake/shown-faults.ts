import type { RowFault, RowFaults } from '#shared/contract/intake.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { BadRows, CellFault } from './intake-fault.ts';
import type { SheetForm } from './sheets.ts';

/** Most faults a screen is given; the workbook of bad rows has them all. */
const SHOWN = 8;

/** What is wrong in a file, for the screen: the first faults with their rows and fields, and how many more there are. */
export function shownFaults<Key extends string, Entry extends BadRows<Key>>(
  bad: readonly Entry[],
  forms: readonly SheetForm<Key>[],
  placeOf: (fault: CellFault<Key>, entry: Entry) => Bilingual,
): RowFaults {
  const faults = bad.flatMap((entry) => entry.faults.map((fault) => ({ entry, fault })));
  return {
    first: faults.slice(0, SHOWN).map(({ entry, fault }): RowFault => {
      const column = forms.find(({ key }) => key === fault.sheet)?.columns[fault.column - 1];
      return { place: placeOf(fault, entry), field: column?.header ?? null, message: fault.message };
    }),
    more: Math.max(faults.length - SHOWN, 0),
  };
}
