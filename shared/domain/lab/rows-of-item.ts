import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { TestItem } from './test-item.ts';
import type { TypedReading } from './typed-reading.ts';
import { tidyUnit } from './unit.ts';

/** What the rows of one item come to. */
export interface GatheredRows {
  readonly reading: TypedReading;
  /** Each row is one unit of the set, in the order of the rows. */
  readonly unitPerRow: boolean;
}

export type RowsFailure = Failure<'rows.contradict' | 'rows.unit-count'>;

type Units = Extract<TypedReading, { kind: 'units' }>;

/**
 * Makes one reading of the rows in which a workbook speaks of one item: which of two that differ is meant, nobody
 * knows, so neither is taken; rows that say the same count once.
 *
 * Laboratories write a microbiological set with a row for each unit. Exactly n rows of one value are such a set; with
 * any other number a unit is missing or stands twice.
 */
export function gatherRows(
  item: TestItem,
  readings: readonly [TypedReading, ...TypedReading[]],
): Result<GatheredRows, RowsFailure> {
  const [first, ...others] = readings;
  if (others.length === 0) return ok({ reading: first, unitPerRow: false });
  if (item.kind === 'microbiological' && item.n > 1 && readings.every(isOneUnit)) {
    const units = readings.filter((reading) => reading.kind === 'units');
    return gatherUnits(item.n, units);
  }
  const text = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === text)
    ? ok({ reading: first, unitPerRow: false })
    : fail({ code: 'rows.contradict' });
}

const isOneUnit = (reading: TypedReading): boolean => reading.kind === 'units' && reading.values.length === 1;

function gatherUnits(n: number, rows: readonly Units[]): Result<GatheredRows, RowsFailure> {
  const [unit = '', ...otherUnits] = rows.map((row) => row.unit);
  if (otherUnits.some((other) => tidyUnit(other) !== tidyUnit(unit))) return fail({ code: 'rows.contradict' });
  if (rows.length !== n) return fail({ code: 'rows.unit-count', data: { expected: n, found: rows.length } });
  return ok({ reading: { kind: 'units', values: rows.flatMap(({ values }) => values), unit }, unitPerRow: true });
}
